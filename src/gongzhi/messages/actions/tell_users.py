"""Write one message to several people, once each."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.writing import insert_missing_rows
from gongzhi.messages.models import Message
from gongzhi.messages.queries import get_template


@dataclass(frozen=True)
class Telling:
    """What to say to whom. `key` tells this occasion from every other: the same key, the same person, one
    message, however often the news arrives. `facts` are ids, counts and ISO moments, never words."""

    template: str
    user_ids: tuple[int, ...]
    key: str
    case_ref: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def tell_users(telling: Telling, *, actor: Actor) -> int:
    """Answers how many messages were meant. In-app ones are delivered by being written; others wait for
    `send_queued_messages`. Raises NotFound for an unknown template."""
    return tell_many([telling], actor=actor)


def tell_many(tellings: Iterable[Telling], *, actor: Actor) -> int:
    """Several occasions in one statement, which needs no transaction of its own."""
    rows = [row for telling in tellings for row in _rows_of(telling, actor)]
    insert_missing_rows(rows)
    return len(rows)


def _rows_of(telling: Telling, actor: Actor) -> list[Message]:
    template = get_template(telling.template)
    facts = json.dumps({**telling.facts, "by": actor.kind}, ensure_ascii=False, default=str)
    return [
        Message(
            to_id=user_id,
            template=template.code,
            channel=channel,
            state=Message.State.SENT if channel == Message.Channel.IN_APP else Message.State.QUEUED,
            case_ref=telling.case_ref,
            facts_text=facts,
            urgent=template.urgent,
            dedupe_key=dedupe_key(telling.template, telling.key, user_id, channel),
            created_at=clock.now(),
        )
        for user_id in telling.user_ids
        for channel in template.channels
    ]


def dedupe_key(template: str, key: str, user_id: int, channel: str) -> str:
    """What tells a message from every other."""
    return f"{template}:{key}:{user_id}:{channel}"[:200]
