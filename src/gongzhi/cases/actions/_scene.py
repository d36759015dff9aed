"""A case taken in hand: locked, with its playbook, its parties and the step that runs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cached_property

from gongzhi.cases.actions._chapter import Chapter, write_chapters
from gongzhi.cases.models import Case, Evidence, Party, StepRun, Verdict
from gongzhi.cases.queries.access import ground_of
from gongzhi.cases.rules.refusals import CaseHasEnded, CaseNotFound
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.finding import find_all_by, lock_by
from gongzhi.kernel.revision import current_all
from gongzhi.playbooks.queries import Playbook, Share, State, Step, get_version, load_state
from gongzhi.territory.queries import grounds_of


class Scene:
    """Everything an act needs of one case. Reads lazily, writes through its chapter."""

    def __init__(self, case: Case, playbook: Playbook, *, actor: Actor, now: datetime) -> None:
        self.case = case
        self.playbook = playbook
        self.chapter = Chapter(case, actor=actor, now=now)
        self.whose: int | None = None
        self.unrouted = False
        self.answers: list[Verdict] = []

    @property
    def now(self) -> datetime:
        """The moment of the act."""
        return self.chapter.now

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return self.chapter.actor

    @cached_property
    def stamps(self) -> dict[str, int]:
        """The stamps of all configuration, read once an act."""
        return current_all()

    @cached_property
    def grounds(self) -> tuple[int, ...]:
        """The places whose rule values hold for the case, nearest first."""
        return grounds_of(self.place_id, stamps=self.stamps)

    @cached_property
    def place_id(self) -> int | None:
        """Where it is; of a case without a place, the ground it lies on."""
        ground = ground_of(self.case, self.stamps)
        return ground.id if ground else None

    @cached_property
    def state(self) -> State:
        """Where the machine stands."""
        return load_state(self.case.state_text)

    @cached_property
    def parties(self) -> list[Party]:
        """Everyone with a part in it."""
        return [] if self.chapter.is_new else find_all_by(Party, "case", [self.case.pk])

    @cached_property
    def runs(self) -> list[StepRun]:
        """The passages that are running: the step's own, and one for each share."""
        if self.chapter.is_new:
            return []
        return find_all_by(StepRun, "case", [self.case.pk], still="ended_at")

    @cached_property
    def deposited(self) -> set[tuple[str, str, str]]:
        """What lies in this case as evidence: passage, kind, ref."""
        if self.chapter.is_new:
            return set()
        rows = Evidence.objects.filter(case=self.case).values_list(
            "step_run__step", "step_run__n", "step_run__item_ref", "kind", "ref"
        )
        return {(f"{step}#{n}#{key}", kind, ref) for step, n, key, kind, ref in rows}

    @property
    def run(self) -> StepRun | None:
        """The running step's own passage."""
        return next((run for run in self.runs if run.item_ref == "" and run.ended_at is None), None)

    @property
    def step(self) -> Step | None:
        """The step the case stands in."""
        return self.playbook.steps.get(self.case.step) if self.state.run else None

    def run_of(self, key: str) -> StepRun | None:
        """The running passage of one share."""
        return next((run for run in self.runs if run.item_ref == key and run.ended_at is None), None)

    def party_of(self, seat_id: int) -> Party | None:
        """The part a seat has."""
        return next((party for party in self.parties if party.seat_id == seat_id), None)

    @property
    def lead_id(self) -> int | None:
        """The seat that leads, if one was named."""
        return next((party.seat_id for party in self.parties if party.role == "lead"), None)

    @property
    def residents(self) -> list[Party]:
        """The reporter and the followers: those the matter is done for. Whoever says they never reported it
        is none of them any more."""
        return [party for party in self.parties if party.person_id is not None and party.role != "former"]

    def shares_of(self, name: str) -> tuple[Share, ...]:
        """The members of a named set now. One seat leads: the one named, else whoever owns the case."""
        if name not in ("parties", "forces"):
            return ()
        lead = self.lead_id or self.case.seat_id
        others = [party.seat_id for party in self.parties if party.role == "helper" and party.seat_id != lead]
        return (Share(f"seat:{lead}", lead=True), *(Share(f"seat:{seat}") for seat in others))

    def check_running(self) -> None:
        """Raises CaseHasEnded."""
        if self.state.run is None:
            raise CaseHasEnded

    def finish(self) -> CaseMoved:
        """Write the chapter; say where the case stands now."""
        write_chapters([self.chapter])
        return moved_to(self.case)


def moved_to(case: Case) -> CaseMoved:
    """Where a case stands."""
    return CaseMoved(case.ref, case.status, case.step, case.seat_id, case.due_at, case.result, case.events)


def open_scene(ref: str, *, actor: Actor, now: datetime | None = None) -> Scene:
    """Lock a case and take it in hand. Raises CaseNotFound."""
    case = lock_by(Case, "ref", ref)
    if case is None:
        raise CaseNotFound
    return scene_of(case, actor=actor, now=now)


def scene_of(case: Case, *, actor: Actor, now: datetime | None = None) -> Scene:
    """Take a case that is already locked in hand."""
    return Scene(case, get_version(case.version_id), actor=actor, now=now or clock.now())


def scenes_of(cases: Sequence[Case], *, actor: Actor) -> Iterator[Scene]:
    """Several locked cases in hand: their parties and passages read together, the configuration once."""
    parties, runs = defaultdict(list), defaultdict(list)
    ids = [case.pk for case in cases]
    for party in find_all_by(Party, "case", ids):
        parties[party.case_id].append(party)
    for run in find_all_by(StepRun, "case", ids, still="ended_at"):
        runs[run.case_id].append(run)
    stamps, now = current_all(), clock.now()
    for case in cases:
        scene = scene_of(case, actor=actor, now=now)
        scene.parties, scene.runs, scene.stamps = parties[case.pk], runs[case.pk], stamps
        yield scene
