"""Word documents the office can go on writing in: certificates, sheets, reports.

Plain building blocks; what stands in them comes from the rooms.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gongzhi.kernel.text import clean

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `align` is left, center or right."""

    words: str
    align: str = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with a head row that returns on every page."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """From here on a new sheet."""


Block = Heading | Paragraph | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Style:
    """Fonts as Chinese offices use them: Song type for the text, black type for headings; A4."""

    body_font: str = "宋体"
    head_font: str = "黑体"
    latin_font: str = "Times New Roman"
    size: int = 12
    margins_mm: tuple[int, int, int, int] = field(default=(25, 22, 25, 22))


def word_document(blocks: Sequence[Block], *, title: str = "", style: Style | None = None) -> bytes:
    """The bytes of a .docx with these blocks, on A4."""
    style = style or Style()
    document = docx.Document()
    _set_page(document, style)
    document.core_properties.title = clean(title)
    document.core_properties.author = ""
    if title:
        _add(document, Heading(title, 0), style)
    for block in blocks:
        _add(document, block, style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_page(document: Document, style: Style) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Mm(side) for side in style.margins_mm
    )
    _set_font(document.styles["Normal"].font, style.latin_font, style.body_font, style.size)


def _set_font(font: object, latin: str, chinese: str, size: int | None = None) -> None:
    """Word keeps the Chinese font in an attribute of its own."""
    font.name = latin  # type: ignore[attr-defined]
    font.element.rPr.get_or_add_rFonts().set(qn("w:eastAsia"), chinese)  # type: ignore[attr-defined]
    if size:
        font.size = Pt(size)  # type: ignore[attr-defined]


def _add(document: Document, block: Block, style: Style) -> None:
    match block:
        case Heading(words, level):
            head = document.add_heading(clean(words), level)
            for run in head.runs:
                _set_font(run.font, style.latin_font, style.head_font)
            if level == 0:
                head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Paragraph(words, align, bold):
            line = document.add_paragraph()
            line.add_run(clean(words)).bold = bold
            line.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
        case Table(columns, rows):
            _add_table(document, columns, rows)
        case PageBreak():
            document.add_page_break()  # type: ignore[no-untyped-call]


def _add_table(document: Document, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=1, cols=len(columns))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(clean(words)).bold = True
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(head.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = clean(words)
