"""What is written about the house is true: links lead somewhere, words are single, references are fresh."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.architecture.tree import ROOT

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
QUOTED_PATH = re.compile(r"`((?:src|tests|docs|scripts|requirements)/[\w./*<>-]+|[A-Z][\w.-]*\.md|Makefile)`")


def documents() -> list[Path]:
    folders = [ROOT / "docs", ROOT / "src", ROOT / "tests"]
    return [*ROOT.glob("*.md"), *(p for f in folders for p in f.rglob("*.md"))]


def anchor_of(title: str) -> str:
    """The anchor a heading gets on the usual forges."""
    plain = re.sub(r"[^\w\- ]", "", title.strip().lower())
    return plain.replace(" ", "-")


def anchors_in(document: Path) -> set[str]:
    text = document.read_text(encoding="utf-8")
    return {anchor_of(m) for m in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def dead_links(document: Path, text: str) -> list[str]:
    """Links of a document that lead nowhere; addresses outside are not asked."""
    dead = []
    for found in LINK.finditer(CODE.sub("", text)):
        target = found.group(1) or found.group(2)
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        place = (document.parent / path).resolve() if path else document
        if not place.exists() or (anchor and place.suffix == ".md" and anchor not in anchors_in(place)):
            dead.append(f"{document.relative_to(ROOT)}: {target}")
    return dead


def table_rows(document: Path) -> list[list[str]]:
    """Cells of every table row of a document, headings and rules left out."""
    lines = [ln for ln in document.read_text(encoding="utf-8").splitlines() if ln.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rules = {i for i, row in enumerate(rows) if all(set(cell) <= set("-: ") for cell in row)}
    return [row for i, row in enumerate(rows) if i not in rules and i + 1 not in rules]


def test_a_dead_link_is_found() -> None:
    here = ROOT / "README.md"
    assert dead_links(here, "[x](docs/nowhere.md)") and dead_links(here, "![x](nothing.png)")
    assert not dead_links(here, "[x](LICENSE) [y](https://example.org) `[z](no)`")


def test_links_lead_somewhere() -> None:
    dead = [line for d in documents() for line in dead_links(d, d.read_text(encoding="utf-8"))]
    assert not dead, "\n".join(dead)


def doubled(rows: list[list[str]]) -> list[str]:
    """Chinese terms with two English words, and English words for two Chinese terms."""
    chinese, english = Counter(row[0] for row in rows), Counter(row[1].lower() for row in rows)
    return [word for counted in (chinese, english) for word, times in counted.items() if times > 1]


def test_one_english_word_for_each_chinese_term() -> None:
    assert doubled([["督办", "supervise"], ["督办", "urge"]]) and doubled([["督办", "x"], ["催办", "X"]])
    rows = table_rows(ROOT / "docs" / "glossary.md")
    assert len(rows) > 60
    assert not doubled(rows), doubled(rows)


def test_the_map_leads_to_places_that_exist() -> None:
    rows = table_rows(ROOT / "docs" / "map.md")
    assert len(rows) >= 20
    paths = {p for row in rows for cell in row for p in QUOTED_PATH.findall(cell)}
    gone = [
        p for p in sorted(paths) if not any(True for _ in ROOT.glob(re.sub(r"<[^>]*>", "*", p).rstrip("/")))
    ]
    assert not gone, gone


def test_decisions_are_numbered_without_gap_and_name_their_state() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert [int(p.name[:4]) for p in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert re.search(r"^# \d+\. ", text), record.name
        assert "## Decision" in text and "## Consequences" in text, record.name


def test_references_are_fresh() -> None:
    words = [sys.executable, "scripts/make_reference.py", "--check"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def undocumented(settings: str) -> set[str]:
    """Environment variables that the settings read but their docstring does not explain."""
    explanation = settings.split('"""')[1]
    read = set(re.findall(r"""environ(?:\.get)?[(\[]\s*"([A-Z_]+)\"""", settings))
    return {name for name in read if not re.search(rf"\b{name}\b", explanation)}


def test_every_setting_is_explained() -> None:
    assert undocumented('"""A\nGONGZHI_HOME  folder\n"""\nos.environ.get("GONGZHI_X")') == {"GONGZHI_X"}
    assert not undocumented((ROOT / "src/gongzhi/config/settings.py").read_text(encoding="utf-8"))


def test_make_explains_every_target_people_type() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    declared = re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    explained = set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))
    assert declared and set(declared.group(1).split()) == explained


def test_ci_runs_what_the_readme_says() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert command.endswith("make test")
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make test" in (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
