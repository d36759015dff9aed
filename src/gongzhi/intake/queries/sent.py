"""What another system has sent with its key: it may look up its own reports and nobody else's."""

from dataclasses import dataclass

from gongzhi.accounts.queries import list_token_ids_like
from gongzhi.intake.models import Draft
from gongzhi.kernel.actors import Actor

MOST = 200


@dataclass(frozen=True, slots=True)
class SentPage:
    """Cases that came from one system, the latest first; `next` is the cursor of the following page."""

    case_ids: tuple[int, ...]
    next: str = ""


def came_from(token_no: int | None, actor: Actor) -> bool:
    """Whether a key belongs to the system that now acts: a renewed key is the same sender."""
    if token_no is None or actor.token_id is None:
        return token_no == actor.token_id
    return token_no == actor.token_id or token_no in list_token_ids_like(actor.token_id)


def has_sent(actor: Actor, ref: str) -> bool:
    """Whether the acting system brought this case in. Two queries."""
    if actor.kind != "token" or actor.user_id is not None or actor.token_id is None:
        return False
    keys = list_token_ids_like(actor.token_id)
    return Draft.objects.filter(case__ref=ref, token_no__in=keys, by_user__isnull=True).exists()


def list_sent(actor: Actor, *, cursor: str = "", limit: int = 25) -> SentPage:
    """One page of what the acting system brought in. Two queries; a cursor nobody gave out starts anew."""
    if actor.kind != "token" or actor.user_id is not None or actor.token_id is None:
        return SentPage(())
    keys = list_token_ids_like(actor.token_id)
    rows = Draft.objects.filter(token_no__in=keys, by_user__isnull=True, case__isnull=False).order_by("-id")
    if cursor.isascii() and cursor.isdigit() and len(cursor) < 19:
        rows = rows.filter(id__lt=int(cursor))
    size = min(max(limit, 1), MOST)
    found = list(rows.values_list("id", "case_id")[: size + 1])
    page = found[:size]
    return SentPage(
        tuple(case_id for _id, case_id in page if case_id), str(page[-1][0]) if len(found) > size else ""
    )
