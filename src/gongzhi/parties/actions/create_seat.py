"""Set up a seat."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict, Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.text import clean_line
from gongzhi.parties.actions.tracing import configures, trace
from gongzhi.parties.events import SeatCreated
from gongzhi.parties.models import Seat
from gongzhi.parties.queries.organisations import find_organisation
from gongzhi.parties.queries.present import Stamps, read_stamps
from gongzhi.parties.queries.seats import get_post
from gongzhi.parties.rules import Ground, check_post_fits
from gongzhi.parties.rules.appointing import check_may_configure
from gongzhi.territory.queries import find_place, get_area, get_place


@dataclass(frozen=True, slots=True)
class NewSeat:
    """A post on one ground (a place or a duty area) or inside an organisation; `number` tells equal seats
    apart. A property manager's seat names both the estate and the company."""

    post: str
    place_id: int | None = None
    area_id: int | None = None
    organisation_id: int | None = None
    number: int = 1
    work_phone: str = ""


class SeatThere(Conflict):
    """The same seat twice."""

    code = "seat-there"
    sentence: object = _("This seat is already there.")


def create_seat(new: NewSeat, *, actor: Actor) -> int:
    """The id of the new seat. Raises Denied, UnknownPost, WrongGround, Invalid, SeatThere."""
    check_may_configure(actor, configures=configures(actor))
    check_seat_fits(new, read_stamps(None))
    try:
        with transaction.atomic():
            row = fresh_seat(new)
            row.save(force_insert=True)
            trace("created", "seat", row.pk, actor=actor, post=new.post)
            announce(SeatCreated(seat_id=row.pk))
    except IntegrityError as twice:
        raise SeatThere() from twice
    return row.pk


def fresh_seat(new: NewSeat) -> Seat:
    """An unsaved row."""
    return Seat(
        ref=new_ref(),
        post=new.post,
        number=new.number,
        place_id=new.place_id,
        area_id=new.area_id,
        organisation_id=new.organisation_id,
        work_phone=clean_line(new.work_phone)[:20],
        created_at=clock.now(),
    )


def check_seat_fits(new: NewSeat, stamps: Stamps) -> None:
    """The post may sit there, and everything named is there."""
    if new.place_id is not None and new.area_id is not None:
        raise Invalid(field="ground")
    if new.organisation_id is not None and find_organisation(new.organisation_id, stamps=stamps) is None:
        raise Invalid(field="organisation")
    ground: Ground | None = None
    if new.area_id is not None:
        ground = Ground(str(get_area(new.area_id, stamps=stamps).kind), new.area_id)
    elif new.place_id is not None and find_place(new.place_id, stamps=stamps):
        ground = Ground(str(get_place(new.place_id, stamps=stamps).level), new.place_id)
    post = get_post(new.post, stamps=stamps)
    check_post_fits(post, ground, in_organisation=new.organisation_id is not None)
