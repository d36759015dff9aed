"""`gongzhi doctor`: is this installation in order?"""

import shutil
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel.delivery import count_waiting
from gongzhi.parties.queries import list_seats, list_vacant_seats
from gongzhi.rulebook.queries import calendar_warning

LEAST_SPACE = 1 << 30


class Command(Base):
    help = (
        "Look at database, keys, space, deliveries, calendar and seats; exits with 1 when something is amiss."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        amiss = [line for line in (_tables(), _keys(), _space(), _dead(), _calendar(), _desk()) if line]
        figures = {
            "database": connection.vendor,
            "home": str(settings.GONGZHI_HOME),
            "amiss": amiss or "nothing",
        }
        print_figures(self.stdout, figures, as_json=options["json"])
        if amiss:
            sys.exit(1)


def _tables() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} migrations wait: run gongzhi migrate" if waiting else ""


def _keys() -> str:
    if not settings.GONGZHI_KEYS.exists():
        return ""
    loose = settings.GONGZHI_KEYS.stat().st_mode & 0o077
    return f"others can read {settings.GONGZHI_KEYS}: chmod 600 it" if loose else ""


def _space() -> str:
    free = shutil.disk_usage(settings.GONGZHI_HOME).free
    return f"only {free >> 20} MiB are free under {settings.GONGZHI_HOME}" if free < LEAST_SPACE else ""


def _dead() -> str:
    dead = count_waiting().get("dead", 0) if not _tables() else 0
    return f"{dead} deliveries are dead: gongzhi deliveries" if dead else ""


def _calendar() -> str:
    return calendar_warning() or "" if not _tables() else ""


def _desk() -> str:
    """Whatever nobody takes goes to the duty desk: it must exist and be held."""
    if _tables():
        return ""
    desks = list_seats(posts=["duty-desk"])
    if not desks:
        return "there is no duty desk: set one up under posts"
    vacant = {seat.id for seat in list_vacant_seats()}
    return "nobody sits at the duty desk" if all(d.id in vacant for d in desks) else ""
