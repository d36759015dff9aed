"""Answers to residents, given through the real actions."""

from tests.web.asking import owner_of, picture
from tests.world import World

from gongzhi.cases.actions import Filing, add_remark, take_outcome
from gongzhi.insight.models import SentReply
from gongzhi.kernel import files
from gongzhi.kernel.delivery import drain

LAMP = "三层楼道的灯不亮了"
GOOD = "6月3日上午，社区电工到现场查看，三层楼道灯灯头烧坏，已当场更换。如再不亮请拨打13800000000。"
HOLLOW = "您的留言已收悉，感谢您的支持。"


def settle(world: World, ref: str, note: str) -> None:
    """The owner settles the case with these words; everybody is told."""
    owner = owner_of(world, ref)
    photo = files.store_photo(picture("green").getvalue(), by=owner.user_id)
    take_outcome(ref, "settle", actor=owner.actor, filing=Filing(note=note, photos=(photo.ref,)))
    drain()


def remark(world: World, ref: str, words: str, audience: str = "reporter") -> None:
    """The owner writes a remark."""
    add_remark(ref, words, actor=owner_of(world, ref).actor, audience=audience)
    drain()


def sent(ref: str) -> list[SentReply]:
    """What was kept of the answers of a case, oldest first."""
    return list(SentReply.objects.filter(case__ref=ref).order_by("seq"))
