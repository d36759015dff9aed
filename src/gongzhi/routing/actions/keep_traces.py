"""The traces of reports are kept to those somebody could still join."""

from datetime import timedelta

from django.db import transaction

from gongzhi.cases.queries import list_report_ids
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.routing.actions.trace_report import trace_reports
from gongzhi.routing.models import Trace

KEPT_DAYS = 400
AT_ONCE = 500
MOST = 20_000


def keep_traces(*, actor: Actor) -> int:
    """Drop the traces of ended cases and of very old ones, leave those that are missing (cases that were
    reopened, or reported before there were traces). Answers how many reports were traced."""
    since = clock.today() - timedelta(days=KEPT_DAYS)
    with transaction.atomic():
        Trace.objects.filter(case__status="ended").delete()
        Trace.objects.filter(day__lt=since).delete()
    live = list_report_ids(since=since, limit=MOST)
    traced = set(Trace.objects.filter(of_address=False).values_list("case_id", flat=True).distinct())
    missing = [case_id for case_id in live if case_id not in traced]
    for first in range(0, len(missing), AT_ONCE):
        trace_reports(missing[first : first + AT_ONCE], actor=actor)
    return len(missing)
