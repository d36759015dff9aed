"""Not the same: remembered, for everybody, and only by whoever may read both."""

import pytest
from tests.routing.test_trace_report import LAMP, report
from tests.world import World

from gongzhi.kernel.errors import NotFound
from gongzhi.routing.actions import tell_apart
from gongzhi.routing.models import Apart
from gongzhi.routing.queries import list_groups_for, list_like_case


def test_a_pair_is_not_offered_again(street: World) -> None:
    one, other = report(street, "one"), report(street, "other", "楼道灯不亮了")
    leader = street.grid_leader.actor
    assert [found.ref for found in list_like_case(leader, one)] == [other]
    assert len(list_groups_for(leader).groups) == 1
    assert tell_apart(one, [other], actor=leader) == 1
    assert tell_apart(other, [one, one], actor=leader) == 0
    assert list_like_case(leader, one) == () and list_like_case(leader, other) == ()
    assert list_groups_for(street.secretary.actor).groups == ()


def test_only_what_one_may_read(street: World) -> None:
    one, other = report(street, "one"), report(street, "other")
    for who in (street.other_grid_leader, street.far_staff, street.resident):
        with pytest.raises(NotFound):
            tell_apart(one, [other], actor=who.actor)
    with pytest.raises(NotFound):
        tell_apart(one, [one], actor=street.grid_leader.actor)
    with pytest.raises(NotFound):
        tell_apart(one, ["AAAA-0000"], actor=street.grid_leader.actor)
    assert not Apart.objects.exists()
    assert LAMP
