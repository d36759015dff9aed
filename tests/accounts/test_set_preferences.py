import pytest

from gongzhi.accounts.actions import set_preferences
from gongzhi.accounts.queries import get_user
from gongzhi.kernel.actors import VISITOR
from gongzhi.kernel.errors import Invalid, NotFound
from tests.world import World


def test_language_and_large_print(world: World) -> None:
    set_preferences(actor=world.resident.actor, language="en")
    set_preferences(actor=world.resident.actor, elder=True)
    facts = get_user(world.resident.user_id)
    assert (facts.language, facts.elder) == ("en", True)


def test_unknown_languages_and_visitors_are_refused(world: World) -> None:
    with pytest.raises(Invalid):
        set_preferences(actor=world.resident.actor, language="xx")
    with pytest.raises(NotFound):
        set_preferences(actor=VISITOR, elder=True)
