import pytest
from tests.intake.sheets import BINS, LAMP, table
from tests.world import World

from gongzhi.cases.actions import reassign_case
from gongzhi.cases.models import Case, Mandate
from gongzhi.intake.actions import apply_import, preview_import, undo_import
from gongzhi.intake.queries import get_batch
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, NotFound


def test_what_nobody_has_begun_is_withdrawn(street: World) -> None:
    preview = preview_import(table(LAMP, BINS), "a.csv", actor=street.hotline_clerk.actor)
    apply_import(preview.batch_ref, actor=street.hotline_clerk.actor)
    begun = Mandate.objects.get(foreign_no="H-1").case
    reassign_case(begun.ref, street.seat("grid_leader"), "就近", actor=street.duty_desk.actor)
    assert undo_import(preview.batch_ref, actor=street.hotline_clerk.actor) == 1
    assert dict(Case.objects.values_list("pk", "result")) == {
        begun.pk: "",
        Mandate.objects.get(foreign_no="H-2").case_id: "withdrawn",
    }
    batch = get_batch(preview.batch_ref)
    assert (batch.state, batch.withdrawn) == ("undone", 1)
    assert undo_import(preview.batch_ref, actor=street.hotline_clerk.actor) == 0


def test_refusals(street: World) -> None:
    preview = preview_import(table(LAMP), "a.csv", actor=SYSTEM)
    with pytest.raises(Denied):
        undo_import(preview.batch_ref, actor=street.grid_leader.actor)
    with pytest.raises(NotFound):
        undo_import("000000000000", actor=SYSTEM)
