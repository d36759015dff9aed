import pytest

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.parties.actions import end_organisation
from gongzhi.parties.queries import get_organisation, get_seat, list_organisations, resolve_post
from tests.world import World


def test_its_seats_end_with_it(world: World) -> None:
    company = world.organisations["company"]
    end_organisation(company, actor=world.administrator.actor)
    assert get_organisation(company).ended and not list_organisations(kind="property")
    assert get_seat(world.seat("property_manager")).closed
    assert resolve_post("property-manager", world.place("entrance")).fallback
    with pytest.raises(NotFound):
        end_organisation(company, actor=SYSTEM)


def test_others_may_not(world: World) -> None:
    with pytest.raises(Denied):
        end_organisation(world.organisations["company"], actor=world.property_manager.actor)
