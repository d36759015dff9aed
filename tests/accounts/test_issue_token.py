from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from gongzhi.accounts.actions import NewToken, issue_token
from gongzhi.accounts.models import ApiToken
from gongzhi.accounts.queries import find_token, list_tokens
from gongzhi.accounts.rules import BadScope, BadTokenLife
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid
from tests.world import World

YEAR = timedelta(days=365)


def for_system(**changed: object) -> NewToken:
    """A key for the city's platform."""
    plain = {"scopes": ("reports:write",), "expires_at": clock.now() + YEAR, "system_name": "city-hotline"}
    return NewToken(**{**plain, **changed})  # type: ignore[arg-type]


def test_a_systems_key_is_found_in_one_query(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    issued = issue_token(for_system(), actor=SYSTEM)
    with django_assert_num_queries(1):
        holder = find_token(issued.secret)
    assert holder is not None
    assert (holder.system_name, holder.actor.user_id) == ("city-hotline", None)
    assert holder.scopes == holder.actor.scopes == {"reports:write"}
    assert issued.secret not in ApiToken.objects.get().digest
    assert find_token(issued.secret + "x") is None


def test_a_persons_key_acts_as_that_person_until_it_ends(world: World) -> None:
    new = NewToken(("cases:read",), clock.now() + timedelta(days=1), user_id=world.resident.user_id)
    issued = issue_token(new, actor=world.resident.actor)
    holder = find_token(issued.secret)
    assert holder is not None and holder.actor.user_id == world.resident.user_id
    assert holder.actor.kind == "token"
    with clock.frozen(clock.now() + timedelta(days=2)):
        assert find_token(issued.secret) is None
    assert list_tokens()[0].scopes == ("cases:read",)


def test_keys_for_others_need_the_right_to_configure(world: World) -> None:
    issue_token(for_system(), actor=world.administrator.actor)
    with pytest.raises(Denied):
        issue_token(for_system(), actor=world.secretary.actor)
    with pytest.raises(Denied):
        issue_token(for_system(user_id=world.resident.user_id, system_name=""), actor=world.neighbour.actor)


def test_no_key_without_scope_end_and_one_holder(world: World) -> None:
    admin = world.administrator.actor
    with pytest.raises(BadScope):
        issue_token(for_system(scopes=()), actor=admin)
    with pytest.raises(BadScope):
        issue_token(for_system(scopes=("everything",)), actor=admin)
    with pytest.raises(BadTokenLife):
        issue_token(for_system(expires_at=clock.now() + 3 * YEAR), actor=admin)
    with pytest.raises(Invalid):
        issue_token(for_system(user_id=world.resident.user_id), actor=admin)
