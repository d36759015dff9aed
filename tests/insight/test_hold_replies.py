"""Going back to an earlier version, or to what ships."""

from pathlib import Path

import pytest
from pytest_django import Settings
from tests.insight.learned import keep_version
from tests.world import World

from gongzhi.insight.actions import hold_replies
from gongzhi.insight.queries import holding_reply_model
from gongzhi.insight.queries.reply import ready_checker
from gongzhi.insight.rules.reply import OWN, SHIPPED
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied, NotFound


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_a_version_holds_at_once_and_what_ships_again(world: World) -> None:
    keep_version()
    keep_version(weights=(1.0, 2.0, 3.0, 4.0, 5.0, 6.0))
    hold_replies(1, actor=SYSTEM)
    assert holding_reply_model() == 1
    assert ready_checker().weights == OWN
    hold_replies(None, actor=SYSTEM)
    assert ready_checker().weights == SHIPPED


def test_a_version_from_before_single_signs_counted_is_still_read(world: World) -> None:
    keep_version(weights=OWN[:5])
    assert ready_checker().weights == (*OWN[:5], 0.0)


def test_needs_the_right_and_a_version(world: World) -> None:
    with pytest.raises(Denied):
        hold_replies(None, actor=VISITOR)
    with pytest.raises(NotFound):
        hold_replies(9, actor=SYSTEM)
