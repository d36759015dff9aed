"""Reports whose category nobody is sure of: a person decides, and the choice teaches."""

from dataclasses import dataclass

from gongzhi.cases.queries import Reported, list_reported_for
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.learned import models_folder
from gongzhi.kernel.revision import current_all
from gongzhi.routing.queries.present import Topics, get_topics
from gongzhi.routing.queries.sorting import KIND, guess_topic
from gongzhi.routing.rules import Titled

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Unsure:
    """A report without a category, what it might be (code, name), how sure the first of them is in percent,
    and the words that say so."""

    report: Reported
    choices: tuple[tuple[str, Titled], ...]
    confidence: int
    words: tuple[str, ...]


def list_unsure_for(actor: Actor) -> tuple[Unsure, ...]:
    """The newest live reports without a category this actor may list."""
    stamps = current_all()
    topics = get_topics(stamps)
    rows = [one for one in list_reported_for(actor, stamps=stamps) if one.category is None]
    return tuple(_unsure(one, topics) for one in rows[:SHOWN])


def _unsure(report: Reported, topics: Topics) -> Unsure:
    guess = guess_topic(report.words, topics)
    codes = [code for code in (guess.code, guess.second) if code in topics.by_code]
    choices = tuple((code, topics.by_code[code].name) for code in codes if code)
    return Unsure(report, choices, guess.confidence, guess.words)


def is_training_asked() -> bool:
    """Whether the worker has been asked to learn and has not done so yet."""
    return (models_folder() / KIND / "asked.json").exists()
