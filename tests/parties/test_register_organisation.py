import pytest

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid
from gongzhi.parties.actions import NewOrganisation, register_organisation
from gongzhi.parties.actions.register_organisation import RegisteredTwice
from gongzhi.parties.queries import OrganisationKind, get_organisation
from tests.world import World


def test_all_kinds(world: World) -> None:
    for kind in OrganisationKind.values:
        new = NewOrganisation(kind, f"某{kind}", world.place("community"))
        made = register_organisation(new, actor=world.administrator.actor)
        assert get_organisation(made).kind == kind


def test_a_number_is_registered_once(world: World) -> None:
    new = NewOrganisation("property", "甲物业", register_no="91X")
    register_organisation(new, actor=SYSTEM)
    with pytest.raises(RegisteredTwice):
        register_organisation(NewOrganisation("property", "乙物业", register_no=" 91X"), actor=SYSTEM)


def test_wrong_words_and_wrong_people(world: World) -> None:
    for wrong in (
        NewOrganisation("club", "甲"),
        NewOrganisation("property", " "),
        NewOrganisation("self-government", "甲", body="senate"),
    ):
        with pytest.raises(Invalid):
            register_organisation(wrong, actor=SYSTEM)
    with pytest.raises(Denied):
        register_organisation(NewOrganisation("property", "甲"), actor=world.property_manager.actor)
