"""`gongzhi hot [FILE]`: what people write about repeatedly, in a table or in the street's own cases."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandError

from gongzhi.cases.queries import Within
from gongzhi.cli.command import Command as Base
from gongzhi.cli.command import existing_file
from gongzhi.cli.figures import add_json_option
from gongzhi.insight.queries import (
    Issue,
    Message,
    list_hot_issues_for,
    list_issues_in,
    name_of_issue,
    read_day,
)
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.sheets import Sheet, read_sheet
from gongzhi.territory.queries import find_place, find_places

TOP, MONTH = 10, 30
SIGNS = {"rising": "↑", "steady": "→", "fading": "↓", "unknown": "·"}
Line = dict[str, object]


class Command(Base):
    help = "Hot issues: what people write about repeatedly, hottest first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="csv, csv.xz or xlsx; none: the street's own cases")
        parser.add_argument("--text", action="append", metavar="COLUMN", help="title and text, or text only")
        parser.add_argument("--time", metavar="COLUMN", help="when it was written")
        parser.add_argument("--id", metavar="COLUMN", help="its number; else the number of the row")
        parser.add_argument("--likes", metavar="COLUMN", help="how many seconded it")
        parser.add_argument("--days", type=int, default=MONTH, help="own cases: of the last days (30)")
        parser.add_argument("--place", help="own cases: on this ground (number or name of a place)")
        parser.add_argument("--top", type=int, default=TOP, help="how many to print (10)")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        top = max(options["top"], 0)
        lines = _of_file(options, top) if options["file"] else _of_street(options, top)
        if options["json"]:
            self.stdout.write(json.dumps(lines, ensure_ascii=False))
            return
        for line in lines:
            self.stdout.write(_spoken(line))
        if not lines:
            self.stdout.write("nothing is written about repeatedly")


def _of_file(options: dict[str, Any], top: int) -> list[Line]:
    sheet = read_sheet(existing_file(options["file"]))
    columns = options["text"] or []
    if not columns:
        raise CommandError("name the column with the texts: --text COLUMN (title first, then the text)")
    for name in filter(None, (*columns, options["time"], options["id"], options["likes"])):
        if name not in sheet.columns:
            raise CommandError(f"there is no column “{name}”; the table has: {', '.join(sheet.columns)}")
    found = list_issues_in(_messages(sheet, columns, options))
    return [_line(one, one.heat, one.reports) for one in found[:top]]


def _messages(sheet: Sheet, columns: list[str], options: dict[str, Any]) -> Iterator[Message]:
    for number, row in sheet.numbered():
        yield Message(
            ref=row[options["id"]] or str(number) if options["id"] else str(number),
            text=row[columns[0]],
            more="\n".join(row[name] for name in columns[1:]),
            day=read_day(row[options["time"]]) if options["time"] else None,
            seconders=_count(row[options["likes"]]) if options["likes"] else 0,
        )


def _count(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _of_street(options: dict[str, Any], top: int) -> list[Line]:
    on = Within(_find_ground(options["place"])) if options["place"] else None
    found = list_hot_issues_for(SYSTEM, on=on, days=options["days"], most=top)
    return [{**_line(one.issue, one.heat, one.issue.reports), "people": one.people} for one in found.issues]


def _find_ground(said: str) -> int:
    place = find_place(said)
    found = (place,) if place else find_places(said)
    if not found:
        raise CommandError(f"no place is called “{said}”")
    return found[0].id


def _line(issue: Issue, heat: float, reports: int) -> Line:
    return {
        "name": name_of_issue(issue),
        "heat": heat,
        "first": _written(issue.first),
        "last": _written(issue.last),
        "trend": issue.trend.value,
        "reports": reports,
        "seconders": issue.seconders,
        "members": list(issue.members),
    }


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _spoken(line: Line) -> str:
    sign = SIGNS[str(line["trend"])]
    span = f"{line['first']} – {line['last']}" if line["first"] else ""
    return f"{line['heat']:>8}  {sign}  {line['name']}  ({line['reports']})  {span}".rstrip()
