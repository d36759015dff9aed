"""gongzhi staff."""

import pytest
from django.core.management import CommandError

from gongzhi.accounts.queries import list_staff
from gongzhi.parties.queries import rights_of
from tests.cli.calling import run
from tests.world import World


def test_the_first_administrator_is_made_and_may_be_given_a_new_password(world: World) -> None:
    made = run("staff", "first-admin", "--name", "管先行", "--post", "administrator")
    assert made["sign_in_name"] == "first-admin" and len(made["first_password"]) >= 12
    user = next(one for one in list_staff() if one.sign_in_name == "first-admin")
    assert rights_of(user.id).can("configure")
    assert run("staff", "first-admin")["first_password"] != made["first_password"]


@pytest.mark.django_db
def test_without_a_street_nobody_is_seated() -> None:
    with pytest.raises(CommandError, match="import the territory first"):
        run("staff", "first-admin", "--post", "administrator")


def test_an_unknown_post_ends_in_one_line(world: World) -> None:
    with pytest.raises(CommandError) as refused:
        run("staff", "first-admin", "--post", "emperor")
    assert len(str(refused.value).splitlines()) == 1
