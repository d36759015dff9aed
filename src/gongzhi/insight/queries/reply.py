"""Does an answer answer? For one answer, and for a table of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gongzhi.insight.rules.reply import (
    OWN,
    SHIPPED,
    Background,
    Checked,
    Checker,
    Gap,
    Hint,
    Pair,
    Phrases,
    grams_of,
    judge_relevance,
    measure_auc,
    measure_pair,
    plain_pair,
    read_phrases,
    shuffle_pairs,
)
from gongzhi.kernel import yaml
from gongzhi.kernel.learned import Card, Learned, find_holding, list_models, models_folder, use_model

LISTS = Path(__file__).resolve().parent.parent / "data"
MODEL = "reply"
WISH = "asked.json"
ENOUGH = 30
"""Rows from which a table says itself which words are rare."""
USEFUL = 0.75
"""Area under the curve below which nothing learned is let hold by itself."""
SLACK = 0.002
"""Area under the curve by which a version may stay behind and still count as no worse."""


@dataclass(frozen=True, slots=True)
class ReplyVersion:
    """One version of what was learned of answers, for people. `why`: first, better, as-good, worse, vague."""

    card: Card
    holds: bool
    why: str


@cache
def shipped_phrases() -> Phrases:
    """The phrases as they ship."""
    return read_phrases(yaml.load((LISTS / "reply.yaml").read_text("utf-8")))


@cache
def shipped_background() -> Background:
    """How common sign pairs are in the texts of this project."""
    rows = [line.rsplit(",", 1) for line in (LISTS / "commonplace.csv").read_text("utf-8").splitlines()]
    worn = frozenset(gram for phrase in shipped_phrases().worn for gram in grams_of(phrase))
    return Background(int(rows[0][1]), {gram: int(seen) for gram, seen in rows[1:]}, worn)


def hint_of(gap: Gap, language: str = "zh") -> Hint:
    """What is missing and what to add, in words for whoever writes the answer."""
    return shipped_phrases().hints[gap, "en" if language.startswith("en") else "zh"]


def holding_reply_model() -> int | None:
    """The version of the street's own model that holds, if one does."""
    card = find_holding(MODEL)
    return card.version if card else None


def is_worse(metrics: Mapping[str, float]) -> bool:
    """Whether a version stays behind what it was held against: what ships, and what held when it was made; or
    tells too little to be trusted, as where a street gives everybody the same answer."""
    return (
        metrics["auc"] < USEFUL
        or metrics["auc"] < max(metrics["auc_unlearned"], metrics.get("auc_held", 0.0)) - SLACK
    )


def list_reply_versions() -> tuple[ReplyVersion, ...]:
    """Every version kept, the newest first. No query."""
    holding = holding_reply_model()
    return tuple(
        ReplyVersion(card, card.version == holding, _why(card.metrics)) for card in list_models(MODEL)
    )


def _why(metrics: Mapping[str, float]) -> str:
    if metrics["auc"] < USEFUL:
        return "vague"
    if is_worse(metrics):
        return "worse"
    held = metrics.get("auc_held")
    if held is None:
        return "first"
    return "better" if metrics["auc"] > held + SLACK else "as-good"


def is_reply_learning_asked() -> bool:
    """Whether the worker has been asked to learn from answers and has not done so yet."""
    return (models_folder() / MODEL / WISH).exists()


def ready_checker() -> Checker:
    """What answers are checked with now: the street's own model where one holds, else what ships."""
    learned = use_model(MODEL, _build)
    return learned or Checker(shipped_phrases(), shipped_background(), SHIPPED)


def _build(learned: Learned) -> Checker:
    counts = dict(zip(learned.words["grams"], learned.arrays["counts"].tolist(), strict=True))
    background = Background(int(learned.words["texts"]), counts, shipped_background().worn)
    weights = tuple(learned.arrays["weights"].tolist())
    silent = (0.0,) * (len(OWN) - len(weights))  # a version made before single signs counted
    return Checker(shipped_phrases(), background, weights + silent)


def check_reply(question: Sequence[str], reply: str) -> Checked:
    """One answer to a question (its title first, if it has one). A few milliseconds; no database."""
    return ready_checker().check(Pair(tuple(question), reply))


def check_replies(pairs: Sequence[Pair]) -> list[Checked]:
    """The answers of a table, each judged on its own; the table only says which words are rare."""
    checker = _table_checker(pairs)
    return [checker.check(pair) for pair in pairs]


def try_shuffled(pairs: Sequence[Pair], seed: int) -> float:
    """How well relevance tells each answer from one that belongs to another question: the area under the
    curve, 0.5 for guessing. Pairs with an empty side are left out."""
    checker = _table_checker(pairs)
    plain = [plain_pair(pair, checker.phrases) for pair in pairs if any(pair.question) and pair.reply]
    return measure_auc(_scores(plain, checker), _scores(shuffle_pairs(plain, seed), checker))


def _scores(pairs: Sequence[Pair], checker: Checker) -> list[float]:
    return [judge_relevance(measure_pair(pair, checker.background), checker.weights) for pair in pairs]


def _table_checker(pairs: Sequence[Pair]) -> Checker:
    ready = ready_checker()
    if len(pairs) < ENOUGH or ready.weights != SHIPPED:
        return ready
    plain = [plain_pair(pair, ready.phrases) for pair in pairs]
    texts = (text for pair in plain for text in ("\n".join(pair.question), pair.reply))
    return Checker(ready.phrases, ready.background.with_texts(texts), OWN)
