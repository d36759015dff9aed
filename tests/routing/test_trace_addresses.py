"""What is known of where, when the address led to no place."""

from tests.cases.playing import placed
from tests.world import World

from gongzhi.cases.queries import get_brief
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import trace_addresses
from gongzhi.routing.models import Trace


def test_marks_of_the_address_stand_without_a_ground(street: World) -> None:
    case_id = get_brief(placed(street).ref).id
    trace_addresses([(case_id, "金星大厦后身")], actor=SYSTEM)
    left = Trace.objects.filter(of_address=True)
    assert {"金星", "大厦"} <= set(left.values_list("mark", flat=True))
    assert set(left.values_list("case_id", "ground_id")) == {(case_id, None)}


def test_nothing_said_leaves_nothing(street: World) -> None:
    trace_addresses([(get_brief(placed(street).ref).id, "")], actor=SYSTEM)
    assert not Trace.objects.filter(of_address=True).exists()
