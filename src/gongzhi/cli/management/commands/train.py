"""`gongzhi train`: learn which category a text belongs to."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db import DatabaseError

from gongzhi.cases.queries import iterate_labelled
from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.cli.labelled import add_columns, are_names, read_labelled, read_tree, tree_of_names
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import Trained, train_from_names, train_sorter
from gongzhi.routing.queries import list_kinds_as_tree, name_kinds

NOTHING = (
    "nothing to learn from: name a table (--from FILE --text COLUMN --label COLUMN) or a tree (--tree FILE)"
)


class Command(Base):
    help = "Learn categories from a table, from this street's closed cases, or from names (--tree)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="file", metavar="FILE", help="labelled texts: csv, csv.xz or xlsx")
        add_columns(parser)
        parser.add_argument(
            "--tree", nargs="?", const="", metavar="FILE", help="names only; no FILE: own ones"
        )
        parser.add_argument("--levels", default="", metavar="A,B,C", help="columns of the tree, widest first")
        parser.add_argument("--add", default="", metavar="LABEL", help="learn this new label only")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        trained = _train(options)
        print_figures(self.stdout, _figures(trained), as_json=options["json"])


def _train(options: dict[str, Any]) -> Trained:
    if options["tree"]:
        levels = [name.strip() for name in options["levels"].split(",") if name.strip()]
        return train_from_names(read_tree(existing_file(options["tree"]), levels), actor=SYSTEM)
    if options["file"]:
        examples = read_labelled(existing_file(options["file"]), options["text"], options["label"])
        if are_names(examples):
            return train_from_names(tree_of_names(examples), actor=SYSTEM)
        return train_sorter(examples, actor=SYSTEM, only=options["add"])
    try:
        if options["tree"] is None and (own := list(iterate_labelled())):
            return train_sorter(own, actor=SYSTEM, only=options["add"], named=name_kinds())
        if tree := list_kinds_as_tree():
            return train_from_names(tree, actor=SYSTEM)
    except DatabaseError:
        raise CommandError(f"there is no street in this home yet; {NOTHING}") from None
    raise CommandError(NOTHING)


def _figures(trained: Trained) -> dict[str, object]:
    card = trained.card
    return {
        "version": card.version,
        "holds": trained.holds,
        "verdict": trained.verdict,
        "rows": card.rows,
        "labels": trained.labels,
        **{name: round(value, 4) for name, value in card.metrics.items() if name != "labels"},
        "held_back_texts": trained.compared_on,
        "held_back_new": round(trained.held_back[0], 4) if trained.held_back else None,
        "held_back_old": round(trained.held_back[1], 4) if trained.held_back else None,
        "fingerprint": card.fingerprint,
        "seconds": trained.seconds,
    }
