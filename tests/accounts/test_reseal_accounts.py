"""reseal_accounts: after a rotation everything lies under the present key, and codes on paper still serve."""

from pathlib import Path

from django.db import connection
from pytest_django import Settings

from gongzhi.accounts.actions import confirm_second_factor, enrol_second_factor, reseal_accounts
from gongzhi.accounts.actions.second_factor import authenticator, recovery_fits
from gongzhi.accounts.models import SecondFactor, User
from gongzhi.kernel import clock, crypto
from gongzhi.kernel.actors import SYSTEM
from tests.world import World


def test_everything_lies_under_the_present_key(settings: Settings, tmp_path: Path, world: World) -> None:
    staff = world.secretary
    enrolment = enrol_second_factor(actor=staff.actor)
    shown = authenticator(enrolment.secret).generate(int(clock.now().timestamp())).decode()
    paper = confirm_second_factor(shown, actor=staff.actor)
    settings.GONGZHI_KEYS = _copy(tmp_path)
    new = crypto.rotate()
    phones = User.objects.filter(phone_hash__isnull=False).count()
    assert reseal_accounts(actor=SYSTEM) == phones + 1
    assert set(User.objects.filter(phone_hash__isnull=False).values_list("phone_key", flat=True)) == {new}
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM accounts_secondfactor")
        assert crypto.sealed_with(cursor.fetchone()[0]) == new
    assert SecondFactor.objects.get().secret == enrolment.secret
    assert recovery_fits(staff.user_id, paper[0], clock.now())


def _copy(tmp_path: Path) -> Path:
    place = tmp_path / "keys.json"
    place.write_bytes(Path(crypto.settings.GONGZHI_KEYS).read_bytes())
    return place
