"""Can this be taken in? Everything wrong is said at once, field by field."""

import re
from dataclasses import replace

from gongzhi.intake.rules.shapes import ReportDraft, Spot
from gongzhi.kernel.errors import Denied, Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.refs import is_key
from gongzhi.kernel.text import clean, clean_line

RESIDENT_CHANNELS = frozenset({"page"})
STAFF_CHANNELS = frozenset(
    {"window", "phone", "visit", "patrol", "reception-day", "chat", "hotline", "meeting", "entrance-head"}
)
CHANNELS = RESIDENT_CHANNELS | STAFF_CHANNELS | {"api"}
MOST_PHOTOS = 9
LONGEST_WORDS = 2000
LONGEST_ORDER_WORDS = 20_000
LONGEST_TITLE = 120

_FILE = re.compile(r"\d{12}")

NO_WORDS = _("Please say in a few words, by voice or with a photo what it is about.")
WORDS_TOO_LONG = _("That is too long. Please keep it below 2,000 characters.")
BAD_KEY = _("This report has no usable key of its own. Please open the page again.")
TOO_MANY_PHOTOS = _("Nine photos at most, please.")
BAD_FILE = _("One of the photos or the recording did not arrive. Please add it again.")
BAD_CHANNEL = _("This way of reporting is not known.")
BAD_POINT = _("This position is not on the map.")
NO_NUMBER = _("An order of another house needs its source and number.")
NO_PHONE = _("Please give the neighbour's phone number: they get the message.")


def tidy(draft: ReportDraft) -> ReportDraft:
    """The draft fit for both databases: control signs gone, lines trimmed."""
    spot = draft.spot
    order = draft.order
    return replace(
        draft,
        key=draft.key.strip(),
        words=clean(draft.words),
        title=clean_line(draft.title)[:LONGEST_TITLE],
        item=clean_line(draft.item),
        caller_phone=clean_line(draft.caller_phone),
        spot=replace(
            spot,
            place_ref=clean_line(spot.place_ref),
            plate=clean_line(spot.plate),
            address=clean_line(spot.address)[:200],
        ),
        order=order
        and replace(
            order,
            source=clean_line(order.source)[:40],
            number=clean_line(order.number),
            category=clean_line(order.category)[:200],
        ),
    )


def check_draft(draft: ReportDraft) -> None:
    """A tidied draft can be taken in. Raises Invalid naming every field that cannot be used."""
    errors: dict[str, object] = {}
    if not is_key(draft.key):
        errors["key"] = BAD_KEY
    if draft.channel not in CHANNELS:
        errors["channel"] = BAD_CHANNEL
    if len(draft.words) < 2 and not (draft.voice or (draft.photos and draft.item)):
        errors["words"] = NO_WORDS
    if len(draft.words) > (LONGEST_ORDER_WORDS if draft.order else LONGEST_WORDS):
        errors["words"] = WORDS_TOO_LONG
    if len(draft.photos) > MOST_PHOTOS:
        errors["photos"] = TOO_MANY_PHOTOS
    elif not all(_FILE.fullmatch(ref) for ref in draft.photos):
        errors["photos"] = BAD_FILE
    if draft.voice and not _FILE.fullmatch(draft.voice):
        errors["voice"] = BAD_FILE
    if not _is_on_earth(draft.spot):
        errors["position"] = BAD_POINT
    if draft.channel == "hotline" and draft.order is None:
        errors["order"] = NO_NUMBER
    if draft.order and not (draft.order.source and 0 < len(draft.order.number) <= 80):
        errors["order"] = NO_NUMBER
    if draft.channel == "entrance-head" and not draft.caller_phone:
        errors["caller_phone"] = NO_PHONE
    if errors:
        raise Invalid.many(errors)


def check_may_use_channel(draft: ReportDraft, *, is_token: bool, takes_in: bool) -> None:
    """Residents report by their page or with a key of their own, for themselves; other systems, staff and
    entrance heads with the right `intake` (`takes_in`) also for others. Raises Denied."""
    speaks_for_others = draft.channel in STAFF_CHANNELS or draft.caller_phone or draft.order
    if (speaks_for_others or (draft.channel == "api" and not is_token)) and not takes_in:
        raise Denied()


def _is_on_earth(spot: Spot) -> bool:
    if spot.lat is None and spot.lng is None:
        return True
    if spot.lat is None or spot.lng is None:
        return False
    return -90 <= spot.lat <= 90 and -180 <= spot.lng <= 180
