"""A change is taken back."""

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import check_may_configure
from gongzhi.routing.actions._kinds import write_tree
from gongzhi.routing.actions.publish_list import write_list
from gongzhi.routing.models import ListKind, RuleList
from gongzhi.routing.rules import read_kinds, read_yaml


@transaction.atomic
def restore_list(kind: ListKind, n: int, *, actor: Actor) -> int:
    """Let an earlier version hold again, as a new one: nothing is removed. Answers the new number. Raises
    Denied, NotFound."""
    former = RuleList.objects.filter(kind=kind, n=n).first()
    check_may_configure(actor)
    if former is None:
        raise NotFound()
    if kind == ListKind.KINDS:
        write_tree(read_kinds(read_yaml(former.text)), actor=actor)
    return write_list(kind, former.text, note=f"= {n}", actor=actor)
