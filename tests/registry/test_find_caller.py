import pytest

from gongzhi.accounts.rules import BadPhone
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied, TooMany
from gongzhi.registry import rules
from gongzhi.registry.actions import erase_person, find_caller
from gongzhi.registry.models import Look
from gongzhi.registry.queries import list_looks_at, list_looks_by
from gongzhi.registry.rules import PurposeNeeded
from tests.world import World

UNKNOWN = "13800009999"


def test_finds_who_rings_masked_and_lets_them_know(world: World) -> None:
    person_id, phone = world.resident.person_id, world.resident.phone
    spoken = f"+86 {phone[:3]}-{phone[3:7]} {phone[7:]}"
    found = find_caller(spoken, purpose="tell-result", actor=world.duty_desk.actor)
    assert found is not None
    assert (found.person_id, found.phone_masked) == (person_id, f"{phone[:3]}****{phone[-4:]}")
    (look,) = list_looks_at(actor=world.resident.actor)
    assert (look.way, look.purpose, look.case_ref, look.actor_id) == ("number", "tell-result", "", None)
    assert look.post_name is not None and look.post_name.zh == "值班台"


def test_the_look_is_written_before_anything_is_shown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise OSError("the table is full")

    monkeypatch.setattr(Look.objects, "create", broken)
    with pytest.raises(OSError, match="full"):
        find_caller(world.resident.phone, purpose="tell-result", actor=world.duty_desk.actor)


def test_nobody_known_is_written_down_without_the_number(world: World) -> None:
    assert find_caller(UNKNOWN, purpose="call-back", actor=world.hotline_clerk.actor) is None
    (look,) = list_looks_by(actor=world.auditor.actor)
    assert (look.way, look.person_ref, look.actor_id) == ("number", "", world.hotline_clerk.user_id)
    kept = Look.objects.values().get()
    assert UNKNOWN not in str(kept) and UNKNOWN[-4:] not in str(kept)


def test_only_posts_that_answer_calls_with_purpose_and_number(world: World) -> None:
    phone = world.resident.phone
    for key in (
        "resident",
        "entrance_head",
        "grid_leader",
        "secretary",
        "leader",
        "administrator",
        "auditor",
    ):
        with pytest.raises(Denied):
            find_caller(phone, purpose="call-back", actor=world.people[key].actor)
    for actor in (VISITOR, SYSTEM):
        with pytest.raises(Denied):
            find_caller(phone, purpose="call-back", actor=actor)
    for purpose in ("", "curious", "own-request"):
        with pytest.raises(PurposeNeeded):
            find_caller(phone, purpose=purpose, actor=world.duty_desk.actor)
    with pytest.raises(BadPhone):
        find_caller("12", purpose="call-back", actor=world.duty_desk.actor)
    assert not Look.objects.exists()


def test_numbers_cannot_be_tried_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "CALLERS_AN_HOUR", 2)
    for phone in (world.resident.phone, UNKNOWN):
        find_caller(phone, purpose="call-back", actor=world.duty_desk.actor)
    with pytest.raises(TooMany):
        find_caller(world.neighbour.phone, purpose="call-back", actor=world.duty_desk.actor)
    assert not list_looks_at(actor=world.neighbour.actor)
    assert find_caller(world.resident.phone, purpose="call-back", actor=world.hotline_clerk.actor)


def test_an_erased_person_is_nobody(world: World) -> None:
    phone = world.resident.phone
    erase_person(world.resident.person_id, actor=SYSTEM)
    assert find_caller(phone, purpose="call-back", actor=world.duty_desk.actor) is None
