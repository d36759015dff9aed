"""A kind of matter is added, changed or retired."""

from dataclasses import replace

from django.db import transaction

from gongzhi.cases.actions import register_categories
from gongzhi.cases.queries import find_category
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean_line
from gongzhi.routing.actions._kinds import draft_of
from gongzhi.routing.actions._rights import check_may_configure
from gongzhi.routing.actions.publish_list import write_list
from gongzhi.routing.models import ListKind
from gongzhi.routing.queries.kinds import present_kinds
from gongzhi.routing.queries.present import newest
from gongzhi.routing.rules import Kind, check_kind, write_kinds

BEFORE = "as it was"


@transaction.atomic
def save_kind(kind: Kind, *, fresh: bool, actor: Actor, note: str = "") -> int:
    """Write one kind; a kind below another belongs to the other's scenario. How the whole tree stands is kept
    as a version with its author, before the first change too; answers its number. Raises Denied, Invalid."""
    before = present_kinds()
    check_may_configure(actor)
    check_kind(kind, {one.code: one.parent for one in before}, fresh=fresh)
    if newest(ListKind.KINDS) is None and before:
        write_list(ListKind.KINDS, write_kinds(before), note=BEFORE, actor=Actor("system"))
    above = find_category(kind.parent) if kind.parent else None
    settled = replace(kind, scenario=above.scenario) if above else kind
    register_categories((draft_of(settled),), actor=actor)
    said = clean_line(note)[:200] or settled.name_zh
    return write_list(ListKind.KINDS, write_kinds(present_kinds()), note=said, actor=actor)
