"""A report was typed in under somebody's name: the letter that asks them about it."""

import secrets
from datetime import timedelta

from django.db import transaction

from gongzhi.cases.queries import get_brief
from gongzhi.intake.models import NameUse
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import digest
from gongzhi.rulebook.queries import get_value
from gongzhi.territory.queries import grounds_of

DAYS = "report.link-days"


@transaction.atomic
def write_name_use(case_ref: str, person_id: int, *, actor: Actor) -> str:
    """The token of the link this person is sent; the same one however often it is asked for. Good for as many
    days as the rule pack says. Kept sealed: who reads the table cannot answer for anybody. Raises
    CaseNotFound."""
    brief = get_brief(case_ref)
    known = NameUse.objects.select_for_update().filter(case_id=brief.id, person_id=person_id).first()
    if known is not None:
        return str(known.token)
    days = int(get_value(DAYS, grounds=grounds_of(brief.place_id)).value)
    token, now = secrets.token_urlsafe(16), clock.now()
    NameUse.objects.create(
        case_id=brief.id,
        person_id=person_id,
        token=token,
        digest=digest(token),
        created_at=now,
        expires_at=now + timedelta(days=days),
        made_by=actor.kind,
    )
    return token
