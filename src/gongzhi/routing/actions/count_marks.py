"""What stands in every report of this street is found out anew."""

import json
from collections import Counter

from django.db import transaction

from gongzhi.cases.queries import iterate_words
from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.routing.models import MarkCount
from gongzhi.routing.queries.traces import WEIGHTS_REVISION, get_alike

NEWEST = 20_000
ENOUGH = 300
"""Below so many reports the weights that ship are better than what can be counted."""
SEVERAL = 5
"""A mark of fewer reports is rare, and might tell of one person: it is not kept."""


def count_marks(*, actor: Actor) -> int:
    """Count which marks the newest reports have, by the house itself; answers how many reports were read. A
    street with few reports keeps the weights that ship."""
    if not actor.is_system:
        return 0
    alike, counts, texts = get_alike(), Counter[str](), 0
    for words in iterate_words(NEWEST):
        counts.update(alike.read(words).marks)
        texts += 1
    if texts < ENOUGH:
        return texts
    kept = {mark: n for mark, n in counts.items() if n >= SEVERAL}
    with transaction.atomic():
        MarkCount.objects.all().delete()
        MarkCount.objects.create(
            texts=texts, counts_text=json.dumps(kept, ensure_ascii=False), created_at=clock.now()
        )
        revision.bump(WEIGHTS_REVISION)
    return texts
