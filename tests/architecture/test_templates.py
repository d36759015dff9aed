"""Templates hold no words outside translate tags, and use only drawings and files that exist."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from scripts.translations import CHINESE, texts_in_template

from tests.architecture.tree import PACKAGE, ROOT

TRANSLATED = re.compile(
    r"{%\s*(blocktranslate|blocktrans)\b.*?%}.*?{%\s*end\1\s*%}|{%\s*comment\b.*?{%\s*endcomment\s*%}",
    re.DOTALL,
)
BOTH_LANGUAGES = "500.html"  # shown when nothing works, the choice of language included
ATTRIBUTES = re.compile(
    r"{%\s*block (\w+_(?:class|attributes))\s*%}.*?{%\s*endblock(?: \w+)?\s*%}", re.DOTALL
)
TAGS = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
SPOKEN_ATTRIBUTES = frozenset(
    {"title", "placeholder", "alt", "aria-label", "aria-description", "data-confirm"}
)
SILENT = frozenset({"script", "style", "code", "kbd", "samp", "svg"})
NAMES = frozenset(
    {
        "Gongzhi",
        "English",
        "GPS",
        "QR",
        "CSV",
        "JSON",
        "Excel",
        "Word",
        "PDF",
        "YAML",
        "API",
        "SMS",
        "OpenAPI",
        "A4",
        "ID",
        "URL",
        "SVG",
        "GeoJSON",
        "ECharts",
        "hover",
        "px",
        "PNG",
        "TOTP",
    }
)
LATIN = re.compile(r"[A-Za-z]{2,}")
LANGUAGE_NAMES = frozenset({"中文"})


class _Words(HTMLParser):
    """Collects the words a reader would see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self.heard += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT and self.silent > 0

    def handle_data(self, text: str) -> None:
        if not self.silent:
            self.heard.append(text)


def untranslated_words(source: str) -> list[str]:
    """Words for people that stand outside every translate tag, Chinese or English."""
    parser = _Words()
    parser.feed(TAGS.sub(" ", TRANSLATED.sub(" ", ATTRIBUTES.sub(" ", source))))
    found = []
    for text in parser.heard:
        for name in LANGUAGE_NAMES:
            text = text.replace(name, "")  # noqa: PLW2901 - what is left is looked at
        strange = [w for w in LATIN.findall(text) if w not in NAMES]
        found += [text.strip()] if CHINESE.search(text) or strange else []
    return found


def chinese_ids(source: str) -> list[str]:
    """Message ids that are not English."""
    return [text.msgid for text in texts_in_template(source, "") if CHINESE.search(text.msgid)]


def templates() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("templates/**/*.html") if p.name != BOTH_LANGUAGES)


def test_untranslated_words_are_found() -> None:
    assert untranslated_words("<p>上报</p>")
    assert untranslated_words("<p>Report</p>")
    assert untranslated_words('<input placeholder="Where">')
    assert not untranslated_words('<p class="big">{% trans "Report" %} {{ case.ref }} · 3</p><a>中文</a>')
    assert not untranslated_words(
        "{% blocktranslate %}All <b>done</b>{% endblocktranslate %}<script>let a</script>"
    )
    assert chinese_ids('{% trans "上报" %}') and not chinese_ids('{% trans "Report" %}')


@pytest.mark.parametrize("template", templates(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_every_word_is_translated(template: Path) -> None:
    source = template.read_text(encoding="utf-8")
    assert not untranslated_words(source)
    assert not chinese_ids(source)


def test_the_sprite_holds_every_icon_used() -> None:
    sprite = PACKAGE / "web" / "static" / "icons.svg"
    drawn = (
        set(re.findall(r'<symbol id="([\w-]+)"', sprite.read_text(encoding="utf-8")))
        if sprite.exists()
        else set()
    )
    used = {
        name
        for path in templates()
        for name in re.findall(r'{%\s*icon\s+"([\w-]+)"', path.read_text(encoding="utf-8"))
    }
    assert used <= drawn, f"add to scripts/icons.txt: {sorted(used - drawn)}"


def too_big(folder: Path, stops: dict[str, int]) -> list[str]:
    """Stylesheets past their measure in bytes."""
    return [
        f"{name}: {size} bytes, stop {stop}"
        for name, stop in stops.items()
        if (folder / name).exists() and (size := (folder / name).stat().st_size) > stop
    ]


def test_stylesheets_keep_their_measure() -> None:
    stops = {"resident.css": 10_240, "console.css": 25_600}
    assert not too_big(PACKAGE / "web" / "static", stops)


def test_no_page_asks_another_house_for_anything() -> None:
    outside = re.compile(r"""(?:src|href)=["'](?:https?:)?//""")
    found = [str(p.relative_to(ROOT)) for p in templates() if outside.search(p.read_text(encoding="utf-8"))]
    assert outside.search('<script src="https://cdn.example/x.js">')
    assert not found, found
