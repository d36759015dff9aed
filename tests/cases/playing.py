"""Short ways to play a case in a test: every act goes through the real actions."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PIL import Image

from gongzhi.cases.actions import (
    CategoryDraft,
    Filing,
    NewCase,
    PlacedCase,
    confirm_result,
    note_question_delivered,
    place_case,
    register_categories,
    take_outcome,
)
from gongzhi.cases.models import Case
from gongzhi.cases.queries import verify_cases
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.files import store_photo
from gongzhi.playbooks.queries import current_version
from tests.world import Someone, World

MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # 09:00 in the street


def photo() -> str:
    """A stored photo's ref."""
    out = io.BytesIO()
    Image.new("RGB", (32, 24), "navy").save(out, "JPEG")
    return store_photo(out.getvalue(), owner_kind="", owner_ref="").ref


def order(world: World, playbook: str = "one-lead-four-orders", **changes: object) -> NewCase:
    """A lamp is broken at the resident's building; the micro-grid leader has it."""
    place = world.place("building")
    plain = NewCase(
        version_id=current_version(playbook).id,
        words="3号楼门口的路灯坏了，晚上看不见路",
        channel="page",
        routed_seat_id=world.seat("grid_leader"),
        place_id=place,
        area_id=world.areas["grid"],
        reporter_id=world.resident.person_id,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def placed(world: World, playbook: str = "one-lead-four-orders", **changes: object) -> PlacedCase:
    """The order, placed by the resident."""
    return place_case(order(world, playbook, **changes), actor=world.resident.actor)


def take(case: PlacedCase | str, outcome: str, by: Someone, **filing: object) -> None:
    """Somebody takes an outcome."""
    ref = case if isinstance(case, str) else case.ref
    take_outcome(ref, outcome, actor=by.actor, filing=Filing(**filing))  # type: ignore[arg-type]


def settle(world: World, case: PlacedCase, by: Someone | None = None) -> None:
    """Settled on the spot, with note and photo."""
    take(case, "settle", by or world.grid_leader, note="灯泡换了", photos=(photo(),))


def deliver(world: World, case: PlacedCase, *keys: str) -> None:
    """The question reaches these residents."""
    for key in keys or ("resident",):
        note_question_delivered(case.ref, world.people[key].person_id, clock.now(), actor=SYSTEM)


def refuse(case: PlacedCase, by: Someone) -> None:
    """Not solved."""
    confirm_result(case.ref, actor=by.actor, solved=False, reason="not-done")


def row(case: PlacedCase | str) -> Case:
    """The case's row as it is now."""
    return Case.objects.get(ref=case if isinstance(case, str) else case.ref)


def flaws() -> list[tuple[str, str, str]]:
    """What verify finds."""
    return [(flaw.case_ref, flaw.kind, flaw.detail) for flaw in verify_cases()]


def lamp_categories() -> None:
    """Two categories: a common one, and one of a single household."""
    register_categories(
        (
            CategoryDraft("lamp", "governance", "路灯", "Street lamp", words=("路灯",)),
            CategoryDraft("own-pipe", "governance", "户内水管", "Own pipe", common=False),
            CategoryDraft("gas", "emergency", "燃气", "Gas", urgency="critical"),
        ),
        actor=SYSTEM,
    )


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
