"""How a case begins: its first entries, its words and photos, its parties, its foreign number, in one go."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from gongzhi.cases import events
from gongzhi.cases.actions._chapter import write_chapters
from gongzhi.cases.actions._evidence import deposit_files
from gongzhi.cases.actions._moves import follow, move
from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.models import Case, Link, Mandate, Party
from gongzhi.cases.queries.categories import CategoryFacts, find_category
from gongzhi.cases.queries.scope import ground_at, ground_of_order
from gongzhi.cases.queries.taking import is_reporters_own
from gongzhi.cases.rules.history import plain
from gongzhi.cases.rules.refusals import CaseNotFound, MandateTaken, UnknownCategory, WordsMissing
from gongzhi.cases.rules.shapes import NewCase, PlacedCase
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.revision import current_all
from gongzhi.kernel.text import clean
from gongzhi.playbooks import queries as machine
from gongzhi.playbooks.queries import Take, get_version


def place_together(orders: Sequence[NewCase], actor: Actor) -> tuple[PlacedCase, ...]:
    """Gather all of them, write them together: a refusal comes before anything is written, so only a foreign
    number, which may turn out to be taken, needs a savepoint. Raises WordsMissing, UnknownCategory,
    MandateTaken."""
    scenes = [_open(order, actor) for order in orders]
    try:
        with transaction.atomic(savepoint=any(order.mandate is not None for order in orders)):
            write_chapters([scene.chapter for scene in scenes])
    except IntegrityError:
        for order in orders:
            _blame_mandate(order)
        raise
    cases = (scene.case for scene in scenes)
    return tuple(PlacedCase(case.pk, case.ref, case.seat_id, case.due_at) for case in cases)


def _open(order: NewCase, actor: Actor) -> Scene:
    """The whole beginning of one case, gathered and not yet written."""
    if not clean(order.words) and order.voice is None and not order.photos:
        raise WordsMissing
    playbook = get_version(order.version_id)
    stamps = current_all() if order.stamps is None else dict(order.stamps)
    scene = Scene(_new_case(order, playbook, actor, stamps), playbook, actor=actor, now=clock.now())
    scene.unrouted, scene.stamps = order.unrouted, stamps
    if order.grounds:
        scene.grounds = order.grounds
    _write_opening(scene, order)
    follow(scene, machine.begin(playbook, shares_of=scene.shares_of))
    if _is_placed_by_coming_in(playbook, order):
        told = scene.chapter.news  # the report itself has done the first step: nobody was given it
        told[:] = [news for news in told if not isinstance(news, events.StepEntered)]
        scene.chapter.log("took", facts={"step": playbook.first.name, "n": 1, "outcome": _only(playbook)})
        move(scene, Take(_only(playbook)))
    _keep_files(scene, order)
    _announce(scene, order)
    return scene


def _is_placed_by_coming_in(playbook: machine.Playbook, order: NewCase) -> bool:
    """Whether the first step is done by the report itself: the reporter has placed it, or whoever brought an
    order of another house in has registered it."""
    brought = is_reporters_own(playbook.first, None) or order.mandate is not None
    return brought and len(playbook.first.outcomes) == 1


def _only(playbook: machine.Playbook) -> str:
    return next(iter(playbook.first.outcomes))


def _new_case(order: NewCase, playbook: machine.Playbook, actor: Actor, stamps: dict[str, int]) -> Case:
    now = clock.now()
    category = _category_of(order, stamps)
    mandate = order.mandate
    lies_on = ground_of_order(order.place_id, order.area_id, order.routed_seat_id, stamps)
    ground = ground_at(lies_on, stamps)
    return Case(
        ref=new_ref(),
        version_id=order.version_id,
        carries=playbook.carries,
        channel=order.channel,
        visibility=order.visibility or playbook.visibility,
        place_id=order.place_id,
        area_id=order.area_id,
        community_id=ground.community_id,
        scope_path=ground.path,
        lat=order.lat,
        lng=order.lng,
        category_id=category.id if category else order.category_id,
        common=order.common if order.common is not None else bool(category and category.common),
        urgency=order.urgency,
        reporter_id=order.reporter_id,
        about_seat_id=order.about_seat_id,
        routed_seat_id=order.routed_seat_id,
        typed_by_id=actor.user_id if order.typed else None,
        seat_id=order.routed_seat_id,
        mandate_due=mandate.due_at if mandate else None,
        placed_at=now,
        local_date=clock.local_date(now),
        created_at=now,
    )


def _category_of(order: NewCase, stamps: dict[str, int]) -> CategoryFacts | None:
    """Looked up only when the caller did not already know it."""
    if not order.category or (order.category_id is not None and order.common is not None):
        return None
    category = find_category(order.category, stamps=stamps)
    if category is None:
        raise UnknownCategory
    return category


def _write_opening(scene: Scene, order: NewCase) -> None:
    """The first entry: every column as it stands at the beginning, the words, the parties, the tie to other
    books and cases."""
    case, chapter = scene.case, scene.chapter
    chapter.log("placed", seat_id=case.routed_seat_id, facts={"channel": order.channel})
    chapter.entries[-1].columns.update(
        {name: plain(getattr(case, name)) for name in Case.folded_columns() if name != "state_text"}
    )
    chapter.say(order.words, kind="report", audience="reporter")
    parties = [Party(case=case, role="reporter", person_id=order.reporter_id, added_at=scene.now)]
    for seat_id in _others(order.helper_seat_ids, order):
        parties.append(Party(case=case, role="helper", seat_id=seat_id, added_at=scene.now))
    for party in parties if order.reporter_id else parties[1:]:
        chapter.add(party)
        scene.parties.append(party)
    if order.mandate:
        chapter.add(
            Mandate(
                case=case,
                source=order.mandate.source,
                foreign_no=order.mandate.foreign_no,
                foreign_category=order.mandate.category,
                received_at=order.mandate.received_at,
                due_at=order.mandate.due_at,
            )
        )
    if order.born_of:
        parent = Case.objects.filter(ref=order.born_of).first()
        if parent is None:
            raise CaseNotFound
        chapter.add(Link(from_case=case, to_case=parent, kind="born-of", created_at=scene.now))


def _others(seat_ids: Sequence[int], order: NewCase) -> list[int]:
    return [
        seat for seat in dict.fromkeys(seat_ids) if seat not in (order.routed_seat_id, order.about_seat_id)
    ]


def _keep_files(scene: Scene, order: NewCase) -> None:
    if order.photos:
        deposit_files(scene, order.photos, kind="before-photo")
    if order.voice:
        deposit_files(scene, (order.voice,), kind="voice")


def _announce(scene: Scene, order: NewCase) -> None:
    case = scene.case
    scene.chapter.news.insert(
        0,
        events.CasePlaced(
            case.ref,
            case.channel,
            case.urgency,
            case.seat_id,
            order.reporter_id,
            str(plain(scene.now)),
        ),
    )


def _blame_mandate(order: NewCase) -> None:
    """The same foreign number twice: name the case that has it."""
    if order.mandate is None:
        return
    held = Mandate.objects.filter(
        source=order.mandate.source, foreign_no=order.mandate.foreign_no
    ).select_related("case")
    other = held.first()
    if other is not None:
        raise MandateTaken(ref=other.case.ref)
