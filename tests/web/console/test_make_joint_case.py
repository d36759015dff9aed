"""One click makes one case of many reports."""

import uuid

from django.urls import reverse
from tests.insight.reporting import lamp_reports, report
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.cases.models import Case

ADDRESS = "console:make_joint_case"


def sent(refs: tuple[str, ...], words: str = "楼道照明：三份报告，一并处理。") -> dict[str, object]:
    back = reverse("console:list_hot_issues") + "?days=7"
    return {"chosen": list(refs), "words": words, "key": str(uuid.uuid4()), "back": back}


def test_the_chosen_reports_become_one_case(desk_of: Desk, world: World) -> None:
    refs = lamp_reports(world)
    answer = desk_of("secretary").post(reverse(ADDRESS), sent(refs[:2]), follow=True)
    made = Case.objects.exclude(ref__in=refs).get()
    assert answer.redirect_chain == [(reverse("console:show_case", args=[made.ref]), 302)]
    assert Case.objects.get(ref=refs[2]).status == "open"
    assert "2" in answer.content.decode()


def test_what_is_wrong_is_said_on_the_list(desk_of: Desk, world: World) -> None:
    refs = lamp_reports(world)
    desk = desk_of("secretary")
    for wrong in (sent(refs[:1]), sent(refs, words="")):
        answer = desk.post(reverse(ADDRESS), wrong, follow=True)
        assert answer.redirect_chain == [(wrong["back"], 302)]
        assert 'role="alert"' in answer.content.decode() or "note" in answer.content.decode()
    assert Case.objects.count() == 3


def test_refuses_outsiders_and_other_methods(desk_of: Desk, world: World) -> None:
    refs = lamp_reports(world)
    far = report(world, "松园楼道灯不亮", where="far_entrance", key="far_staff")
    for key in ("resident", "grid_leader", "far_staff", "auditor"):
        assert desk_of(key).post(reverse(ADDRESS), sent(refs)).status_code == 404
    assert desk_of("secretary").post(reverse(ADDRESS), sent((far,))).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "get")
