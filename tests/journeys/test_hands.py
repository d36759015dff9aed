"""Whose hands: the ladder, joint action, leave, and whoever is complained of."""

from datetime import UTC, datetime, timedelta

from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect
from tests.journeys.stage import (
    JOURNEY,
    Stage,
    keep_picture,
    let_reports_run_by,
    open_case,
    press_act,
    press_outcome,
    send_report,
)
from tests.world import LONG_AGO

from gongzhi.accounts.actions import NewToken, issue_token
from gongzhi.cases.actions import sweep_lateness
from gongzhi.cases.queries import find_case_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.actions import NewHolding, NewSeat, appoint_many, create_seats
from gongzhi.parties.queries import get_seat

pytestmark = JOURNEY
LAMP = "三层楼道的灯不亮了，晚上看不见台阶"
MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # 09:00 in the street
SCOPES = ("reports:write", "reports:read", "cases:read", "cases:write")


def test_a_matter_nobody_takes_climbs_to_the_main_leader(stage: Stage) -> None:
    """Journey 4."""
    with clock.frozen(MONDAY) as now:
        ref = send_report(stage, stage.phone("resident"), LAMP)
        climbed = []
        for _rung in range(8):
            case = find_case_for(SYSTEM, ref)
            post = get_seat(case.seat_id).post
            climbed.append(post)
            if post == "main-leader":
                break
            assert case.due_at
            now.move_to(case.due_at + timedelta(minutes=1))
            sweep_lateness(actor=SYSTEM)
            stage.settle_news()
        # no department carries this duty here: that rung is passed over
        assert climbed == ["grid-leader-2", "community-secretary", "deputy-leader", "main-leader"]
        leader = stage.desk("leader")
        leader.goto(reverse("console:workbench"))
        expect(leader.locator("li.case-row", has_text=LAMP[:8])).to_be_visible()
        leader.get_by_role("link", name=LAMP[:8]).first.click()
        expect(leader.locator("#drawer #act-outcome-accept")).to_be_visible()
        keep_picture(leader, "04-main-leader", whole=False)
        press_outcome(leader, ref, "accept")
        assert find_case_for(SYSTEM, ref).step == "work"
        phone = stage.phone("resident")
        open_case(phone, ref)
        keep_picture(phone, "04-resident-sees-it-climb")


def _seat_a_yard_chief(stage: Stage) -> None:
    """The secretary of the other community is chief of this yard as well."""
    someone = stage.world.other_secretary
    (seat,) = create_seats([NewSeat("yard-chief-3", place_id=stage.world.place("estate"))], actor=SYSTEM)
    appoint_many([NewHolding(seat, someone.user_id, name=someone.name, since=LONG_AGO)], actor=SYSTEM)


def test_joint_action_of_a_lead_and_three_forces(stage: Stage) -> None:
    """Journey 5."""
    forces = ("section", "other_section", "property_manager")
    _seat_a_yard_chief(stage)
    let_reports_run_by("yard-chiefs")
    ref = send_report(stage, stage.phone("resident"), "消防通道被私家车和杂物堵死了")
    chief = stage.desk("other_secretary")
    open_case(chief, ref, "console")
    press_outcome(chief, ref, "call-forces", note="三方一起到场")
    for key in forces[:2]:  # the property manager is there already, as the path says
        open_case(chief, ref, "console")
        press_act(chief, ref, "call-in", seat=str(stage.world.seat(key)))
    stage.settle_news()
    photo = stage.picture_file("cleared", mended=True)
    for key in (*forces, "other_secretary"):
        desk = stage.desk(key)
        open_case(desk, ref, "console")
        if key == forces[0]:
            keep_picture(desk, "05-called-in", whole=False)
        press_act(desk, ref, "sign-in")
        assert find_case_for(SYSTEM, ref).step == "forces"
        open_case(desk, ref, "console")
        press_outcome(desk, ref, "done", note="本方的事办好了", photos=photo)
    open_case(chief, ref, "console")
    keep_picture(chief, "05-all-reported")
    case = find_case_for(SYSTEM, ref)
    assert (case.status, case.step) == ("confirming", "close")
    assert sum(part.signed_at is not None for part in case.parts) == 4


def test_a_grid_leader_goes_on_leave_and_the_stand_in_has_it(stage: Stage) -> None:
    """Journey 8."""
    ref = send_report(stage, stage.phone("resident"), LAMP)
    leader = stage.desk("grid_leader")
    open_case(leader, ref, "console")
    press_outcome(leader, ref, "accept")
    leader.goto(reverse("console:show_seat", args=[get_seat(stage.world.seat("grid_leader")).ref]))
    leader.locator('a[href*="/leave/"]').first.click()
    day = clock.today()
    leader.fill("[name=since]", day.isoformat())
    leader.fill("[name=until]", (day + timedelta(days=7)).isoformat())
    leader.fill("[name=stand_in]", "next-grid-leader")
    leader.fill("[name=stand_in_name]", stage.world.next_grid_leader.name)
    keep_picture(leader, "08-plan-leave")
    leader.locator("main form button.main").click()
    expect(leader.locator("main")).to_contain_text(stage.world.next_grid_leader.name)
    stand_in = stage.desk("next_grid_leader")
    stand_in.goto(reverse("console:workbench"))
    expect(stand_in.locator("li.case-row", has_text=LAMP[:8])).to_be_visible()
    open_case(stand_in, ref, "console")
    keep_picture(stand_in, "08-stand-in", whole=False)
    press_outcome(stand_in, ref, "done", note="替班办好", photos=stage.picture_file("lit", mended=True))
    case = find_case_for(SYSTEM, ref)
    assert case.status == "confirming" and case.seat_id == stage.world.seat("grid_leader")


def _api_of(stage: Stage, key: str) -> Client:
    someone = stage.world.people[key]
    new = NewToken(SCOPES, clock.now() + timedelta(days=1), user_id=someone.user_id)
    secret = issue_token(new, actor=someone.actor).secret
    return Client(headers={"authorization": f"Bearer {secret}"})


def test_a_complaint_about_the_property_never_shows_to_the_company(stage: Stage) -> None:
    """Journey 9: pages, lists, hints and the API, for the manager complained of."""
    words = "物业三天不来修灯，打电话还骂人"
    phone = stage.phone("resident", at="entrance")
    phone.goto(reverse("resident:report"))
    phone.fill("#id_words", words)
    phone.locator("details:has([name=about]) summary").click()
    phone.select_option("[name=about]", "property-manager")
    keep_picture(phone, "09-complaint")
    phone.click("button.big[type=submit]")
    phone.wait_for_url("**/sent/**")
    stage.settle_news()
    ref = stage.case(words).ref
    assert find_case_for(SYSTEM, ref).seat_id != stage.world.seat("property_manager")
    desk = stage.desk("property_manager", at="entrance")
    hidden = [
        reverse("console:show_case", args=[ref]),
        reverse("console:show_near", args=[ref]),
        f"{reverse('console:search')}?q={ref}",  # as for a number nobody has
        reverse("resident:show_case", args=[ref]),
        reverse("resident:refuse_result", args=[ref]),
    ]
    for address in hidden:
        assert desk.request.get(address).status == 404, address
    shown = [
        reverse("console:workbench"),
        f"{reverse('console:workbench')}?open={ref}",
        reverse("console:list_cases"),
        f"{reverse('console:search')}?q=骂人",
        reverse("console:messages"),
        reverse("resident:home"),
        reverse("resident:near"),
        reverse("resident:mine"),
        reverse("resident:list_messages"),
        reverse("public:list_progress"),
    ]
    for address in shown:
        page = desk.request.get(address)
        assert page.ok and words[:6] not in page.text() and f"/{ref}/" not in page.text(), address
    desk.goto(reverse("console:list_cases"))
    keep_picture(desk, "09-company-sees-nothing", whole=False)
    api = _api_of(stage, "property_manager")
    assert ref not in api.get("/api/v1/cases").content.decode()
    assert api.get(f"/api/v1/cases/{ref}").status_code == 404
    assert api.get(f"/api/v1/reports/{ref}").status_code == 404
    for act, body in (("second", {}), ("confirm", {"solved": True})):
        answer = api.post(f"/api/v1/reports/{ref}/{act}", body, content_type="application/json")
        assert answer.status_code == 404, act
    open_case(phone, ref)
    expect(phone.locator("main")).to_contain_text(words[:6])
