"""The whole demo: ground, people, configuration, sixty days."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.conf import settings

from gongzhi.accounts.actions import set_first_password
from gongzhi.accounts.queries import list_staff
from gongzhi.cases.actions import make_anchor
from gongzhi.cli.demo.ground import plan_ground
from gongzhi.cli.demo.people import SECTIONS, Cast, people_street
from gongzhi.cli.demo.play import DAYS, REPORTS, Play
from gongzhi.cli.demo.street import build_street
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.logs import only_warnings
from gongzhi.kernel.tidying import seldom_tidied
from gongzhi.parties.queries import list_organisations
from gongzhi.playbooks.queries import list_playbooks
from gongzhi.routing.actions import assign_section, load_library

LISTED = ("grid1", "grid2", "secretary1", "section-city-management", "property2", "deputy", "main-leader")
DESKS = ("duty-desk", "hotline-clerk", "second-seat", "administrator", "auditor")


@dataclass(frozen=True)
class Person:
    """One of the demo's people who may be tried: shown on the sign-in page, password in the terminal."""

    sign_in_name: str
    name: str
    title: str


@dataclass(frozen=True)
class Built:
    """What was built, in figures."""

    communities: int
    estates: int
    grids: int
    branches: int
    volunteers: int
    reports: int
    texts: int
    scripts: dict[str, int]
    refused: dict[str, int]


def build_demo(seed: int, tell: Callable[[str, int, int], None], *, reports: int = REPORTS) -> Built:
    """Build everything in an empty installation; the same seed builds the same street. `tell` hears the stage
    and how far it is."""
    end = clock.now().replace(minute=0, second=0, microsecond=0)
    tell("ground", 0, 1)
    plan = plan_ground(seed)
    with clock.frozen(end - timedelta(days=DAYS + 30)):
        street = build_street(plan)
        load_library(actor=SYSTEM)
        list_playbooks()
        tell("people", 0, 1)
        cast = people_street(street, seed, clock.today())
        _assign_sections()
    with only_warnings(), seldom_tidied():
        played = Play(street, cast, seed, end).run(lambda n, of: tell("days", n, of), reports=reports)
    make_anchor(clock.today(), actor=SYSTEM)
    _list_cast(cast)
    return Built(
        communities=len(street.communities),
        estates=sum(1 for _ in street.estates()),
        grids=len(street.grids),
        branches=len(street.branches),
        volunteers=len(cast.volunteers),
        reports=played.reports,
        texts=len(played.texts),
        scripts=dict(played.scripts),
        refused=dict(played.refused),
    )


def _assign_sections() -> None:
    known = {one.name: one.id for one in list_organisations()}
    for duty, name in SECTIONS:
        assign_section(duty, known[name], actor=SYSTEM)


def _list_cast(cast: Cast) -> None:
    people = [
        Person(name, cast.names[name], cast.titles[name]) for name in (*LISTED, *DESKS) if name in cast.staff
    ]
    listed = settings.GONGZHI_HOME / "demo.json"
    listed.write_text(json.dumps({"cast": [asdict(p) for p in people]}, ensure_ascii=False), "utf-8")


def fresh_passwords() -> dict[str, str]:
    """A fresh password for everyone listed: sign-in name -> password."""
    listed = json.loads((settings.GONGZHI_HOME / "demo.json").read_text("utf-8"))["cast"]
    known = {one.sign_in_name: one.id for one in list_staff()}
    names = [str(one["sign_in_name"]) for one in listed]
    return {name: set_first_password(known[name], actor=SYSTEM, keep=True) for name in names}
