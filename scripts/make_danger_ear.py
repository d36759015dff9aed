"""Teach the second ear of the danger finder: src/gongzhi/routing/data/danger_ear.json.

It learns from the invented sentences of tests/routing (danger_sentences.yaml, danger_sentences_heard.yaml)
and, as what is no danger, from the calm texts of the project itself (catalogues, lists, demo street, tests).
The sentences kept apart (danger_sentences_apart.yaml) are never read. Run it by hand when sentences were
added:
`.venv/bin/python scripts/make_danger_ear.py`.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from gongzhi.kernel import yaml
from gongzhi.routing.rules import DangerFinder, read_dangers, read_yaml
from gongzhi.routing.rules.ear import pieces_of
from gongzhi.routing.rules.folding import fold

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = (
    ROOT / "tests/routing/danger_sentences.yaml",
    ROOT / "tests/routing/danger_sentences_heard.yaml",
)
LIST = ROOT / "src/gongzhi/routing/data/dangers.yaml"
TARGET = ROOT / "src/gongzhi/routing/data/danger_ear.json"
LEAST_SIGNS, LEAST_WORDS = 6, 4
LEAST_TEXTS, LEAST_CALM = 2, 3
LEARNING = 40.0
HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"\b[A-Za-z]{2,}\b")
ENGLISH = re.compile(r'^msgid (?:""\n)?"(.*)"', re.MULTILINE)
TRANSLATED = re.compile(r'^msgstr (?:""\n)?"(.*)"', re.MULTILINE)
NOT_CALM = ("danger", "offending")


def calm_texts() -> Iterator[str]:
    """The project's own texts, line by line, without those that are about danger or offence."""
    for catalogue in sorted(ROOT.glob("src/gongzhi/**/*.po")):
        written = catalogue.read_text("utf-8")
        for text in ENGLISH.findall(written):
            if len(WORD.findall(text)) >= LEAST_WORDS:
                yield text
        yield from _chinese(TRANSLATED.findall(written))
    own = ("src/gongzhi/**/*.yaml", "tests/**/*.yaml", "src/gongzhi/cli/demo/*.py", "tests/**/*.py")
    for file in (file for kind in own for file in sorted(ROOT.glob(kind))):
        if not any(word in file.name for word in NOT_CALM):
            yield from _chinese(re.findall(r'[^"\n{}:]{4,}', file.read_text("utf-8")))


def _chinese(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if len(HAN.findall(text)) >= LEAST_SIGNS)


def learn(
    texts: Sequence[Collection[str]], kinds: Sequence[str], known: Sequence[str]
) -> tuple[float, Mapping[str, tuple[float, ...]]]:
    """A logistic regression over the pieces; danger and calm weigh the same in all."""
    seen = Counter(one for pieces in texts for one in pieces)
    told = Counter((one, kind) for pieces, kind in zip(texts, kinds, strict=True) if kind for one in pieces)
    grave_ones = {one for one, _kind in told}
    enough = (one for one, n in seen.items() if n >= (LEAST_TEXTS if one in grave_ones else LEAST_CALM))
    kept = {one: n for n, one in enumerate(sorted(enough))}
    rarity = {one: np.log((1 + len(texts)) / (1 + seen[one])) + 1 for one in kept}
    rows: list[tuple[int, int, float]] = []
    for n, pieces in enumerate(texts):
        here = [one for one in pieces if one in kept]
        length = np.sqrt(sum(rarity[one] ** 2 for one in here)) or 1.0
        rows.extend((n, kept[one], rarity[one] / length) for one in here)
    where_n, where_m, values = zip(*rows, strict=True)
    table = csr_matrix((values, (where_n, where_m)), shape=(len(texts), len(kept)))
    grave = np.array([bool(kind) for kind in kinds])
    weighing = np.where(grave, (~grave).sum() / grave.sum(), 1.0)
    model = LogisticRegression(C=LEARNING, max_iter=3000).fit(table, grave, sample_weight=weighing)
    learned = {}
    for one, n in kept.items():
        counts = [told[one, kind] for kind in known]
        learned[one] = (
            round(float(rarity[one]), 2),
            round(float(model.coef_[0, n]), 2),
            *(counts if any(counts) else ()),
        )
    return round(float(model.intercept_[0]), 3), learned


def main() -> None:
    """Write the file: the kinds, the start, and of each piece its rarity, its weight and the counts."""
    dangers = read_dangers(read_yaml(LIST.read_text("utf-8")))
    finder = DangerFinder(dangers)
    known = [sign.code for sign in dangers.signs]
    told = [case for file in SENTENCES for case in yaml.load(file.read_text("utf-8"))]
    cases = {fold(case["text"]): case.get("sign", "").split("|")[0] for case in told}
    for text in calm_texts():
        if finder.find(text) is None:
            cases.setdefault(fold(text), "")
    ordered = sorted(cases)
    start, learned = learn([pieces_of(text) for text in ordered], [cases[text] for text in ordered], known)
    kinds = Counter(cases.values())
    lines = ",\n".join(
        f"{json.dumps(one, ensure_ascii=False)}: {json.dumps(row)}" for one, row in sorted(learned.items())
    )
    head = f'"kinds": {json.dumps({code: kinds[code] for code in known})},\n"start": {start},\n"pieces": '
    TARGET.write_text(f"{{\n{head}{{\n{lines}\n}}\n}}\n", "utf-8")
    print(f"{len(ordered)} texts, {len(learned)} pieces, {TARGET.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
