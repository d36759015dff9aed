"""What somebody was told."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gongzhi.insight.queries import list_topics_open_to
from gongzhi.intake.queries import list_link_tokens
from gongzhi.kernel.refs import spoken
from gongzhi.messages.models import Message
from gongzhi.messages.queries.templates import list_templates
from gongzhi.messages.rules import Template, fill_template
from gongzhi.playbooks.queries import get_version
from gongzhi.territory.queries import find_place

NOT_ME = "/not-me/"
Links = Mapping[tuple[str, int], str]


@dataclass(frozen=True)
class MessageFacts:
    """One line of an inbox, in the reader's language, and what it leads to: a case, or the page of a proposed
    topic."""

    id: int
    sentence: str
    case_ref: str
    topic_ref: str
    at: datetime
    unread: bool
    urgent: bool


def list_messages(user_id: int, *, before: int | None = None, limit: int = 30) -> tuple[MessageFacts, ...]:
    """The newest first; `before` is the id of the last one seen."""
    rows = Message.objects.filter(to_id=user_id, channel=Message.Channel.IN_APP)
    if before is not None:
        rows = rows.filter(id__lt=before)
    found = list(rows.order_by("-id")[:limit])
    templates, links, topics = list_templates(), _links_of(found), _topics_of(found, user_id)
    return tuple(_facts_of(row, templates, links, topics.get(row.pk, "")) for row in found)


def count_unread(user_id: int) -> int:
    """How many messages wait."""
    return Message.objects.filter(to_id=user_id, channel=Message.Channel.IN_APP, read_at=None).count()


def sentence_of(message: Message) -> str:
    """The template filled in the reader's language; names of places and steps are looked up now."""
    return _sentence(message, list_templates(), _links_of([message]))


def _sentence(message: Message, templates: dict[str, Template], links: Links) -> str:
    template = templates.get(message.template)
    language = get_language() or "zh-hans"
    return fill_template(template, language, _facts_in(message, language, links)) if template else ""


def _facts_of(row: Message, templates: dict[str, Template], links: Links, topic: str) -> MessageFacts:
    sentence = _sentence(row, templates, links)
    new = row.read_at is None
    return MessageFacts(row.pk, sentence, row.case_ref, topic, row.created_at, new, row.urgent)


def _topics_of(messages: Iterable[Message], user_id: int) -> dict[int, str]:
    """Of those about a topic, its number by message, as far as its page opens for the reader now."""
    about = {one.pk: json.loads(one.facts_text).get("topic_ref", "") for one in messages if not one.case_ref}
    named = {ref for ref in about.values() if ref}
    leading = list_topics_open_to(user_id, named) if named else frozenset()
    return {pk: ref for pk, ref in about.items() if ref in leading}


def _links_of(messages: Iterable[Message]) -> Links:
    """The tokens of those that ask whether a report was theirs: kept sealed at the front desk, not here."""
    refs = {one.case_ref for one in messages if '"link_of"' in one.facts_text}
    return list_link_tokens(refs) if refs else {}


def _facts_in(message: Message, language: str, links: Links) -> dict[str, object]:
    raw = json.loads(message.facts_text)
    facts: dict[str, object] = {k: v for k, v in raw.items() if k in {"count", "grade"}}
    facts["ref"] = spoken(message.case_ref) if message.case_ref else ""
    place = find_place(raw["place_id"]) if raw.get("place_id") else None
    facts["place"] = place.full_name if place else ""
    if raw.get("step") and raw.get("version_id"):
        title = get_version(raw["version_id"]).steps[raw["step"]].title
        facts["step"] = title.en if language.startswith("en") else title.zh
    facts["due"] = _moment(raw["due"]) if raw.get("due") else _("none set")
    token = links.get((message.case_ref, raw.get("link_of", 0)))
    facts["link"] = f"{settings.GONGZHI_ADDRESS}{NOT_ME}{token}/" if token else ""
    return facts


def _moment(text: str) -> str:
    """Day and hour as the pages write them: Nov. 22, 2026 15:26, 2026年11月22日 15:26."""
    at = timezone.localtime(datetime.fromisoformat(text))
    return f"{formats.date_format(at.date(), 'DATE_FORMAT')} {at:%H:%M}"
