import pytest

from gongzhi.accounts.actions import enrol_second_factor
from gongzhi.accounts.models import SecondFactor
from gongzhi.kernel.errors import Conflict, NotFound
from tests.accounts.test_sign_in_staff import shown
from tests.world import World


def test_the_key_is_sealed_and_counts_only_once_confirmed(world: World) -> None:
    enrolment = enrol_second_factor(actor=world.deputy.actor)
    again = enrol_second_factor(actor=world.deputy.actor)
    factor = SecondFactor.objects.get()
    assert again.secret != enrolment.secret and factor.secret == again.secret
    assert again.uri.startswith("otpauth://totp/Gongzhi:deputy?")
    assert world.deputy.user.second_factor_since is None
    assert len(shown(again.secret)) == 6


def test_a_stolen_session_cannot_swap_a_confirmed_one(world: World) -> None:
    SecondFactor.objects.all().delete()
    user = world.deputy.user
    user.second_factor_since = user.created_at
    user.save()
    with pytest.raises(Conflict):
        enrol_second_factor(actor=world.deputy.actor)


def test_residents_have_none(world: World) -> None:
    with pytest.raises(NotFound):
        enrol_second_factor(actor=world.resident.actor)
