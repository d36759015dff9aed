"""“Is it one of these?” with a million reports, and with one estate that has fifty thousand open ones.

Harder than any street: in use the traces of ended cases are dropped and only live ones are looked at. Here
every report of the archive keeps its traces, and in the hot estate all are open and of this month.
"""

import time
from datetime import timedelta
from itertools import cycle
from statistics import median, quantiles

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongzhi.cases.models import Case
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import one_look
from gongzhi.routing.actions import keep_traces
from gongzhi.routing.models import Trace
from gongzhi.routing.queries import find_same_matter
from gongzhi.routing.queries.traces import STORED, get_alike, get_weights, ground_of
from gongzhi.routing.rules.marks import telling
from gongzhi.territory.queries import Level, PlaceFacts, get_place, list_ancestors, list_places_under
from tests.benchmarks.figures import Figure
from tests.benchmarks.street import Measured, bodies_of

PART = "Duplicate hint"
HOT = 50_000
WARM, ASKED = 10, 240
TARGET_MS = 30
_TRACES = "routing_trace"


def trace_archive() -> int:
    """Leave traces of every report there is, ended or not; answers how many."""
    keep_traces(actor=SYSTEM)
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT text FROM cases_remark WHERE kind = 'report'")
        texts = [text for (text,) in cursor.fetchall()]
        cursor.execute("SELECT DISTINCT place_id FROM cases_case WHERE place_id IS NOT NULL")
        places = [place for (place,) in cursor.fetchall()]
        cursor.execute("CREATE TEMP TABLE bench_mark (text text, mark text)")
        cursor.execute("CREATE TEMP TABLE bench_ground (place_id bigint, ground_id bigint)")
        weigh, alike = get_weights(), get_alike()
        marks = [(text, mark) for text in texts for mark in telling(alike.read(text).marks, weigh, STORED)]
        cursor.executemany("INSERT INTO bench_mark VALUES (%s, %s)", marks)
        grounds = [(place, ground_of(place)) for place in places]
        cursor.executemany("INSERT INTO bench_ground VALUES (%s, %s)", grounds)
        _insert_traces(cursor)
        cursor.execute("DROP TABLE bench_mark, bench_ground")
    return Trace.objects.count()


def _insert_traces(cursor: object) -> None:
    """All of them anew, the indexes made afterwards."""
    ask = cursor.execute  # type: ignore[attr-defined]
    ask("SET maintenance_work_mem = '512MB'; SET synchronous_commit = off")
    ask("SET session_replication_role = replica")
    ask(f"TRUNCATE {_TRACES}")
    ask("DROP INDEX trace_on_ground, trace_anywhere")
    ask(f"ALTER TABLE {_TRACES} DROP CONSTRAINT trace_once")
    ask(
        f"INSERT INTO {_TRACES} (case_id, ground_id, mark, day, of_address) "
        "SELECT c.id, g.ground_id, m.mark, c.local_date, false FROM cases_case c "
        "JOIN cases_remark r ON r.case_id = c.id AND r.kind = 'report' JOIN bench_mark m ON m.text = r.text "
        "LEFT JOIN bench_ground g ON g.place_id = c.place_id GROUP BY c.id, g.ground_id, m.mark, c.local_date"
    )
    ask(f"ALTER TABLE {_TRACES} ADD CONSTRAINT trace_once UNIQUE (case_id, mark)")
    ask(f"CREATE INDEX trace_on_ground ON {_TRACES} (ground_id, mark, day, case_id)")
    ask(f"CREATE INDEX trace_anywhere ON {_TRACES} (mark, day, case_id)")
    ask("SET session_replication_role = origin")
    ask(f"VACUUM ANALYZE {_TRACES}")


def heat(estate_id: int, count: int) -> None:
    """Move so many reports of the archive to one estate, all open and of the last four weeks."""
    estate = get_place(estate_id)
    path = "".join(f"{one.ref}/" for one in list_ancestors(estate.id))
    community = estate.path[-2]
    moment = clock.now() - timedelta(days=28)
    building = next(one for one in list_places_under(estate.id) if one.path[-2] == estate.id)
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        cursor.execute(
            "UPDATE cases_case SET place_id = %s, community_id = %s, scope_path = %s, status = 'open', "
            "result = '', ended_at = NULL, placed_at = %s + (id %% 40000) * interval '1 minute', "
            "local_date = (%s + (id %% 40000) * interval '1 minute')::date WHERE id IN "
            "(SELECT id FROM cases_case WHERE status = 'ended' ORDER BY id DESC LIMIT %s)",
            [building.id, community, f"{path}{building.ref}/", moment, moment, count],
        )
        cursor.execute("ANALYZE cases_case")


def measure(street: Measured, label: str, estates: list[PlaceFacts]) -> list[Figure]:
    """Asked of the query alone, and through the page a resident types on."""
    client, address = Client(SERVER_NAME="127.0.0.1"), reverse("resident:find_similar")
    asked: list[float] = []
    served: list[float] = []
    most, found = 0, 0
    bodies = bodies_of(street, WARM + ASKED, f"hint-{label}")
    entrances = cycle([_some_entrance(estate) for estate in estates])
    for body, place in zip(bodies, entrances, strict=False):
        words = str(body["words"])
        with one_look(), CaptureQueriesContext(connection) as queries:
            answer = find_same_matter(words, place.id)
        most, found = max(most, len(queries)), found + bool(answer)
        with one_look():
            began = time.perf_counter()
            find_same_matter(words, place.id)
            asked.append((time.perf_counter() - began) * 1000)
        cache.clear()  # the pace of one address is counted there
        began = time.perf_counter()
        got = client.post(address, {"words": words, "place": place.ref})
        served.append((time.perf_counter() - began) * 1000)
        if got.status_code != 200:
            raise RuntimeError(f"{got.status_code} {got.content[:200]!r}")
    asked, served = asked[WARM:], served[WARM:]
    note = (
        f"median {median(asked):.1f} ms, {most} queries with the stamps, {found} of {len(bodies)} found one"
    )
    return [
        Figure(PART, f"{label}: query, p95", _p95(asked), "ms", at_most=TARGET_MS, note=note),
        Figure(
            PART,
            f"{label}: page as one types, p95",
            _p95(served),
            "ms",
            at_most=TARGET_MS,
            note=f"median {median(served):.1f} ms",
        ),
    ]


def _some_entrance(estate: PlaceFacts) -> PlaceFacts:
    return list_places_under(estate.id, level=Level.ENTRANCE)[0]


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def measure_few(street: Measured) -> float:
    """The p95 of the query in a small installation, in milliseconds."""
    trace_archive()
    estates = [get_place(one.id) for one in street.built.estates()]
    return measure(street, "few", estates)[0].value


def measure_all(street: Measured, few: float) -> list[Figure]:
    """Everything traced, one estate hot; `few` is the p95 of the query in a small installation."""
    estates = [get_place(one.id) for one in street.built.estates()]
    hot = estates[0]
    heat(hot.id, min(HOT, Case.objects.count() // 4))
    traces = trace_archive()
    cases = f"{Case.objects.count():,} cases"
    figures = measure(street, cases, estates[1:])
    crowd = Case.objects.filter(scope_path__contains=f"{hot.ref}/", status="open").count()
    figures += measure(street, f"estate with {crowd:,} open reports", [hot])
    ratio = figures[0].value / few if few else 0.0
    note = f"{few:.1f} ms with few cases; {traces:,} traces"
    return [*figures, Figure(PART, f"{cases} against few, p95", ratio, "×", note=note)]
