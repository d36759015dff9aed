"""Personal data by its form, also where it is written to be overlooked: telephones, plates, identity numbers
(GB 11643), bank cards, chat accounts, rooms. Works on folded text (see `fold`)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

_DIGITS = str.maketrans("零〇一壹幺二贰三叁四肆五伍六陆七柒八捌九玖o", "0011122334455667788990")
_BETWEEN = r"[\s\-–—_.·•*~/]{1,3}"
_MOBILE = re.compile(rf"(?<!\d)1(?:{_BETWEEN})?[3-9](?:(?:{_BETWEEN})?\d){{9}}(?!\d)")
_MOST_BREAKS, _SPELT = 3, 10
"""138-0000-1234 has two breaks; a number spelt out digit by digit has ten. A list of houses is neither."""
_FIXED = re.compile(r"(?<![\d.\-])(?:010|02\d|0[3-9]\d{2})[\s\-]?(?!(\d)\1{6})[2-8]\d{6,7}(?![\d.])")
_MONEY = re.compile(r"\s?(?:元|万|亿|块|平)")
_ACCOUNT = re.compile(
    r"(?:微信|薇信|威信|徽信|v信|vx|加v|wx|wechat|qq|扣扣|企鹅)(?P<named>号|id|账号|群号)?"
    r"(?P<gap>[\s::是为_\-—]{0,4})(?P<id>[a-z][a-z0-9_\-]{4,19}|\d{5,12})(?![a-z0-9])"
)
_EMAIL = re.compile(r"(?<![a-z0-9._%+\-])[a-z0-9._%+\-]+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+")
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][\s·•\-.]{0,2}[a-hj-np-z][\s·•\-.]{0,2}"
    r"(?:[a-hj-np-z0-9][\s·•\-.]?){4,6}[挂学警港澳]?"
)
_PLAIN_PLATE = re.compile(r".[a-hj-np-z](?:[a-hj-np-z0-9]{5}|[a-hj-np-z0-9]{4}[挂学警港澳])")
_GREEN_PLATE = re.compile(r".[a-z](?:[a-hjk][a-hj-np-z0-9]\d{4}|\d{5}[a-hjk])")
_IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}[\s\-]?(?:19|20)\d{6}[\s\-]?\d{3}[\dx](?![\da-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CARD = re.compile(r"(?<!\d)62\d{2}(?:[\s\-]?\d){12,15}(?!\d)")
_NUMERAL = "0-9一二三四五六七八九十百〇零两"
_ROOM = re.compile(
    rf"[{_NUMERAL}]{{1,5}}(?:号楼|栋|幢|座|号院|#楼|#)(?:[\s,]?[{_NUMERAL}]{{1,3}}(?:单元|门))?[\s\-,]?"
    r"(?:\d{3,4}|[一二三四五六七八九〇零]{3,4})(?:室|号房|房)?(?![\d元年月日人户米平号楼万栋吨家个间套名位辆座㎡%])"
)
_SHORT_ROOM = re.compile(r"(?<![\d\-])\d{1,2}-\d{1,2}-(?!19\d\d|20\d\d)\d{3,4}(?![\d\-])")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓"
    "许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊"
    "金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文"
)
_NAME_BEFORE = re.compile(rf"(?:^|[\s,。、;:!(])([{_SURNAMES}][一-龥]{{1,2}})(?:电话|手机)?[\s::,]{{1,2}}$")


@dataclass(frozen=True, slots=True)
class Traced:
    """Personal data in a folded text: where, what, and its bare value for the list of public numbers."""

    start: int
    end: int
    reason: str
    value: str = ""


def trace_personal(text: str) -> list[Traced]:
    """Everything of these forms; some may lie over one another."""
    finders: tuple[Callable[[str], Iterator[Traced]], ...] = (
        _identities,
        _cards,
        _mobiles,
        _fixed_lines,
        _accounts,
        _plates,
        _rooms,
    )
    return [one for find in finders for one in find(text)]


def is_identity_number(number: str) -> bool:
    """Eighteen signs with a day that exists and the check sign of GB 11643 (ISO 7064 MOD 11-2)."""
    if not re.fullmatch(r"[1-9]\d{16}[\dx]", number) or not "11" <= number[:2] <= "91":
        return False
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(sign) * weight for sign, weight in zip(number, _WEIGHTS, strict=False))
    return "10x98765432"[total % 11] == number[17]


def is_card_number(number: str) -> bool:
    """Sixteen to nineteen digits with a right check digit (Luhn, ISO/IEC 7812-1)."""
    doubled = [int(sign) * (2 if at % 2 else 1) for at, sign in enumerate(reversed(number))]
    return 16 <= len(number) <= 19 and sum(one // 10 + one % 10 for one in doubled) % 10 == 0


def is_plate(plate: str) -> bool:
    """A plate without blanks, small letters: ordinary (GA 36) or of an electric car, two digits at least."""
    fits = _PLAIN_PLATE.fullmatch(plate) or _GREEN_PLATE.fullmatch(plate)
    return bool(fits) and sum(sign.isdigit() for sign in plate) >= 2


def _bare(written: str) -> str:
    return re.sub(r"[^0-9a-z一-龥]", "", written)


def _identities(text: str) -> Iterator[Traced]:
    for one in _IDENTITY.finditer(text):
        if is_identity_number(_bare(one[0])):
            yield Traced(one.start(), one.end(), "identity", _bare(one[0]))


def _cards(text: str) -> Iterator[Traced]:
    for one in _CARD.finditer(text):
        if is_card_number(_bare(one[0])):
            yield Traced(one.start(), one.end(), "card", _bare(one[0]))


def _mobiles(text: str) -> Iterator[Traced]:
    digits = text.translate(_DIGITS)
    for one in _MOBILE.finditer(digits):
        breaks = len(re.findall(_BETWEEN, one[0]))
        if (breaks <= _MOST_BREAKS or breaks == _SPELT) and not _MONEY.match(text, one.end()):
            named = _NAME_BEFORE.search(text[: one.start()])
            yield Traced(named.start(1) if named else one.start(), one.end(), "phone", _bare(one[0]))


def _fixed_lines(text: str) -> Iterator[Traced]:
    for one in _FIXED.finditer(text):
        yield Traced(one.start(), one.end(), "phone", _bare(one[0]))


def _accounts(text: str) -> Iterator[Traced]:
    for one in _ACCOUNT.finditer(text):
        meant = one["named"] or re.search(r"[::是为]", one["gap"]) or re.search(r"[\d_\-]", one["id"])
        if meant:
            yield Traced(one.start(), one.end(), "account", one["id"])
    for one in _EMAIL.finditer(text):
        yield Traced(one.start(), one.end(), "account", one[0])


def _plates(text: str) -> Iterator[Traced]:
    for one in _PLATE.finditer(text):
        for end in range(one.end(), one.start() + 6, -1):
            follows = text[end : end + 1]
            if is_plate(_bare(text[one.start() : end])) and not (follows.isascii() and follows.isalnum()):
                yield Traced(one.start(), one.start() + len(text[one.start() : end].rstrip()), "plate")
                break


def _rooms(text: str) -> Iterator[Traced]:
    for pattern in (_ROOM, _SHORT_ROOM):
        for one in pattern.finditer(text):
            yield Traced(one.start(), one.end(), "room")
