"""The office writes its method down."""

import threading

import pytest
from django.db import connection
from tests.playbooks.home import DROPPED

from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied
from gongzhi.playbooks.actions import FaultyPlaybook, _keeping, publish_version
from gongzhi.playbooks.events import VersionPublished
from gongzhi.playbooks.models import Version
from gongzhi.playbooks.queries import current_version, list_versions

OTHER = DROPPED.replace("样例", "另一样例")


@pytest.mark.django_db
def test_it_is_numbered_signed_and_current(world):
    first = publish_version(DROPPED, actor=world.administrator.actor)
    second = publish_version(OTHER, actor=world.administrator.actor)

    assert (first.n, second.n) == (1, 2)
    assert second.author_id == world.administrator.user_id
    assert current_version("sound").digest == second.digest != first.digest
    assert publish_version(OTHER, actor=world.administrator.actor).id == second.id
    assert publish_version(DROPPED, actor=world.administrator.actor).n == 3  # back to the earlier wording


@pytest.mark.django_db
def test_a_faulty_text_is_refused_with_lines(world):
    with pytest.raises(FaultyPlaybook) as refused:
        publish_version(DROPPED.replace("who: routed", "who: nobody"), actor=world.administrator.actor)

    assert [(fault.line, fault.code) for fault in refused.value.faults] == [(18, "unknown-person")]
    assert not Version.objects.filter(name="sound").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["resident", "grid_leader", "secretary", "auditor", "far_desk"])
def test_who_may_not_configure_is_refused(world, who):
    with pytest.raises(Denied):
        publish_version(DROPPED, actor=world.people[who].actor)


@pytest.mark.django_db
def test_a_visitor_is_refused():
    with pytest.raises(Denied):
        publish_version(DROPPED, actor=VISITOR)


@pytest.mark.django_db
def test_a_streets_own_version_goes_first_on_its_ground_only(world):
    everywhere = publish_version(DROPPED, actor=SYSTEM)
    own = publish_version(OTHER, actor=world.administrator.actor, ground_id=world.place("street"))

    assert current_version("sound", (world.place("community"), world.place("street"))).id == own.id
    assert current_version("sound", (world.place("other_street"),)).id == everywhere.id
    assert current_version("sound").id == everywhere.id


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_writers_at_once_get_two_numbers():
    if connection.vendor != "postgresql":
        pytest.skip("an SQLite in memory has one table lock; the constraint is tested above")
    current_version("146")
    faults = []

    def write(text):
        try:
            publish_version(text, actor=SYSTEM)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(DROPPED.replace("样例", f"样例{i}"),)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    assert [version.n for version in list_versions("sound")] == [4, 3, 2, 1]


@pytest.mark.django_db
def test_the_slower_of_two_counts_again(monkeypatch):
    """The constraint has the last word: whoever lost the race reads the last number anew."""
    first = publish_version(DROPPED, actor=SYSTEM)
    write, tries = _keeping._write, []

    def lose_once(draft, actor):
        tries.append(draft.name)
        if len(tries) == 1:
            Version.objects.create(name="sound", n=first.n, origin="edited", created_at=first.created_at)
        return write(draft, actor)

    monkeypatch.setattr(_keeping, "_write", lose_once)
    assert publish_version(OTHER, actor=SYSTEM).n == 2
    assert tries == ["sound", "sound"]


def test_the_news_names_the_version():
    event = VersionPublished(1, "sound", 2, "edited", None)

    assert VersionPublished.from_json(event.to_json()) == event
