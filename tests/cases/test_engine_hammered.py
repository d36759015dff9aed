"""Random acts, legal and not, by anybody, at any hour, through every playbook of the library: no owner is
lost, no comment moves a clock, every row equals the fold of its history, the chain is whole."""

import os
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongzhi.cases import actions
from gongzhi.cases.actions import Filing, ForeignOrder
from gongzhi.cases.models import Case
from gongzhi.cases.queries import verify_case
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.kernel.errors import Refusal
from gongzhi.playbooks.queries import current_version, get_version, list_playbooks
from tests.cases.playing import MONDAY, flaws, lamp_categories, photo, placed
from tests.world import World

EXAMPLES = int(os.environ.get("GONGZHI_EXAMPLES", "4"))
PEOPLE = (
    "resident", "neighbour", "stranger", "grid_leader", "next_grid_leader", "secretary", "section",
    "hotline_clerk", "duty_desk", "deputy", "leader", "second_seat", "property_manager", "self_committee",
    "auditor", "far_desk", "system",
)  # fmt: skip
SOURCES = ("staff-phone", "city", "self-government")
CLOCKS = ("due_at", "wake_at", "silence_at", "approval_due", "review_at", "paused_at", "late_at", "ended_at")
NAMES = (
    "one-lead-four-orders", "four-level-link", "micro-grid", "yard-chiefs", "hotline-12345",
    "146", "lift", "owners-meeting", "property-choice",
)  # fmt: skip
Move = tuple[str, int, int, int]
MOVES = st.lists(
    st.tuples(
        st.sampled_from(
            ["take"] * 8
            + ["answer"] * 3
            + ["sweep"] * 2
            + ["remark", "decide", "decide", "pause", "resume", "call", "sign", "second", "deliver"]
            + ["supervise", "reassign", "category", "mandate", "release", "phone", "change", "erase"]
        ),
        st.integers(0, 10_000),
        st.integers(0, len(PEOPLE) - 1),
        st.integers(0, 10_000),
    ),
    max_size=22,
)


class Play:
    """One case under random hands."""

    def __init__(self, world: World, ref: str, picture: str) -> None:
        self.world = world
        self.ref = ref
        self.picture = picture

    def case(self) -> Case:
        return Case.objects.get(ref=self.ref)

    def actor(self, number: int) -> Actor:
        key = PEOPLE[number]
        return SYSTEM if key == "system" else self.world.people[key].actor

    def outcome(self, number: int) -> str:
        case = self.case()
        book = get_version(case.version_id)
        step = book.steps.get(case.step)
        names = [
            *(step.outcomes if step else ()),
            *(step.outcomes if step else ()),
            *book.anywhere,
            "nonsense",
        ]
        return names[number % len(names)]

    def seat(self, number: int) -> int:
        seats = [one.seat_id for one in self.world.people.values() if one.seat_id]
        return seats[number % len(seats)]

    def take(self, n: int, who: int, k: int) -> object:
        evidence = ("answer", "resolution", "consent", "posting", "acceptance", "minutes", "roll", "permit")
        full = Filing(
            note="办了",
            reason="因为",
            photos=(self.picture,) if k % 3 else (),
            whose=self.seat(k),
            review_date=clock.today() + timedelta(days=k % 40),
            evidence=tuple((kind, f"{kind}-{n}-{k}") for kind in evidence) if k % 2 else (),
        )
        filing = full if k % 5 else Filing()
        name = self.outcome(n)
        by = self.actor(who)
        if k % 4:  # mostly by whoever may
            users = [p for p in self.world.people.values() if p.seat_id == self.case().seat_id]
            by = users[0].actor if users else SYSTEM
        return actions.take_outcome(self.ref, name, actor=by, filing=filing)

    def play(self, move: Move) -> None:
        verb, n, who, k = move
        actor = self.actor(who)
        acts: dict[str, Callable[[], object]] = {
            "take": lambda: self.take(n, who, k),
            "answer": lambda: actions.confirm_result(
                self.ref, actor=self.actor(k % 2), solved=bool(n % 2), reason="not-done"
            ),
            "change": lambda: actions.change_verdict(
                self.ref, actor=self.actor(k % 2), solved=bool(n % 2), reason="not-done"
            ),
            "phone": lambda: actions.enter_verdict(
                self.ref, SOURCES[n % 3], bool(k % 2), actor=actor, reason="not-done"
            ),
            "sweep": lambda: actions.sweep_lateness(actor=SYSTEM),
            "remark": lambda: actions.add_remark(self.ref, "说一句", actor=actor),
            "decide": lambda: actions.decide_approval(
                self.ref, bool(n % 2), actor=actor if k % 2 else SYSTEM, note="好"
            ),
            "pause": lambda: actions.pause_clock(
                self.ref, "weather", "打过电话", actor=SYSTEM if k % 2 else actor
            ),
            "resume": lambda: actions.resume_clock(self.ref, actor=SYSTEM if k % 2 else actor),
            "call": lambda: actions.call_in(self.ref, self.seat(n), actor=SYSTEM, lead=not k % 3),
            "sign": lambda: actions.sign_in(self.ref, actor=actor),
            "second": lambda: actions.second_case(self.ref, self.world.neighbour.person_id, actor=SYSTEM),
            "deliver": lambda: actions.note_question_delivered(
                self.ref, self.world.people[PEOPLE[n % 2]].person_id, clock.now(), actor=SYSTEM
            ),
            "supervise": lambda: actions.supervise_case(self.ref, "太慢", actor=actor),
            "reassign": lambda: actions.reassign_case(self.ref, self.seat(n), "不对", actor=actor),
            "category": lambda: actions.change_category(
                self.ref,
                ("lamp", "gas", "own-pipe")[n % 3],
                "改",
                actor=actor,
                urgency="critical" if k % 2 else None,
            ),
            "mandate": lambda: actions.receive_mandate(
                self.ref,
                ForeignOrder("12345", f"N{n % 3}", clock.now(), clock.now() + timedelta(hours=k % 200)),
                actor=actor,
            ),
            "release": lambda: actions.release_case(self.ref, "继续", actor=SYSTEM if k % 2 else actor),
            "erase": lambda: actions.erase_words(self.ref, 1 + n % 9, actor=SYSTEM),
        }  # fmt: skip
        before = self.case()
        try:
            with transaction.atomic():
                acts[verb]()
        except Refusal:
            assert self.case().events == before.events
        if verb == "remark":
            now = self.case()
            assert [getattr(now, c) for c in CLOCKS] == [getattr(before, c) for c in CLOCKS]


def check(play: Play) -> None:
    """What must hold after every act."""
    case = play.case()
    assert case.seat_id is not None
    assert (case.status == "ended") == (case.ended_at is not None) == bool(case.result)
    if case.status == "ended":
        assert case.wake_at is None and case.due_at is None
    assert not (found := list(verify_case(play.ref))), found


@pytest.mark.parametrize("name", NAMES)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(moves=MOVES)
def test_no_act_breaks_the_memory(world: World, name: str, moves: list[Move]) -> None:
    current_version(name)
    with transaction.atomic(), clock.frozen(MONDAY) as now:
        play_all(world, name, moves, now)
        transaction.set_rollback(True)


def play_all(world: World, name: str, moves: list[Move], now: clock.StandingClock) -> None:
    lamp_categories()
    case = placed(world, name, category="lamp")
    play = Play(world, case.ref, photo())
    check(play)
    for move in moves:
        now.advance(timedelta(minutes=1 + move[3] % (60 * 30)))
        play.play(move)
        check(play)
    assert not flaws()


def test_every_playbook_of_the_library_is_hammered(world: World) -> None:
    current_version("one-lead-four-orders")
    assert {version.name for version in list_playbooks()} == set(NAMES)
