import pytest
from django.utils import translation
from tests.world import World

from gongzhi.cases.models import Case
from gongzhi.intake.actions import place_chat_drafts
from gongzhi.intake.queries import ReportDraft, Spot, read_pasted_chat, write_chat_reply
from gongzhi.kernel.errors import Denied
from gongzhi.kernel.refs import spoken
from gongzhi.territory.queries import get_place

CHAT = """张三 10:21
三层楼道灯不亮
李四 10:22
+1
王五 10:30
门口垃圾桶三天没人清运，电话13800001234
赵六 10:31
收到"""


def test_a_chat_becomes_cases_and_a_reply(street: World) -> None:
    reading = read_pasted_chat(CHAT)
    assert [one.likely for one in reading.drafts] == [True, True]
    spot = Spot(place_ref=get_place(street.place("entrance")).ref)
    drafts = [ReportDraft(f"chat-key-{one.n}", one.words, spot=spot) for one in reading.drafts]
    with translation.override("zh-hans"):
        placed = place_chat_drafts(drafts, actor=street.grid_leader.actor)
    refs = [one.case_ref for one in placed.receipts]
    assert Case.objects.filter(channel="chat").count() == 2
    assert all(spoken(ref) in placed.reply for ref in refs if ref)
    assert "2" in placed.reply
    assert not any(name in placed.reply for name in ("张三", "李四", "王五", "1380000"))
    again = place_chat_drafts(drafts, actor=street.grid_leader.actor)
    assert [one.case_ref for one in again.receipts] == refs


def test_nothing_placed_nothing_to_say() -> None:
    assert write_chat_reply([]) == ""


def test_residents_do_not_paste_chats(street: World) -> None:
    with pytest.raises(Denied):
        place_chat_drafts([ReportDraft("chat-key-1", "灯不亮")], actor=street.resident.actor)
