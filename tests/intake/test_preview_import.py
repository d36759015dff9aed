import pytest
from tests.intake.sheets import BINS, COLUMNS, LAMP, NOWHERE, SILENT, table
from tests.world import World

from gongzhi.cases.models import Case
from gongzhi.intake.actions import apply_import, preview_import
from gongzhi.intake.queries import get_batch, list_batches
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid


def test_a_look_says_everything_and_takes_nothing_in(street: World) -> None:
    preview = preview_import(
        table(LAMP, BINS, NOWHERE, SILENT, LAMP), "工单.csv", actor=street.hotline_clerk.actor
    )
    assert (preview.rows, preview.fresh, preview.present, preview.failed) == (5, 3, 1, 1)
    assert preview.columns["words"] == "诉求内容"
    assert [row.number for row in preview.sample] == ["H-1", "H-2", "H-3", "H-4", "H-1"]
    assert [row_no for row_no, _sentence in preview.faults] == [5]
    assert Case.objects.count() == 0
    batch = get_batch(preview.batch_ref)
    assert (batch.state, batch.rows, list_batches()) == ("previewed", 5, (batch,))


def test_columns_are_chosen_or_remembered(street: World) -> None:
    chosen = {"number": "工单编号", "words": "诉求标题"}
    first = preview_import(table(LAMP), "a.csv", actor=SYSTEM, columns=chosen)
    assert first.columns == chosen
    apply_import(first.batch_ref, actor=SYSTEM)
    assert preview_import(table(BINS), "b.csv", actor=SYSTEM).columns == chosen
    assert preview_import(table(LAMP), "a.csv", actor=SYSTEM).present == 1


def test_gbk_is_read(street: World) -> None:
    preview = preview_import(table(LAMP, encoding="gb18030"), "a.csv", actor=SYSTEM)
    assert preview.sample[0].title == "楼道灯不亮"


def test_a_table_without_words_is_refused(street: World) -> None:
    with pytest.raises(Invalid):
        preview_import(table(("1",), columns=("数量",)), "a.csv", actor=SYSTEM)
    with pytest.raises(Invalid):
        preview_import(b"%PDF-1.4", "a.csv", actor=SYSTEM)


def test_only_who_takes_in_and_dispatches(street: World) -> None:
    for someone in (street.resident, street.grid_leader, street.auditor):
        with pytest.raises(Denied):
            preview_import(table(LAMP, columns=COLUMNS), "a.csv", actor=someone.actor)
