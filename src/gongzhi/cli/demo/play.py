"""Sixty days of an invented street, played through the real actions on a simulated clock."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from django.db import transaction

from gongzhi.cases.actions import make_anchor, sweep_lateness
from gongzhi.cli.demo.agenda import Agenda
from gongzhi.cli.demo.people import VOLUNTEERS, Cast, phone_of
from gongzhi.cli.demo.scripts import Case, Stage, pick_script
from gongzhi.cli.demo.street import BuiltEstate, BuiltStreet
from gongzhi.cli.demo.texts import read_texts
from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import Order, ReportDraft, Spot
from gongzhi.kernel import clock, delivery
from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.revision import one_look
from gongzhi.messages.actions import remind_owners, send_queued_messages
from gongzhi.territory.queries import Level, find_above

DAYS = 60
REPORTS = 3_100
"""The last day's fifty are played only as far as the hour of the building: there are always 3,000."""
_OUT_OF_DOORS = frozenset({"rubbish", "small-ads", "greenery-pets", "public-facility", "parking"})
_CHANNELS = ("page", "page", "page", "page", "page", "page", "entrance-head", "patrol", "window", "hotline")


@dataclass
class Played:
    """What came of it."""

    reports: int = 0
    texts: set[str] = field(default_factory=set)
    scripts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    days: int = 0


class Play:
    """The street at work. `tell` is called with (day, of days) as the simulated days pass."""

    def __init__(self, street: BuiltStreet, cast: Cast, seed: int, end: datetime) -> None:
        self.street, self.cast = street, cast
        self.chance = Random(seed)  # noqa: S311 - an invented street, no secret
        self.agenda = Agenda(end)
        self.start = end - timedelta(days=DAYS)
        self.played = Played()
        self.stage = Stage(self.agenda, self.chance, cast)
        self.texts = read_texts()
        self.estates = list(street.estates())

    def run(self, tell: Callable[[int, int], None], *, reports: int = REPORTS) -> Played:
        """Play to the end; answers what was played. One transaction for two dozen deeds keeps it quick."""
        self._write_agenda(reports)
        day, waiting = self.start.date(), iter(self.agenda)
        with clock.frozen(self.start) as standing:
            while batch := _next_batch(waiting):
                with one_look(), transaction.atomic():
                    for at, deed in batch:
                        standing.advance(max(at - standing.at, timedelta()))
                        self._do(deed)
                    delivery.drain()
                if clock.today() != day:
                    day = clock.today()
                    self.played.days += 1
                    tell(self.played.days, DAYS)
        return self.played

    def _write_agenda(self, reports: int) -> None:
        for number in range(reports):
            at = self._some_time()
            self.agenda.add(at, lambda number=number: self._report(number))  # type: ignore[misc]
        self.agenda.every(self.start, timedelta(hours=2), _swept)
        self.agenda.every(self.start, timedelta(hours=6), _reminded)
        self.agenda.every(self.start, timedelta(hours=6), _sent)
        midnight = datetime.combine(self.start.date() + timedelta(days=1), time(0, 5), tzinfo=clock.zone())
        self.agenda.every(midnight, timedelta(days=1), _anchored)

    def _some_time(self) -> datetime:
        day = self.start + timedelta(days=self.chance.randrange(DAYS + 1))
        hour = min(22.5, max(6.2, self.chance.gauss(14, 4.4)))
        return datetime.combine(day.date(), time(), tzinfo=clock.zone()) + timedelta(hours=hour)

    def _do(self, deed: Callable[[], None]) -> None:
        """A deed that the rules refuse at its moment is no accident: somebody was faster, or it had ended."""
        try:
            with transaction.atomic():
                deed()
        except Refusal as refusal:
            self.played.refused[refusal.code] += 1

    def _report(self, number: int) -> None:
        item = self.chance.choice(list(self.texts.openings))
        words = self.chance.choice(self.texts.openings[item]) + "。" + self.chance.choice(self.texts.tails)
        estate = self.chance.choice(self.estates)
        neighbour = (estate.id * 7 + self.chance.randrange(24)) % len(self.cast.residents)
        reporter = self.cast.residents[neighbour]
        draft = self._draft(number, words, estate, item, phone_of(VOLUNTEERS + neighbour))
        receipt = submit_report(draft, actor=self._sender(draft, reporter, estate))
        self.played.reports += 1
        self.played.texts.add(words)
        if receipt.case_ref:
            case = Case(receipt.case_ref, reporter, estate, item, draft.channel, words)
            script = pick_script(self.chance, case)
            self.played.scripts[script.__name__] += 1
            script(self.stage, case)

    def _draft(self, number: int, words: str, estate: BuiltEstate, item: str, phone: str) -> ReportDraft:
        channel = self.chance.choice(_CHANNELS)
        photos: tuple[str, ...] = ()
        if channel in {"page", "patrol"} and self.chance.random() < 0.3:
            photos = (self.stage.photo(mended=False),)
        return ReportDraft(
            key=f"demo-report-{number:06d}",
            words=words,
            channel=channel,
            item=item if self.chance.random() < 0.25 else "",
            spot=Spot(place_ref=self._place_ref(estate, item, channel)),
            photos=photos,
            caller_phone=phone if channel in {"entrance-head", "window", "hotline"} else "",
            order=self._order(number) if channel == "hotline" else None,
        )

    def _place_ref(self, estate: BuiltEstate, item: str, channel: str) -> str:
        """Where people live; what patrols and callers find out of doors is often the community's."""
        if item in _OUT_OF_DOORS and channel in {"patrol", "hotline"} and self.chance.random() < 0.6:
            community = find_above(estate.id, Level.COMMUNITY)
            if community is not None:
                return community.ref
        return self.stage.place_ref(estate)

    def _order(self, number: int) -> Order:
        now = clock.now()
        due = now + timedelta(days=self.chance.choice((3, 5, 7)))
        return Order("12345", f"DEMO{number:08d}", received=now - timedelta(hours=2), due=due)

    def _sender(self, draft: ReportDraft, reporter: int, estate: BuiltEstate) -> Actor:
        staff = {"window": "duty-desk", "hotline": "hotline-clerk", "patrol": "duty-desk"}
        if draft.channel in staff:
            user = self.cast.staff[staff[draft.channel]]
        elif draft.channel == "entrance-head":
            user = self.cast.heads[self.chance.choice(estate.entrances)]
        else:
            user = reporter
        return Actor(kind="person", user_id=user, source="demo")


def _next_batch(waiting: object) -> list[tuple[datetime, Callable[[], None]]]:
    """Two dozen deeds, fewer at the end of a day."""
    batch: list[tuple[datetime, Callable[[], None]]] = []
    for one in waiting:  # type: ignore[attr-defined]
        batch.append(one)
        if len(batch) >= 24 or clock.local_date(one[0]) != clock.local_date(batch[0][0]):
            break
    return batch


def _swept() -> None:
    sweep_lateness(actor=SYSTEM)


def _reminded() -> None:
    remind_owners(actor=SYSTEM)


def _sent() -> None:
    send_queued_messages(1000, actor=SYSTEM)


def _anchored() -> None:
    make_anchor(clock.today() - timedelta(days=1), actor=SYSTEM)
