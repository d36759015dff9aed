"""add_alias: a nickname is understood from the next moment."""

from tests.territory.ground import Ground

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import add_alias
from gongzhi.territory.models import Alias
from gongzhi.territory.queries import locate_text


def test_a_nickname_is_understood(ground: Ground) -> None:
    assert locate_text("铁路大院3号楼") == ()
    add_alias(ground.shade, "铁路大院", actor=SYSTEM)
    assert locate_text("铁路大院3号楼")[0].place.id == ground.building(ground.shade, 3)


def test_an_old_house_number_is_understood(ground: Ground) -> None:
    add_alias(ground.building(ground.shade, 3), "建设路112号", actor=SYSTEM)
    assert locate_text("建设路112号一单元漏水")[0].place.id == ground.entrance(ground.shade, 3, 1)
    assert locate_text("建设路12号漏水") == ()


def test_the_same_name_again_changes_nothing(ground: Ground) -> None:
    before = Alias.objects.count()
    add_alias(ground.green, "老纺织院", actor=SYSTEM)
    add_alias(ground.green, "翠苑小区", actor=SYSTEM)
    assert Alias.objects.count() == before
