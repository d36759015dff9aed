"""Which columns the table of cases shows."""

import re

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

ADDRESS = "console:choose_columns"


def heads(desk: Client) -> list[str]:
    """What stands above the columns of the table."""
    page = desk.get(reverse("console:list_cases")).content.decode()
    return [words.strip() for words in re.findall(r"<th\b[^>]*>([^<]*)</th>", page)]


def test_shows_what_was_chosen_for_this_session_and_the_usual_again(desk_of: Desk, report: Report) -> None:
    report()
    desk = desk_of("secretary")
    table = reverse("console:list_cases")
    assert "上报" not in heads(desk)
    answer = desk.post(reverse(ADDRESS), {"column": ["reported", "nonsense"], "query": "status=open"})
    assert answer.url == f"{table}?status=open"
    assert "上报" in heads(desk)
    assert "地点" not in heads(desk)
    desk.post(reverse(ADDRESS))
    assert "地点" in heads(desk)


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("resident").post(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "get", "put")
