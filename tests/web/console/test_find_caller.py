"""A caller's reports, looked up by their number."""

import logging

import pytest
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.cases.models import Case
from gongzhi.kernel.refs import spoken
from gongzhi.registry import rules
from gongzhi.registry.queries import list_looks_at

ADDRESS = "console:find_caller"
NOBODY = "没有查到这个号码的上报"


def asked(phone: str, **more: str) -> dict[str, str]:
    return {"phone": phone, "purpose": "tell-result", **more}


@pytest.mark.parametrize("key", ["duty_desk", "hotline_clerk"])
def test_lists_their_reports_masked_and_lets_them_know(
    desk_of: Desk, report: Report, world: World, key: str
) -> None:
    ref, other = report(), report("楼门口的井盖松了", by="neighbour")
    answer = desk_of(key).post(reverse(ADDRESS), asked(world.resident.phone))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert spoken(ref) in page and spoken(other) not in page
    assert world.resident.phone not in page
    assert f"{world.resident.phone[:3]}****{world.resident.phone[-4:]}" in page
    mine = desk_of("resident").get(reverse("resident:list_looks")).content.decode()
    assert "按号码查询了您的上报" in mine
    assert [look.purpose for look in list_looks_at(actor=world.resident.actor)] == ["tell-result"]


def test_nothing_without_purpose_or_number(desk_of: Desk, report: Report, world: World) -> None:
    ref, desk = report(), desk_of("duty_desk")
    for given in (asked(world.resident.phone, purpose=""), asked("12"), asked("")):
        answer = desk.post(reverse(ADDRESS), given)
        assert answer.status_code == 400
        assert spoken(ref) not in answer.content.decode()
    assert not list_looks_at(actor=world.resident.actor)


def test_nobody_known_and_nothing_here_read_the_same(desk_of: Desk, report: Report, world: World) -> None:
    report()
    desk = desk_of("far_desk")  # answers calls of the next street
    known = desk.post(reverse(ADDRESS), asked(world.resident.phone)).content.decode()
    unknown = desk.post(reverse(ADDRESS), asked("13800009999")).content.decode()
    assert NOBODY in known
    assert _main(known) == _main(unknown)
    assert len(list_looks_at(actor=world.resident.actor)) == 1


@pytest.mark.parametrize("about", ["duty_desk", "hotline_clerk"])
def test_whoever_is_complained_of_finds_nothing(
    desk_of: Desk, report: Report, world: World, about: str
) -> None:
    ref = report()
    Case.objects.filter(ref=ref).update(about_seat_id=world.seat(about))
    page = desk_of(about).post(reverse(ADDRESS), asked(world.resident.phone)).content.decode()
    assert NOBODY in page and spoken(ref) not in page


def test_the_number_gets_into_no_address_and_no_log(
    desk_of: Desk, report: Report, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    report()
    desk, phone = desk_of("duty_desk"), world.resident.phone
    with caplog.at_level(logging.DEBUG):
        answer = desk.post(reverse(ADDRESS), asked(phone))
    assert "Location" not in answer.headers and "no-store" in answer.headers["Cache-Control"]
    assert phone not in caplog.text
    assert not any(phone in str(value) for value in desk.session.values())


def test_the_search_box_brings_the_number_and_asks_what_for(desk_of: Desk, world: World) -> None:
    answer = desk_of("duty_desk").post(reverse(ADDRESS), {"q": world.resident.phone})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'value="{world.resident.phone}"' in page
    assert not list_looks_at(actor=world.resident.actor)


def test_says_when_it_was_too_often(desk_of: Desk, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "CALLERS_AN_HOUR", 0)
    answer = desk_of("duty_desk").post(reverse(ADDRESS), asked(world.resident.phone))
    assert answer.status_code == 429
    assert not list_looks_at(actor=world.resident.actor)


@pytest.mark.parametrize(
    "key", ["resident", "grid_leader", "secretary", "deputy", "administrator", "auditor"]
)
def test_is_not_there_for_others(desk_of: Desk, world: World, key: str) -> None:
    desk = desk_of(key)
    assert desk.get(reverse(ADDRESS)).status_code == 404
    assert desk.post(reverse(ADDRESS), asked(world.resident.phone)).status_code == 404
    assert not list_looks_at(actor=world.resident.actor)


def test_refuses_other_methods(desk_of: Desk) -> None:
    assert refuses(desk_of("duty_desk"), reverse(ADDRESS), "put", "delete")


def _main(page: str) -> str:
    return page.partition('role="status"')[2].partition("</main>")[0]
