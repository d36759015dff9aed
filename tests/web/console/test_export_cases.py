"""Excel out: no person in it, marked, and in the log."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.accounts.queries import list_records
from gongzhi.kernel.refs import spoken
from gongzhi.kernel.sheets import read_sheet

ADDRESS = "console:export_cases"


def test_hands_out_what_the_filters_leave(desk_of: Desk, report: Report, world: World) -> None:
    lamp = report()
    report("水管漏水，楼下都湿了", where="next_entrance")
    answer = desk_of("secretary").post(reverse(ADDRESS) + "?words=楼道的灯")
    rows = list(read_sheet(answer.content, "cases.xlsx").rows)
    assert [row["编号"] for row in rows] == [spoken(lamp)]
    assert world.secretary.name in rows[0]["导出人"]
    assert world.resident.phone not in str(rows)
    assert world.resident.name not in str(rows)


def test_is_written_into_the_log(desk_of: Desk, report: Report, world: World) -> None:
    report()
    desk_of("secretary").post(reverse(ADDRESS))
    assert list_records(user_id=world.secretary.user_id)[0].kind == "exported-cases-1"


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("resident").post(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "get", "put")
