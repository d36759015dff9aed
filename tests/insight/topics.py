"""Topics whose title is marked, for the tests of what becomes of them."""

import uuid
from collections.abc import Sequence

from tests.insight.reporting import lamp_reports
from tests.world import World

from gongzhi.insight.actions import propose_topic
from gongzhi.insight.models import ProposedTopic
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.parties.actions import end_holding
from gongzhi.routing.actions import hide_speech

MARKED = "翠苑小区3号楼二单元501门口堆物怎么管"
"""A room is named: personal data."""
CIVIL = "翠苑小区楼道堆物怎么管"
WHY = "写到户就认得出是谁家"


def propose(street: World, title: str, refs: Sequence[str] = (), who: str = "secretary") -> str:
    """A topic is proposed from a page opened just now; its number."""
    behind = refs or lamp_reports(street)
    return propose_topic(title, behind, key=str(uuid.uuid4()), actor=street.people[who].actor).ref


def propose_marked(street: World, title: str = MARKED) -> str:
    """The secretary hands a marked title in as it is; the number of the topic."""
    return propose(street, title)


def keep_back(street: World, ref: str) -> None:
    """The deputy leader keeps the title back, and insight hears of it."""
    hide_speech(subject_of(ref), "personal", WHY, actor=street.deputy.actor)
    drain()


def held_of(ref: str) -> str:
    """Where the wording of a topic stands."""
    return ProposedTopic.objects.get(ref=ref).held


DISPATCHERS = ("secretary", "hotline_clerk", "duty_desk", "deputy", "leader")
"""Everybody of the cast who may give cases of this community to other hands."""


def leave_alone(street: World, *left: str) -> None:
    """All others who could decide about a title on this ground leave their seats."""
    for key in DISPATCHERS:
        if key not in left:
            end_holding(street.people[key].holding_id, actor=SYSTEM)
