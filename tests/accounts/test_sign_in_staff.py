from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from gongzhi.accounts.actions import (
    Credentials,
    confirm_second_factor,
    enrol_second_factor,
    set_first_password,
    sign_in_staff,
)
from gongzhi.accounts.actions.second_factor import authenticator
from gongzhi.accounts.models import User
from gongzhi.accounts.rules import SecondFactorAsked, WrongSignIn
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import TooMany
from tests.world import World

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def shown(secret: str) -> str:
    """What the app shows now."""
    return authenticator(secret).generate(int(clock.now().timestamp())).decode()


def equip(world: World) -> tuple[str, str, tuple[str, ...]]:
    """The secretary's password, app key and recovery codes."""
    password = set_first_password(world.secretary.user_id, actor=SYSTEM)
    secret = enrol_second_factor(actor=world.secretary.actor).secret
    codes = confirm_second_factor(shown(secret), actor=world.secretary.actor)
    clock.advance(timedelta(seconds=60))
    return password, secret, codes


def test_password_and_app_open_and_each_app_code_serves_once(world: World) -> None:
    with clock.frozen(NOON):
        password, secret, _codes = equip(world)
        typed = Credentials(" Secretary ", password, shown(secret))
        assert sign_in_staff(typed, actor=VISITOR).pk == world.secretary.user_id
        with pytest.raises(WrongSignIn):
            sign_in_staff(typed, actor=VISITOR)


def test_the_right_password_alone_is_asked_for_the_second_factor(world: World) -> None:
    with clock.frozen(NOON):
        password, _secret, _codes = equip(world)
        with pytest.raises(SecondFactorAsked):
            sign_in_staff(Credentials("secretary", password), actor=VISITOR)
        with pytest.raises(WrongSignIn):
            sign_in_staff(Credentials("secretary", password, "000000"), actor=VISITOR)


def test_a_code_from_paper_serves_once(world: World) -> None:
    with clock.frozen(NOON):
        password, _secret, codes = equip(world)
        typed = Credentials("secretary", password, codes[3])
        sign_in_staff(typed, actor=VISITOR)
        with pytest.raises(WrongSignIn):
            sign_in_staff(typed, actor=VISITOR)


def test_five_wrong_answers_rest_the_account_and_the_answer_tells_nothing(world: World) -> None:
    with clock.frozen(NOON):
        password, secret, _codes = equip(world)
        said = set()
        for name in ["secretary"] * 5 + ["nobody-here"]:
            with pytest.raises(WrongSignIn) as refused:
                sign_in_staff(Credentials(name, "wrong"), actor=VISITOR)
            said.add(str(refused.value))
        with pytest.raises(WrongSignIn):
            sign_in_staff(Credentials("secretary", password, shown(secret)), actor=VISITOR)
        assert len(said) == 1
        clock.advance(timedelta(minutes=31))
        sign_in_staff(Credentials("secretary", password, shown(secret)), actor=VISITOR)
    assert User.objects.get(pk=world.secretary.user_id).failed_count == 0


def test_one_address_cannot_try_name_after_name(world: World) -> None:
    with clock.frozen(NOON):
        for number in range(20):
            with pytest.raises(WrongSignIn):
                sign_in_staff(Credentials(f"name-{number}", "x"), actor=VISITOR, address="10.0.0.9")
        with pytest.raises(TooMany):
            sign_in_staff(Credentials("secretary", "x"), actor=VISITOR, address="10.0.0.9")


def test_the_demo_asks_for_no_app(world: World, settings: Settings) -> None:
    settings.GONGZHI_DEMO = True
    password = set_first_password(world.deputy.user_id, actor=SYSTEM)
    assert sign_in_staff(Credentials("deputy", password), actor=VISITOR).pk == world.deputy.user_id


def test_an_account_without_password_cannot_be_opened(world: World) -> None:
    for password in ("", "!", "password"):
        with pytest.raises(WrongSignIn):
            sign_in_staff(Credentials("leader", password), actor=VISITOR)
