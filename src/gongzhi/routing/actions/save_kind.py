"""A kind of matter is added, changed or retired."""

from dataclasses import replace

from django.db import transaction

from gongzhi.cases.actions import register_categories
from gongzhi.cases.queries import find_category
from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.kernel.text import clean_line
from gongzhi.parties.queries import check_may_configure
from gongzhi.routing.actions._kinds import draft_of
from gongzhi.routing.actions.publish_list import write_list
from gongzhi.routing.models import ListKind
from gongzhi.routing.queries.kinds import present_kinds
from gongzhi.routing.queries.present import newest
from gongzhi.routing.rules import Kind, check_kind, write_kinds
from gongzhi.routing.rules.kinds import line_above


@transaction.atomic
def save_kind(kind: Kind, *, fresh: bool, actor: Actor, note: str = "") -> int:
    """Write one kind; a kind below another belongs to the other's scenario, and what lies below follows. How
    the whole tree stands is kept as a version with its author, before the first change too; answers its
    number. Raises Denied, Invalid."""
    before = present_kinds()
    parents = {one.code: one.parent for one in before}
    check_may_configure(actor)
    check_kind(kind, parents, fresh=fresh)
    if newest(ListKind.KINDS) is None and before:
        write_list(ListKind.KINDS, write_kinds(before), note="", actor=SYSTEM)
    above = find_category(kind.parent) if kind.parent else None
    settled = replace(kind, scenario=above.scenario) if above else kind
    below = (
        replace(one, scenario=settled.scenario)
        for one in before
        if one.code != kind.code and kind.code in line_above(one.code, parents)
    )
    register_categories(map(draft_of, (settled, *below)), actor=actor)
    said = clean_line(note)[:200] or settled.name_zh
    return write_list(ListKind.KINDS, write_kinds(present_kinds()), note=said, actor=actor)
