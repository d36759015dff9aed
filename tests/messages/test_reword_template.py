"""reword_template: the street's own words, checked, at once, with the old ones kept."""

import pytest

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid, NotFound
from gongzhi.messages.actions import reword_template
from gongzhi.messages.models import Wording
from gongzhi.messages.queries import get_template
from tests.world import World


def test_the_newest_words_hold_and_old_ones_stay(world: World) -> None:
    for zh in ("{ref}号事项已办结。", "您的事 {ref} 办结了。"):
        reword_template("case-ended", zh=zh, en="Number {ref} is closed.", actor=world.administrator.actor)
    assert get_template("case-ended").zh == "您的事 {ref} 办结了。"
    assert [one.author_id for one in Wording.objects.all()] == [world.administrator.user_id] * 2


@pytest.mark.parametrize(
    ("zh", "en", "fields"),
    [
        ("", "Closed.", {"zh"}),
        ("办结 {ref", "Closed {phone}", {"zh", "en"}),
        ("{0}", "Closed.", {"zh"}),
        ("{ref.__class__}", "Closed.", {"zh"}),
        ("{ref!r}", "{ref:>9999999}", {"zh", "en"}),
    ],
)
def test_words_that_cannot_be_filled_in_are_refused(world: World, zh: str, en: str, fields: set[str]) -> None:
    with pytest.raises(Invalid) as refused:
        reword_template("case-ended", zh=zh, en=en, actor=world.administrator.actor)
    assert set(refused.value.errors) == fields
    assert not Wording.objects.exists()


def test_only_who_may_configure(world: World) -> None:
    for someone in (world.resident.actor, world.secretary.actor, SYSTEM):
        with pytest.raises(Denied):
            reword_template("case-ended", zh="好", en="ok", actor=someone)
    with pytest.raises(NotFound):
        reword_template("gossip", zh="好", en="ok", actor=world.administrator.actor)
