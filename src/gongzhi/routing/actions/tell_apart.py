"""Somebody looked at two reports: they are not the same matter."""

from collections.abc import Collection

from django.db import transaction

from gongzhi.cases.queries import list_reported_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.parties.queries import rights_of
from gongzhi.routing.events import ToldApart
from gongzhi.routing.models import Apart


@transaction.atomic
def tell_apart(ref: str, others: Collection[str], *, actor: Actor) -> int:
    """Remember that none of `others` is the same matter as `ref`: they are not offered together again.
    Saying it twice changes nothing. Answers how many were new. Raises NotFound for whoever may not list
    one of them."""
    wanted = {ref, *others}
    found = {one.ref: one.id for one in list_reported_for(actor, refs=wanted)}
    by_user_id = actor.user_id
    if by_user_id is None or not rights_of(by_user_id).seats:
        raise NotFound
    if found.keys() != wanted or len(wanted) < 2:
        raise NotFound
    pairs = [tuple(sorted((found[ref], found[one]))) for one in sorted(wanted - {ref})]
    known = set(Apart.objects.filter(one__in=found.values()).values_list("one_id", "other_id"))
    fresh = [pair for pair in pairs if pair not in known]
    now = clock.now()
    Apart.objects.bulk_create(
        (Apart(one_id=one, other_id=other, by_user_id=by_user_id, created_at=now) for one, other in fresh),
        ignore_conflicts=True,
    )
    announce(ToldApart(ref, tuple(sorted(wanted - {ref})), by_user_id))
    return len(fresh)
