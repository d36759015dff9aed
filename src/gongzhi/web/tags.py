"""Words every template knows: icons, numbers as they are spoken, moments as people say them."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django import template
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gongzhi.kernel import clock, refs

register = template.Library()

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """One drawing of the sprite; it never speaks for itself: words stand beside it or in a label."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true"><use href="{}#{}"></use></svg>',
        extra,
        static("icons.svg"),
        name,
    )


@register.filter
def spoken(ref: str) -> str:
    """A number in fours, as it is read over the telephone."""
    return refs.spoken(ref)


@register.filter
def either(names: object) -> str:
    """The reader's language of a `zh`/`en` pair of the domain; a plain string is left as it is."""
    first, second = ("zh", "en") if (get_language() or "").startswith("zh") else ("en", "zh")
    if isinstance(names, Mapping):
        return str(names.get(first) or names.get(second) or "")
    if hasattr(names, "zh") and hasattr(names, "en"):
        return str(getattr(names, first) or getattr(names, second))
    return str(names or "")


def local(at: datetime) -> datetime:
    """A moment in the street's zone."""
    return at.astimezone(clock.zone())


def say_day(at: datetime, now: datetime) -> str:
    """Today 9:20 · yesterday 19:40 · 3 May 8:00: how a person would say it."""
    here, today = local(at), local(now).date()
    hour = f"{here.hour}:{here.minute:02d}"
    away = (here.date() - today).days
    if away == 0:
        return _("today %(hour)s") % {"hour": hour}
    if away == -1:
        return _("yesterday %(hour)s") % {"hour": hour}
    if away == 1:
        return _("tomorrow %(hour)s") % {"hour": hour}
    pattern = "MONTH_DAY_FORMAT" if here.year == today.year else "DATE_FORMAT"
    return f"{date_format(here.date(), pattern)} {hour}"


def say_span(span: timedelta) -> str:
    """The two largest units of a span: 1 day 3 hours, 25 minutes."""
    seconds = max(int(span.total_seconds()), 0)
    days, hours, minutes = seconds // DAY, seconds % DAY // HOUR, seconds % HOUR // MINUTE
    said_hours = ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    if days:
        said_days = ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
        return f"{said_days} {said_hours}" if hours and days < 3 else said_days
    if hours:
        return said_hours
    return ngettext("%(n)d minute", "%(n)d minutes", max(minutes, 1)) % {"n": max(minutes, 1)}


def _time(at: datetime, words: str) -> SafeString:
    here = local(at)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', here.isoformat(), here.strftime("%Y-%m-%d %H:%M"), words
    )


@register.filter
def when(at: datetime | None) -> str:
    """A moment as people say it, the full date on hover and for print."""
    return _time(at, say_day(at, clock.now())) if at else ""


@register.filter
def left(due: datetime | None) -> str:
    """What is left until a promise, or by how much it is late: 3 hours left · 1 day late."""
    if not due:
        return ""
    now = clock.now()
    pattern = _("%(span)s left") if due >= now else _("%(span)s late")
    return _time(due, pattern % {"span": say_span(abs(due - now))})


@register.filter
def is_late(due: datetime | None) -> bool:
    """Whether a promise has passed."""
    return bool(due and due < clock.now())


@register.filter
def ago(at: datetime | None) -> str:
    """How long since: 25 minutes ago."""
    return _time(at, _("%(span)s ago") % {"span": say_span(clock.now() - at)}) if at else ""
