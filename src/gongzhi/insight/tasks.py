"""What the worker does by itself for insight."""

from django.utils.timezone import localtime

from gongzhi.insight.actions import learn_replies_when_asked, learn_replies_when_enough
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.chores import every

NIGHT = range(1, 5)


@every("insight.learn_replies_when_asked", 20)
def learn_from_replies_when_asked() -> object:
    """Soon after somebody pressed the button."""
    return learn_replies_when_asked(actor=SYSTEM)


@every("insight.learn_replies_when_enough", 3600)
def learn_from_replies_when_enough() -> object:
    """By night, when nobody waits for the machine: if enough answers were given since."""
    if localtime(clock.now()).hour not in NIGHT:
        return None
    return learn_replies_when_enough(actor=SYSTEM)
