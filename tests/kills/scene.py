"""The installation that is shot at, built and counted by a process of its own.

python -m tests.kills.scene build | count
"""

import json
import os
import sys
from collections import Counter
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongzhi.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - only after setup
from django.db.models import Count, Q  # noqa: E402

from gongzhi.accounts.actions import NewToken, issue_token  # noqa: E402
from gongzhi.cases.models import Case, Term  # noqa: E402
from gongzhi.intake.models import Draft  # noqa: E402
from gongzhi.kernel import clock  # noqa: E402
from gongzhi.kernel.actors import SYSTEM  # noqa: E402
from gongzhi.kernel.models import Delivery  # noqa: E402
from gongzhi.messages.models import Message  # noqa: E402
from gongzhi.routing.actions import load_library  # noqa: E402
from gongzhi.routing.models import Decision  # noqa: E402
from tests.world import build_world  # noqa: E402


def build() -> dict[str, object]:
    """The small street of the tests, with the shipped lists and a key for a sending system."""
    call_command("migrate", verbosity=0)
    build_world()
    load_library(actor=SYSTEM)
    ends = clock.now() + timedelta(days=1)
    token = issue_token(NewToken(["reports:write"], ends, system_name="soak"), actor=SYSTEM)
    return {"token": token.secret}


def count() -> dict[str, object]:
    """What is there: every report by its key; what was not delivered, has no hands, is not told of."""
    placed = dict(Draft.objects.values_list("key", "case__ref"))
    cases = Case.objects.all()
    told = Counter(Message.objects.filter(template="case-given").values_list("case_ref", flat=True))
    return {
        "placed": placed,
        "cases": cases.count(),
        "undecided": cases.exclude(pk__in=Decision.objects.values("case_id")).count(),
        "unowned": cases.filter(Q(seat=None) | (Q(step="") & ~Q(status="ended"))).count(),
        "unfindable": cases.exclude(pk__in=Term.objects.values("case_id")).count(),
        "untold": [ref for ref in cases.values_list("ref", flat=True) if not told[ref]],
        "states": dict(Delivery.objects.values_list("state").annotate(Count("id"))),
    }


def due() -> int:
    """How many deliveries wait."""
    return Delivery.objects.filter(state=Delivery.State.DUE).count()


if __name__ == "__main__":
    print(json.dumps({"build": build, "count": count, "due": due}[sys.argv[1]]()))  # noqa: T201 - its answer
