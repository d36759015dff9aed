"""The machine, act by act."""

from fractions import Fraction

import pytest
from tests.playbooks.names import shipped
from tests.work import count_calls

from gongzhi.playbooks.rules.machine import Impossible, advance, begin, next_rung
from gongzhi.playbooks.rules.shapes import (
    ApprovalAnswered,
    ApprovalAsked,
    CallIn,
    Climbed,
    Decide,
    Elapse,
    Entered,
    Left,
    Marked,
    Renewed,
    Reopen,
    Reopened,
    Share,
    ShareTaken,
    Supervised,
    Take,
    Unmarked,
)

FILED = frozenset({"note", "photo", "reason", "whose", "review-date"})
PARTIES = (Share("seat:1", lead=True), Share("seat:2"))


class Play:
    """A case in hand: acts are done one after another."""

    def __init__(self, name="one-lead-four-orders", members=PARTIES):
        self.playbook = shipped(name)
        self.members = members
        done = begin(self.playbook, shares_of=self.shares_of)
        self.state, self.effects = done.state, done.effects

    def shares_of(self, _):
        return self.members

    def do(self, act, post="grid-leader-2", **more):
        done = advance(self.playbook, self.state, act, shares_of=self.shares_of, post=post, **more)
        self.state, self.effects = done.state, done.effects
        return self

    def take(self, outcome, share=None, **more):
        return self.do(Take(outcome, FILED, share), **more)

    def refused(self, act, post="grid-leader-2"):
        before = self.state
        with pytest.raises(Impossible) as refused:
            self.do(act, post)
        assert self.state is before
        return refused.value


def at_work():
    return Play().take("placed").take("accept")


def test_a_gate_not_met_names_what_is_missing():
    refusal = Play().take("placed").refused(Take("settle", frozenset({"note"})))

    assert refusal.code == "gate-not-met"
    assert refusal.facts["missing"] == ("photo",)


def test_the_lead_moves_the_step_and_helpers_report_before():
    play = at_work().take("done", "seat:2")
    assert play.effects == (ShareTaken("seat:2", False, "done"),)

    play.take("done", "seat:1")
    assert isinstance(play.effects[1], Left)
    assert play.state.run.step == "close"


def test_only_the_lead_may_ask_for_more_time_and_only_parties_report():
    play = at_work()

    assert play.refused(Take("extend", FILED, "seat:2")).code == "lead-only"
    assert play.refused(Take("done", FILED, "seat:9")).code == "not-a-party"
    assert play.refused(Take("done", FILED)).code == "not-a-party"
    assert play.take("done", "seat:2").refused(Take("done", FILED, "seat:2")).code == "share-already-taken"


def test_an_extension_waits_for_a_yes_and_renews_the_limit():
    play = at_work().take("extend", "seat:1")
    assert play.effects == (ApprovalAsked("work", 1, "extend", "up", "rule:approval"),)
    assert play.refused(Take("done", FILED, "seat:1")).code == "approval-pending"

    play.do(Elapse("approval"))
    assert play.effects == (ApprovalAsked("work", 1, "extend", "up", "rule:approval"),)
    play.do(Decide(True))
    assert play.effects == (
        ApprovalAnswered("work", 1, "extend", True),
        Renewed("work", 1, "extend", "rule:solve"),
    )
    assert play.state.run.n == 1


def test_a_no_leaves_everything_as_it_was():
    play = at_work()
    before = play.state

    play.take("extend", "seat:1").do(Decide(False))

    assert play.state == before
    assert play.refused(Decide(True)).code == "nothing-pending"


def test_while_approval_is_pending_the_reporter_may_still_withdraw():
    play = at_work().take("park", post="grid-leader-2").take("withdraw")

    assert play.state.result == "withdrawn"
    assert ApprovalAnswered("work", 1, "park", False) in play.effects


def test_the_third_return_goes_to_the_deputy_leader():
    play = Play().take("placed").take("return").take("return")
    assert play.effects[-1].rerouted
    assert play.state.run.who == ("routed",)

    play.take("return")
    assert play.state.run.who == ("deputy-leader",)
    assert play.state.run.n == 4


def test_the_second_refusal_is_supervised_and_the_grade_only_rises():
    play = at_work()
    grades = []
    for _ in range(5):
        play.take("done", "seat:1").take("not-solved")
        grades.append(play.state.grade)

    assert grades == [0, 1, 2, 3, 3]
    assert Supervised(3) in play.effects
    assert play.state.run.step == "work"


def test_climbing_ends_at_the_duty_desk():
    play = Play("four-level-link").take("placed")
    owners = []
    post = "grid-leader-2"
    for _ in range(7):
        play.do(Elapse("within"), post=post)
        post = play.state.run.who[0]
        owners.append(post)

    assert owners == ["community-secretary", "section", "deputy-leader", "main-leader"] + ["duty-desk"] * 3
    assert play.effects == (Climbed("accept", 1, None, "rule:accept"),)


def test_next_rung_of_a_post_on_no_rung():
    playbook = shipped("four-level-link")

    assert next_rung(playbook, "property-manager") == "community-secretary"
    assert next_rung(playbook, "nobody-knows") == "grid-leader-2"
    assert next_rung(playbook, "main-leader") is None
    assert next_rung(shipped("yard-chiefs"), "road-section-chief", "road") == "road-chief"


def test_silence_ends_the_case_as_unconfirmed_never_as_solved():
    play = at_work().take("done", "seat:1").do(Elapse("silence"))

    assert play.state.result == "unconfirmed"
    assert play.refused(Take("solved")).code == "already-ended"


def test_another_answer_reopens_an_ended_case():
    play = at_work().take("done", "seat:1").take("solved")
    assert play.refused(Reopen("solved")).code == "unknown-outcome"

    play.do(Reopen("not-solved", FILED))

    assert play.effects[0] == Reopened("solved")
    assert isinstance(play.effects[-1], Entered)
    assert play.state.run.step == "work"
    assert play.refused(Reopen("not-solved", FILED)).code == "not-ended"


def test_a_withdrawn_case_is_not_reopened():
    play = at_work().take("withdraw")

    assert play.refused(Reopen("not-solved", FILED)).code == "nothing-to-reopen"


def test_parking_marks_and_resuming_clears():
    play = at_work().take("park").do(Decide(True))
    assert play.effects[-1] == Marked("park")
    assert play.refused(Take("park", FILED)).code == "already-marked"

    play.take("resume")
    assert play.effects == (Unmarked("park"),)
    assert play.refused(Take("resume")).code == "not-marked"
    assert play.state.run.step == "work"


def test_one_more_party_is_called_in_and_may_lead():
    play = at_work().do(CallIn("seat:3", lead=True))

    assert [s.key for s in play.state.run.shares if s.lead] == ["seat:3"]
    assert play.refused(CallIn("seat:2")).code == "already-a-party"
    play.take("done", "seat:3")
    assert play.state.run.step == "close"


def test_each_force_signs_in_before_it_reports():
    play = Play("yard-chiefs", (Share("order"), Share("sanitation"))).take("placed").take("call-forces")

    assert play.refused(Take("done", FILED, "order")).code == "mark-missing"
    play.take("sign-in", "order").take("done", "order").take("sign-in", "sanitation")
    assert play.refused(Take("sign-in", FILED, "sanitation")).code == "already-marked"
    assert play.state.run.step == "forces"
    play.take("done", "sanitation")
    assert play.state.run.step == "close"


def test_only_the_lead_stands_a_joint_action_down_or_passes_it_up():
    """A called force signs in and reports its own part; what ends the action for all is the chief's."""
    play = Play("yard-chiefs", (Share("chief", lead=True), Share("order"))).take("placed").take("call-forces")

    for outcome in ("stand-down", "stuck"):
        assert play.refused(Take(outcome, FILED, "order")).code == "lead-only"
    play.take("stand-down", "chief")
    assert play.state.run.step == "work"


def test_join_by_rule_counts_members_exactly():
    members = tuple(Share(f"d-{i}") for i in range(3))
    play = Play("owners-meeting", members)
    for outcome in ("drawn-up", "announced", "confirmed"):
        play.do(Take(outcome, FILED | {"document", "posting", "roll"}))

    part = {"part_of": lambda _: Fraction(2, 3)}
    play.take("served", "d-0", **part)
    assert play.state.run.step == "ballots"
    play.take("served", "d-1", **part)
    assert play.state.run.step == "vote"


def test_an_empty_set_does_not_stop_the_step():
    play = Play(members=()).take("placed").take("accept")

    play.take("done")
    assert play.state.run.step == "close"


def test_advance_is_little_work():
    """Some hundred calls, so that the machine is never what a request waits for; how long that takes, the
    benchmark says."""
    play = at_work()
    act = Take("done", FILED, "seat:2")

    assert (
        count_calls(
            lambda: advance(play.playbook, play.state, act, shares_of=play.shares_of, post="grid-leader-2")
        )
        < 200
    )
