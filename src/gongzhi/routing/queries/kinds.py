"""The tree of kinds of matters as it stands."""

from gongzhi.cases.queries import CategoryFacts, list_categories
from gongzhi.routing.queries.present import Stamps
from gongzhi.routing.rules import Kind, in_order


def list_kind_tree(*, stamps: Stamps | None = None) -> tuple[tuple[int, CategoryFacts], ...]:
    """Every kind, retired ones too, right below the one it belongs to, with its depth."""
    facts = {one.code: one for one in list_categories(stamps=stamps)}
    return tuple((depth, facts[kind.code]) for depth, kind in in_order(map(kind_of, facts.values())))


def present_kinds(*, stamps: Stamps | None = None) -> tuple[Kind, ...]:
    """The same as values of a list's text."""
    return tuple(kind_of(one) for one in list_categories(stamps=stamps))


def kind_of(facts: CategoryFacts) -> Kind:
    """A category as a line of the list."""
    return Kind(
        code=facts.code,
        scenario=facts.scenario,
        name_zh=facts.name_zh,
        name_en=facts.name_en,
        parent=facts.parent,
        words=facts.words,
        urgency=facts.urgency,
        common=facts.common,
        sort_no=facts.sort_no,
        active=facts.active,
    )
