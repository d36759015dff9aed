"""The floor: the least a Django site can do to keep a report. One view, no middleware, no token, no rules:
read the JSON, insert one case row and three history rows in one transaction, answer. Same tables with the
same indexes, same database, same server, same settings of both.
"""

import json

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils import timezone

from gongzhi.cases.models import Case, Event
from gongzhi.kernel.refs import new_ref

HEAD = "0" * 64
_known: dict[str, int] = {}


def _template() -> dict[str, int]:
    """The foreign keys of any one case, read once a process."""
    if not _known:
        one = Case.objects.order_by("pk").values("version_id", "seat_id", "place_id", "area_id").first()
        assert one is not None
        _known.update(one)
    return _known


def insert(request: HttpRequest) -> JsonResponse:
    """One case, three rows of history."""
    body = json.loads(request.body)
    known, now = _template(), timezone.now()
    with transaction.atomic():
        case = Case.objects.create(
            ref=new_ref(),
            version_id=known["version_id"],
            carries="report",
            channel="api",
            place_id=known["place_id"],
            area_id=known["area_id"],
            routed_seat_id=known["seat_id"],
            seat_id=known["seat_id"],
            placed_at=now,
            local_date=now.date(),
            state_text="{}",
            events=3,
            head=HEAD,
            created_at=now,
        )
        Event.objects.bulk_create(
            Event(
                case=case,
                seq=n,
                kind="placed",
                seat_id=known["seat_id"],
                at=now,
                body_text=body["words"],
                prev=HEAD,
                digest=HEAD,
            )
            for n in (1, 2, 3)
        )
    answer = JsonResponse({"ref": case.ref}, status=201)
    answer["Content-Length"] = str(len(answer.content))
    return answer


urlpatterns = [path("api/v1/reports", insert)]


def application_of_floor() -> WSGIHandler:
    """The server's entry."""
    return get_wsgi_application()
