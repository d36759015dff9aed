"""Why a report went where it went, in one sentence both languages: stored with the case and shown."""

from dataclasses import dataclass

from gongzhi.routing.rules.shapes import PathRule, Titled


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the decision rested on. `how`: chosen (the reporter picked the item), known
    (settled by now), words, danger, none. `again`: it was given back and nobody was named."""

    category: Titled | None
    how: str
    words: tuple[str, ...]
    place: str
    area: str
    path: PathRule | None
    desk: str = ""  # why the duty desk has it: no-category, no-place, no-path, no-seat, no-section
    skipped: bool = False
    again: bool = False


_DESK = {
    "no-place": Titled("没有说清地点", "the place is not known"),
    "no-category": Titled("看不出是哪类事", "the words name no known matter"),
    "no-path": Titled("没有一条路径适用", "no path fits"),
    "no-seat": Titled("这条路径的岗位没有人", "nobody holds the post this path names"),
}
_SHOWN_WORDS = 4


def explain(grounds: Grounds) -> Titled:
    """The whole sentence: category and its words ＋ place and area → path, or why the duty desk has it."""
    zh, en = _explain_zh(grounds), _explain_en(grounds)
    if grounds.again:
        zh = f"退回后重新派单，不再派给经办过的岗位：{zh}"
        en = f"given back and asked again, past every post that has had it: {en}"
    return Titled(zh, en)


def _explain_zh(grounds: Grounds) -> str:
    words = "".join(f"“{word}”" for word in grounds.words[:_SHOWN_WORDS])
    parts = []
    if grounds.category is not None:
        how = {"chosen": "（报送人选定）", "known": "（已认定）", "danger": f"（危险信号{words}）"}.get(
            grounds.how, f"（依据{words}）"
        )
        parts.append(f"类别“{grounds.category.zh}”{how}")
    if grounds.area:
        parts.append(f"{grounds.place}属{grounds.area}")
    elif grounds.place:
        parts.append(grounds.place)
    target = f"路径 {grounds.path.code}（{grounds.path.name.zh}）" if grounds.path else ""
    if grounds.desk:
        target = "，".join(part for part in (target, f"{_DESK[grounds.desk].zh}，转值班台") if part)
    if grounds.skipped:
        target += "，避开被反映的岗位和单位"
    return f"{'＋'.join(parts)} → {target}".removeprefix(" → ")


def _explain_en(grounds: Grounds) -> str:
    words = ", ".join(f"“{word}”" for word in grounds.words[:_SHOWN_WORDS])
    parts = []
    if grounds.category is not None:
        how = {
            "chosen": "chosen by the reporter",
            "known": "as settled by now",
            "danger": f"danger: {words}",
        }.get(grounds.how, f"from {words}")
        parts.append(f"category “{grounds.category.en}” ({how})")
    if grounds.area:
        parts.append(f"{grounds.place} lies in {grounds.area}")
    elif grounds.place:
        parts.append(grounds.place)
    target = f"path {grounds.path.code} ({grounds.path.name.en})" if grounds.path else ""
    if grounds.desk:
        target = "; ".join(part for part in (target, f"{_DESK[grounds.desk].en}: duty desk") if part)
    if grounds.skipped:
        target += "; passing by the post and organisation complained of"
    return f"{' + '.join(parts)} → {target}".removeprefix(" → ")
