"""The machine learns to tell categories; a new version holds only when it is not worse than the old one."""

import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.learned import Card, Draft, find_holding, keep_model, let_hold
from gongzhi.parties.queries import check_may_configure
from gongzhi.routing.queries.sorting import KIND, find_sorter, shipped_subjects
from gongzhi.routing.rules.sorting import (
    Named,
    Scores,
    Sorter,
    compare_held_back,
    fit_names,
    fit_sorter,
    learn_new_label,
    measure,
    pack_sorter,
)

Examples = Sequence[tuple[str, str]]  # text, label


class NothingLabelled(Invalid):
    """No text has a label."""

    code = "nothing-labelled"
    sentence: object = _("There is no text with a category to learn from.")
    field = ""


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of it. `verdict`: first (nothing held before), better, as-good, worse (the old one stays),
    names (from names alone). `held_back`: macro-F1 of new and old on the same held-back texts."""

    card: Card
    holds: bool
    verdict: str
    labels: int
    seconds: float
    held_back: tuple[float, float] | None = None
    compared_on: int = 0


def train_sorter(
    examples: Examples,
    *,
    actor: Actor,
    only: str = "",
    rival: Callable[[str], str] | None = None,
    named: Mapping[str, Sequence[str]] | None = None,
) -> Trained:
    """Learn from texts with labels. `only`: learn just this new label, leave all others as they are. `rival`:
    how labels were told so far, if nothing learned holds yet. `named`: names and words of the labels, where
    they do not speak for themselves. Raises Denied, NothingLabelled."""
    check_may_configure(actor)
    labelled = [(text, label.strip()) for text, label in examples if text.strip() and label.strip()]
    if not labelled:
        raise NothingLabelled()
    started, champion = time.monotonic(), find_sorter()
    texts, labels = [text for text, _label in labelled], [label for _text, label in labelled]
    if only:
        return _add_label(champion, texts, labels, only, started, actor)
    sorter, held = fit_sorter(texts, labels, base=champion, named=named, subjects=shipped_subjects())
    chances = [sorter.probabilities(row) for row in held.scores]
    told = [sorter.labels[int(chance.argmax())] for chance in chances]
    scores = measure(labels, told, [float(chance.max()) for chance in chances])
    former = champion or rival
    compared = compare_held_back(sorter, former, texts, labels)
    verdict = "first" if former is None else compared.verdict
    card = _keep(sorter, scores, labelled, verdict, actor, from_cases=rival is not None)
    if verdict != "worse":
        let_hold(KIND, card.version)
    return Trained(
        card,
        verdict != "worse",
        verdict,
        len(sorter.labels),
        round(time.monotonic() - started, 1),
        (compared.new, compared.old) if former is not None else None,
        compared.texts,
    )


def train_from_names(tree: Sequence[Named], *, actor: Actor) -> Trained:
    """Before any history: from the names and words of the categories. It holds at once unless something was
    learned from texts. Raises Denied, NothingLabelled."""
    check_may_configure(actor)
    if not tree:
        raise NothingLabelled()
    started = time.monotonic()
    holding = find_sorter()
    sorter = fit_names(tree, subjects=shipped_subjects())
    rows = [(" ".join(one.texts), one.label) for one in tree]
    card = _keep(sorter, None, rows, "names", actor)
    holds = holding is None or holding.learned is None
    if holds:
        let_hold(KIND, card.version)
    return Trained(card, holds, "names", len(sorter.labels), round(time.monotonic() - started, 1))


def _add_label(
    champion: Sorter | None, texts: list[str], labels: list[str], only: str, started: float, actor: Actor
) -> Trained:
    if champion is None or champion.learned is None or only in champion.labels or only not in labels:
        raise NothingLabelled()
    sorter = learn_new_label(champion, texts, labels, only)
    told = [sorter.sort(text, explain=False) for text in texts]
    scores = measure(labels, [one.label for one in told], [one.confidence for one in told])
    card = _keep(sorter, scores, list(zip(texts, labels, strict=True)), "label-added", actor)
    let_hold(KIND, card.version)
    return Trained(card, True, "label-added", len(sorter.labels), round(time.monotonic() - started, 1))


def _keep(
    sorter: Sorter,
    scores: Scores | None,
    rows: Examples,
    verdict: str,
    actor: Actor,
    *,
    from_cases: bool = False,
) -> Card:
    arrays, words = pack_sorter(sorter)
    fingerprint = hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()
    written: dict[str, object] = {
        "sorter": words,
        "from_names": sorter.learned is None,
        "from_cases": from_cases,
        "why": verdict,
    }
    metrics: dict[str, float] = {"labels": len(sorter.labels)}
    if scores is not None:
        known = asdict(scores)
        metrics |= {name: known[name] for name in ("accuracy", "macro_f1", "accuracy_at_90", "ece")}
        written |= {"per_class": known["per_class"], "confused": known["confused"]}
    draft = Draft(fingerprint, len(rows), arrays, written, metrics)
    return keep_model(KIND, draft, now=clock.now(), by=actor.user_id)


def hold_sorter(version: int, *, actor: Actor) -> Card:
    """Go back (or forward) to a version, at once and everywhere. Raises Denied, NotFound."""
    check_may_configure(actor)
    let_hold(KIND, version)
    card = find_holding(KIND)
    assert card is not None
    return card
