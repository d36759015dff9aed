"""rename_place: the new name counts at once, the old one is still understood."""

import pytest
from tests.territory.ground import Ground, name_of

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import rename_place
from gongzhi.territory.queries import get_place, locate_text
from gongzhi.territory.rules.refusals import NameTaken, NoSuchPlace


def test_both_names_are_understood(ground: Ground) -> None:
    rename_place(ground.green, "锦绣花园", actor=SYSTEM)
    assert get_place(ground.green).name == "锦绣花园"
    assert name_of(ground.building(ground.green, 2)) == "锦绣花园2号楼"
    for words in ("锦绣花园2号楼", "翠苑小区2号楼"):
        assert locate_text(words)[0].place.id == ground.building(ground.green, 2)


def test_a_typing_error_is_forgotten(ground: Ground) -> None:
    rename_place(ground.green, "锦绣花园", keep_old=False, actor=SYSTEM)
    assert locate_text("翠苑小区2号楼") == ()


def test_a_taken_name_and_a_missing_place_are_refused(ground: Ground) -> None:
    with pytest.raises(NameTaken):
        rename_place(ground.green, "柳荫苑", actor=SYSTEM)
    with pytest.raises(NoSuchPlace):
        rename_place(0, "别处", actor=SYSTEM)
