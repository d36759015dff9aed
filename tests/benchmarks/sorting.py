"""Keyword rules, word TF-IDF with a linear SVM, and our sorter, on the same texts in one run.

python -m tests.benchmarks.sorting [FOLDER with train_segmented.csv.xz, dev_raw.csv, taxonomy.xlsx]

Figures are processor time, and ratios to the plain baseline: what else the machine does must not show.
Without the folder (real messages are never part of the repository) it measures on invented ones.
"""

import importlib
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from gongzhi.kernel.segments import words_of
from gongzhi.kernel.sheets import read_sheet
from gongzhi.routing.rules.sorting import Named, fit_names, fit_sorter, measure
from tests.benchmarks.figures import Figure
from tests.benchmarks.serving import ROOT
from tests.routing.learning import labelled, shipped_subjects, tree

PART = "Categories"
LETTERS = ROOT.parent / "shared" / "data" / "citizen-messages"
CURVE = (100, 300, 1000, 3000)
Examples = list[tuple[str, str]]
Tell = Callable[[str], str]


def read_folder(folder: Path) -> tuple[Examples, Examples, list[Named]]:
    """Training texts, test texts, tree."""
    known = [(row["text"], row["category"]) for row in read_sheet(folder / "train_segmented.csv.xz").rows]
    asked = [
        (f"{row['留言主题']}\n{row['留言详情']}", row["一级分类"])
        for row in read_sheet(folder / "dev_raw.csv").rows
    ]
    named: dict[str, Named] = {}
    for row in read_sheet(folder / "taxonomy.xlsx").rows:
        parts = tuple(row.values())[:3]
        for depth in range(1, 4):
            label = "/".join(parts[:depth])
            named.setdefault(label, Named(label, "/".join(parts[: depth - 1]) or None, (parts[depth - 1],)))
    return known, asked, list(named.values())


def keyword_rules(named: Sequence[Named]) -> Tell:
    """The words of the tree's names, each a vote for its top."""
    votes: dict[str, set[str]] = {}
    for one in named:
        for text in one.texts:
            for word in words_of(text):
                votes.setdefault(word, set()).add(one.label.split("/")[0])

    def tell(text: str) -> str:
        found = Counter(top for word in words_of(text) for top in votes.get(word, ()) if len(word) > 1)
        return max(sorted(found), key=lambda top: found[top]) if found else ""

    return tell


def plain_svm(known: Examples) -> Tell:
    """Word TF-IDF and a linear SVM, as everybody begins."""
    text = importlib.import_module("sklearn.feature_extraction.text")
    svm = importlib.import_module("sklearn.svm")
    table = text.TfidfVectorizer(analyzer=words_of)
    line = svm.LinearSVC().fit(
        table.fit_transform([one for one, _label in known]), [one for _t, one in known]
    )
    return lambda one: str(line.predict(table.transform([one]))[0])


def our_sorter(known: Examples) -> Tell:
    """Ours, from the texts alone."""
    texts, labels = zip(*known, strict=True)
    sorter = fit_sorter(texts, labels, subjects=shipped_subjects())[0]
    return lambda one: sorter.sort(one).label


def compare(name: str, fit: Callable[[], Tell], asked: Examples) -> tuple[float, float, float]:
    """Print a line; processor seconds to learn, median milliseconds to tell, macro-F1."""
    started = time.process_time()
    tell = fit()
    learned = time.process_time() - started
    told, taken = [], []
    for text, _label in asked:
        began = time.process_time()
        told.append(tell(text))
        taken.append(1000 * (time.process_time() - began))
    scores = measure([label for _text, label in asked], told, [1.0] * len(told))
    median = sorted(taken)[len(taken) // 2]
    sys.stdout.write(
        f"{name:<34} macro-F1 {scores.macro_f1:.4f}  right {scores.accuracy:.4f}"
        f"  learns {learned:6.1f} s  tells {median:5.2f} ms\n"
    )
    sys.stdout.flush()
    return learned, median, scores.macro_f1


def measure_sorter() -> tuple[list[Figure], list[str]]:
    """For `make bench`: ours beside the plain baseline, on the letters if they are here."""
    if not LETTERS.is_dir():
        return [], [f"categories: {LETTERS} is not here"]
    known, asked, named = read_folder(LETTERS)
    names = fit_names(named, subjects=shipped_subjects())
    alone = compare("names alone (ours)", lambda: lambda one: names.sort(one).label, asked)
    plain = compare("word TF-IDF + linear SVM", lambda: plain_svm(known), asked)
    ours = compare("our sorter", lambda: our_sorter(known), asked)
    return [
        Figure(PART, "macro-F1 on letters never seen, learned", ours[2], at_least=0.93),
        Figure(PART, "the same, word TF-IDF and a linear SVM", plain[2]),
        Figure(PART, "the same, from names alone", alone[2], at_least=0.85),
        Figure(PART, f"learning {len(known):,} letters, processor time", ours[0], "s", at_most=60),
        Figure(PART, "learning: time of that of the baseline", ours[0] / plain[0]),
        Figure(PART, "telling one, processor time", ours[1], "ms", at_most=3),
        Figure(PART, "telling: time of that of the baseline", ours[1] / plain[1]),
    ], []


def main(words: Sequence[str]) -> None:
    """All three on the whole, then the learning curve of both learners."""
    known, asked, named = read_folder(Path(words[0])) if words else (labelled(), labelled(), tree())
    compare("keyword rules", lambda: keyword_rules(named), asked)
    names = fit_names(named, subjects=shipped_subjects())
    compare("names alone (ours)", lambda: lambda one: names.sort(one).label, asked)
    plain = compare("word TF-IDF + linear SVM", lambda: plain_svm(known), asked)
    ours = compare("our sorter", lambda: our_sorter(known), asked)
    learning, telling = ours[0] / plain[0], ours[1] / plain[1]
    sys.stdout.write(f"ratio to the baseline: learning {learning:.1f}, telling {telling:.1f}\n")
    mixed = sorted(known, key=lambda one: zlib.crc32(one[0].encode()))
    for size in (size for size in CURVE if size < len(mixed)):
        part = mixed[:size]
        compare(f"  {size} labels, TF-IDF + SVM", lambda part=part: plain_svm(part), asked)  # type: ignore[misc]
        compare(f"  {size} labels, ours", lambda part=part: our_sorter(part), asked)  # type: ignore[misc]


if __name__ == "__main__":
    main(sys.argv[1:])
