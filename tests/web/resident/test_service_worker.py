"""The worker of the phone."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses

ADDRESS = reverse("resident:service_worker")


def test_names_the_files_of_this_release(visitor: Client) -> None:
    answer = visitor.get(ADDRESS)
    assert answer.headers["Content-Type"].startswith("text/javascript")
    for name in ("resident.css", "report.js", "queue.js", reverse("resident:offline")):
        assert name in answer.content.decode()


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")
