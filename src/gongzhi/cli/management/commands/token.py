"""`gongzhi token issue|revoke`."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from gongzhi.accounts.actions import NewToken, issue_token, revoke_token
from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM


class Command(Base):
    help = "Issue a token for another system, or take one back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        issue = acts.add_parser("issue")
        issue.add_argument("--system", required=True, help="name of the system that will use it")
        issue.add_argument("--scope", action="append", required=True, dest="scopes")
        issue.add_argument("--days", type=int, default=90)
        revoke = acts.add_parser("revoke")
        revoke.add_argument("ref")
        for one in (issue, revoke):
            add_json_option(one)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["act"] == "revoke":
            revoke_token(options["ref"], actor=SYSTEM)
            print_figures(self.stdout, {"revoked": options["ref"]}, as_json=options["json"])
            return
        ends = clock.now() + timedelta(days=options["days"])
        issued = issue_token(NewToken(options["scopes"], ends, system_name=options["system"]), actor=SYSTEM)
        figures = {"ref": issued.ref, "secret": issued.secret, "expires": ends.isoformat()}
        print_figures(self.stdout, figures, as_json=options["json"])
