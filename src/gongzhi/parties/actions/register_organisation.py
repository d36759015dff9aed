"""Let a body take part."""

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
from gongzhi.parties.events import OrganisationRegistered
from gongzhi.parties.models import Organisation, OrganisationKind, SelfGovernment
from gongzhi.parties.rules.appointing import check_may_configure


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """A body: its kind, its name, the ground it works on; `body` says which committee of self-government,
    `team_kind` which of the street's kinds of volunteer team."""

    kind: str
    name: str
    place_id: int | None = None
    body: str = ""
    team_kind: str = ""
    register_no: str = ""


class RegisteredTwice(Conflict):
    """One registration number, two bodies."""

    code = "registered-twice"
    sentence: object = _("A body with this registration number is already here.")
    field = "register_no"


def register_organisation(new: NewOrganisation, *, actor: Actor) -> int:
    """The id of the new body. Raises Denied, Invalid, RegisteredTwice."""
    check_may_configure(actor, configures=configures(actor))
    name = clean_line(new.name)
    if not 0 < len(name) <= 80:
        raise Invalid(field="name")
    if new.kind not in OrganisationKind.values or (new.body and new.body not in SelfGovernment.values):
        raise Invalid(field="kind")
    try:
        with transaction.atomic():
            row = Organisation.objects.create(
                ref=new_ref(),
                kind=new.kind,
                name=name,
                place_id=new.place_id,
                body=new.body,
                team_kind=clean_line(new.team_kind)[:20],
                register_no=clean_line(new.register_no)[:40] or None,
                created_at=clock.now(),
            )
            trace("registered", "organisation", row.pk, actor=actor, kind=new.kind, name=name)
            announce(OrganisationRegistered(organisation_id=row.pk))
    except IntegrityError as twice:
        raise RegisteredTwice() from twice
    return row.pk
