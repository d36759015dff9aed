"""The word index is filled after the request, once, by the house."""

from gongzhi.cases.actions import index_words
from gongzhi.cases.models import Term
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from tests.cases.playing import placed
from tests.world import World


def test_index_words_follows_the_placing(world: World) -> None:
    case = placed(world, words="路灯坏了")
    assert not Term.objects.exists()
    drain()
    assert set(Term.objects.values_list("term", flat=True)) == {"路灯", "灯坏", "坏了"}
    index_words(case.ref, actor=SYSTEM)
    assert Term.objects.count() == 3
    assert index_words(case.ref, actor=world.grid_leader.actor) == 0
