"""`gongzhi route TEXT`: where would this go, and why?"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db import DatabaseError

from gongzhi.cli.command import Command as Base
from gongzhi.cli.figures import add_json_option, print_figures
from gongzhi.intake.queries import Spot, find_spot
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import get_seat
from gongzhi.routing.queries import (
    Offhand,
    PathDecision,
    ReportFacts,
    decide_path,
    find_category_name,
    has_street,
    judge_offhand,
)

NO_STREET = "no street in this home: no path and no seat can be named"
NO_PLACE = "no place given (--at lon,lat): whose ground it is stays open"


class Command(Base):
    help = "Say where a text would go here and now: category, urgency, danger, path, seat, and why."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", metavar="TEXT", nargs="+", help="the report, as people write it")
        parser.add_argument("--at", metavar="LON,LAT", help="where it is (WGS-84)")
        parser.add_argument("--channel", default="page")
        add_json_option(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        text, point = " ".join(options["words"]), _point(options["at"])
        offhand = judge_offhand(text)
        figures = _known(offhand)
        try:
            figures |= _in_street(text, point, options["channel"]) if has_street() else {"missing": NO_STREET}
        except DatabaseError:  # an empty home has no tables: what was learned still answers
            figures["missing"] = NO_STREET
        if options["json"]:
            self.stdout.write(json.dumps(figures, ensure_ascii=False))
        else:
            print_figures(
                self.stdout, {k: v for k, v in figures.items() if v not in (None, "")}, as_json=False
            )


def _point(given: str | None) -> tuple[float, float] | None:
    if not given:
        return None
    try:
        longitude, latitude = (float(part) for part in given.split(","))
    except ValueError:
        raise CommandError("--at takes two numbers: longitude,latitude") from None
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise CommandError("--at takes a longitude and a latitude in degrees")
    return longitude, latitude


def _known(offhand: Offhand) -> dict[str, object]:
    """What can be said of any text anywhere."""
    alarm = offhand.alarm
    return {
        "category": offhand.category or None,
        "category_name": offhand.name or None,
        "confidence": round(offhand.confidence, 4),
        "words": list(offhand.words),
        "from": offhand.source,
        "urgency": offhand.urgency,
        "danger": {"sign": alarm.sign, "number": alarm.number, "sentence": alarm.sentence.zh}
        if alarm
        else None,
        "path": None,
        "seat": None,
        "post": None,
        "desk": None,
        "reason": None,
        "missing": None,
    }


def _in_street(text: str, point: tuple[float, float] | None, channel: str) -> dict[str, object]:
    """What this street would do."""
    stamps = current_all()
    spotted = find_spot(Spot(lng=point[0], lat=point[1]) if point else Spot(), text, stamps=stamps)
    place_id = spotted.place.id if spotted.place else None
    facts = ReportFacts(text=text, channel=channel, place_id=place_id, area_id=spotted.area_id)
    made = decide_path(facts, stamps=stamps)
    seat = get_seat(made.seat_id, stamps=stamps)
    return {
        **_category(made),
        "urgency": made.urgency,
        "path": made.path or None,
        "seat": seat.title,
        "post": seat.post,
        "desk": made.desk or None,
        "reason": made.reason.zh,
        "missing": None if place_id else NO_PLACE,
    }


def _category(made: PathDecision) -> dict[str, object]:
    """The street's category; without one, what was learned stays said."""
    if not made.category:
        return {}
    return {
        "category": made.category,
        "category_name": find_category_name(made.category),
        "confidence": made.confidence / 100,
        "words": list(made.matched),
        "from": "street",
    }
