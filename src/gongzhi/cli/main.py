"""`gongzhi <command>`: the door for people at a keyboard.

Commands are Django management commands; dashes in their names are what people type, underscores what
Python can import. Bad input ends with one clear line and a non-zero exit.
"""

import os
import sys

from django.core.management import ManagementUtility

COMMANDS = (
    ("demo", "build the demo street and serve it"),
    ("serve", "serve the site and do the background work"),
    ("worker", "do the background work only (for further machines)"),
    ("verify", "check every history against its seals, and every case against its history"),
    ("backup", "write everything into one archive"),
    ("restore", "bring an archive back into an empty place"),
    ("doctor", "look at this installation and say what is amiss"),
    ("staff", "make a staff account, or set its password"),
    ("import-reports", "bring in reports from a table"),
    ("import-territory", "bring in places and areas from GeoJSON or a table"),
    ("playbook", "check, draw, list or play working methods"),
    ("train", "learn categories from labelled texts, closed cases or a tree of names"),
    ("evaluate", "say how good what was learned is, on texts whose category is known"),
    ("route", "say where a text would go, and why"),
    ("hot", "say what the texts of a table are about again and again"),
    ("check-reply", "say what an answer to a resident leaves open, one or a table of them"),
    ("learn-replies", "learn from this street's own answers what belongs to a question"),
    ("holidays", "bring in next year's working calendar"),
    ("keys", "list or rotate the encryption keys, and seal again under the new one"),
    ("token", "issue or revoke a token for another system"),
    ("deliveries", "list what could not be delivered, and run it again"),
    ("migrate", "make or change the tables (serve and demo do it by themselves)"),
)


def usage() -> str:
    """The list shown by `gongzhi` alone."""
    lines = [f"  {name:<18}{purpose}" for name, purpose in COMMANDS]
    return "\n".join(["gongzhi <command> [options]   (gongzhi <command> --help)", "", *lines])


def main(argv: list[str] | None = None) -> None:
    """Run one command; the demo's lighter sign-in applies to `gongzhi demo` alone."""
    words = list(sys.argv if argv is None else argv)
    if len(words) < 2 or words[1] in {"-h", "--help", "help"}:
        sys.stdout.write(usage() + "\n")
        return
    if words[1] == "demo":
        os.environ["GONGZHI_DEMO"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongzhi.config.settings")
    words[1] = words[1].replace("-", "_")
    try:
        ManagementUtility(words).execute()
        sys.stdout.flush()
    except BrokenPipeError:
        _stop_talking()


def _stop_talking() -> None:
    """The reader of a pipe has gone (`… | head`): what is left to say goes nowhere, and that is no fault."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
