"""Who was told what, in short."""

from gongzhi.messages.models import Message
from tests.world import World


def told(world: World, template: str = "") -> list[tuple[str, str]]:
    """(template, who) of every in-app message, by the keys of the cast, oldest first."""
    names = {someone.user_id: key for key, someone in world.people.items()}
    rows = Message.objects.filter(channel=Message.Channel.IN_APP).order_by("id")
    return [(row.template, names[row.to_id]) for row in rows if template in ("", row.template)]


def who(world: World, template: str) -> list[str]:
    """Everybody told by this template."""
    return [key for _template, key in told(world, template)]
