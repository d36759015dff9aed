"""One measurement after the other, from the empty database to the page that tells of them."""

import sys
import time
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TypeVar
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gongzhi.accounts.actions import set_first_password
from gongzhi.accounts.models import User
from gongzhi.cases.models import Case
from gongzhi.cli.demo.play import Play
from gongzhi.cli.running import prepare
from gongzhi.kernel import clock, delivery
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.logs import only_warnings
from gongzhi.routing.queries import find_same_matter
from tests.benchmarks import hint, hot, imports, intake, pages, sorting, sweep, weight
from tests.benchmarks.archive import grow_to
from tests.benchmarks.figures import Figure, as_json, as_line, as_page, commit_of, machine
from tests.benchmarks.serving import ROOT, start_web, surroundings
from tests.benchmarks.street import SEED, Measured, bodies_of, build_measured_street

FEW = 10_000
WEIGHT_PORT = 8203
Answer = TypeVar("Answer")
PEOPLE = (
    "grid1",
    "grid7",
    "grid20",
    "secretary1",
    "secretary5",
    "section-city-management",
    "duty-desk",
    "deputy",
)


def run_course(home: Path, url: str, *, short: bool) -> int:
    """Measure, print, write; answers the exit code."""
    about = {**machine(), "commit": commit_of(ROOT), "form": "short" if short else "full"}
    env = surroundings(home, url)
    played, rounds, many = (150, 5, 100_000) if short else (900, 15, 1_000_000)
    say("building the street")
    prepare()
    street = build_measured_street()
    say(f"playing {played} reports of sixty days")
    play_some(street, played)
    figures: list[Figure] = []
    report(figures, say_and("counting the queries of a report", lambda: count_queries(street, "few")))
    report(
        figures,
        say_and("taking in reports over HTTP", lambda: intake.measure(street, env, home, rounds=rounds)),
    )
    report(figures, say_and("a resident's phone", lambda: weigh(street, env, home)))
    delivery.drain(raise_errors=False)
    say(f"growing to {FEW:,} cases")
    grow_to(FEW)
    few_hint = say_and("hints with few cases", lambda: hint.measure_few(street))
    users = staff_of(street)
    with database_copy(url) as small:
        say(f"growing to {many:,} cases")
        began = time.monotonic()
        sizes = (FEW, grow_to(many))
        say(f"  {time.monotonic() - began:.0f} s")
        connection.close()
        report(
            figures,
            say_and(
                "reading pages",
                lambda: pages.measure(surroundings(home, small), env, users, sizes=sizes, rounds=rounds),
            ),
        )
    report(figures, say_and("counting again", lambda: count_queries(street, "many")))
    found, skipped = say_and("bringing reports in", lambda: imports.measure(short=short))
    report(figures, found)
    for line in skipped:
        say(f"  {line}")
    sorted_out, absent = say_and("hot issues", hot.measure)
    report(figures, sorted_out)
    skipped.extend(absent)
    learned, absent = say_and("categories", sorting.measure_sorter)
    report(figures, learned)
    skipped.extend(absent)
    report(figures, say_and("lateness", sweep.measure))
    report(figures, say_and("hints", lambda: hint.measure_all(street, few_hint)))
    return conclude(figures, about, skipped, short=short)


def run_hint(many: int) -> int:
    """The duplicate hint alone (`BENCH=hint`), with so many cases; only prints."""
    say("building the street")
    prepare()
    street = build_measured_street()
    play_some(street, 300)
    delivery.drain(raise_errors=False)
    grow_to(FEW)
    few = hint.measure_few(street)
    say(f"growing to {many:,} cases")
    grow_to(many)
    figures: list[Figure] = []
    report(figures, hint.measure_all(street, few))
    return 1 if any(one.held is False for one in figures) else 0


def run_hot() -> int:
    """Hot issues alone (`BENCH=hot`); only prints."""
    prepare()
    play_some(build_measured_street(), 300)
    delivery.drain(raise_errors=False)
    figures: list[Figure] = []
    found, skipped = hot.measure()
    report(figures, found)
    for line in skipped:
        say(f"  {line}")
    return 1 if any(one.held is False for one in figures) else 0


def say(line: str) -> None:
    """What is being done."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def say_and(line: str, measure: Callable[[], Answer]) -> Answer:
    """Say it, then do it."""
    say(line)
    return measure()


def report(figures: list[Figure], found: Iterable[Figure]) -> None:
    """Keep them and print them at once."""
    for one in found:
        figures.append(one)
        say(as_line(one))


def conclude(figures: list[Figure], about: dict[str, object], skipped: list[str], *, short: bool) -> int:
    """The page, the JSON, and whether all held."""
    if not short:
        remarks = "".join(f"Not measured: {line}.\n" for line in skipped)
        (ROOT / "docs" / "performance.md").write_text(as_page(figures, about, remarks), "utf-8")
        (ROOT / "docs" / "performance.json").write_text(as_json(figures, about) + "\n", "utf-8")
    sys.stdout.write(as_json(figures, about) + "\n")
    missed = [one for one in figures if one.held is False]
    for one in missed:
        say(f"missed: {one.part}: {one.name}: {one.shown}, should be {one.target}")
    return 1 if missed else 0


def play_some(street: Measured, count: int) -> None:
    """Sixty days up to this hour, through the real actions."""
    end = clock.now().replace(minute=0, second=0, microsecond=0)
    with only_warnings():
        Play(street.built, street.cast, SEED, end).run(lambda _day, _of: None, reports=count)


def count_queries(street: Measured, prefix: str) -> list[Figure]:
    """The most queries one report asks over the API, transaction statements included."""
    client = Client(SERVER_NAME="127.0.0.1", headers={"authorization": f"Bearer {street.token}"})
    most = 0
    for body in bodies_of(street, 12, f"queries-{prefix}"):
        with CaptureQueriesContext(connection) as queries:
            got = client.post("/api/v1/reports", body, content_type="application/json")
        if got.status_code != 201:
            raise RuntimeError(f"{got.status_code} {got.content[:300]!r}")
        most = max(most, len(queries))
    cases = f"{Case.objects.count():,} cases"
    return [
        Figure("Queries", f"one report, {cases}", most, at_most=25, note="transaction statements included"),
        *measure_hint(street, prefix, cases),
    ]


def measure_hint(street: Measured, prefix: str, cases: str) -> list[Figure]:
    """“Is it one of these?”, asked before sending: the likest cases of the estate."""
    estates, most, seconds = list(street.built.estates()), 0, []
    for body, estate in zip(bodies_of(street, 24, f"hints-{prefix}"), cycle(estates), strict=False):
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            find_same_matter(str(body["words"]), estate.id)
            seconds.append(time.perf_counter() - began)
        most = max(most, len(queries))
    note = f"{median(seconds) * 1000:.0f} ms"
    return [Figure("Queries", f"duplicate hint before sending, {cases}", most, note=note)]


def staff_of(street: Measured) -> list[int]:
    """Those whose pages are read, with passwords of their own."""
    users = [street.cast.staff[name] for name in PEOPLE]
    for user in users:
        set_first_password(user, actor=SYSTEM, keep=True)
    return users


def weigh(street: Measured, env: dict[str, str], home: Path) -> list[Figure]:
    """With a resident who has reported something, signed in."""
    case = Case.objects.exclude(reporter=None).exclude(reporter__user=None).order_by("-pk").first()
    if case is None or case.reporter is None or case.reporter.user_id is None:
        raise RuntimeError("nobody has reported anything")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(pk=case.reporter.user_id))
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    web = start_web(env, WEIGHT_PORT, workers=1, log=home / "weight.log")
    try:
        return weight.measure(WEIGHT_PORT, cookie, case.ref)
    finally:
        web.stop()


@contextmanager
def database_copy(url: str) -> Iterable[str]:
    """A second database as this one is now; gone afterwards."""
    connection.close()
    parts = urlsplit(url)
    name = parts.path.lstrip("/")
    other = f"{name}_few"
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{other}" TEMPLATE "{name}"')
        try:
            yield urlunsplit(parts._replace(path=f"/{other}"))
        finally:
            admin.execute(f'DROP DATABASE "{other}" WITH (FORCE)')
