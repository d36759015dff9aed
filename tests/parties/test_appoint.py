from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid, NotFound
from gongzhi.parties.actions import NewHolding, appoint, end_holding
from gongzhi.parties.models import Change, Holding
from gongzhi.parties.queries import list_seats_of, list_users_of
from gongzhi.parties.rules.acting import SeatTaken, WrongDays
from gongzhi.parties.rules.appointing import AuditorFromOutside, PowersApart, SelfAppointed
from tests.world import World


def test_the_administrator_fills_a_seat_and_the_trace_says_so(world: World) -> None:
    end_holding(world.deputy.holding_id, actor=SYSTEM)
    new = NewHolding(world.seat("deputy"), world.neighbour.user_id, name="新分管")
    holding_id = appoint(new, actor=world.administrator.actor)
    row = Holding.objects.get(pk=holding_id)
    assert (row.name, row.appointed_by_id) == ("新分管", world.administrator.user_id)
    assert Change.objects.order_by("-pk")[0].by_user_id == world.administrator.user_id
    assert [seat.id for seat in list_seats_of(world.neighbour.user_id)] == [world.seat("deputy")]


def test_a_seat_has_one_a_and_one_b(world: World) -> None:
    seat_id = world.seat("deputy")
    with pytest.raises(SeatTaken) as taken:
        appoint(NewHolding(seat_id, world.neighbour.user_id, name="新"), actor=SYSTEM)
    assert "傅分管" in str(taken.value)
    appoint(NewHolding(seat_id, world.neighbour.user_id, name="新", role="B"), actor=SYSTEM)
    assert list_users_of(seat_id) == (world.deputy.user_id, world.neighbour.user_id)


def test_the_table_has_the_last_word(world: World) -> None:
    row = Holding.objects.get(pk=world.deputy.holding_id)
    row.pk, row.ref, row.user_id = None, "000000000001", world.neighbour.user_id
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_members_share_a_team(world: World) -> None:
    team = world.seat("volunteer")
    appoint(NewHolding(team, world.resident.user_id, name="甲"), actor=SYSTEM)
    appoint(NewHolding(team, world.neighbour.user_id, name="乙"), actor=SYSTEM)
    assert len(list_users_of(team)) == 3
    with pytest.raises(SeatTaken):
        appoint(NewHolding(team, world.neighbour.user_id, name="乙"), actor=SYSTEM)


def test_who_may_not(world: World) -> None:
    new = NewHolding(world.seat("grid_leader"), world.neighbour.user_id, name="新", role="B")
    for key in ("leader", "secretary", "auditor", "resident"):
        with pytest.raises(Denied):
            appoint(new, actor=world.people[key].actor)
    own = NewHolding(world.seat("grid_leader"), world.administrator.user_id, role="B")
    with pytest.raises(SelfAppointed):
        appoint(own, actor=world.administrator.actor)


def test_the_auditor_comes_from_outside_and_holds_nothing_else(world: World) -> None:
    new = NewHolding(world.seat("auditor"), world.neighbour.user_id, name="新", role="B")
    with pytest.raises(AuditorFromOutside):
        appoint(new, actor=world.administrator.actor)
    appoint(new, actor=SYSTEM)
    with pytest.raises(PowersApart):
        appoint(NewHolding(world.seat("deputy"), world.neighbour.user_id, name="新", role="B"), actor=SYSTEM)
    with pytest.raises(PowersApart):
        end_holding(world.auditor.holding_id, actor=SYSTEM)
        appoint(NewHolding(world.seat("auditor"), world.deputy.user_id, "新"), actor=SYSTEM)


def test_days_names_and_seats_are_checked(world: World) -> None:
    today = clock.today()
    wrong = NewHolding(
        world.seat("deputy"), world.neighbour.user_id, "新", "B", today, today - timedelta(days=1)
    )
    with pytest.raises(WrongDays):
        appoint(wrong, actor=SYSTEM)
    with pytest.raises(Invalid):
        appoint(NewHolding(world.seat("deputy"), world.neighbour.user_id, role="B"), actor=SYSTEM)
    with pytest.raises(Invalid):
        appoint(NewHolding(world.seat("deputy"), world.neighbour.user_id, "新", role="M"), actor=SYSTEM)
    with pytest.raises(NotFound):
        appoint(NewHolding(987654, world.neighbour.user_id, "新"), actor=SYSTEM)


def test_a_successor_may_be_named_for_the_day_the_other_leaves(world: World) -> None:
    later = clock.today() + timedelta(days=10)
    end_holding(world.deputy.holding_id, actor=SYSTEM, until=later)
    appoint(NewHolding(world.seat("deputy"), world.neighbour.user_id, "新", since=later), actor=SYSTEM)
    assert list_users_of(world.seat("deputy")) == (world.deputy.user_id,)
    assert list_users_of(world.seat("deputy"), later) == (world.neighbour.user_id,)
