"""Which column is what: guessed from the names and the first rows of a foreign table, in Chinese or
English."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from gongzhi.intake.rules.moments import read_moment

FIELDS = ("number", "title", "words", "received", "due", "category", "phone", "address", "lat", "lng")

# The first name of a field that fits decides; exact names before parts of names.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "number": (
            "工单编号 工单号 留言编号 诉求编号 受理编号 案件编号 事项编号 服务单号 任务单号 流水号 "
            "编号 单号 servicerequestnum servicerequestid servicerequestnumber requestnumber "
            "requestid casenumber caseid ticketnumber ticketid ordernumber orderno referenceno "
            "srnumber srrecordid uniquekey number ref id no"
        ),
        "title": "留言主题 工单标题 诉求标题 事项标题 主题 标题 事由 title subject summary headline",
        "words": (
            "留言详情 诉求内容 工单内容 反映内容 事项描述 问题描述 主要内容 详细内容 来电内容 详情 "
            "内容 描述 details detail description body message content text complaint notes"
        ),
        "received": (
            "受理时间 来电时间 留言时间 登记时间 接收时间 派单时间 创建时间 反映时间 提交时间 "
            "上报时间 日期 时间 createddate createdat requesteddatetime openeddate datereceived "
            "receiveddate receivedat received opened created reporteddate date time"
        ),
        "due": (
            "办理时限 办结时限 截止时间 到期时间 要求办结时间 处理时限 限办时间 反馈时限 截止日期 "
            "时限 duedate dueat due deadline expecteddatetime targetdate sladate"
        ),
        "category": (
            "一级分类 诉求分类 问题分类 诉求类型 问题类型 事项类别 事件类型 类别 分类 类型 srtype "
            "servicename complainttype requesttype issuetype category type"
        ),
        "phone": (
            "联系电话 来电号码 手机号码 手机号 联系方式 电话 phone phonenumber mobile callerphone "
            "telephone contact"
        ),
        "address": (
            "事发地址 问题地址 诉求地址 详细地址 反映地点 事发地点 地址 地点 位置 address "
            "streetaddress incidentaddress locationaddress location"
        ),
        "lat": "纬度 latitude lat",
        "lng": "经度 longitude lng lon long",
    }.items()
}
_NEVER_WITHIN = frozenset(
    {"id", "no", "ref", "time", "date", "type", "text", "long", "number", "lat", "lon", "due"}
)
_NOT_RECEIVED = re.compile(r"(status|close|due|update|activity|modified|办结|完成|更新|回复|截止|时限)")
SAMPLE = 200
FEW = 20
"""So few rows say nothing about whether a column tells rows apart."""
LEAST_LETTERS = 12
"""A column of words holds more letters a row than a name or a code does."""


def signature_of(columns: Sequence[str]) -> str:
    """The line of names by which a kind of file is known again (folded; its digest is stored)."""
    return "\x1f".join(_fold(name) for name in columns)


def guess_columns(columns: Sequence[str], sample: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Our field → their column, as far as it can be told. Each column is used once. What the rows say
    outweighs the name: a “date” column without dates is none."""
    guessed: dict[str, str] = {}
    taken: set[str] = set()
    for exact in (True, False):
        for name in FIELDS:
            if name in guessed:
                continue
            found = next(
                (
                    column
                    for synonym in SYNONYMS[name]
                    for column in columns
                    if column not in taken
                    and _is_called(column, synonym, name, exact)
                    and _content_fits(name, [row.get(column, "") for row in sample])
                ),
                None,
            )
            if found is not None:
                guessed[name] = found
                taken.add(found)
    return _by_content(guessed, [c for c in columns if c not in taken], sample)


def check_columns(columns: Mapping[str, str], present: Sequence[str]) -> dict[str, str]:
    """A mapping chosen by hand or remembered, without fields nobody knows and columns the file has not."""
    return {name: column for name, column in columns.items() if name in FIELDS and column in present}


def _fold(name: str) -> str:
    return re.sub(r"[\s_\-./()（）:：*#]+", "", unicodedata.normalize("NFKC", name).lower())


def _is_called(column: str, synonym: str, field: str, exact: bool) -> bool:
    folded = _fold(column)
    if field == "received" and _NOT_RECEIVED.search(folded):
        return False
    if exact:
        return folded == synonym
    return synonym not in _NEVER_WITHIN and synonym in folded


def _content_fits(field: str, values: Sequence[str]) -> bool:
    """Whether at least half of the filled cells look like the field (offices write 昨天, too); a number tells
    most rows apart."""
    filled = [value for value in values[:SAMPLE] if value.strip()]
    if field == "number":
        return len(filled) < FEW or 2 * len(set(filled)) >= len(filled)
    looks_right = _LOOKS.get(field)
    return looks_right is None or 2 * sum(map(looks_right, filled)) >= len(filled)


def _degrees(value: str, limit: int) -> bool:
    try:
        return abs(float(value)) <= limit
    except ValueError:
        return False


def _told(values: Sequence[str]) -> int:
    """How many letters a column holds a row, if its rows differ as only told words do."""
    filled = [value for value in values if value.strip()]
    if not filled or 10 * len(set(filled)) < 8 * len(filled):
        return 0
    return sum(sum(sign.isalpha() for sign in value) for value in filled) // len(values)


def _is_moment(value: str) -> bool:
    return read_moment(value) is not None


_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "received": _is_moment,
    "due": _is_moment,
    "lat": lambda value: _degrees(value, 90),
    "lng": lambda value: _degrees(value, 180),
    "phone": lambda value: len(re.sub(r"\D", "", value)) >= 7,
}


def _by_content(
    guessed: dict[str, str], rest: Sequence[str], sample: Sequence[Mapping[str, str]]
) -> dict[str, str]:
    """Nameless columns: the longest texts are the words, the column of dates the time it came in."""
    if not sample:
        return guessed
    if "words" not in guessed and "title" not in guessed:
        told = {column: _told([row.get(column, "") for row in sample]) for column in rest}
        longest = max(told, key=lambda column: told[column], default=None)
        if longest is not None and told[longest] >= LEAST_LETTERS:
            guessed["words"] = longest
    if "received" not in guessed:
        for column in rest:
            filled = [row.get(column, "") for row in sample if row.get(column, "").strip()]
            dated = sum(1 for value in filled if read_moment(value))
            if filled and dated == len(filled) and not _NOT_RECEIVED.search(_fold(column)):
                guessed["received"] = column
                break
    return guessed
