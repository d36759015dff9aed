"""A street picks its rule pack."""

from django.db import transaction

from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.events import announce
from gongzhi.rulebook.events import PackChosen
from gongzhi.rulebook.models import PackChoice
from gongzhi.rulebook.queries.packs import pack_codes
from gongzhi.rulebook.rules import UnknownPack, check_may_set_rules


@transaction.atomic
def choose_pack(pack: str, *, ground_id: int = 0, actor: Actor) -> None:
    """Let a ground (0: the whole deployment) follow a pack; former choices stay as history. Choosing the same
    again changes nothing. Raises UnknownPack, OnlyStaff."""
    former = PackChoice.objects.filter(ground_id=ground_id).order_by("-id").first()
    check_may_set_rules(actor)
    if pack not in pack_codes():
        raise UnknownPack(field="pack")
    if former is not None and former.pack == pack:
        return
    PackChoice.objects.create(ground_id=ground_id, pack=pack, by_id=actor.user_id, chosen_at=clock.now())
    revision.bump("rulebook")
    announce(PackChosen(ground_id, pack, actor.user_id))
