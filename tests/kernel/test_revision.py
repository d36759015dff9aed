import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test.utils import CaptureQueriesContext

from gongzhi.kernel import revision

pytestmark = pytest.mark.django_db


def test_a_stamp_changes_with_every_bump() -> None:
    assert revision.current("grounds") == 0
    first, second = revision.bump("grounds"), revision.bump("grounds")
    assert first != second == revision.current("grounds")
    revision.bump("rules")
    assert revision.current_all().keys() == {"grounds", "rules"}


def test_what_is_kept_is_built_once_a_stamp() -> None:
    built: list[int] = []
    kept = revision.Kept("grounds", lambda: built.append(1) or len(built))
    assert [kept.get(), kept.get()] == [1, 1]
    revision.bump("grounds")
    assert [kept.get(), kept.get(revision.current_all())] == [2, 2]
    kept.forget()
    assert kept.get() == 3


def test_one_look_asks_once_for_all() -> None:
    rules, grounds = revision.Kept("rules", dict), revision.Kept("grounds", list)
    with CaptureQueriesContext(connection) as queries, revision.one_look():
        for _use in range(5):
            rules.get()
            with revision.one_look():
                grounds.get()
    assert len(queries) == 1


def test_an_edit_inside_a_look_is_seen_by_itself() -> None:
    built: list[int] = []
    kept = revision.Kept("grounds", lambda: built.append(1) or len(built))
    with revision.one_look():
        assert kept.get() == 1
        revision.bump("grounds")
        assert kept.get() == 2


def test_a_stamp_rolled_back_never_comes_again() -> None:
    kept = revision.Kept("grounds", lambda: revision.current("grounds"))
    with pytest.raises(KeyError), transaction.atomic():
        lost = revision.bump("grounds")
        assert kept.get() == lost
        raise KeyError
    assert revision.bump("grounds") != lost
    assert kept.get() == revision.current("grounds")


def test_every_request_looks_once() -> None:
    kept = revision.Kept("grounds", list)

    def page(request: HttpRequest) -> HttpResponse:
        kept.get()
        kept.get()
        return HttpResponse()

    with CaptureQueriesContext(connection) as queries:
        assert revision.OneLookMiddleware(page)(HttpRequest()).status_code == 200
    assert len(queries) == 1


def test_files_are_looked_at_once_a_look() -> None:
    looks: list[int] = []

    def read() -> int:
        looks.append(1)
        return len(looks)

    assert [revision.once_a_look(read), revision.once_a_look(read)] == [1, 2]
    with revision.one_look():
        assert [revision.once_a_look(read), revision.once_a_look(read)] == [3, 3]
        revision.look_again(read)
        assert revision.once_a_look(read) == 4
    assert revision.once_a_look(read) == 5
