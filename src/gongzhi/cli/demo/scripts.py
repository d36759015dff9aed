"""What may become of a report: settled, worked on, refused, forgotten, returned, set aside, joined."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from gongzhi.cases.actions import (
    Filing,
    confirm_result,
    decide_approval,
    enter_verdict,
    join_case,
    pause_clock,
    resume_clock,
    second_case,
    take_outcome,
    withdraw_case,
)
from gongzhi.cases.queries import find_case_for, get_brief
from gongzhi.cli.demo.agenda import Agenda
from gongzhi.cli.demo.answers import CARELESS, USUAL, Care, read_answers, with_dates, write_answer
from gongzhi.cli.demo.people import Cast
from gongzhi.cli.demo.pictures import draw_picture
from gongzhi.cli.demo.street import BuiltEstate
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.kernel.files import store_photo
from gongzhi.parties.queries import resolve_post, who_is
from gongzhi.registry.actions import ensure_person
from gongzhi.territory.queries import get_place

DANGERS = frozenset({"sudden-danger", "public-incident", "gas-electric"})
_REASONS = ("需要等配件到货", "要几家一起会商", "施工要避开早晚高峰", "产权单位还没有答复")


@dataclass
class Case:
    """A placed report and who cares about it (an account)."""

    ref: str
    reporter: int
    estate: BuiltEstate
    item: str
    channel: str
    words: str


class Stage:
    """What every script needs: time, chance, people, pictures."""

    def __init__(self, agenda: Agenda, chance: Random, cast: Cast) -> None:
        self.agenda, self.chance, self.cast = agenda, chance, cast
        self._drawn = {m: [draw_picture(chance, mended=m) for _ in range(8)] for m in (False, True)}
        self.answers = read_answers()
        self.recent: dict[int, str] = {}

    def later(self, low: float, high: float, deed: Callable[[], None]) -> None:
        """Do something in `low` to `high` hours."""
        self.agenda.add(clock.now() + timedelta(hours=self.chance.uniform(low, high)), deed)

    def photo(self, *, mended: bool) -> str:
        """The ref of a freshly stored picture."""
        return store_photo(self.chance.choice(self._drawn[mended])).ref

    def place_ref(self, estate: BuiltEstate) -> str:
        """Some entrance or building of the estate, sometimes the estate itself."""
        pool = self.chance.choice((estate.entrances, estate.entrances, estate.buildings, [estate.id]))
        return get_place(self.chance.choice(pool)).ref

    def owner(self, case: Case) -> Actor:
        """Whoever acts in the seat that has the case now; nobody there: the machine."""
        return self.in_seat(get_brief(case.ref).seat_id)

    def in_seat(self, seat_id: int) -> Actor:
        """Whoever acts in a seat."""
        user_id = who_is(seat_id).user_id
        return Actor(kind="person", user_id=user_id, source="demo") if user_id else SYSTEM

    def resident(self, user_id: int) -> Actor:
        """A resident on their phone."""
        return Actor(kind="person", user_id=user_id, source="demo")

    def answer(self, case: Case, care: Care) -> Filing:
        """What the resident reads, and a picture of the mended thing."""
        said = write_answer(self.answers, self.chance, case.item, case.words, care)
        return Filing(note=said, photos=(self.photo(mended=True),))

    def reason(self) -> Filing:
        """Only a reason."""
        return Filing(reason=self.chance.choice(_REASONS))


Script = Callable[[Stage, Case], None]


def settled(stage: Stage, case: Case) -> None:
    """The grid leader settles it on the spot; most reporters answer."""
    stage.later(0.2, 5, lambda: _settle(stage, case))


def worked(stage: Stage, case: Case) -> None:
    """Accepted, done by the parties, closed by its reporter."""
    stage.later(0.3, 1.8, lambda: _accept(stage, case))
    stage.later(8, 60, lambda: _finish(stage, case))


def extended(stage: Stage, case: Case) -> None:
    """More time is asked for and granted, then it is done."""
    stage.later(0.3, 1.8, lambda: _accept(stage, case))
    stage.later(20, 30, lambda: _ask(stage, case, "extend", stage.reason()))
    stage.later(90, 150, lambda: _finish(stage, case))


def refused(stage: Stage, case: Case) -> None:
    """“Not solved” once or twice, then done properly; what was answered first mostly left something open."""
    twice = stage.chance.random() < 0.35
    stage.later(0.2, 4, lambda: _settle(stage, case, answer=False, care=CARELESS))
    stage.later(8, 20, lambda: _answer(stage, case, solved=False))
    stage.later(30, 50, lambda: _finish(stage, case, answer=not twice))
    if twice:
        stage.later(52, 60, lambda: _answer(stage, case, solved=False))
        stage.later(75, 110, lambda: _finish(stage, case))


def forgotten(stage: Stage, case: Case) -> None:
    """Nobody takes it: it climbs by itself; somebody further up settles it in the end."""
    stage.later(40, 200, lambda: _settle(stage, case))


def nobody(stage: Stage, case: Case) -> None:
    """It climbs to the end of the ladder and rings at the duty desk."""


def returned(stage: Stage, case: Case) -> None:
    """Given back once or more, naming whose it is; done by the next."""
    times = stage.chance.choice((1, 1, 2, 3))
    for n in range(times):
        stage.later(1 + n * 3, 2 + n * 3, lambda: _give_back(stage, case))
    stage.later(14, 30, lambda: _settle(stage, case))


def parked(stage: Stage, case: Case) -> None:
    """Set aside with a date and another seat's yes; some are taken up again."""
    date = clock.today() + timedelta(days=stage.chance.randrange(12, 40))
    filing = Filing(reason=stage.chance.choice(_REASONS), review_date=date)
    stage.later(0.3, 1.8, lambda: _accept(stage, case))
    stage.later(3, 8, lambda: _ask(stage, case, "park", filing))


def paused(stage: Stage, case: Case) -> None:
    """The clock stands still while the resident is waited for."""
    stage.later(0.3, 1.5, lambda: _accept(stage, case))
    stage.later(2, 4, lambda: _pause(stage, case))
    stage.later(20, 40, lambda: _resume(stage, case))
    stage.later(44, 70, lambda: _finish(stage, case))


def seconded(stage: Stage, case: Case) -> None:
    """Neighbours say “me too”; each of them is asked and answers."""
    users = stage.chance.sample(stage.cast.residents, stage.chance.randrange(1, 6))
    for user in users:
        stage.later(0.5, 10, lambda user=user: _second(stage, case, user))  # type: ignore[misc]
    stage.later(0.2, 1.8, lambda: _accept(stage, case))
    stage.later(24, 60, lambda: _finish(stage, case))
    for user in users:
        stage.later(64, 90, lambda user=user: _answer(stage, case, solved=True, user=user))  # type: ignore[misc]


def joined(stage: Stage, case: Case) -> None:
    """The same matter as the last one of this estate: joined by whoever has it."""
    stage.later(0.5, 3, lambda: _join(stage, case))
    stage.later(5, 9, lambda: _settle(stage, case))


def ordered(stage: Stage, case: Case) -> None:
    """A hotline order: signed for, the caller is contacted, done, and somebody else calls back."""
    wait = 0.0
    if stage.chance.random() < 0.15:
        stage.later(0.3, 0.8, lambda: _give_back(stage, case))
        wait = 1.0
    stage.later(wait + 0.5, wait + 1.5, lambda: _accept(stage, case))
    stage.later(wait + 2, wait + 5, lambda: _contact(stage, case))
    if stage.chance.random() < 0.2:
        stage.later(8, 12, lambda: _ask(stage, case, "extend", stage.reason()))
    stage.later(16, 80, lambda: _finish(stage, case))


def withdrawn(stage: Stage, case: Case) -> None:
    """The reporter takes it back."""
    stage.later(0.1, 1, lambda: _withdraw(stage, case))


_WEIGHTS: tuple[tuple[Script, int], ...] = (
    *((settled, 43), (worked, 19), (extended, 4), (refused, 8), (forgotten, 7), (nobody, 1)),
    *((returned, 4), (parked, 2), (paused, 2), (seconded, 6), (joined, 3), (withdrawn, 1)),
)


_WITHOUT_REPORTER = tuple(one for one in _WEIGHTS if one[0] not in {refused, seconded, withdrawn})


def pick_script(chance: Random, case: Case) -> Script:
    """By weight; danger is never left lying, orders go their own way, and a patrol has no reporter who could
    refuse or withdraw."""
    if case.item in DANGERS and case.channel != "hotline":
        return settled
    if case.channel == "hotline":
        return ordered if case.item in DANGERS or chance.random() < 0.94 else nobody
    scripts, weights = zip(*(_WITHOUT_REPORTER if case.channel == "patrol" else _WEIGHTS), strict=True)
    script: Script = chance.choices(scripts, weights)[0]
    return script


def _accept(stage: Stage, case: Case) -> None:
    take_outcome(case.ref, "accept", actor=stage.owner(case))
    stage.recent[case.estate.id] = case.ref


def _settle(stage: Stage, case: Case, *, answer: bool = True, care: Care = USUAL) -> None:
    """Where the step has no short way, accept first and finish soon after."""
    if get_brief(case.ref).step == "work":
        _finish(stage, case, answer=answer, care=care)
        return
    take_outcome(case.ref, "settle", actor=stage.owner(case), filing=stage.answer(case, care))
    if answer:
        _answer_later(stage, case)


def _finish(stage: Stage, case: Case, *, answer: bool = True, care: Care = USUAL) -> None:
    take_outcome(case.ref, "done", actor=stage.owner(case), filing=stage.answer(case, care))
    if answer:
        _answer_later(stage, case)


def _contact(stage: Stage, case: Case) -> None:
    said = with_dates(stage.chance.choice(stage.answers.contacted), stage.chance)
    take_outcome(case.ref, "contacted", actor=stage.owner(case), filing=Filing(note=said))


def _answer_later(stage: Stage, case: Case) -> None:
    """Five of six answer; silence is never satisfaction. A caller is called back by somebody else, what a
    patrol found is judged by the residents' own committee."""
    if stage.chance.random() >= 0.83:
        return
    if case.channel == "hotline":
        stage.later(4, 30, lambda: _call_back(stage, case))
    elif case.channel == "patrol":
        stage.later(4, 30, lambda: _judge(stage, case))
    else:
        stage.later(1, 40, lambda: _answer(stage, case, solved=True))


def _call_back(stage: Stage, case: Case) -> None:
    desk = stage.resident(stage.cast.staff["duty-desk"])
    enter_verdict(case.ref, "staff-phone", solved=stage.chance.random() < 0.9, reason="partly", actor=desk)


def _judge(stage: Stage, case: Case) -> None:
    committee = resolve_post("residents-committee", case.estate.id)
    enter_verdict(case.ref, "self-government", solved=True, actor=stage.in_seat(committee.id))


def _answer(stage: Stage, case: Case, *, solved: bool, user: int | None = None) -> None:
    stars = stage.chance.choice((None, 4, 5, 5, 3)) if solved else None
    confirm_result(
        case.ref,
        actor=stage.resident(user or case.reporter),
        solved=solved,
        stars=stars,
        reason="" if solved else stage.chance.choice(("same", "partly", "again")),
    )


def _ask(stage: Stage, case: Case, outcome: str, filing: Filing) -> None:
    take_outcome(case.ref, outcome, actor=stage.owner(case), filing=filing)
    stage.later(1, 6, lambda: _approve(stage, case))


def _approve(stage: Stage, case: Case) -> None:
    approver = find_case_for(SYSTEM, case.ref).approver_id
    if approver is not None:
        decide_approval(case.ref, approved=True, actor=stage.in_seat(approver))


def _give_back(stage: Stage, case: Case) -> None:
    posts = ("community-secretary", "grid-leader-1", "property-manager", "grid-leader-2")
    place_id = get_brief(case.ref).place_id or case.estate.id
    whose = resolve_post(stage.chance.choice(posts), place_id).id
    filing = Filing(reason="不在本岗位职责内", whose=whose)
    take_outcome(case.ref, "return", actor=stage.owner(case), filing=filing)


def _pause(stage: Stage, case: Case) -> None:
    pause_clock(
        case.ref,
        reason="waiting-for-resident",
        contact_note="打过电话，约好后天上门",
        actor=stage.owner(case),
    )


def _resume(stage: Stage, case: Case) -> None:
    resume_clock(case.ref, actor=stage.owner(case))


def _second(stage: Stage, case: Case, user: int) -> None:
    actor = stage.resident(user)
    second_case(case.ref, ensure_person(user, actor=actor), actor=actor)


def _join(stage: Stage, case: Case) -> None:
    into = stage.recent.get(case.estate.id)
    if into and into != case.ref:
        join_case(case.ref, into, actor=stage.owner(case))


def _withdraw(stage: Stage, case: Case) -> None:
    withdraw_case(case.ref, actor=stage.resident(case.reporter))
