"""The letter that asks whoever was named in a typed report."""

from dataclasses import replace

import pytest
from tests.intake.test_submit_report import draft
from tests.world import World

from gongzhi.cases.rules.refusals import CaseNotFound
from gongzhi.intake.actions import submit_report, write_name_use
from gongzhi.intake.models import NameUse
from gongzhi.intake.queries import find_name_use
from gongzhi.kernel.actors import SYSTEM


def test_the_same_link_however_often_it_is_asked_for(street: World) -> None:
    order = replace(draft(street), channel="phone", caller_phone=street.neighbour.phone)
    case_ref = submit_report(order, actor=street.duty_desk.actor).case_ref
    token = write_name_use(str(case_ref), street.neighbour.person_id, actor=SYSTEM)
    assert write_name_use(str(case_ref), street.neighbour.person_id, actor=SYSTEM) == token
    row = NameUse.objects.get()
    assert token not in row.digest and len(token) >= 20
    assert find_name_use(token).answer == ""


def test_there_must_be_a_case(street: World) -> None:
    with pytest.raises(CaseNotFound):
        write_name_use("482109375516", street.neighbour.person_id, actor=SYSTEM)
