import io

import docx

from gongzhi.kernel.documents import Heading, PageBreak, Paragraph, Table, word_document


def test_a_document_word_can_open() -> None:
    content = word_document(
        [
            Heading("聘书"),
            Paragraph("柳荫社区", align="center", bold=True),
            Table(("岗位", "姓名"), (("楼门长", "甲"), ("网格长", "乙"))),
            PageBreak(),
            Paragraph("落款\x00", align="right"),
        ],
        title="聘任",
    )
    opened = docx.Document(io.BytesIO(content))
    assert [line.text for line in opened.paragraphs][:3] == ["聘任", "聘书", "柳荫社区"]
    assert opened.paragraphs[-1].text == "落款"
    assert [[cell.text for cell in row.cells] for row in opened.tables[0].rows] == [
        ["岗位", "姓名"],
        ["楼门长", "甲"],
        ["网格长", "乙"],
    ]
    assert opened.core_properties.title == "聘任" and opened.core_properties.author == ""
