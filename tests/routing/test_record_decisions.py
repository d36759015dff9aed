from tests.world import World

from gongzhi.cases.models import Case
from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import ReportDraft, Spot
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import record_decisions
from gongzhi.routing.queries import ReportFacts, decide_path, list_decisions
from gongzhi.territory.queries import get_place


def test_a_decision_is_kept_with_its_reason(street: World) -> None:
    spot = Spot(place_ref=get_place(street.place("entrance")).ref)
    receipt = submit_report(
        ReportDraft("decision-1", "三层楼道灯不亮", spot=spot), actor=street.resident.actor
    )
    case = Case.objects.get(ref=receipt.case_ref)
    (kept,) = list_decisions(case.pk)
    assert (kept.path, kept.category, kept.desk) == ("9", "corridor-lighting", "")
    assert kept.words[:2] == ("楼道灯", "灯不亮")
    assert kept.reason == receipt.reason
    assert kept.chosen_by_id is None
    record_decisions([(case.pk, decide_path(ReportFacts("垃圾", "page")))], actor=SYSTEM)
    assert [one.desk for one in list_decisions(case.pk)] == ["no-place", ""]
