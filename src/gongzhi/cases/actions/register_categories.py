"""The street's tree of categories is written or edited; codes stay, names and words may change."""

import json
from collections.abc import Iterable

from django.db import transaction

from gongzhi.cases.models import Category
from gongzhi.cases.queries.categories import CATEGORIES_REVISION
from gongzhi.cases.rules.shapes import CategoryDraft
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import bump


@transaction.atomic
def register_categories(drafts: Iterable[CategoryDraft], *, actor: Actor) -> int:
    """Write categories by code, parents before children. Categories that are not named stay as they are; one
    is retired by `active=False`, never removed, as cases point to it. The trace is the revision and the
    caller's own event. Answers how many were written."""
    del actor  # whoever calls has checked the right `configure`; the trace is the configuration's own
    held = {category.code: category for category in Category.objects.all()}
    count = 0
    for draft in drafts:
        category = held.get(draft.code) or Category(code=draft.code, created_at=clock.now())
        _write(category, draft, held)
        held[draft.code] = category
        count += 1
    bump(CATEGORIES_REVISION)
    return count


def _write(category: Category, draft: CategoryDraft, held: dict[str, Category]) -> None:
    category.parent = held[draft.parent] if draft.parent else None
    category.scenario = draft.scenario
    category.name_zh, category.name_en = draft.name_zh, draft.name_en
    category.words_text = json.dumps(draft.words, ensure_ascii=False)
    category.urgency, category.common = draft.urgency, draft.common
    category.sort_no, category.active = draft.sort_no, draft.active
    category.save()
