"""A pasted WeChat chat becomes drafts: who wrote is forgotten here, before anything is stored.

Known shapes: `张三 10:21` on its own line before the words; the same with a date before or after the name (PC
export, QQ); `[2026-11-01 10:21] 张三: 内容`; plain `张三：内容`. Quotes, pictures, stickers and system lines
are understood or left out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

_DATE = (
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.月]\d{1,2}日?|今天|昨天|前天|"
    r"星期[一二三四五六日天]|周[一二三四五六日天])"
)
_CLOCK = (
    r"(?:(?:凌晨|早上|上午|中午|下午|傍晚|晚上)\s*)?(?P<h>\d{1,2}):(?P<m>\d{2})(?::\d{2})?(?:\s*[AaPp][Mm])?"
)
_NAME = r"(?P<name>[^\s:：\[\]]{1,24}(?:\s[^\s:：\[\]]{1,12}){0,2}?)"

_HEADS = (
    re.compile(rf"^\[\s*(?:{_DATE}\s*)?{_CLOCK}\s*\]\s*{_NAME}\s*[:：]\s*(?P<words>.*)$"),
    re.compile(rf"^{_NAME}\s*[:：]?\s+(?:{_DATE}\s*)?{_CLOCK}\s*$"),
    re.compile(rf"^(?:{_DATE}\s+){_CLOCK}\s+{_NAME}\s*[:：]?\s*$"),
    re.compile(rf"^(?:{_DATE}\s+)?{_CLOCK}\s+{_NAME}\s*[:：]\s*(?P<words>.*)$"),
)
_PLAIN_HEAD = re.compile(r"^(?P<name>[^\s:：，。,.!！?？\d\[\]]{1,12})\s*[:：]\s*(?P<words>.*)$")
_LABELS = frozenset(
    [
        "地址",
        "电话",
        "时间",
        "地点",
        "联系人",
        "问题",
        "内容",
        "姓名",
        "位置",
        "备注",
        "情况",
        "诉求",
        "主题",
        "标题",
        "回复",
        "提醒",
        "通知",
        "http",
        "https",
    ]
)
_TIME_LINE = re.compile(rf"^[\s—–-]*+(?:{_DATE}\s*)?(?:{_CLOCK})?[\s—–-]*+$")  # possessive: linear
_QUOTED = re.compile(r"^「(?P<name>[^：:」]{1,24})[：:](?P<words>[^」]*)」\s*$|^[>＞]\s*.*$")
_QUOTE_RULE = re.compile(r"^[-—－ ]{6,}$")
_SYSTEM = re.compile(
    r"(?:加入了?群聊|移出了?群聊|退出了?群聊|撤回了一条消息|拍了拍|修改群名为|群公告|以下是新消息|领取了|邀请.{1,24}加入|"
    r"开启了|现在可以开始聊天|joined the group|recalled a message)"
)
_PICTURE = re.compile(r"\[(?:图片|照片|Photo|Image|Picture)\]", re.IGNORECASE)
_VOICE = re.compile(r"\[(?:语音|Voice|Audio)\]\s*(?:\d+[\"″秒])?", re.IGNORECASE)
_OTHER_SIGNS = re.compile(
    r"\[(?:视频|文件|链接|表情|动画表情|红包|转账|名片|聊天记录|小程序|接龙|Sticker|Video|File|Link)[^\]]{0,40}\]|"
    r"\[(?!位置|Location)[^\[\]\s]{1,6}\]",
    re.IGNORECASE,
)
_PLACE_SIGN = re.compile(r"\[(?:位置|Location)\]", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[-\s]\d{7,8}(?!\d)"
)
_IDNO = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_AT = re.compile(r"@[^\s@，。,：:]{1,24}[\s\u2005]?")
_AGREEING = re.compile(
    r"^(?:\+1|＋1|1|顶|同|同上|同求|同问|一样|我也是|我家也是|我们也是|我们家也是|我们单元也是|是啊|是的|对|对啊|确实|"
    r"支持|附议|me too|same here)[!！。.~～啊呀的]*$",
    re.IGNORECASE,
)
_CHATTER = re.compile(
    r"^(?:收到|好的?|好滴|ok|嗯+|哦+|谢谢.{0,6}|感谢.{0,6}|辛苦.{0,6}|早上好|早|晚安|大家好|你好|在吗|哈+|[\W_]*+)[!！。.~～]*+$",
    re.IGNORECASE,
)
PAUSE_MINUTES = 10
LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class ChatDraft:
    """One matter out of a chat, nameless. `pictures` and `voices` were in the chat and must be added by hand;
    `agreeing` counts those who said it is the same with them; `key` is the same for the same paste."""

    n: int
    words: str
    at: str
    pictures: int
    voices: int
    agreeing: int
    likely: bool


@dataclass(frozen=True, slots=True)
class ChatReading:
    """What was understood of a paste: the drafts, how many messages were only talk, how many people spoke
    (their names are not kept)."""

    drafts: tuple[ChatDraft, ...]
    talk: int
    speakers: int


@dataclass(slots=True)
class _Said:
    who: str
    minute: int | None
    at: str
    lines: list[str]


@dataclass(slots=True)
class _Group:
    who: str
    minute: int | None
    draft: ChatDraft


def read_chat(text: str, *, is_matter: Callable[[str], bool]) -> ChatReading:
    """Drafts out of a pasted chat, in its order. `is_matter` judges whether words name something that can be
    reported; other long messages become drafts marked as unlikely, short talk is left out."""
    messages = list(_messages(text[:LONGEST]))
    names = {said.who for said in messages if len(said.who) >= 2}
    groups: list[_Group] = []
    talk = 0
    for said in messages:
        words, pictures, voices = _strip("\n".join(said.lines), names)
        if _AGREEING.match(words) and groups:
            groups[-1].draft = replace(groups[-1].draft, agreeing=groups[-1].draft.agreeing + 1)
        elif not _belongs(groups, said, words, (pictures, voices), is_matter):
            if _CHATTER.match(words) and not pictures and not voices:
                talk += 1
                continue
            likely = is_matter(words)
            if not likely and len(words) < 12 and not voices:
                talk += 1
                continue
            draft = ChatDraft(len(groups) + 1, words, said.at, pictures, voices, 0, likely)
            groups.append(_Group(said.who, said.minute, draft))
    return ChatReading(tuple(group.draft for group in groups), talk, len({said.who for said in messages}))


def _belongs(
    groups: list[_Group], said: _Said, words: str, added: tuple[int, int], is_matter: Callable[[str], bool]
) -> bool:
    """Add a message to its writer's last matter: a picture or a few words more within ten minutes. A new
    matter of its own starts a new draft."""
    mine = next((group for group in reversed(groups) if group.who == said.who), None)
    if mine is None or not _is_soon(mine.minute, said.minute):
        return False
    if is_matter(words) and mine.draft.likely and len(words) >= 6:
        return False
    if _CHATTER.match(words) and not any(added):
        return False
    draft = mine.draft
    mine.minute = said.minute if said.minute is not None else mine.minute
    mine.draft = replace(
        draft,
        words="\n".join(part for part in (draft.words, words) if part),
        pictures=draft.pictures + added[0],
        voices=draft.voices + added[1],
        likely=draft.likely or is_matter(words),
    )
    return True


def _is_soon(before: int | None, after: int | None) -> bool:
    return before is None or after is None or 0 <= after - before <= PAUSE_MINUTES


def _messages(text: str) -> Iterator[_Said]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    plain = _has_plain_heads(lines)
    said: _Said | None = None
    quoting = False
    for raw in lines:
        line = raw.strip().strip("\u2005\u200b\ufeff")
        head = _head_of(line, plain)
        if head is not None:
            if said is not None:
                yield said
            said, quoting = head, False
        elif not line or _SYSTEM.search(line) or _TIME_LINE.match(line):
            continue
        elif _QUOTED.match(line):
            quoting = True
        elif quoting and _QUOTE_RULE.match(line):
            quoting = False
        elif said is None:
            said = _Said("", None, "", [line])
        else:
            said.lines.append(line)
    if said is not None:
        yield said


def _has_plain_heads(lines: list[str]) -> bool:
    """Whether the paste uses `name: words` lines: only if no line has a clock and several look like that."""
    if any(pattern.match(line.strip()) for line in lines for pattern in _HEADS):
        return False
    found = [match["name"] for line in lines if (match := _PLAIN_HEAD.match(line.strip()))]
    return sum(1 for name in found if name.lower() not in _LABELS) >= 2


def _head_of(line: str, plain: bool) -> _Said | None:
    for pattern in _HEADS:
        match = pattern.match(line)
        if match:
            words = match.groupdict().get("words") or ""
            at = f"{int(match['h']):02d}:{match['m']}"
            minute = int(match["h"]) * 60 + int(match["m"])
            return _Said(match["name"].strip(), minute, at, [words] if words else [])
    if plain and (match := _PLAIN_HEAD.match(line)) and match["name"].lower() not in _LABELS:
        return _Said(match["name"], None, "", [match["words"]])
    return None


def _strip(text: str, names: set[str]) -> tuple[str, int, int]:
    """Words without names, numbers, mentions and stickers; how many pictures and recordings there were."""
    pictures, voices = len(_PICTURE.findall(text)), len(_VOICE.findall(text))
    for pattern in (_PICTURE, _VOICE, _PLACE_SIGN, _OTHER_SIGNS, _IDNO, _PHONE, _AT):
        text = pattern.sub(" ", text)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "邻居")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line), pictures, voices
