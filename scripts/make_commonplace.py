"""Count how common pairs of signs are in the project's own texts: src/gongzhi/insight/data/commonplace.csv.

The background by which a single answer is judged where a street has no history yet. Only texts written for
this project are counted: the Chinese catalogues, the lists and playbooks, the demo street, the tests.
Run it by hand when those have grown a lot: `.venv/bin/python scripts/make_commonplace.py`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gongzhi.insight.rules.reply import grams_of, signs_of
from gongzhi.kernel.segments import plain_of

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/gongzhi/insight/data/commonplace.csv"
LEAST_SIGNS, LEAST_TEXTS = 4, 2
HAN = re.compile(r"[\u4e00-\u9fff]")
TRANSLATED = re.compile(r'^msgstr (?:""\n)?"(.*)"', re.MULTILINE)


def own_texts() -> Iterator[str]:
    """Every text with a few Chinese signs, line by line."""
    for catalogue in sorted(ROOT.glob("src/gongzhi/**/*.po")):
        yield from TRANSLATED.findall(catalogue.read_text("utf-8"))
    lists = sorted([*ROOT.glob("src/gongzhi/**/*.yaml"), *ROOT.glob("tests/**/*.yaml")])
    for file in [*lists, *sorted(ROOT.glob("src/gongzhi/cli/demo/*.py"))]:
        yield from re.findall(r'[^"\n]{4,}', file.read_text("utf-8"))


def main() -> None:
    """Write the table: sign pair or single sign, in how many texts; first how many texts there were."""
    texts = [plain_of(text) for text in own_texts() if len(HAN.findall(text)) >= LEAST_SIGNS]
    seen_in = ({*grams_of(text), *signs_of(text)} for text in texts)
    counts = Counter(gram for grams in seen_in for gram in grams if HAN.search(gram))
    kept = sorted((gram, seen) for gram, seen in counts.items() if seen >= LEAST_TEXTS)
    lines = [f",{len(texts)}", *(f"{gram},{seen}" for gram, seen in kept)]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(texts)} texts, {len(kept)} pairs and signs, {TARGET.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
