"""Many at once: the same as each by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.actions import ForeignOrder, place_cases
from gongzhi.cases.models import Case
from gongzhi.cases.rules.refusals import WordsMissing
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from tests.cases.playing import flaws, order, placed
from tests.world import World


def test_place_cases_writes_them_together(world: World) -> None:
    placed(world)  # what a process keeps in memory is there
    stamps = current_all()
    orders = [
        order(
            world, words=f"第{n}盏灯坏了", stamps=stamps, mandate=ForeignOrder("12345", f"N-{n}", clock.now())
        )
        for n in range(40)
    ]
    with CaptureQueriesContext(connection) as seen:
        made = place_cases(orders, actor=SYSTEM)
    assert [c.ref for c in made] == list(Case.objects.order_by("pk").values_list("ref", flat=True))[1:]
    assert len([q for q in seen if "playbooks_version" not in q["sql"]]) <= 18
    assert not flaws()


def test_place_cases_places_all_or_none(world: World) -> None:
    with pytest.raises(WordsMissing):
        place_cases([order(world), order(world, words="")], actor=SYSTEM)
    assert not Case.objects.exists()
