"""Leaving the desk."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk


def test_ends_the_session(desk_of: Desk) -> None:
    desk = desk_of("grid_leader")
    assert desk.post(reverse("console:sign_out")).url == reverse("console:sign_in")
    assert desk.get(reverse("console:workbench")).status_code == 302
    assert refuses(desk, reverse("console:sign_out"), "get")
