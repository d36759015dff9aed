"""Reports of one matter become one case; their people follow it."""

import sys
import uuid

import pytest
from tests.insight.reporting import lamp_reports, report
from tests.world import World

from gongzhi.cases.models import Case, Link, Party
from gongzhi.cases.queries import verify_cases
from gongzhi.insight.actions import make_joint_case
from gongzhi.insight.rules.topics import ChangedMeanwhile, NothingJoined, NotYoursToPropose, TooFewReports
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.errors import Invalid, NotFound
from gongzhi.kernel.models import Delivery
from gongzhi.messages.models import Message

WORDS = "翠苑小区三号楼楼道照明：三份报告，一并处理。"


def joint(world: World, refs: tuple[str, ...], who: str = "secretary", words: str = WORDS) -> str:
    return make_joint_case(refs, words, key=str(uuid.uuid4()), actor=world.people[who].actor).ref


def test_make_joint_case_joins_and_keeps_the_people(street: World) -> None:
    refs = lamp_reports(street)
    ref = joint(street, refs)
    case = Case.objects.get(ref=ref)
    assert case.place_id == street.place("building")
    assert case.typed_by_id == street.secretary.user_id
    assert set(Case.objects.filter(ref__in=refs).values_list("status", "result")) == {("ended", "joined")}
    assert Link.objects.filter(to_case=case, kind="joined").count() == 3
    followers = Party.objects.filter(case=case, role="follower").values_list("person_id", flat=True)
    assert set(followers) == {street.resident.person_id, street.neighbour.person_id}
    assert not list(verify_cases())


def test_the_reporters_are_told(street: World) -> None:
    refs = lamp_reports(street)
    before = Message.objects.filter(to_id=street.neighbour.user_id).count()
    joint(street, refs)
    drain()
    assert Message.objects.filter(to_id=street.neighbour.user_id).count() > before
    assert not Delivery.objects.filter(state="dead").exists()


def test_pressed_twice_it_is_one_case(street: World) -> None:
    refs = lamp_reports(street)
    key = str(uuid.uuid4())
    make_joint_case(refs, WORDS, key=key, actor=street.secretary.actor)
    with pytest.raises((ChangedMeanwhile, NotFound)):
        make_joint_case(refs, WORDS, key=key, actor=street.secretary.actor)
    assert Case.objects.count() == 4


def test_make_joint_case_refuses(street: World) -> None:
    refs = lamp_reports(street)
    far = report(street, "松园楼道灯不亮", where="far_entrance", key="far_staff")
    with pytest.raises(NotYoursToPropose):
        joint(street, refs, who="grid_leader")
    with pytest.raises(NotYoursToPropose):
        joint(street, refs, who="resident")
    with pytest.raises(ChangedMeanwhile):
        joint(street, (*refs, far))
    with pytest.raises(NotFound):
        joint(street, (far,))
    with pytest.raises(TooFewReports):
        joint(street, refs[:1])
    with pytest.raises(Invalid):
        joint(street, refs, words="")
    assert Case.objects.count() == 4


def test_when_nothing_can_be_joined_nothing_is_opened(street: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **named: object) -> None:
        raise TooFewReports

    refs = lamp_reports(street)
    monkeypatch.setattr(sys.modules[make_joint_case.__module__], "join_case", refuse)
    with pytest.raises(NothingJoined):
        joint(street, refs)
    assert Case.objects.count() == 3
