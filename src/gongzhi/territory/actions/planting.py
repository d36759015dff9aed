"""Putting drafts of places into the tree: a few queries for each level, however many there are."""

import secrets
from collections.abc import Iterable, Iterator, Sequence

from django.db import IntegrityError, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.text import name_key
from gongzhi.territory.actions.tracing import Trace
from gongzhi.territory.models import Alias, Place
from gongzhi.territory.rules import LEVEL_ORDER, Level, pick_number, sort_number
from gongzhi.territory.rules.drafts import (
    PlaceDraft,
    check_level,
    checked_code,
    checked_name,
    checked_outline,
    checked_position,
)
from gongzhi.territory.rules.refusals import CodeTaken, NameTaken, NoSuchPlace

TOKEN_BYTES = 15
ROWS_AT_ONCE = 1_000


def new_token() -> str:
    """An opaque entrance code of twenty signs: fits a WeChat scene (32) and a small QR."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def in_portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many ids as one query may carry on either database."""
    for start in range(0, len(ids), ROWS_AT_ONCE):
        yield ids[start : start + ROWS_AT_ONCE]


class Planting:
    """One call's worth of new places; `traces` says what was made."""

    def __init__(self) -> None:
        self.traces: list[Trace] = []
        self._parents: dict[int | str, Place] = {}
        self._names: set[tuple[int | None, str]] = set()
        self._numbers: dict[int, set[str]] = {}

    def plant(self, drafts: Sequence[PlaceDraft]) -> list[Place]:
        """Check and write the drafts. Raises the refusal of the first that cannot be."""
        self._load_parents(drafts)
        planted: dict[int, Place] = {}
        for level in LEVEL_ORDER:
            slots = [at for at, draft in enumerate(drafts) if draft.level is level]
            places = [self._make(drafts[at]) for at in slots]
            self._write(places)
            for at, place in zip(slots, places, strict=True):
                planted[at] = place
                if drafts[at].key:
                    self._parents[drafts[at].key] = place
        self._write_aliases((planted[at], draft.aliases) for at, draft in enumerate(drafts))
        return [planted[at] for at in range(len(drafts))]

    def _load_parents(self, drafts: Sequence[PlaceDraft]) -> None:
        """Lock the parents, and the streets whose spoken numbers are given out, in the order of their ids, so
        that two calls wait for, never block, each other."""
        asked = sorted({draft.parent for draft in drafts if isinstance(draft.parent, int)})
        streets: set[int] = set()
        if any(draft.level is Level.ENTRANCE for draft in drafts):
            for some in in_portions(asked):
                found = Place.objects.filter(pk__in=some, street__isnull=False)
                streets |= {one for one in found.values_list("street_id", flat=True) if one}
        for some in in_portions(sorted({*asked, *streets})):
            for place in Place.objects.select_for_update().filter(pk__in=some).order_by("pk"):
                self._parents[place.pk] = place
        for some in in_portions(asked):
            self._names |= self._taken(parent_id__in=some)
        if any(draft.parent is None for draft in drafts):
            self._names |= self._taken(parent__isnull=True)

    @staticmethod
    def _taken(**where: object) -> set[tuple[int | None, str]]:
        rows = Place.objects.filter(ended_on__isnull=True, **where)
        return set(rows.values_list("parent_id", "name_key"))

    def _make(self, draft: PlaceDraft) -> Place:
        parent = self._parent_of(draft)
        check_level(draft.level, Level(parent.level) if parent else None)
        name = checked_name(draft.name)
        self._claim_name(parent, name)
        code, code_system = checked_code(draft.code, draft.code_system)
        spot = checked_position(draft.lat, draft.lng, draft.system)
        place = Place(
            ref=new_ref(),
            level=draft.level.value,
            parent=parent,
            street=_street_below(parent),
            name=name,
            name_key=name_key(name),
            sort_no=sort_number(name),
            code=code,
            code_system=code_system,
            community_kind=draft.community_kind or ("community" if draft.level is Level.COMMUNITY else ""),
            estate_kind=draft.estate_kind.value if draft.estate_kind else "",
            lat=spot.lat if spot else None,
            lng=spot.lng if spot else None,
            position_system=draft.system if spot else "",
            outline_text=checked_outline(draft.outline, draft.outline_system or draft.system),
            created_at=clock.now(),
        )
        place.path = f"{parent.path if parent else ''}{place.ref}/"
        if draft.level is Level.ENTRANCE:
            place.token, place.spoken_no = new_token(), self._number_for(place.street_id)
        return place

    def _parent_of(self, draft: PlaceDraft) -> Place | None:
        if draft.parent is None:
            return None
        parent = self._parents.get(draft.parent)
        if parent is None or parent.ended_on is not None:
            raise NoSuchPlace(field="parent")
        return parent

    def _claim_name(self, parent: Place | None, name: str) -> None:
        claim = (parent.pk if parent else None, name_key(name))
        if claim in self._names:
            raise NameTaken(name=name)
        self._names.add(claim)

    def _number_for(self, street_id: int | None) -> str:
        used = self._numbers.get(street_id or 0)
        if used is None:
            rows = Place.objects.filter(street_id=street_id).exclude(spoken_no="")
            used = self._numbers[street_id or 0] = set(rows.values_list("spoken_no", flat=True))
        number = pick_number(used, secrets.randbelow)
        used.add(number)
        return number

    def _write(self, places: list[Place]) -> None:
        try:
            with transaction.atomic():
                Place.objects.bulk_create(places, batch_size=ROWS_AT_ONCE)
        except IntegrityError as fault:
            raise _why(places) from fault
        self.traces.extend(
            Trace("created", "place", place.pk, after={"name": place.name, "level": place.level})
            for place in places
        )

    def _write_aliases(self, wanted: Iterable[tuple[Place, tuple[str, ...]]]) -> None:
        rows: dict[tuple[int, str], Alias] = {}
        for place, names in wanted:
            for name in map(checked_name, names):
                key = name_key(name)
                if key != place.name_key:
                    row = Alias(place=place, name=name, name_key=key, created_at=clock.now())
                    rows[place.pk, key] = row
        Alias.objects.bulk_create(rows.values(), batch_size=ROWS_AT_ONCE)
        self.traces.extend(
            Trace("created", "alias", alias.pk, after={"name": alias.name}) for alias in rows.values()
        )


def _street_below(parent: Place | None) -> Place | None:
    """The street a child of this parent lies in: the parent itself if it is one."""
    if parent is None:
        return None
    return parent if parent.level == Level.STREET.value else parent.street


def _why(places: list[Place]) -> CodeTaken | NameTaken:
    """Which of two unique columns somebody took a moment ago, or this file uses twice."""
    codes = [(place.code_system, place.code) for place in places if place.code]
    stored = Place.objects.filter(ended_on__isnull=True, code__in=[code for _, code in codes])
    taken = set(stored.values_list("code_system", "code"))
    twice = next((pair for at, pair in enumerate(codes) if pair in taken or pair in codes[:at]), None)
    return CodeTaken(code=twice[1]) if twice else NameTaken(name=places[0].name)
