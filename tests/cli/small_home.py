"""Run as a program: a small street in the home of the environment, with a few cases played and anchored.

python -m tests.cli.small_home          build
python -m tests.cli.small_home erase    erase the neighbour and the words of the last case
"""

import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongzhi.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from gongzhi.accounts.models import User  # noqa: E402
from gongzhi.cases.actions import confirm_result, erase_words, make_anchor  # noqa: E402
from gongzhi.cases.models import Case  # noqa: E402
from gongzhi.kernel import clock  # noqa: E402
from gongzhi.kernel.actors import SYSTEM  # noqa: E402
from gongzhi.kernel.crypto import all_hashes  # noqa: E402
from gongzhi.kernel.delivery import drain  # noqa: E402
from gongzhi.registry.actions import erase_person  # noqa: E402
from gongzhi.registry.queries import find_person_of  # noqa: E402
from gongzhi.routing.actions import load_library  # noqa: E402
from tests.cases.playing import MONDAY, placed, settle  # noqa: E402
from tests.world import build_world  # noqa: E402

CASES, NEIGHBOUR = 6, "13800000002"


def build() -> None:
    """Two days: cases placed, settled, some closed; an anchor each evening; the last case is not anchored."""
    call_command("migrate", verbosity=0)
    with clock.frozen(MONDAY):
        world = build_world()
        load_library(actor=SYSTEM)
    cases = []
    for n in range(CASES):
        with clock.frozen(MONDAY + timedelta(hours=n)):
            cases.append(placed(world))
            if n < 3:
                settle(world, cases[-1])
            drain()
            if n == 0:
                confirm_result(cases[0].ref, actor=world.resident.actor, solved=True, stars=4)
        if n in (2, 4):
            day = (MONDAY + timedelta(days=n // 2)).date()
            make_anchor(day, actor=SYSTEM)
    with clock.frozen(MONDAY + timedelta(days=1)):
        placed(world, reporter_id=world.neighbour.person_id)
        drain()


def erase() -> None:
    """A person and some words go; the home notes it."""
    last = Case.objects.order_by("-pk")[0]
    erase_words(last.ref, 1, actor=SYSTEM)
    found = find_person_of(
        User.objects.get(phone_hash__in=all_hashes(NEIGHBOUR, purpose="accounts.phone")).pk
    )
    assert found is not None
    erase_person(found, actor=SYSTEM)


if __name__ == "__main__":
    erase() if sys.argv[1:] == ["erase"] else build()
