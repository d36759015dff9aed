"""The street's categories, kept in memory until they are edited."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from gongzhi.cases.models import Category
from gongzhi.kernel.revision import Kept

CATEGORIES_REVISION = "cases.categories"
Stamps = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """A category; `words` point to it in a text, `parent` is a code."""

    id: int
    code: str
    parent: str | None
    scenario: str
    name_zh: str
    name_en: str
    words: tuple[str, ...]
    urgency: str
    common: bool
    sort_no: int
    active: bool

    @property
    def name(self) -> str:
        """In the reader's language."""
        return self.name_zh if (get_language() or "zh").startswith("zh") else self.name_en


def _build() -> dict[str, CategoryFacts]:
    rows = Category.objects.select_related("parent").order_by("sort_no", "code")
    return {
        row.code: CategoryFacts(
            row.pk,
            row.code,
            row.parent.code if row.parent else None,
            row.scenario,
            row.name_zh,
            row.name_en,
            tuple(json.loads(row.words_text)),
            row.urgency,
            row.common,
            row.sort_no,
            row.active,
        )
        for row in rows
    }


_kept = Kept(CATEGORIES_REVISION, _build)


def list_categories(*, stamps: Stamps | None = None) -> tuple[CategoryFacts, ...]:
    """All of them, retired ones too, in the street's order."""
    return tuple(_kept.get(stamps).values())


def find_category(code: str, *, stamps: Stamps | None = None) -> CategoryFacts | None:
    """One by its code."""
    return _kept.get(stamps).get(code)


def categories_by_id(*, stamps: Stamps | None = None) -> dict[int, CategoryFacts]:
    """All of them by row id."""
    return {one.id: one for one in list_categories(stamps=stamps)}
