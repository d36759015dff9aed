"""The words of the speech check, edited by a clerk."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, page, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library
from gongzhi.routing.queries import ListKind, check_speech, find_list, list_versions, read_speech_words
from gongzhi.web.console.speech_form import lines_of


def typed_in(world: World, **more: str) -> dict[str, str]:
    """The form as it stands, with a line more in some fields."""
    load_library(actor=SYSTEM)
    now = lines_of(read_speech_words())
    return {part: f"{lines}\n{more.get(part, '')}" for part, lines in now.items()} | {
        "seen": "1",
        "note": "试行",
    }


def test_does_it(world: World) -> None:
    said = typed_in(world, insults="木头脑袋", numbers="010-8888 0001")
    answer = desk(world, "administrator").post(reverse("console:edit_speech"), said)
    assert answer.status_code == 302, answer.content.decode()
    assert [mark.words for mark in check_speech("木头脑袋")] == ["木头脑袋"]
    assert check_speech("他家座机01088880001") == ()
    newest = find_list(ListKind.SPEECH)
    assert newest is not None and newest.note == "试行"


def test_shows_the_words_by_kind_and_the_text_folded(world: World) -> None:
    load_library(actor=SYSTEM)
    form = page(world, "administrator", "edit_speech")
    assert all(words in form for words in ("白痴", "废物回收", "12345", "招代理", "Advanced"))
    shown = page(world, "administrator", "show_list", "speech")
    assert reverse("console:edit_speech") in shown
    assert "白痴" in shown and "reasons:" in shown
    assert 'class="card" open' not in shown


def test_errors_are_shown_beside_the_field_and_nothing_is_lost(world: World) -> None:
    said = typed_in(world, insults="死", offices="居委")
    answer = desk(world, "administrator").post(reverse("console:edit_speech"), said)
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "“死” is too short" in shown and "id_insults_error" in shown and "居委" in shown
    assert len(list_versions(ListKind.SPEECH)) == 1


def test_nobodys_office_becomes_an_insult(world: World) -> None:
    answer = desk(world, "administrator").post(
        reverse("console:edit_speech"), typed_in(world, insults="书记")
    )
    assert "To name an office is never an insult." in answer.content.decode()


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), reverse("console:edit_speech"), "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = reverse("console:edit_speech")
    assert is_closed(world, "auditor", address) and is_closed(world, "resident", address)
