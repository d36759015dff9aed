"""Reports that look like one matter, side by side."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.kernel.refs import spoken
from gongzhi.territory.queries import get_area

ADDRESS = reverse("console:list_same_matter")
SAID = ("三层楼道的灯不亮了", "楼道灯不亮，摸黑上楼", "楼道的灯全黑")


def test_shows_groups_with_words_place_time_and_people(desk_of: Desk, report: Report) -> None:
    refs = [report(words) for words in SAID]
    report("垃圾桶满了没人清运")
    page = desk_of("grid_leader").get(ADDRESS).content.decode()
    assert page.count('class="card stack same-group"') == 1
    assert all(spoken(ref) in page and words in page for ref, words in zip(refs, SAID, strict=True))
    assert "翠苑小区3号楼" in page and "垃圾桶满了" not in page
    assert page.count('name="lead"') == page.count('name="chosen"') == 3


def test_ground_and_period_narrow_it_and_nobody_sees_more_than_theirs(desk_of: Desk, report: Report) -> None:
    for words in SAID:
        report(words)
    secretary = desk_of("secretary")
    assert "same-group" in secretary.get(ADDRESS, {"days": "7", "ground": "nonsense"}).content.decode()
    assert "same-group" not in desk_of("other_grid_leader").get(ADDRESS).content.decode()
    assert "same-group" not in desk_of("far_secretary").get(ADDRESS, {"days": "9999"}).content.decode()


def test_follows_the_ground_one_stands_on(desk_of: Desk, report: Report, world: World) -> None:
    for words in SAID:
        report(words)
    secretary = desk_of("secretary")
    for key, found in (("grid", True), ("next_grid", False)):
        secretary.post(reverse("console:choose_ground"), {"ground": f"area:{get_area(world.areas[key]).ref}"})
        page = secretary.get(ADDRESS).content.decode()
        assert ("same-group" in page) is found
        assert 'id="id_ground"' not in page


def test_constant_queries(desk_of: Desk, report: Report) -> None:
    desk, counts = desk_of("grid_leader"), []
    for words in (*SAID[:2], "", *SAID):
        if words:
            report(words)
            continue
        counts.append(cost(desk))
    counts.append(cost(desk))
    assert counts[0] == counts[1] <= 20


def cost(desk: object) -> int:
    desk.get(ADDRESS)  # type: ignore[attr-defined]
    with CaptureQueriesContext(connection) as asked:
        desk.get(ADDRESS)  # type: ignore[attr-defined]
    return len([one for one in asked.captured_queries if "playbooks_version" not in one["sql"]])


def test_refuses_other_methods_and_outsiders(desk_of: Desk) -> None:
    assert refuses(desk_of("grid_leader"), ADDRESS, "post", "put")
    assert desk_of("resident").get(ADDRESS).status_code == 404
