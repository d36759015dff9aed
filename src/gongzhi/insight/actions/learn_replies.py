"""A street learns from its own closed cases which answers were on the matter."""

import hashlib

import numpy as np

from gongzhi.cases.queries import Answer, count_answers, list_newest_answers
from gongzhi.insight.actions.record_replies import is_answer
from gongzhi.insight.queries.reply import MODEL, is_worse, ready_checker, shipped_background, shipped_phrases
from gongzhi.insight.rules.reply import (
    OFF_SUBJECT,
    OWN,
    Example,
    Pair,
    TooFewAnswers,
    count_background,
    fit_examples,
    judge_relevance,
    measure_pair,
    plain_pair,
    try_as_it_is,
    try_fixed,
    try_learning,
)
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.learned import Card, Draft, find_holding, keep_model, let_hold
from gongzhi.parties.queries import check_may_configure

LEAST, MOST = 200, 5_000
COMMON = 5
"""Texts a sign pair must stand in to be kept: what only a few wrote (a name, a number) is not."""
NOTHING_CHANGED = "same"


def learn_replies(*, actor: Actor) -> Card:
    """Learn weights and word counts from answers given; the new version holds where on pairs held back it is
    not worse than what ships, nor than the version that holds, wherever that one came from. Figures and word
    counts are kept, no letter. Raises Denied, TooFewAnswers."""
    check_may_configure(actor)
    examples = _examples()
    if sum(one.fits for one in examples) < LEAST:
        raise TooFewAnswers(least=LEAST)
    draft = _draft(examples, _measure(examples))
    card = keep_model(MODEL, draft, now=clock.now(), by=actor.user_id)
    if not is_worse(card.metrics):
        let_hold(MODEL, card.version)
    return card


def _examples() -> list[Example]:
    answers = [one for one in list_newest_answers(limit=MOST) if is_answer(one)]
    return [example for one in answers if (example := _example(one)) is not None]


def _measure(examples: list[Example]) -> dict[str, float]:
    """How well it tells right answers from wrong ones, each on the same pairs held back: newly learned, as it
    ships, and as it holds. What holds may have learned from some of them: that is to its advantage."""
    base = shipped_background()
    metrics = {
        "auc": try_learning(examples, base, OWN),
        "auc_unlearned": try_fixed(examples, base, OWN),
        "refused": float(sum(not one.fits for one in examples)),
        "answers": float(count_answers()),
    }
    if find_holding(MODEL) is not None:
        champion = ready_checker()
        metrics["auc_held"] = try_as_it_is(examples, champion.background, champion.weights)
    return metrics


def _example(said: Answer) -> Example | None:
    """An answer that was accepted, or not judged, was on the matter. One that was refused because nothing had
    changed, and shares next to nothing with the question, was not; what else was refused teaches nothing."""
    pair = plain_pair(Pair((said.question,), said.words), shipped_phrases())
    if not said.question or not pair.reply:
        return None
    if said.solved is not False:
        return Example(pair, True)
    off = judge_relevance(measure_pair(pair, shipped_background()), OWN) < OFF_SUBJECT
    return Example(pair, False) if said.reason == NOTHING_CHANGED and off else None


def _draft(examples: list[Example], metrics: dict[str, float]) -> Draft:
    background = count_background(examples, shipped_background())
    weights = fit_examples(examples, background, OWN)
    kept = sorted(gram for gram, seen in background.counts.items() if seen >= COMMON)
    return Draft(
        fingerprint=_fingerprint(examples),
        rows=len(examples),
        arrays={
            "counts": np.array([background.counts[gram] for gram in kept], np.int64),
            "weights": np.array(weights, np.float64),
        },
        words={"texts": background.texts, "grams": kept},
        metrics=metrics,
    )


def _fingerprint(examples: list[Example]) -> str:
    seen = hashlib.sha256()
    for one in examples:
        seen.update("\0".join([*one.pair.question, one.pair.reply, str(one.fits)]).encode())
    return seen.hexdigest()
