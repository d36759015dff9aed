"""create_places: a whole tree in one call, all or none."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.territory.ground import Ground

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import PlaceDraft, create_places
from gongzhi.territory.models import Place
from gongzhi.territory.queries import Level, get_place, list_places_under
from gongzhi.territory.rules import MAY_LIE_IN
from gongzhi.territory.rules.plates import is_spoken_number
from gongzhi.territory.rules.refusals import NameTaken


def test_plates_are_unique_and_checked(ground: Ground) -> None:
    entrances = list_places_under(ground.street, level=Level.ENTRANCE)
    assert len({one.spoken_no for one in entrances}) == len({one.token for one in entrances}) == 18
    assert all(is_spoken_number(one.spoken_no) for one in entrances)


def test_one_bad_draft_undoes_all(ground: Ground) -> None:
    before = Place.objects.count()
    drafts = [PlaceDraft(Level.BUILDING, name, ground.green) for name in ("8号楼", "9号楼", "八号楼")]
    with pytest.raises(NameTaken):
        create_places(drafts, actor=SYSTEM)
    assert Place.objects.count() == before


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(picks=st.lists(st.integers(0, 10_000), min_size=1, max_size=25))
@pytest.mark.django_db
def test_any_tree_keeps_its_paths(picks: list[int]) -> None:
    drafts = [PlaceDraft(Level.STREET, f"树{Place.objects.count()}街道", key="0")]
    for number, pick in enumerate(picks, start=1):
        above = drafts[pick % len(drafts)]
        levels = [level for level, parents in MAY_LIE_IN.items() if above.level in parents]
        if levels:
            level = levels[pick % len(levels)]
            drafts.append(PlaceDraft(level, f"处{number}", above.key, key=str(number)))
    ids = create_places(drafts, actor=SYSTEM)
    by_key = {draft.key: one for draft, one in zip(drafts, ids, strict=True)}
    for draft, one in zip(drafts, ids, strict=True):
        place = get_place(one)
        assert place.path[-1] == one
        assert place.parent_id == (by_key[str(draft.parent)] if draft.parent else None)
        row = Place.objects.get(pk=one)
        refs = [Place.objects.get(pk=above).ref for above in place.path]
        assert row.path == "".join(f"{ref}/" for ref in refs)
