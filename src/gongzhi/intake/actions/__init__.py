"""The only place that takes reports in."""

from gongzhi.intake.actions.answer_name_use import answer_name_use
from gongzhi.intake.actions.apply_import import apply_import
from gongzhi.intake.actions.clear_drafts import clear_drafts
from gongzhi.intake.actions.place_chat_drafts import place_chat_drafts
from gongzhi.intake.actions.place_waiting_draft import place_waiting_draft
from gongzhi.intake.actions.preview_import import preview_import
from gongzhi.intake.actions.submit_report import submit_report
from gongzhi.intake.actions.undo_import import undo_import
from gongzhi.intake.actions.write_name_use import write_name_use
from gongzhi.intake.queries.facts import ChatPlaced, Emergency, ImportTally, Preview, Receipt

__all__ = [
    "ChatPlaced",
    "Emergency",
    "ImportTally",
    "Preview",
    "Receipt",
    "answer_name_use",
    "apply_import",
    "clear_drafts",
    "place_chat_drafts",
    "place_waiting_draft",
    "preview_import",
    "submit_report",
    "undo_import",
    "write_name_use",
]
