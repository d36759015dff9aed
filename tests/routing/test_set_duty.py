import pytest
from tests.world import World

from gongzhi.kernel.errors import Denied, Invalid
from gongzhi.routing.actions import set_duty
from gongzhi.routing.queries import Duty, Titled, list_duties

DAILY = Duty("rubbish", 2, "photo", Titled("看桶站", "Look at the bins"))


def test_how_often_may_be_changed(street: World) -> None:
    set_duty(DAILY, actor=street.administrator.actor)
    assert DAILY in list_duties()
    assert len(list_duties()) == 20


@pytest.mark.parametrize(
    "duty",
    [
        Duty("unheard-of", 1, "seen", Titled("甲", "A")),
        Duty("rubbish", 0, "seen", Titled("甲", "A")),
        Duty("rubbish", 1, "smell", Titled("甲", "A")),
        Duty("rubbish", 1, "seen", Titled("甲", "")),
    ],
)
def test_unusable(street: World, duty: Duty) -> None:
    with pytest.raises(Invalid):
        set_duty(duty, actor=street.administrator.actor)


def test_only_who_configures(street: World) -> None:
    with pytest.raises(Denied):
        set_duty(DAILY, actor=street.entrance_head.actor)
