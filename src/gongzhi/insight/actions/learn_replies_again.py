"""Answers given teach: when somebody asks, and by night when enough have been given since.

A wish lies as a file beside the versions, not in the database: learning takes half a minute, and a
transaction that long would keep everybody else from writing."""

import json
from dataclasses import replace

from gongzhi.cases.queries import count_answers
from gongzhi.insight.actions.learn_replies import LEAST, learn_replies
from gongzhi.insight.queries.reply import MODEL, WISH, list_reply_versions
from gongzhi.insight.rules.reply import TooFewAnswers
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.learned import Card, models_folder
from gongzhi.parties.queries import check_may_configure

AGAIN_AFTER = 200
"""New answers after which it learns by itself."""


def ask_reply_learning(*, actor: Actor) -> None:
    """Let the worker learn from the street's answers as soon as it can. Raises Denied, TooFewAnswers."""
    check_may_configure(actor)
    if count_answers() < LEAST:
        raise TooFewAnswers(least=LEAST)
    place = models_folder() / MODEL
    place.mkdir(parents=True, exist_ok=True)
    wish = {"at": clock.now().isoformat(), "by": actor.user_id}
    (place / WISH).write_text(json.dumps(wish), "utf-8")


def learn_replies_when_asked(*, actor: Actor) -> Card | None:
    """Fulfil a wish, if there is one. One cut short while it was written is fulfilled as nobody's: the page
    would say for ever that learning was asked for."""
    wish = models_folder() / MODEL / WISH
    try:
        by = json.loads(wish.read_text("utf-8")).get("by")
    except FileNotFoundError:
        return None
    except ValueError:
        by = None
    try:
        return learn_replies(actor=replace(actor, user_id=by))
    except TooFewAnswers:
        return None
    finally:
        wish.unlink(missing_ok=True)


def learn_replies_when_enough(*, actor: Actor) -> Card | None:
    """Learn anew when there are enough answers the newest version does not know. What holds meanwhile stays
    unless the new version is no worse."""
    newest = next(iter(list_reply_versions()), None)
    known = int(newest.card.metrics.get("answers", newest.card.rows)) if newest is not None else 0
    if count_answers() < max(known + AGAIN_AFTER, LEAST):
        return None
    try:
        return learn_replies(actor=actor)
    except TooFewAnswers:
        return None
