"""A million cases in minutes: played ones are cloned inside PostgreSQL, with their history, parties, steps,
evidence, verdicts and decisions, spread over ten years. What is open stays as it was played: the work on the
desks of a street does not grow with its archive.

The clones' history entries keep their facts but not the columns they set, and no pairs of characters are
indexed for them: they are there to be listed and read, not to be verified or searched by words.
"""

import json
from typing import Any

from django.db import connection, models

from gongzhi.cases.models import Case, Event, Evidence, Party, Remark, StepRun, Verdict
from gongzhi.kernel.refs import new_ref
from gongzhi.routing.models import Decision

CHILDREN: tuple[type[models.Model], ...] = (Event, StepRun, Remark, Party, Evidence, Verdict, Decision)
INNER = {(Remark, "event_id"): Event, (Evidence, "step_run_id"): StepRun}
MOVED = ("placed_at", "ended_at", "created_at", "due_at", "late_at", "local_date")
TEMPLATES = 240  # the shortest histories of what was played
TEN_YEARS = 3650
SLICE = 110_000


def grow_to(total: int) -> int:
    """Clone ended cases until there are `total`; answers how many there are."""
    wanted = total - Case.objects.count()
    if wanted > 0:
        with connection.cursor() as cursor:
            _Growth(cursor).clone(wanted)
    return Case.objects.count()


class _Growth:
    """One growth: templates chosen, indexes away, rows cloned slice by slice, indexes back."""

    def __init__(self, cursor: Any) -> None:
        self.ask = cursor.execute
        self.cursor = cursor
        self.ask("SET session_replication_role = replica; SET synchronous_commit = off")
        self.ask("SET maintenance_work_mem = '256MB'")
        self._choose_templates()
        self.bases = {model: self._top(model) for model in (Case, *CHILDREN)}
        self.refs = set(Case.objects.values_list("ref", flat=True))
        self.strides = {model: self._stride(model) for model in CHILDREN}

    def clone(self, wanted: int) -> None:
        indexes = self._drop_indexes() if wanted > SLICE else []
        for first in range(1, wanted + 1, SLICE):
            last = min(wanted, first + SLICE - 1)
            self._write_refs(first, last)
            self._clone_cases()
            for model in CHILDREN:
                self._clone_children(model)
        for statement in indexes:
            self.ask(statement)
        for model in (Case, *CHILDREN):
            table = model._meta.db_table
            self.ask(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
            # Ten years' growth has been swept long since; else PostgreSQL sweeps while pages are read.
            self.ask(f"VACUUM (ANALYZE) {table}")
        self.ask("SET session_replication_role = origin")
        self.ask("DROP TABLE bench_template, bench_ref")
        for model in CHILDREN:
            self.ask(f"DROP TABLE bench_{model._meta.db_table}")

    def _choose_templates(self) -> None:
        """Ended cases with short histories, numbered; their rows, numbered within each."""
        self.ask(
            "CREATE TEMP TABLE bench_template AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS no FROM ("
            "SELECT id FROM cases_case c WHERE status = 'ended' AND about_seat_id IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM cases_mandate m WHERE m.case_id = c.id) "
            "AND NOT EXISTS (SELECT 1 FROM cases_link l WHERE c.id IN (l.from_case_id, l.to_case_id)) "
            "ORDER BY events, id LIMIT %s) short",
            [TEMPLATES],
        )
        self.ask("SELECT count(*) FROM bench_template")
        self.templates = self.cursor.fetchone()[0]
        if self.templates < 20:
            raise RuntimeError(f"only {self.templates} played cases to clone")
        for model in CHILDREN:
            table = model._meta.db_table
            self.ask(
                f"CREATE TEMP TABLE bench_{table} AS SELECT r.*, t.no, "
                f"row_number() OVER (PARTITION BY r.case_id ORDER BY r.id) - 1 AS k "
                f"FROM {table} r JOIN bench_template t ON t.id = r.case_id"
            )
            self.ask(f"CREATE INDEX ON bench_{table} (no); ANALYZE bench_{table}")
        self._shorten_bodies()

    def _shorten_bodies(self) -> None:
        self.ask("SELECT id, body_text FROM bench_cases_event")
        short = [
            (json.dumps({"facts": json.loads(body).get("facts", {})}, ensure_ascii=False), pk)
            for pk, body in self.cursor.fetchall()
        ]
        self.cursor.executemany("UPDATE bench_cases_event SET body_text = %s WHERE id = %s", short)

    def _top(self, model: type[models.Model]) -> int:
        self.ask(f"SELECT coalesce(max(id), 0) FROM {model._meta.db_table}")
        return int(self.cursor.fetchone()[0])

    def _stride(self, model: type[models.Model]) -> int:
        self.ask(f"SELECT coalesce(max(k), 0) + 1 FROM bench_{model._meta.db_table}")
        return int(self.cursor.fetchone()[0])

    def _write_refs(self, first: int, last: int) -> None:
        self.ask("CREATE TEMP TABLE IF NOT EXISTS bench_ref (n bigint, no bigint, ref text)")
        self.ask("TRUNCATE bench_ref")
        with self.cursor.copy("COPY bench_ref FROM STDIN") as copy:
            for n in range(first, last + 1):
                copy.write_row((n, n * 7919 % self.templates, self._fresh_ref()))
        self.ask("ANALYZE bench_ref")

    def _fresh_ref(self) -> str:
        """A number nobody has: among a million a few come twice."""
        while (ref := new_ref()) in self.refs:
            pass
        self.refs.add(ref)
        return ref

    def _clone_cases(self) -> None:
        base = self.bases[Case]
        values = {f.column: f"c.{f.column}" for f in Case._meta.concrete_fields}
        values |= {name: f"(c.{name} - (g.n % {TEN_YEARS}) * interval '1 day')" for name in MOVED}
        values |= {"local_date": f"(c.local_date - (g.n % {TEN_YEARS})::int)"}
        values |= {"id": f"{base} + g.n", "ref": "g.ref"}
        self.ask(
            f"INSERT INTO cases_case ({', '.join(values)}) SELECT {', '.join(values.values())} "
            "FROM bench_ref g JOIN bench_template t ON t.no = g.no JOIN cases_case c ON c.id = t.id "
            "ORDER BY g.n"
        )

    def _clone_children(self, model: type[models.Model]) -> None:
        table = model._meta.db_table
        values = {f.column: f"r.{f.column}" for f in model._meta.concrete_fields}
        values["id"] = f"{self.bases[model]} + g.n * {self.strides[model]} + r.k"
        values["case_id"] = f"{self.bases[Case]} + g.n"
        joins = ""
        for (holder, column), target in INNER.items():
            if holder is model:
                joins = f"JOIN bench_{target._meta.db_table} o ON o.id = r.{column}"
                values[column] = f"{self.bases[target]} + g.n * {self.strides[target]} + o.k"
        self.ask(
            f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())} "
            f"FROM bench_ref g JOIN bench_{table} r ON r.no = g.no {joins} ORDER BY g.n, r.k"
        )

    def _drop_indexes(self) -> list[str]:
        """Every index that stands behind no constraint; answers how to make them again."""
        tables = [model._meta.db_table for model in (Case, *CHILDREN)]
        self.ask(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname NOT IN "
            "(SELECT conname FROM pg_constraint)",
            [tables],
        )
        found = self.cursor.fetchall()
        for name, _made in found:
            self.ask(f'DROP INDEX "{name}"')
        return [made for _name, made in found]
