import pytest

from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.rulebook.actions import choose_pack
from gongzhi.rulebook.models import PackChoice
from gongzhi.rulebook.queries import get_value, pack_of
from gongzhi.rulebook.rules import UnknownPack
from gongzhi.rulebook.rules.values import OnlyStaff

pytestmark = pytest.mark.django_db


def test_the_whole_deployment_follows() -> None:
    choose_pack("beijing", actor=SYSTEM)
    assert pack_of((4, 2)).code == "beijing"
    assert get_value("working-hours").value == "09:00-12:00,13:30-18:00"
    choose_pack("shanghai", actor=SYSTEM)
    assert get_value("working-hours").pack == "shanghai"


def test_choosing_the_same_again_changes_nothing() -> None:
    for _time in range(2):
        choose_pack("beijing", ground_id=3, actor=SYSTEM)
    assert PackChoice.objects.count() == 1


def test_refusals() -> None:
    with pytest.raises(UnknownPack):
        choose_pack("atlantis", actor=SYSTEM)
    with pytest.raises(OnlyStaff):
        choose_pack("beijing", actor=VISITOR)
