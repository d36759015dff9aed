"""What makes the pages work like something installed: the phone's worker, its manifest, its kept page."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from gongzhi.kernel.crypto import digest
from gongzhi.web.resident.drafts import MOST_PHOTOS
from gongzhi.web.resident.forms import ReportForm

KEPT = (
    "tokens.css",
    "base.css",
    "resident.css",
    "icons.svg",
    "mark.svg",
    "queue.js",
    "resident.js",
    "report.js",
    "vendor/htmx.min.js",
)


@never_cache
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker with the names of this release's files: a new release is a new worker."""
    names = [static(name) for name in KEPT]
    filled = {
        "files": names,
        "release": digest("|".join(names) + request.LANGUAGE_CODE)[:12],
        "scripts": [static("queue.js"), static("sw.js")],
    }
    return render(request, "resident/sw.js", filled, content_type="text/javascript")


@cache_control(max_age=3600)
@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """What the phone shows when the page is put on its screen."""
    icon = {"src": static("mark.svg"), "sizes": "any", "type": "image/svg+xml"}
    facts = {
        "name": _("Gongzhi"),
        "short_name": _("Gongzhi"),
        "start_url": "/",
        "display": "standalone",
        "background_color": "#f2f3f5",
        "theme_color": "#f2f3f5",
        "icons": [icon],
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The page the phone keeps for times without a signal. It knows nobody: no name, no token."""
    empty: dict[str, object] = {"places": (), "photos": (), "similar": ()}
    action = reverse("resident:report")
    filled = {
        "form": ReportForm(),
        "draft": empty,
        "offline": True,
        "action": action,
        "most_photos": MOST_PHOTOS,
    }
    return render(request, "resident/offline.html", filled)


@never_cache
@require_safe
def here(request: HttpRequest) -> HttpResponse:
    """Is the house reachable? Asked by the phone before it sends."""
    return HttpResponse("1", content_type="text/plain")
