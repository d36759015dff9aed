"""drop_alias: a wrong nickname is forgotten."""

from tests.territory.ground import Ground

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import drop_alias
from gongzhi.territory.queries import locate_text


def test_it_is_no_longer_understood(ground: Ground) -> None:
    assert locate_text("老纺织院2号楼")
    drop_alias(ground.green, "老纺织院", actor=SYSTEM)
    drop_alias(ground.green, "老纺织院", actor=SYSTEM)
    assert locate_text("老纺织院2号楼") == ()
