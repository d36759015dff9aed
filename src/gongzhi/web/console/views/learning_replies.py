"""What the machine has learned of answers: going back to a version or to what ships, and learning now."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gongzhi.cases.queries import count_answers
from gongzhi.insight import actions
from gongzhi.insight.queries import ReplyVersion, is_reply_learning_asked, list_reply_versions
from gongzhi.web.console.filling import press
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of
from gongzhi.web.doors import actor_of


@dataclass(frozen=True)
class ReplyRow:
    """A version with the name of whoever asked for it, and its figures."""

    version: ReplyVersion
    made_at: datetime
    author: str
    figures: tuple[tuple[str, str], ...]


def describe_replies(names: dict[int, str]) -> dict[str, object]:
    """The part of the page about answers."""
    rows = [_row(one, names) for one in list_reply_versions()]
    return {
        "reply_rows": rows,
        "reply_held": next((row for row in rows if row.version.holds), None),
        "replies": count_answers(),
        "replies_needed": actions.LEAST_REPLIES,
        "replies_asked": is_reply_learning_asked(),
    }


def _row(version: ReplyVersion, names: dict[int, str]) -> ReplyRow:
    card = version.card
    made_at = datetime.fromisoformat(card.made_at)
    return ReplyRow(version, made_at, names.get(card.by or 0, ""), _figures(version))


def _figures(version: ReplyVersion) -> tuple[tuple[str, str], ...]:
    named = {
        "auc": _("this version"),
        "auc_held": _("the one that held before"),
        "auc_unlearned": _("without learning"),
    }
    metrics = version.card.metrics
    return tuple((said, f"{metrics[key]:.3f}") for key, said in named.items() if key in metrics)


@needs_right("configure")
@require_POST
def hold_replies(request: HttpRequest, version: int) -> HttpResponse:
    """Let a version hold again, at once and everywhere; 0 is what ships."""
    check_settings_of(request, 0)
    done = _("Version %(n)s holds now.") % {"n": version} if version else _("What ships holds now.")
    return press(
        request,
        lambda: actions.hold_replies(version or None, actor=actor_of(request)),
        back=reverse("console:show_learning") + "#replies",
        done=done,
    )


@needs_right("configure")
@require_POST
def ask_reply_learning(request: HttpRequest) -> HttpResponse:
    """Let the worker learn from the answers residents were given."""
    check_settings_of(request, 0)
    return press(
        request,
        lambda: actions.ask_reply_learning(actor=actor_of(request)),
        back=reverse("console:show_learning") + "#replies",
        done=_("The worker learns within a minute; the new version then appears here."),
    )
