"""Text and key go together; the chain stays whole, the words are found no more."""

import pytest

from gongzhi.cases.actions import erase_words, index_words, second_case
from gongzhi.cases.models import Remark, Term
from gongzhi.cases.queries import CaseFilter, list_cases_for, list_timeline_for
from gongzhi.cases.rules.refusals import AlreadyErased, CaseNotFound
from gongzhi.kernel.actors import SYSTEM
from tests.cases.playing import flaws, placed
from tests.world import World


def test_erase_words_leaves_the_chain_whole(world: World) -> None:
    case = placed(world)
    index_words(case.ref, actor=SYSTEM)
    assert list_cases_for(world.grid_leader.actor, CaseFilter(words="路灯")).rows
    erase_words(case.ref, 1, actor=world.resident.actor)
    remark = Remark.objects.get(event__seq=1)
    assert (remark.text, remark.key) == ("", "") and remark.erased_at is not None
    assert not Term.objects.exists()
    assert not list_cases_for(world.grid_leader.actor, CaseFilter(words="路灯")).rows
    assert any(entry.erased for entry in list_timeline_for(world.grid_leader.actor, case.ref))
    assert not flaws()
    with pytest.raises(AlreadyErased):
        erase_words(case.ref, 1, actor=SYSTEM)


def test_erase_words_is_for_whoever_wrote_them(world: World) -> None:
    case = placed(world)
    second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor, words="门口太黑")
    index_words(case.ref, actor=SYSTEM)
    for key in ("neighbour", "grid_leader", "administrator"):
        with pytest.raises(CaseNotFound):
            erase_words(case.ref, 1, actor=world.people[key].actor)
    erase_words(case.ref, 1, actor=SYSTEM)
    assert set(Term.objects.values_list("term", flat=True)) == {"门口", "口太", "太黑"}
