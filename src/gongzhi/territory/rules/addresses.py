"""Reading an address as people write it: “翠苑小区3#2单元”, “三号楼二单元三楼”, “5-2-501”.

Houses and entrances are told apart by their *designator*, the bare number or letter, so that 3号楼, 三号楼,
3#, 3幢 and 3栋 are one building.
"""

import re
from dataclasses import dataclass

from gongzhi.kernel.text import chinese_number, compatible

_COUNTED = "号幢栋座楼层单门弄室期区村组队街坊院梯洞"
_NUMERAL = re.compile(
    rf"(?<![同某每任另唯统这那哪有是整了个零〇一二两三四五六七八九十百])"
    rf"([零〇一二两三四五六七八九十百]{{1,5}})(?=[{_COUNTED}])|(?<=第)([零〇一二两三四五六七八九十百]{{1,5}})"
)
_MARK = r"[a-z甲乙丙丁]?\d{1,4}[a-z]?|(?<![a-z])[a-z]"
_BEFORE = r"(?<![0-9a-z.:月年])"
_BUILDING = re.compile(
    rf"{_BEFORE}({_MARK})(?:号楼|号院楼|楼栋|#楼|#|幢|栋|座)|{_BEFORE}(\d{{1,3}})楼(?=\d{{0,2}}(?:单元|门))"
)
_HOUSE = re.compile(rf"{_BEFORE}(\d{{1,4}}[a-z]?)号(?!楼|院|线|门|单元|室|房|电|[上下]午)")
_UNIT = re.compile(
    r"(?<![0-9a-z])(\d{1,2}|[a-z甲乙丙丁])(?:单元|号门洞?|门洞|梯|门(?![口诊牌面卫禁前锁外里窗框店]))"
)
_ROOM = re.compile(r"(?<![0-9a-z])(\d{3,4}[a-z]?)(?:室|号房|房|户)")
_NEXT_ROOM = re.compile(r"[ ,-]{0,2}(\d{3,4}[a-z]?)(?![0-9年月.])")
_FLOOR = re.compile(r"(?<![0-9a-z])(\d{1,2})(?:楼|层)")
_DASHED = re.compile(r"(?<![0-9a-z-])([a-z]?\d{1,3}[a-z]?)-(?:(\d{1,2})-)?(\d{3,4})(?![0-9-])")
_WHOLE_MARK = re.compile(
    rf"^({_MARK})(?:号楼|号院楼|#楼|#|幢|栋|座|号|楼|单元|号门洞?|门洞|门|梯|号单元|室|房)?$"
)
_OTHER_ESTATE = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:小区|[苑园院区里庄城府寓厦村坊]|\d{1,4}(?:号院|弄|号))$"
)
_OWN_ESTATE = re.compile(r"(?:我们?|咱们?|本|这|该|在|们|个|那|哪|家|楼|院|区|园)$")
_SUFFIXES = ("小区", "社区", "家属院", "家属楼", "居委会", "居民区", "街道", "行政村", "公寓")
TEXT_LIMIT = 2_000


def fold(text: str) -> str:
    """One spelling for one address: compatibility forms, lower case, number words before a unit as digits,
    no blanks between Chinese signs."""
    plain = compatible(text[:TEXT_LIMIT]).lower()
    plain = plain.replace("—", "-").replace("–", "-").replace("﹣", "-").replace("，", ",")
    plain = re.sub(r"(?<![a-z0-9])\s+|\s+(?![a-z0-9])", "", plain)
    return _NUMERAL.sub(lambda hit: str(chinese_number(hit.group(1) or hit.group(2))), plain)


def designator(name: str) -> str:
    """The bare number or letter of a building or entrance name; "" when it has a name of its own."""
    hit = _WHOLE_MARK.match(fold(name))
    return _bare(hit.group(1)) if hit else ""


def sort_number(name: str) -> int:
    """Where a name stands among its neighbours: 2号楼 before 10号楼, names without a number last."""
    hit = re.search(r"\d+", fold(name))
    return min(int(hit.group()), 99_999) if hit else 100_000


def short_names(name: str) -> tuple[str, ...]:
    """What an estate or community is called for short: 翠苑小区 → 翠苑. Never fewer than two signs."""
    folded = fold(name)
    return tuple(
        folded.removesuffix(end) for end in _SUFFIXES if folded.endswith(end) and len(folded) - len(end) >= 2
    )


@dataclass(frozen=True, slots=True)
class AddressWords:
    """What a text says about where in an estate; empty strings where it says nothing. `loose` marks forms
    that also occur in dates and telephone numbers, so they count only beside a named place."""

    building: str = ""
    unit: str = ""
    room: str = ""
    floor: str = ""
    loose: bool = False
    start: int = -1

    @property
    def says_something(self) -> bool:
        """Whether any part of an address was found."""
        return bool(self.building or self.unit)


def read_address(folded: str, start: int = 0) -> AddressWords:
    """The first building, entrance, floor and room named at or after `start` in a folded text."""
    dashed = _DASHED.search(folded, start)
    building = _BUILDING.search(folded, start)
    if dashed and (building is None or dashed.start() < building.start()):
        mark, unit, room = dashed.groups()
        return AddressWords(_bare(mark), _bare(unit or ""), room, loose=True, start=dashed.start())
    loose = building is None
    house = building or _HOUSE.search(folded, start)
    after = house.end() if house else start
    unit_hit = _UNIT.search(folded, after)
    last = unit_hit or house
    room_hit = (_NEXT_ROOM.match(folded, last.end()) if last else None) or _ROOM.search(folded, after)
    floor = _FLOOR.search(folded, last.end() if last else start)
    mark = next((part for part in house.groups() if part), "") if house else ""
    return AddressWords(
        building=_bare(mark),
        unit=_bare(unit_hit.group(1)) if unit_hit else "",
        room=room_hit.group(1) if room_hit else "",
        floor=floor.group(1) if floor else "",
        loose=loose,
        start=house.start() if house else -1,
    )


def names_other_estate(folded: str, words: AddressWords) -> bool:
    """Whether the building is named as that of some estate (锦绣花园3号楼, 幸福路15号院3号楼) and not of “our
    estate”. Asked where no estate of ours was recognised, it means: not here."""
    hit = _OTHER_ESTATE.search(folded[: words.start]) if words.start > 0 else None
    return hit is not None and not _OWN_ESTATE.search(hit.group(1))


def _bare(mark: str) -> str:
    return mark.lstrip("0") or mark
