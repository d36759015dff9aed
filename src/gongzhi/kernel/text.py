"""Text as people write it, made fit for storing, comparing and showing.

`name_key` is the one form in which names and addresses are compared: 3号楼 = 三号楼 = 3# = 3幢,
二单元 = 2单元, full-width = half-width, capitals = small letters.
"""

import re
import unicodedata

# All but tab and line end; lone surrogates; signs nobody sees that turn the direction or hide in words.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+"
)

_WIDE = re.compile("[\uff01-\uff5e]")

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGITS |= {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖") if value}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_NUMBER = "".join((*_DIGITS, *_TENS))
_BLANKS = re.compile(r"[\s,，、。．.·・_/\\|()（）\[\]【】\"'“”‘’:：;；~～]+")

# A Chinese numeral is turned into digits only before a unit of an address, or after 第: 三里屯 stays 三里屯.
_UNITS = "号楼|号院|号|楼|幢|栋|座|单元|门|层|室|房|户|组|区|期|弄|支弄|巷|委|网格|片"
_COUNTED = re.compile(rf"(第?)([{_NUMBER}]+)(?={_UNITS}|[-—]|#|$)")
_BUILDING = re.compile(r"(?<=[0-9a-z])(?:号楼|#楼|号#|#|幢|栋|座|号栋|号幢)")
_PLAIN_BUILDING = re.compile(r"(?<=[0-9])楼(?=\d|[a-z]|$|\D*单元)")
_ENTRANCE = re.compile(r"(?<=[0-9a-z])(?:单元|门洞|楼门|门栋|门)")
_ROOM = re.compile(r"(?<=[0-9a-z])(?:号房|室|房|户)")


def clean(text: str) -> str:
    """Text fit for both databases: no NUL, no lone surrogates, no control or direction signs, NFC, trimmed.
    Line ends become a plain new line."""
    if text.isascii() and text.isprintable():  # most cells of most tables: nothing to look for
        return text.strip()
    plain = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", plain).strip()


def clean_line(text: str) -> str:
    """The same for a single line: every run of blanks is one blank."""
    return " ".join(clean(text).split())


def compatible(text: str) -> str:
    """Compatibility forms as plain ones (NFKC). Full-width signs, of which Chinese texts are full, are turned
    first: the same in a third of the time, as all that remains is mostly normal already."""
    return unicodedata.normalize("NFKC", _WIDE.sub(lambda sign: chr(ord(sign[0]) - 0xFEE0), text))


def chinese_number(numeral: str) -> int | None:
    """The value of a Chinese numeral: 二十一 → 21, 一百零三 → 103, 二〇三 → 203; None if it is none."""
    if not numeral or any(sign not in _NUMBER for sign in numeral):
        return None
    if not any(sign in _TENS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    total, digit = 0, 0
    for sign in numeral:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def _counted(found: re.Match[str]) -> str:
    value = chinese_number(found[2])
    return found[0] if value is None else str(value)


def name_key(text: str) -> str:
    """The form names and addresses are compared in: NFKC, small letters, Chinese numerals before a unit as
    digits, one word for building (号楼), entrance (单元) and room (室), no blanks or punctuation. The key of
    a key is itself."""
    key = _one_form(clean(text))
    while (again := _one_form(key)) != key:
        key = again
    return key


def _one_form(text: str) -> str:
    key = compatible(text).lower()
    key = re.sub(r"(?<=\d)\s+(?=\d)", "-", key)
    key = re.sub(r"[—–－]+", "-", key)
    key = _BLANKS.sub("", key)
    key = _COUNTED.sub(_counted, key)
    key = _BUILDING.sub("号楼", key)
    key = _PLAIN_BUILDING.sub("号楼", key)
    key = _ENTRANCE.sub("单元", key)
    key = _ROOM.sub("室", key)
    return re.sub(r"(?<!\d)0+(?=\d)", "", key)


def bigrams(text: str) -> set[str]:
    """Every pair of neighbouring signs of letters, digits and Chinese characters: what the word index holds
    (two-character words are the rule in Chinese). A single sign stands for itself."""
    key = compatible(clean(text)).lower()
    found: set[str] = set()
    for run in re.findall(r"[^\W_]+", key):
        found.update(run[at : at + 2] for at in range(len(run) - 1))
        if len(run) == 1:
            found.add(run)
    return found


def mask_phone(phone: str) -> str:
    """138****5678; short numbers keep their last two signs."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 8 else "*" * max(len(phone) - 2, 0) + phone[-2:]


def mask_name(name: str) -> str:
    """The first character only: 王**."""
    return name[:1] + "*" * max(len(name) - 1, 0)


def mask_idno(number: str) -> str:
    """First three and last four: 110***********1234."""
    return number[:3] + "*" * max(len(number) - 7, 0) + number[-4:] if len(number) > 7 else "*" * len(number)
