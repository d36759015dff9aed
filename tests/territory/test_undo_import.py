"""undo_import: all of it, or nothing with the reason."""

import pytest
from tests.territory.ground import Ground, draw
from tests.territory.test_preview_import import sheet

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from gongzhi.territory.actions import (
    PlaceDescription,
    cover_places,
    describe_place,
    import_territory,
    undo_import,
)
from gongzhi.territory.models import Alias, Area, Coverage, Place
from gongzhi.territory.queries import AreaKind, EstateKind, get_place, list_areas, list_batches, locate_text
from gongzhi.territory.rules.refusals import AlreadyUndone, StillUsed

LEDGER = (
    ("永安社区", "永安里", "1号楼", "1-2", "", "", "", "一网格", "微网格1"),
    ("柳荫社区", "翠苑小区", "", "", "", "", "", "", "", "商品房"),
)


def counts() -> tuple[int, ...]:
    """How many rows there are of everything an import makes."""
    return tuple(table.objects.count() for table in (Place, Alias, Area, Coverage))


def test_what_it_made_is_gone_and_what_it_changed_is_back(ground: Ground) -> None:
    before = counts()
    receipt = import_territory(sheet(*LEDGER), "t", actor=SYSTEM)
    assert get_place(ground.green).estate_kind is EstateKind.COMMERCIAL
    undo_import(receipt.batch_ref, actor=SYSTEM)
    assert counts() == before
    assert get_place(ground.green).estate_kind is EstateKind.OLD
    assert locate_text("永安里1号楼") == ()
    assert list_batches()[0].state == "undone"
    with pytest.raises(AlreadyUndone):
        undo_import(receipt.batch_ref, actor=SYSTEM)
    with pytest.raises(NotFound):
        undo_import("000000000000", actor=SYSTEM)


def test_it_can_be_brought_in_again(ground: Ground) -> None:
    first = import_territory(sheet(*LEDGER), "t", actor=SYSTEM)
    undo_import(first.batch_ref, actor=SYSTEM)
    assert import_territory(sheet(*LEDGER), "t", actor=SYSTEM).created_count == first.created_count


def test_what_is_used_by_now_stays(ground: Ground) -> None:
    receipt = import_territory(sheet(*LEDGER), "t", actor=SYSTEM)
    grid = next(one for one in list_areas(kind=AreaKind.GRID1))
    cover_places(grid.id, [ground.pond], actor=SYSTEM)
    kept = counts()
    with pytest.raises(StillUsed) as refused:
        undo_import(receipt.batch_ref, actor=SYSTEM)
    assert str(refused.value.facts["uses"]).endswith("× 1")
    assert counts() == kept


def test_a_later_area_on_its_ground_stops_it(ground: Ground) -> None:
    receipt = import_territory(sheet(*LEDGER), "t", actor=SYSTEM)
    draw(Place.objects.get(name="永安社区").pk, "二网格")
    with pytest.raises(StillUsed):
        undo_import(receipt.batch_ref, actor=SYSTEM)


def test_what_was_changed_since_is_not_overwritten(ground: Ground) -> None:
    receipt = import_territory(sheet(LEDGER[1]), "t", actor=SYSTEM)
    describe_place(ground.green, PlaceDescription(estate_kind=EstateKind.UNIT), actor=SYSTEM)
    with pytest.raises(StillUsed) as refused:
        undo_import(receipt.batch_ref, actor=SYSTEM)
    assert refused.value.facts["uses"] == "翠苑小区"
    assert get_place(ground.green).estate_kind is EstateKind.UNIT
