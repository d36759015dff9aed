import pytest

from gongzhi.accounts.actions import confirm_second_factor, enrol_second_factor
from gongzhi.accounts.models import RecoveryCode
from gongzhi.accounts.rules import WrongCode
from tests.accounts.test_sign_in_staff import shown
from tests.world import World


def test_ten_codes_for_paper_are_told_once_and_kept_as_hashes(world: World) -> None:
    secret = enrol_second_factor(actor=world.deputy.actor).secret
    codes = confirm_second_factor(shown(secret), actor=world.deputy.actor)
    kept = set(RecoveryCode.objects.values_list("digest", flat=True))
    assert len(set(codes)) == 10 and len(kept) == 10 and not kept & set(codes)
    assert world.deputy.user.second_factor_since is not None


def test_a_wrong_code_confirms_nothing(world: World) -> None:
    enrol_second_factor(actor=world.deputy.actor)
    for code in ("", "12345", "0000000"):
        with pytest.raises(WrongCode):
            confirm_second_factor(code, actor=world.deputy.actor)
    with pytest.raises(WrongCode):
        confirm_second_factor("123456", actor=world.leader.actor)
    assert world.deputy.user.second_factor_since is None
