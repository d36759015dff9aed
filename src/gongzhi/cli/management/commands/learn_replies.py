"""`gongzhi learn-replies`: learn from this street's own answers what belongs to a question."""

from argparse import ArgumentParser
from typing import Any

from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.insight.actions import learn_replies
from gongzhi.insight.queries import holding_reply_model
from gongzhi.kernel.actors import SYSTEM


class Command(Base):
    help = "Learn from this street's own answers; the new version holds only when it is not worse."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        card = learn_replies(actor=SYSTEM)
        figures = {
            "version": card.version,
            "answers": card.rows,
            **{name: round(value, 4) for name, value in card.metrics.items()},
            "holds": holding_reply_model() == card.version,
        }
        print_figures(self.stdout, figures, as_json=options["json"])
