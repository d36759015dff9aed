"""The flow chart of a playbook as SVG: no script, no style sheet, legible on a phone and on paper.

Colours are attributes, so that no content policy stops them; classes (`chart-…`) let a page restyle it.
"""

from xml.sax.saxutils import escape, quoteattr

from gongzhi.playbooks.rules.chart import (
    EDGE,
    LANE,
    PAD,
    ROW,
    SMALL,
    TITLE,
    WIDTH,
    Card,
    Chart,
    Lane,
    Layout,
    NameOf,
    Words,
)
from gongzhi.playbooks.rules.shapes import Playbook

INK, GREY, WAY, BACK, LINE = "#1a1a1a", "#595959", "#4a5a52", "#8a5a00", "#c9cfcb"
BRAND, SOFT, PAPER, END = "#018942", "#e6f4ec", "#ffffff", "#f2f3f5"
FONT = "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
_SIZES = {"title": TITLE, "who": SMALL, "row": ROW, "target": SMALL, "end": ROW}


def draw_chart(
    playbook: Playbook, *, words: Words, name_of: NameOf, language: str = "zh", current: str | None = None
) -> str:
    """The whole chart. `words` are its own words in that language, `name_of` gives the name of a post, a
    relation, a set or a result, `current` is the step to stand out, by shape and word as well as colour."""
    layout = Layout(playbook, words=words, language=language, current=current, name_of=name_of)
    chart = layout.place()
    body = [_next_way(chart, *way) for way in chart.next_ways]
    body += [_lane(chart, lane) for lane in chart.lanes]
    body += [_card(chart, card) for card in chart.cards]
    ident = f"chart-{playbook.name}-{language}"
    tongue = "zh-Hans" if language == "zh" else "en"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {chart.height}" class="chart" '
            f'width="{WIDTH}" height="{chart.height}" role="img" lang="{tongue}" '
            f'aria-labelledby="{ident}-title {ident}-desc" font-family={quoteattr(FONT)}>',
            f'<title id="{ident}-title">{escape(layout.say(playbook.title))}</title>',
            f'<desc id="{ident}-desc">{escape(_describe(layout, chart))}</desc>',
            f'<rect width="{WIDTH}" height="{chart.height}" fill="{PAPER}" class="chart-paper"/>',
            *body,
            "</svg>",
        ]
    )


def _describe(layout: Layout, chart: Chart) -> str:
    """The chart for those who hear it: its steps in order, the ends, and where the case stands."""
    joint, stop, colon = ("、", "。", "：") if chart.language == "zh" else (", ", ". ", ": ")
    steps = joint.join(layout.say(step.title) for step in chart.playbook.steps.values())
    ends = joint.join(card.lines[0].text for card in chart.cards if card.kind == "end")
    here = next((card for card in chart.cards if card.current), None)
    said = f"{layout.words.steps}{colon}{steps}{stop}{layout.words.ends}{colon}{ends}{stop}"
    if here:
        said += f"{layout.words.now}{colon}{layout.say(chart.playbook.steps[here.key].title)}{stop}"
    return said.strip()


def _card(chart: Chart, card: Card) -> str:
    x, width = (chart.left, chart.right - chart.left) if card.kind != "note" else (EDGE, WIDTH - 2 * EDGE)
    fill = {"step": SOFT if card.current else PAPER, "end": END, "note": PAPER}[card.kind]
    stroke = BRAND if card.current else (LINE if card.kind == "note" else WAY)
    round_by = 16 if card.kind == "end" else 8
    dashes = ' stroke-dasharray="4 3"' if card.kind == "note" else ""
    shape = (
        f'<rect x="{x}" y="{card.y}" width="{width}" height="{card.height}" rx="{round_by}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{3 if card.current else 1}"{dashes}/>'
    )
    here = " chart-current" if card.current else ""
    texts = "".join(_text(line.text, line.y, line.kind, x, width) for line in card.lines)
    return f'<g class="chart-{card.kind}{here}" data-step={quoteattr(card.key)}>{shape}{texts}</g>'


def _text(text: str, y: int, kind: str, x: int, width: int) -> str:
    place = {"end": (x + width // 2, "middle"), "target": (x + width - PAD, "end")}
    at, anchor = place.get(kind, (x + PAD, "start"))
    weight = ' font-weight="600"' if kind in ("title", "end") else ""
    colour = GREY if kind in ("who", "target") else INK
    return (
        f'<text x="{at}" y="{y}" font-size="{_SIZES[kind]}" text-anchor="{anchor}" fill="{colour}"{weight}>'
        f"{escape(text)}</text>"
    )


def _next_way(chart: Chart, start: int, end: int) -> str:
    x = (chart.left + chart.right) // 2
    return (
        f'<g class="chart-way"><path d="M{x} {start}V{end - 6}" stroke="{WAY}" stroke-width="1.5" '
        f'fill="none"/>'
        f'<path d="M{x - 4} {end - 7}h8l-4 7z" fill="{WAY}"/></g>'
    )


def _lane(chart: Chart, lane: Lane) -> str:
    """Ways back are dashed and brown, ways ahead solid: told apart without colour too."""
    back = lane.side == "left"
    edge = chart.left if back else chart.right
    away = -1 if back else 1
    x = edge + away * (LANE * (lane.number + 1) + 3)
    colour = BACK if back else WAY
    heights = (lane.arrives, *lane.ports)
    stubs = "".join(f"M{edge} {y}H{x}" for y in lane.ports)
    path = f"{stubs}M{x} {min(heights)}V{max(heights)}M{x} {lane.arrives}H{edge + away * 5}"
    dashes = ' stroke-dasharray="5 3"' if back else ""
    head = f"M{edge + away * 6} {lane.arrives - 4}v8l{-away * 6} -4z"
    dots = "".join(f'<circle cx="{edge}" cy="{y}" r="2.5" fill="{colour}"/>' for y in lane.ports)
    return (
        f'<g class="chart-way"><path d="{path}" stroke="{colour}" stroke-width="1.5" fill="none"{dashes}/>'
        f'<path d="{head}" fill="{colour}"/>{dots}</g>'
    )
