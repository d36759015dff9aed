"""Hot issues as a page: on which ground, of how long, which lies open, and what may be done with it."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from gongzhi.cases.queries import Within
from gongzhi.insight.queries import (
    HotIssue,
    HotIssues,
    Trend,
    list_hot_issues_for,
    list_topics_for,
    name_of_issue,
)
from gongzhi.parties.queries import rights_of
from gongzhi.territory.queries import Level, PlaceFacts, find_place, list_places_under
from gongzhi.web.console.reach import reach_of
from gongzhi.web.console.standing import within_of
from gongzhi.web.console.topics import TopicLine, line_of
from gongzhi.web.doors import actor_of

PERIODS = {
    7: gettext_lazy("A week"),
    30: gettext_lazy("A month"),
    90: gettext_lazy("Three months"),
    365: gettext_lazy("A year"),
}
USUAL = 30
MOST_CHOSEN = 200
TRENDS = {
    Trend.RISING: ("↑", "wait", gettext_lazy("rising")),
    Trend.STEADY: ("→", "", gettext_lazy("steady")),
    Trend.FADING: ("↓", "", gettext_lazy("fading")),
    Trend.UNKNOWN: ("·", "", gettext_lazy("no dates")),
}


@dataclass(frozen=True)
class HotLine:
    """A hot issue as one line: its name, the sign, colour and word of its trend."""

    hot: HotIssue
    name: str
    sign: str
    kind: str
    trend: Promise

    @property
    def title(self) -> str:
        """What a topic may be called: place and problem, never a resident's own words."""
        return self.name if self.hot.issue.problem else self.hot.issue.place

    @property
    def words(self) -> str:
        """What a joint case begins with, until somebody words it better."""
        count = len(self.hot.running)
        said = ngettext("one report", "%(n)s reports", count) % {"n": count}
        return _("%(name)s: %(said)s about one matter, taken together.") % {
            "name": self.title or _("Without a name"),
            "said": said,
        }


@dataclass(frozen=True)
class HotPage:
    """The page: what was asked for, the grounds one may choose, what was found, the one that lies open."""

    ground: PlaceFacts | None
    days: int
    grounds: tuple[PlaceFacts, ...]
    found: HotIssues
    lines: tuple[HotLine, ...]
    open: HotLine | None
    topics: tuple[TopicLine, ...]
    may_join: bool
    may_propose: bool
    key: str

    @property
    def query(self) -> str:
        """The address of this list after the question mark."""
        ground = self.ground.ref if self.ground else ""
        return urlencode({"ground": ground, "days": str(self.days)})


def build_hot_page(request: HttpRequest) -> HotPage:
    """What somebody may see of it, on the ground they stand on, else on one they name; an unknown ground,
    period or issue counts as none given."""
    actor, asked, standing = actor_of(request), request.GET, within_of(request)
    ground = find_place(asked.get("ground", "")) if asked.get("ground") and standing is None else None
    days = next((one for one in PERIODS if str(one) == asked.get("days")), USUAL)
    on = standing or (Within(place_id=ground.id) if ground else None)
    found = list_hot_issues_for(actor, on=on, days=days)
    lines = tuple(_line(one) for one in found.issues)
    rights = rights_of(actor.user_id)
    return HotPage(
        ground=ground,
        days=days,
        grounds=() if standing else _grounds(actor.user_id),
        found=found,
        lines=lines,
        open=next((one for one in lines if asked.get("issue") in one.hot.issue.members), None),
        topics=tuple(map(line_of, list_topics_for(actor))),
        may_join=rights.can("dispatch") and rights.can("intake"),
        may_propose=rights.can("dispatch"),
        key=str(uuid.uuid4()),
    )


def chosen_in(request: HttpRequest, name: str = "chosen") -> list[str]:
    """The reports ticked on the page, or all `offered` there."""
    return list(dict.fromkeys(request.POST.getlist(name)))[:MOST_CHOSEN]


def way_back(request: HttpRequest) -> str:
    """The list one came from."""
    wanted = request.POST.get("back", "")
    known = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if known else reverse("console:list_hot_issues")


def _grounds(user_id: int | None) -> tuple[PlaceFacts, ...]:
    streets = reach_of(user_id)
    return tuple(one for street in streets for one in list_places_under(street.id, level=Level.COMMUNITY))


def _line(hot: HotIssue) -> HotLine:
    sign, kind, trend = TRENDS[hot.issue.trend]
    return HotLine(hot, name_of_issue(hot.issue, get_language() or "zh"), sign, kind, trend)
