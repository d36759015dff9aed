"""Write docs/reference from the code: events, words of playbooks, commands, settings, API.

    scripts/make_reference.py            write
    scripts/make_reference.py --check    say which page is stale; exit 1 when one is

A test runs the second form, so a page and its code change in one commit.
"""

import argparse
import atexit
import dataclasses
import importlib
import inspect
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "reference"
MADE = "<!-- Made by `make docs` from the code. Change the code, not this page. -->"


def start_django() -> None:
    """Settings with an empty home, so that writing pages leaves nothing in anybody's."""
    home = tempfile.mkdtemp(prefix="gongzhi-docs-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["GONGZHI_HOME"] = home
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "gongzhi.config.settings"
    import django  # noqa: PLC0415 - after the settings are named

    django.setup()


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; pipes inside cells are kept apart."""
    heads = list(heads)
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += [
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows
    ]
    return "\n".join(lines)


def first_sentence(text: str | None) -> str:
    """The first paragraph of a docstring as one line."""
    return " ".join(inspect.cleandoc(text or "").split("\n\n")[0].split())


def events_page() -> str:
    """Every event with its fields and who reacts to it."""
    from gongzhi.kernel.events import list_events, subscribers_of  # noqa: PLC0415

    parts = ["What the rooms announce. Delivery is at least once, for each event and each subscriber."]
    for event in list_events():
        if not event.__module__.startswith("gongzhi."):
            continue
        fields = [(f"`{f.name}`", f"`{_type_name(f.type)}`") for f in dataclasses.fields(event)]
        waiting = ", ".join(f"`{one.name}`" for one in subscribers_of(event.event_name)) or "nobody yet"
        parts.append(
            f"## {event.event_name}\n\n{first_sentence(event.__doc__)}\n\n{table(['field', 'type'], fields)}"
        )
        parts.append(f"Reacts: {waiting}.")
    return "\n\n".join(parts)


def _type_name(kind: Any) -> str:
    return (
        kind
        if isinstance(kind, str)
        else getattr(kind, "__name__", "")
        if isinstance(kind, type)
        else str(kind)
    )


def playbook_words_page() -> str:
    """Kinds of step, relations, sets and evidence that a playbook may name."""
    from gongzhi.kernel import yaml  # noqa: PLC0415

    place = ROOT / "src" / "gongzhi" / "playbooks" / "catalogue" / "names.yaml"
    names: Mapping[str, Mapping[str, Any]] = yaml.load(place.read_text("utf-8")) if place.exists() else {}
    parts = ["The names a playbook may use, and the room that offers what stands behind each."]
    for group, members in names.items():
        if not isinstance(members, Mapping):
            parts.append(f"## {group}\n\n" + ", ".join(f"`{name}`" for name in members))
            continue
        rows = []
        for name, facts in members.items():
            title = facts.get("name", facts)
            by = "the machine" if facts.get("engine") else facts.get("room", "")
            rows.append(
                (f"`{name}`", str(title.get("zh", "")), str(title.get("en", "")), str(by), _given(facts))
            )
        parts.append(f"## {group}\n\n" + table(["name", "中文", "English", "from", "with · gives"], rows))
    return "\n\n".join(parts)


def _given(facts: Mapping[str, Any]) -> str:
    needed = ", ".join(f"`{name}`" for name in facts.get("with", {}))
    made = ", ".join(f"`{name}`" for name in facts.get("gives", []))
    return " · ".join(part for part in (needed, f"gives {made}" if made else "") if part)


def commands_page() -> str:
    """Every command of `gongzhi` with its own options."""
    from django.core.management import load_command_class  # noqa: PLC0415
    from django.core.management.base import BaseCommand  # noqa: PLC0415

    from gongzhi.cli.main import COMMANDS  # noqa: PLC0415

    common = {action.dest for action in BaseCommand().create_parser("gongzhi", "x")._actions}
    parts = [
        "Every command exits non-zero with one clear line on bad input; all state lies in `$GONGZHI_HOME`."
    ]
    for name, purpose in COMMANDS:
        module = name.replace("-", "_")
        if not (ROOT / "src/gongzhi/cli/management/commands" / f"{module}.py").exists():
            continue
        command = load_command_class("gongzhi.cli", module)
        own = [a for a in command.create_parser("gongzhi", name)._actions if a.dest not in common]
        parts.append(f"## gongzhi {name}\n\n{_capital(command.help or purpose)}")
        parts += _option_tables(own)
    return "\n\n".join(parts)


def _option_tables(actions: list[argparse.Action]) -> list[str]:
    parts, rows = [], []
    for action in actions:
        if isinstance(action, argparse._SubParsersAction):
            for verb, parser in action.choices.items():
                inner = [_option_row(a) for a in parser._actions if a.dest != "help"]
                parts.append(
                    f"### {verb}\n\n" + (table(["argument", "meaning"], inner) if inner else "No arguments.")
                )
        else:
            rows.append(_option_row(action))
    return ([table(["argument", "meaning"], rows)] if rows else []) + parts


def _option_row(action: argparse.Action) -> tuple[str, str]:
    shown = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    choices = f" ({', '.join(map(str, action.choices))})" if action.choices else ""
    return f"`{shown}`", f"{action.help or ''}{choices}"


def _capital(text: str) -> str:
    text = text.rstrip(".")
    return text[:1].upper() + text[1:] + "."


def settings_page() -> str:
    """The environment variables a deployment may set, as the settings themselves explain them."""
    from gongzhi.config import settings  # noqa: PLC0415

    rows = re.findall(r"^([A-Z_]+)\s+(.+(?:\n {10,}.+)*)", settings.__doc__ or "", re.MULTILINE)
    said = table(["variable", "meaning"], [(f"`{name}`", " ".join(text.split())) for name, text in rows])
    return "A deployment is configured by its environment; everything else is data in the console.\n\n" + said


def api_page() -> str:
    """Every operation of the API, from its own OpenAPI description."""
    document = _openapi()
    rows = []
    for path, verbs in document.get("paths", {}).items():
        for verb, operation in verbs.items():
            text = operation.get("description") or operation.get("summary", "")
            rows.append((f"`{verb.upper()} {path}`", first_sentence(text)))
    said = (
        "The whole description is served at `/api/v1/openapi.json`. Tokens carry scopes and an end date; "
        "errors are `application/problem+json`."
    )
    return said + "\n\n" + table(["operation", "meaning"], rows)


def _openapi() -> Mapping[str, Any]:
    import ninja  # noqa: PLC0415

    folder = ROOT / "src" / "gongzhi" / "api"
    names = [
        f"gongzhi.api.{p.stem}" for p in sorted(folder.glob("*.py")) if p.stem not in {"__init__", "apps"}
    ]
    for name in ["gongzhi.api.urls", *names]:
        for held in vars(importlib.import_module(name)).values():
            if isinstance(held, ninja.NinjaAPI):
                schema: Mapping[str, Any] = held.get_openapi_schema()
                return schema
    return {}


def make_pages() -> dict[str, str]:
    """File name → its text."""
    bodies = {
        "events": ("Events", events_page()),
        "playbook-words": ("Words of playbooks", playbook_words_page()),
        "commands": ("Commands", commands_page()),
        "settings": ("Settings", settings_page()),
        "api": ("API", api_page()),
    }
    return {f"{name}.md": f"# {title}\n\n{MADE}\n\n{body}\n" for name, (title, body) in bodies.items()}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="only say what is stale")
    check = parser.parse_args().check
    start_django()
    pages = make_pages()
    if not check:
        PAGES.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            (PAGES / name).write_text(text, encoding="utf-8")
        return 0
    stale = [
        name
        for name, text in pages.items()
        if not (PAGES / name).exists() or (PAGES / name).read_text(encoding="utf-8") != text
    ]
    stale += [p.name for p in PAGES.glob("*.md") if p.name not in pages]
    for name in stale:
        print(f"docs/reference/{name} is stale: run `make docs`")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
