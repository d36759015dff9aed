"""Tables of labelled texts and trees of names, as the commands take them."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from django.core.management.base import CommandError

from gongzhi.kernel.sheets import Sheet, read_sheet
from gongzhi.routing.queries import Named

NAME_LENGTH = 12
"""Texts this short on the whole are names of categories, not messages."""


def add_columns(parser: ArgumentParser) -> None:
    """`--text` (more than once: a headline, then the text) and `--label`."""
    parser.add_argument("--text", action="append", metavar="COLUMN", help="the words; again: headline first")
    parser.add_argument("--label", metavar="COLUMN", help="their category")


def read_labelled(path: Path, texts: Sequence[str] | None, label: str | None) -> list[tuple[str, str]]:
    """Every text with its label; rows without either are left out. Raises CommandError."""
    if not texts or not label:
        raise CommandError("say which columns hold the words and the category: --text COLUMN --label COLUMN")
    sheet = read_sheet(path)
    check_columns(sheet, (*texts, label))
    rows = [
        ("\n".join(filter(None, (row[name] for name in texts))), row[label].strip()) for row in sheet.rows
    ]
    return [(text, chosen) for text, chosen in rows if text.strip() and chosen]


def check_columns(sheet: Sheet, names: Sequence[str]) -> None:
    """Raises CommandError naming the columns there are."""
    for name in names:
        if name not in sheet.columns:
            raise CommandError(f"there is no column “{name}”; the table has: {', '.join(sheet.columns)}")


def are_names(examples: Sequence[tuple[str, str]]) -> bool:
    """Whether a table holds names of categories rather than messages."""
    return bool(examples) and median(len(text) for text, _label in examples) <= NAME_LENGTH


def tree_of_names(examples: Sequence[tuple[str, str]]) -> list[Named]:
    """Names below labels, as a tree of two levels."""
    tree = {label: Named(label, None, (label,)) for _text, label in examples}
    for text, label in examples:
        name = text.replace("\n", " ").replace("/", "、").strip()
        tree.setdefault(f"{label}/{name}", Named(f"{label}/{name}", label, (text,)))
    return list(tree.values())


def read_tree(path: Path, levels: Sequence[str]) -> list[Named]:
    """A tree from a table with one column for each level, the widest first. Raises CommandError."""
    sheet = read_sheet(path)
    names = list(levels) or list(sheet.columns)
    check_columns(sheet, names)
    tree: dict[str, Named] = {}
    for row in sheet.rows:
        above: list[str] = []
        for name in names:
            if not (word := row[name].replace("/", "、").strip()):
                break
            label = "/".join((*above, word))
            tree.setdefault(label, Named(label, "/".join(above) or None, (word,)))
            above.append(word)
    if not tree:
        raise CommandError(f"{path}: there is no name in it")
    return list(tree.values())
