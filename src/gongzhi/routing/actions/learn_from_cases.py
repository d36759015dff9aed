"""The street's own cases teach: when somebody asks, and by night when enough have been closed or corrected.

A wish lies as a file beside the models, not in the database: learning takes half a minute, and a transaction
that long would keep everybody else from writing."""

import json
from dataclasses import replace

from gongzhi.cases.queries import count_labelled, iterate_labelled
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.learned import models_folder
from gongzhi.parties.queries import check_may_configure
from gongzhi.routing.actions.train_sorter import NothingLabelled, Trained, train_sorter
from gongzhi.routing.queries.offhand import name_kinds
from gongzhi.routing.queries.present import get_topics
from gongzhi.routing.queries.sorting import KIND, list_sorter_versions
from gongzhi.rulebook.queries import get_value

LEARN_AFTER = "routing.learn-after"


def ask_training(*, actor: Actor) -> None:
    """Let the worker learn from the street's cases as soon as it can. Raises Denied."""
    check_may_configure(actor)
    place = models_folder() / KIND
    place.mkdir(parents=True, exist_ok=True)
    wish = {"at": clock.now().isoformat(), "by": actor.user_id}
    (place / "asked.json").write_text(json.dumps(wish), "utf-8")


def learn_when_asked(*, actor: Actor) -> Trained | None:
    """Fulfil a wish, if there is one. Nothing to learn from is no fault: the page says so."""
    wish = models_folder() / KIND / "asked.json"
    try:
        by = json.loads(wish.read_text("utf-8")).get("by")
    except (FileNotFoundError, ValueError):
        return None
    try:
        return learn_from_cases(actor=replace(actor, user_id=by))
    finally:
        wish.unlink(missing_ok=True)


def learn_when_enough(*, actor: Actor) -> Trained | None:
    """Learn anew when the rule `routing.learn-after` says there is enough that is new. What was learned from
    a table stays until somebody asks."""
    last = next(iter(list_sorter_versions()), None)
    if last is not None and not last.from_cases:
        return None
    known = last.card.rows if last is not None else 0
    if abs(count_labelled() - known) < get_value(LEARN_AFTER).number:
        return None
    return learn_from_cases(actor=actor)


def learn_from_cases(*, actor: Actor) -> Trained | None:
    """Learn from closed and corrected cases; None when there are none. The rival of the first version are
    the words of the categories."""
    finder = get_topics().finder
    try:
        return train_sorter(
            list(iterate_labelled()),
            actor=actor,
            rival=lambda text: finder.guess(text).code or "",
            named=name_kinds(),
        )
    except NothingLabelled:
        return None
