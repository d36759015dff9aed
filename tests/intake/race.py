"""The same report from eight threads. An SQLite in memory has one lock for the whole table, so there the
race is run in a process of its own, on a file as in real life: `python -m tests.intake.race`."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

HANDS = 8


def race(world: "object") -> dict[str, int]:
    """What came of it: receipts that say created, different cases named, cases and drafts stored."""
    from django.db import connections  # noqa: PLC0415 - a process of its own sets Django up first

    from gongzhi.cases.models import Case  # noqa: PLC0415
    from gongzhi.intake.actions import Receipt, submit_report  # noqa: PLC0415
    from gongzhi.intake.models import Draft  # noqa: PLC0415
    from gongzhi.intake.queries import ReportDraft, Spot  # noqa: PLC0415
    from gongzhi.territory.queries import get_place  # noqa: PLC0415

    spot = Spot(place_ref=get_place(world.place("entrance")).ref)  # type: ignore[attr-defined]
    report = ReportDraft("key-raced", "三层楼道灯不亮", spot=spot)
    actor = world.resident.actor  # type: ignore[attr-defined]

    def send(_n: int) -> Receipt:
        try:
            return submit_report(report, actor=actor)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(HANDS) as pool:
        receipts = list(pool.map(send, range(HANDS)))
    return {
        "created": sum(one.created for one in receipts),
        "named": len({one.case_ref for one in receipts}),
        "cases": Case.objects.count(),
        "drafts": Draft.objects.count(),
    }


def main() -> None:
    """A fresh home (GONGZHI_HOME), the small street, the race; prints one line of JSON."""
    import django  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongzhi.config.settings")
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from tests.world import build_world  # noqa: PLC0415

    from gongzhi.kernel.actors import SYSTEM  # noqa: PLC0415
    from gongzhi.routing.actions import load_library  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    world = build_world()
    load_library(actor=SYSTEM)
    sys.stdout.write(json.dumps(race(world)) + "\n")


if __name__ == "__main__":
    main()
