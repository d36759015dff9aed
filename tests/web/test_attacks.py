"""The site as an attacker tries it: other people's things, doors left open, words that would run."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings
from tests.cases.playing import placed
from tests.web.asking import Phone, picture
from tests.world import World, build_listed_world

from gongzhi.cases.actions import record_evidence
from gongzhi.cases.actions._evidence import PhotoMissing
from gongzhi.gateways.sms import KEPT
from gongzhi.kernel import clock, files
from gongzhi.kernel.models import File
from gongzhi.kernel.sheets import write_csv
from gongzhi.playbooks.queries import Titled, current_version, draw_svg, get_version
from gongzhi.web.doors import network_address

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def world(db: None) -> World:
    return build_listed_world()


@pytest.fixture
def phone_of(world: World) -> Callable[[str], Phone]:
    return lambda key: Phone(world, key)


def test_nobody_attaches_anothers_photo_to_read_it(world: World) -> None:
    """A number guessed or seen is no right: else it would open through one's own case."""
    theirs = files.store_photo(picture().getvalue(), by=world.resident.user_id)
    own = placed(world, reporter_id=world.stranger.person_id, routed_seat_id=world.seat("grid_leader"))
    with pytest.raises(PhotoMissing):
        record_evidence(own.ref, "photo", theirs.ref, actor=world.grid_leader.actor)
    File.objects.filter(ref=theirs.ref).update(by_id=None, owner_kind="case", owner_ref="000000000000")
    with pytest.raises(PhotoMissing):
        record_evidence(own.ref, "photo", theirs.ref, actor=world.grid_leader.actor)


def test_a_photo_opens_only_through_its_own_case(phone_of: Callable[[str], Phone], world: World) -> None:
    resident, neighbour = phone_of("resident"), phone_of("neighbour")
    token = resident.post(reverse("resident:add_photo"), {"kind": "photo", "file": picture()}).json()["token"]
    theirs, own = resident.report(photos=token), neighbour.report("五层的门坏了")
    ref = File.objects.get().ref
    for case, status in ((theirs, 200), (own, 404)):
        who = resident if case == theirs else neighbour
        answer = who.get(reverse("resident:show_file", args=[case, ref]))
        assert answer.status_code == status
        assert b"".join(answer.streaming_content) if status == 200 else b"".join([answer.content])
    for small in ("", "?small"):
        address = reverse("resident:show_file", args=[theirs, ref]) + small
        assert neighbour.get(address).status_code == 404


def test_words_never_run(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report(f"{SCRIPT} 灯坏了")
    for name in ("show_case", "sent"):
        page = phone.get(reverse(f"resident:{name}", args=[ref])).content.decode()
        assert SCRIPT not in page
    desk = phone_of("grid_leader").get(reverse("console:show_case", args=[ref])).content.decode()
    assert SCRIPT not in desk


def sign_in(phone: Client, number: str, wanted: str = "") -> str:
    """Sign in with the code that was sent; answers where it leads."""
    phone.post(reverse("resident:sign_in"), {"phone": number})
    code = re.findall(r"\d{6}", str(KEPT.sent[-1]))[-1]
    return str(
        phone.post(f"{reverse('resident:confirm_code')}?{urlencode({'next': wanted})}", {"code": code}).url
    )


def test_a_session_begun_by_somebody_else_is_not_taken_over(db: None) -> None:
    phone = Client()
    phone.post(reverse("resident:sign_in"), {"phone": "13800000001"})
    before = phone.session.session_key
    with clock.frozen(clock.now() + timedelta(minutes=2)):
        sign_in(phone, "13800000001")
        assert phone.session.session_key != before


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:1"]
)
def test_signing_in_leads_nowhere_else(db: None, wanted: str) -> None:
    assert sign_in(Client(), "13800000001", wanted) == reverse("resident:mine")


def test_forms_need_their_token(world: World) -> None:
    strict = Client(enforce_csrf_checks=True)
    world.sign_in(strict, "resident")
    for name, args in (("report", []), ("sign_out", []), ("withdraw_case", ["482109375516"])):
        assert strict.post(reverse(f"resident:{name}", args=args)).status_code == 403


def test_every_face_says_what_it_loads(world: World) -> None:
    visitor = Client()
    for address in ("/", "/public/", "/console/sign-in/", "/nothing-here/", "/api/v1/openapi.json"):
        policy = visitor.get(address)["Content-Security-Policy"]
        assert "script-src 'self'" in policy and "unsafe" not in policy
        assert visitor.get(address)["X-Frame-Options"] == "DENY"


def test_a_body_without_end_is_not_read(db: None) -> None:
    visitor = Client()
    assert visitor.post("/report/", CONTENT_LENGTH=str(10**10)).status_code == 413
    assert visitor.post("/report/", CONTENT_LENGTH="-1").status_code == 413


def test_idle_staff_are_signed_out_on_every_face(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    staff = phone_of("grid_leader")
    staff.get(reverse("console:workbench"))
    address = reverse("resident:show_case", args=[ref])
    assert staff.get(address).status_code == 200
    with clock.frozen(clock.now() + timedelta(hours=9)):
        assert staff.get(address).status_code == 404


def test_a_stranger_cannot_fill_the_disk(db: None) -> None:
    visitor, address = Client(), reverse("resident:add_photo")
    visitor.post(address, {"kind": "photo", "file": picture()})
    key = next(key for key in cache._cache if "pace:file" in key)  # type: ignore[attr-defined]
    cache.set(key.split(":", 2)[2], 600)
    assert visitor.post(address, {"kind": "photo", "file": picture()}).status_code == 429


def test_a_head_of_a_table_cannot_run_either() -> None:
    written = write_csv(["=cmd|' /C calc'!A0", "ok"], [["@SUM(1)", "fine"]]).decode("utf-8-sig")
    assert not any(
        cell.lstrip('"').startswith(("=", "@")) for line in written.split() for cell in line.split(",")
    )


def test_a_chart_holds_no_script(world: World) -> None:
    method = get_version(current_version("one-lead-four-orders").id)
    evil = replace(method, title=Titled(SCRIPT, SCRIPT))
    assert "<script" not in draw_svg(evil).lower()


def test_behind_our_proxy_the_address_it_saw_counts(settings: Settings) -> None:
    request = RequestFactory().get("/", headers={"x-forwarded-for": "6.6.6.6, 10.0.0.9"})
    assert network_address(request) == "127.0.0.1", "nobody is believed unless we put them there"
    settings.GONGZHI_PROXIES = 1
    assert network_address(request) == "10.0.0.9"
