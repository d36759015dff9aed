"""Which columns the table of cases shows."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

ADDRESS = "console:choose_columns"


def test_shows_what_was_chosen_for_this_session_and_the_usual_again(desk_of: Desk, report: Report) -> None:
    report()
    desk = desk_of("secretary")
    table = reverse("console:list_cases")
    assert "<th>上报</th>" not in desk.get(table).content.decode()
    answer = desk.post(reverse(ADDRESS), {"column": ["reported", "nonsense"], "query": "status=open"})
    assert answer.url == f"{table}?status=open"
    page = desk.get(table).content.decode()
    assert "<th>上报</th>" in page
    assert "<th>地点</th>" not in page
    desk.post(reverse(ADDRESS))
    assert "<th>地点</th>" in desk.get(table).content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("resident").post(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "get", "put")
