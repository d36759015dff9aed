"""A worker to be killed: run by test_kill.py in a process and a database of its own.

python -m tests.kernel.killed_worker announce 400 | work | count
"""

import json
import os
import sys
import threading
import time
from dataclasses import dataclass

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongzhi.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - only after setup
from django.db import transaction  # noqa: E402
from django.db.models import Count  # noqa: E402

from gongzhi.kernel import chores  # noqa: E402
from gongzhi.kernel.events import Event, announce_many, subscribe  # noqa: E402
from gongzhi.kernel.models import Delivery, Revision  # noqa: E402
from gongzhi.kernel.worker import run_worker  # noqa: E402


@dataclass(frozen=True)
class LampBroken(Event):
    """Something to be told."""

    number: int


def note(event: LampBroken, reader: str) -> None:
    """Leave one row a reader: a second one would break the unique name, so twice is seen. The line tells the
    test that work is under way."""
    Revision.objects.create(name=f"{reader}-{event.number}", n=event.number)
    print(reader, event.number, flush=True)  # noqa: T201
    time.sleep(0.002)


for reader in ("first", "second"):
    subscribe(LampBroken, name=f"test.{reader}", call=lambda event, reader=reader: note(event, reader))


def main(word: str, count: int = 0) -> None:
    """One of the three things this process does."""
    if word == "announce":
        call_command("migrate", "kernel", verbosity=0)
        with transaction.atomic():
            announce_many(LampBroken(number) for number in range(count))
        return
    if word == "work":
        for chore in chores.list_chores():  # other rooms' chores have no tables here
            chores.drop_chore(chore.name)
        run_worker(threading.Event())
        return
    states = dict(Delivery.objects.values_list("state").annotate(Count("id")))
    print(json.dumps({"rows": Revision.objects.filter(name__contains="-").count(), **states}))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], *(int(number) for number in sys.argv[2:]))
