"""Random acts, legal and illegal, through every playbook of the library."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.playbooks.names import LIBRARY, POSTS, catalogue, shipped

from gongzhi.playbooks.rules.machine import Impossible, advance, begin, joined_outcome
from gongzhi.playbooks.rules.paths import list_edges, reach_back
from gongzhi.playbooks.rules.shapes import (
    CallIn,
    ChildEnded,
    Decide,
    Elapse,
    Reopen,
    Share,
    Take,
)
from gongzhi.playbooks.rules.writing import dump_effects, dump_state, load_effects, load_state

ALL = frozenset(catalogue().known((), ()).evidence)
KEYS = ("a", "b", "c", "d")


def _shares_of(name):
    return (Share("a", lead=name == "parties"), Share("b"), Share("c"))


def _acts(playbook):
    names = {outcome for step in playbook.steps.values() for outcome in step.outcomes}
    outcomes = st.sampled_from(sorted(names | set(playbook.anywhere) | {"nonsense"}))
    keys = st.sampled_from((None, *KEYS))
    evidence = st.sampled_from((ALL, ALL, ALL, frozenset(), frozenset({"note"})))
    return st.one_of(
        st.builds(Take, outcomes, evidence, keys),
        st.builds(Take, outcomes, evidence, keys),
        st.builds(Decide, st.booleans()),
        st.builds(Elapse, st.sampled_from(("within", "silence", "approval", "nonsense"))),
        st.builds(CallIn, st.sampled_from(KEYS), st.booleans()),
        st.builds(ChildEnded, st.just("settled")),
        st.builds(Reopen, outcomes, evidence),
    )


def _do(playbook, state, act, post):
    return advance(playbook, state, act, shares_of=_shares_of, post=post)


def _leads_on(playbook, state):
    """Acts that whoever owns the step can do with everything filed."""
    step = playbook.steps[state.run.step]
    acts = [Decide(True), Elapse("within"), Elapse("silence"), ChildEnded("settled")]
    for share in (None, *(share.key for share in state.run.shares)):
        acts += [Take(outcome, ALL, share) for outcome in (*step.marks, *step.outcomes)]
    for act in acts:
        try:
            done = _do(playbook, state, act, "grid-leader-2")
        except Impossible:
            continue
        if done.state != state:
            yield done.state


@pytest.mark.parametrize("name", LIBRARY)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_act_breaks_the_machine(name, data):
    playbook = shipped(name)
    done = begin(playbook, shares_of=_shares_of)
    for act in data.draw(st.lists(_acts(playbook), max_size=40)):
        state, kept = done.state, dump_state(done.state)
        try:
            done = _do(playbook, state, act, data.draw(st.sampled_from(POSTS)))
        except Impossible:
            assert dump_state(state) == kept  # an illegal act changes nothing
            continue
        assert dump_state(state) == kept  # and a legal one makes a new state
        assert done.state.grade >= state.grade
        assert all(done.state.taken[key] >= n for key, n in state.taken.items())
        _check_whole(playbook, state, act, done)


def _check_whole(playbook, before, act, done):
    state = done.state
    assert load_state(dump_state(state)) == state
    assert load_effects(dump_effects(done.effects)) == done.effects
    if before.run is None:
        assert isinstance(act, Reopen)  # nothing else moves what has ended
    if state.run is None:
        assert state.result
        return
    assert state.result is None
    assert state.run.who  # never without an owner
    assert state.run.step in playbook.steps
    assert any(True for _ in _leads_on(playbook, state)), state  # never a dead end


@pytest.mark.parametrize("name", LIBRARY)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_an_end_is_always_within_reach(name, data):
    """From wherever random acts led, going on with what is possible comes to an end."""
    playbook = shipped(name)
    state = begin(playbook, shares_of=_shares_of).state
    for act in data.draw(st.lists(_acts(playbook), max_size=25)):
        try:
            state = _do(playbook, state, act, "grid-leader-2").state
        except Impossible:
            continue
    assert _walk_to_an_end(playbook, state)


def _walk_to_an_end(playbook, state, most=5000):
    """Breadth first over states, forgetting the counts that never matter to where one stands."""
    waiting, seen = [state], set()
    while waiting and len(seen) < most:
        here = waiting.pop(0)
        if here.run is None:
            return True
        key = (here.run.step, here.run.shares, here.run.pending, here.run.child)
        if key not in seen:
            seen.add(key)
            waiting.extend(_leads_on(playbook, here))
    return False


@pytest.mark.parametrize("name", LIBRARY)
def test_climbing_terminates(name):
    """Late again and again in any step that climbs: a rung each time, then the duty desk for good."""
    playbook = shipped(name)
    for step in playbook.steps.values():
        if step.late != "up" or step.within is None:
            continue
        state = _put_into(playbook, step.name)
        owners = []
        post = step.who[0] if step.who[0] in POSTS else playbook.ladder[0]
        for _ in range(12):
            state = _do(playbook, state, Elapse("within"), post).state
            post = state.run.who[0]
            owners.append(post)
        climbed = owners[: owners.index("duty-desk")]
        assert len(climbed) == len(set(climbed))
        assert set(owners[len(climbed) :]) == {"duty-desk"}


def _put_into(playbook, step):
    """A state standing in `step`, whatever led there."""
    start = begin(playbook, shares_of=_shares_of).state
    waiting, seen = [start], set()
    while waiting:
        here = waiting.pop(0)
        if here.run is None or (here.run.step, here.run.shares) in seen:
            continue
        if here.run.step == step and here.run.ups == 0:
            return here
        seen.add((here.run.step, here.run.shares))
        waiting.extend(_leads_on(playbook, here))
    raise AssertionError(step)


@pytest.mark.parametrize("name", LIBRARY)
def test_every_step_leads_to_an_end_on_paper_too(name):
    playbook = shipped(name)
    edges = list_edges(playbook)
    ends = {edge.to for edge in edges if edge.to.startswith("end/")}

    assert set(playbook.steps) <= reach_back(edges, ends)
    assert all(joined_outcome(step) for step in playbook.steps.values() if step.each)
