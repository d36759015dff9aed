"""News on its way between the rooms: what waits, what died, and running it again."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gongzhi.kernel import delivery
from gongzhi.web.console.desk import show
from gongzhi.web.console.filling import press
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of
from gongzhi.web.console.reach import rights_in
from gongzhi.web.doors import actor_of


@needs_right("configure", "audit", "alarms")
@require_safe
def list_deliveries(request: HttpRequest) -> HttpResponse:
    """How much waits, and what failed for good. What the news say is not shown: it names cases."""
    rights = rights_in(request)
    filled = {
        "counts": delivery.count_waiting(),
        "dead": delivery.list_dead(),
        "may_configure": rights.can("configure"),
        "may_see_settings": rights.can("configure") or rights.can("audit"),
    }
    return show(request, "console/deliveries.html", filled, section="settings")


@needs_right("configure")
@require_POST
def retry_delivery(request: HttpRequest, number: int) -> HttpResponse:
    """Run a dead delivery again."""
    check_settings_of(request, 0)
    return press(
        request,
        lambda: delivery.retry(number, actor=actor_of(request)),
        back=reverse("console:list_deliveries"),
        done=_("It is on its way again."),
    )
