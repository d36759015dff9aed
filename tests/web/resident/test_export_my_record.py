"""A copy of everything, to take along."""

import json
from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses

ADDRESS = reverse("resident:export_my_record")


def test_holds_ones_own_reports_and_nobody_elses(phone_of: Callable[[str], Phone]) -> None:
    mine, other = phone_of("resident"), phone_of("stranger")
    ref = mine.report("二楼水管漏水")
    other.report("门口垃圾没人清")
    copy = json.loads(mine.get(ADDRESS).content)
    assert [one["ref"] for one in copy["reports"]] == [ref]
    assert "二楼水管漏水" in json.dumps(copy, ensure_ascii=False)
    assert copy["phone"] == mine.world.resident.phone


def test_a_visitor_signs_in_first(visitor: Client) -> None:
    assert visitor.get(ADDRESS).status_code == 302


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), ADDRESS, "post", "put")
