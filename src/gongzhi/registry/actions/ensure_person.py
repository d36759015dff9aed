"""The person of an account."""

from django.db import IntegrityError, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.finding import find_number_by
from gongzhi.kernel.refs import new_ref
from gongzhi.registry.models import Person


def ensure_person(user_id: int, *, actor: Actor) -> int:
    """The id of the account's person, made when first needed; one query when it is there. Two first
    reports at once: the unique account decides, the loser reads the winner's row. The trace is what the
    person is needed for (the report, the look), written by the caller."""
    known = find_number_by(Person, "user", user_id)
    if known is not None:
        return known
    try:
        with transaction.atomic():
            return Person.objects.create(ref=new_ref(), user_id=user_id, created_at=clock.now()).pk
    except IntegrityError:
        return Person.objects.values_list("pk", flat=True).get(user_id=user_id)
