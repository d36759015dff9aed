"""Days off and make-up days."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.sheets import write_sheet
from gongzhi.rulebook.queries import list_days


def address_in(world: World) -> str:
    return reverse("console:import_days")


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(
        address, {"source": "通知", "days": "2031-02-14 work\n2031-02-06 off"}
    )
    assert answer.status_code == 302, answer.content.decode()
    assert len(list_days(2031)) == 2


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"source": "通知", "days": "someday off"})
    assert answer.status_code == 400
    assert "someday off" in answer.content.decode()


def test_takes_a_table_too(world: World) -> None:
    rows = write_sheet(("日期", "类型"), [["2031-02-14", "班"], ["2031-02-06", "休"]])
    sent = {"source": "通知", "sheet": SimpleUploadedFile("days.xlsx", rows)}
    assert desk(world, "administrator").post(address_in(world), sent).status_code == 302
    assert len(list_days(2031)) == 2
