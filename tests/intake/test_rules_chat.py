"""A pasted chat becomes nameless drafts. All chats are invented."""

import time

import pytest

from gongzhi.intake.rules import ChatReading, read_chat

MATTERS = ("灯", "垃圾", "漏水", "车", "电梯", "井盖", "狗", "堆")


def read(text: str) -> ChatReading:
    return read_chat(text, is_matter=lambda words: any(word in words for word in MATTERS))


PHONE_EXPORT = """
群聊“柳荫里五号楼”的聊天记录

张三 10:21
五号楼二单元三层楼道灯不亮

李四 10:22
+1

张三 10:23
[图片]

王小五 10:40
@张三 收到
"""


def test_name_and_clock_above_the_words() -> None:
    reading = read(PHONE_EXPORT)
    assert [draft.words for draft in reading.drafts if draft.likely] == ["五号楼二单元三层楼道灯不亮"]
    lamp = next(draft for draft in reading.drafts if draft.likely)
    assert (lamp.pictures, lamp.agreeing, lamp.at) == (1, 1, "10:21")


@pytest.mark.parametrize(
    "text",
    [
        "[2026-11-01 10:21] 张三: 楼道灯不亮\n[2026-11-01 10:22] 李四: 同求",
        "2026-11-01 10:21:33 张三\n楼道灯不亮\n2026-11-01 10:22:01 李四\n同求",
        "张三 2026/11/01 10:21:33\n楼道灯不亮\n\n李四 2026/11/01 10:22:00\n同求",
        "张三 11月1日 上午 10:21\n楼道灯不亮\n李四 11月1日 上午 10:22\n同求",
        "2026年11月1日 10:21 张三: 楼道灯不亮\n2026年11月1日 10:22 李四: 同求",
        "张三：楼道灯不亮\n李四：同求",
        "张三: 10:21\r\n楼道灯不亮\r\n李四: 10:22\r\n同求",
    ],
)
def test_every_shape_of_paste_reads_alike(text: str) -> None:
    reading = read(text)
    assert [(draft.words, draft.agreeing) for draft in reading.drafts] == [("楼道灯不亮", 1)]
    assert reading.speakers == 2


def test_names_phones_and_mentions_are_gone() -> None:
    reading = read(
        "赵大妈 09:01\n@网格员小孙 三楼漏水，王小五家淹了，我电话13800001234，或打 138 0000 5678\n"
        "王小五 09:02\n赵大妈说得对，漏水半天了"
    )
    told = "\n".join(draft.words for draft in reading.drafts)
    assert "漏水" in told
    assert not any(word in told for word in ("赵大妈", "王小五", "网格员小孙", "1380000", "5678"))


def test_quotes_stickers_and_system_lines_are_left_out() -> None:
    reading = read(
        "张三 10:21\n「李四：晚上吃什么」\n- - - - - - - - - - - - - - -\n门口垃圾三天没收[捂脸]\n"
        "“李四”撤回了一条消息\n李四 10:25\n[动画表情]"
    )
    assert [draft.words for draft in reading.drafts] == ["门口垃圾三天没收"]
    assert reading.talk == 1


def test_place_shared_in_the_chat_stays() -> None:
    reading = read("张三 10:21\n井盖丢了\n张三 10:22\n[位置]柳荫里小区5号楼")
    assert reading.drafts[0].words == "井盖丢了\n柳荫里小区5号楼"


def test_two_matters_of_one_writer_are_two_drafts() -> None:
    reading = read("张三 10:21\n三层楼道灯不亮\n张三 10:23\n还有门口垃圾没人收")
    assert len(reading.drafts) == 2


def test_a_follow_up_within_ten_minutes_belongs_to_the_matter() -> None:
    reading = read(
        "张三 10:21\n楼道灯不亮\n李四 10:22\n几单元？\n张三 10:24\n二单元\n张三 11:30\n吃饭了吗各位"
    )
    assert [draft.words for draft in reading.drafts] == ["楼道灯不亮\n二单元"]


def test_long_words_without_a_known_matter_are_unlikely() -> None:
    reading = read("张三 10:21\n大家觉得明天下午两点开会商量一下怎么样")
    assert [draft.likely for draft in reading.drafts] == [False]


def test_voice_messages_are_counted() -> None:
    reading = read('张三 10:21\n[语音] 12"')
    assert reading.drafts[0].voices == 1


def test_nothing_pasted() -> None:
    assert read("").drafts == ()
    assert read("\n\n  \n").drafts == ()


def test_words_without_any_head_are_one_draft() -> None:
    assert [draft.words for draft in read("门口井盖丢了\n地址：柳荫里5号楼").drafts] == [
        "门口井盖丢了\n地址：柳荫里5号楼"
    ]


@pytest.mark.parametrize("piece", [" ", "-", "！", "哈", "1", "12:", "「", "[a", "张 ", "2024年1月1日 "])
def test_a_long_line_does_not_stop_the_reading(piece: str) -> None:
    """Quadratic patterns would take minutes for what somebody pastes: a thousand times an ordinary chat."""
    odd = piece * (40_000 // len(piece)) + "x"
    assert seconds_to_read(odd) < 100 * seconds_to_read(PHONE_EXPORT * (40_000 // len(PHONE_EXPORT)))


def seconds_to_read(text: str) -> float:
    """Processor time."""
    begun = time.process_time()
    read(text)
    return time.process_time() - begun
