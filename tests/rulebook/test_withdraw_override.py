from datetime import date

import pytest

from gongzhi.kernel.actors import VISITOR, Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.rulebook.actions import NewValue, override_value, withdraw_override
from gongzhi.rulebook.queries import Limit, get_limit, list_overrides
from gongzhi.rulebook.rules.values import OnlyStaff

pytestmark = pytest.mark.django_db
CLERK = Actor(kind="person", user_id=7)


@pytest.fixture
def written() -> int:
    new = NewValue("solve.ordinary", "3", "working-day", "街道办公会", date(2026, 1, 1))
    return override_value(new, actor=CLERK)


def test_the_pack_holds_again_and_the_row_stays(written: int) -> None:
    assert get_limit("solve", "ordinary") == Limit(3, "working-day")
    withdraw_override(written, actor=CLERK)
    assert get_limit("solve", "ordinary") == Limit(7, "natural-day")
    (row,) = list_overrides()
    assert (row.withdrawn_by_id, row.withdrawn_at is not None) == (7, True)


def test_only_once_and_only_by_staff(written: int) -> None:
    with pytest.raises(OnlyStaff):
        withdraw_override(written, actor=VISITOR)
    withdraw_override(written, actor=CLERK)
    with pytest.raises(NotFound):
        withdraw_override(written, actor=CLERK)
