"""Many reports become findable in one go."""

from tests.cases.playing import placed
from tests.world import World

from gongzhi.cases.queries import get_brief
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import trace_reports
from gongzhi.routing.models import Trace


def test_each_of_them_leaves_its_marks_once(street: World) -> None:
    ids = [get_brief(placed(street).ref).id for _ in range(2)]
    Trace.objects.all().delete()
    count = trace_reports(ids, actor=SYSTEM)
    assert count == Trace.objects.count() > 0
    assert set(Trace.objects.values_list("case_id", flat=True)) == set(ids)
    assert trace_reports(ids, actor=SYSTEM) == count == Trace.objects.count()


def test_only_the_house_itself_traces(street: World) -> None:
    ids = [get_brief(placed(street).ref).id]
    Trace.objects.all().delete()
    assert trace_reports(ids, actor=street.resident.actor) == 0
    assert not Trace.objects.exists()
