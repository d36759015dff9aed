"""Reports written before signing in."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from gongzhi.intake.models import Draft
from gongzhi.intake.rules import About, Order, ReportDraft, Spot


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """A report that waits for its sender to sign in."""

    draft: ReportDraft
    created_at: datetime


def find_waiting_draft(key: str) -> WaitingDraft | None:
    """The waiting report of that key: only its sender knows the key. One query."""
    row = Draft.objects.filter(key=key, state="waiting").first()
    return WaitingDraft(read_draft(row.written), row.created_at) if row else None


def write_draft(draft: ReportDraft) -> str:
    """A draft as one line of JSON, to be sealed."""
    return json.dumps(asdict(draft), ensure_ascii=False, default=lambda moment: moment.isoformat())


def read_draft(written: str) -> ReportDraft:
    """Read it back. Waiting drafts carry no order: visitors bring none."""
    known = json.loads(written)
    order = known.pop("order")
    known["spot"] = Spot(**known["spot"])
    known["about"] = About(**known["about"])
    known["photos"] = tuple(known["photos"])
    return ReportDraft(**known, order=Order(order["source"], order["number"]) if order else None)
