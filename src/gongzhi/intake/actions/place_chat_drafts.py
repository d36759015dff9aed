"""Drafts out of a chat, looked at and completed by a person, become reports."""

from collections.abc import Sequence
from dataclasses import replace

from gongzhi.intake.actions.submit_report import submit_report
from gongzhi.intake.queries.chats import PlacedHere, write_chat_reply
from gongzhi.intake.queries.facts import ChatPlaced
from gongzhi.intake.rules import ReportDraft
from gongzhi.kernel.actors import Actor


def place_chat_drafts(drafts: Sequence[ReportDraft], *, actor: Actor) -> ChatPlaced:
    """Place each confirmed draft (its own key, so pressing twice makes none twice) and write the reply to
    paste back. Raises what `submit_report` raises; drafts before the refused one stay placed."""
    receipts = tuple(submit_report(replace(draft, channel="chat"), actor=actor) for draft in drafts)
    placed = [
        PlacedHere(draft.title or draft.words, receipt.case_ref, receipt.seat_title)
        for draft, receipt in zip(drafts, receipts, strict=True)
        if receipt.case_ref
    ]
    return ChatPlaced(receipts, write_chat_reply(placed))
