"""Each thing that can be wrong with a playbook is found, on its line."""

import pytest
from tests.playbooks.names import known

from gongzhi.playbooks.rules.checks import check_text
from gongzhi.playbooks.rules.explaining import SENTENCES

SOUND = """\
playbook: sound
name: {zh: 样例, en: Sound}
source: 街道自拟
about: {zh: 样例, en: A sound playbook}
carries: report
visibility: parties
ladder: [grid-leader-2, deputy-leader]
results: {solved: {zh: 已解决, en: Solved}, unconfirmed: {zh: 无人确认, en: Not confirmed}}
steps:
  - step: place
    name: {zh: 下单, en: Place}
    kind: task
    who: reporter
    outcomes: {placed: work}
  - step: work
    name: {zh: 办理, en: Work}
    kind: task
    who: routed
    within: rule:solve
    outcomes:
      done: {to: close, needs: [note]}
  - step: close
    name: {zh: 结单, en: Close}
    kind: confirm
    who: reporter
    within: rule:confirm
    outcomes: {solved: end/solved, not-solved: work}
    silence: end/unconfirmed
anywhere: {supervise: {}}
example:
  - {take: placed}
  - {take: done, evidence: note}
  - {take: solved, then: end/solved}
"""

WRONG = [
    ("end/solved, not-solved: work}", "end/solved, not-solved: wrk}", 27, "unknown-target"),
    ("who: routed", "who: nobody", 18, "unknown-person"),
    ("kind: confirm", "kind: ask", 24, "unknown-kind"),
    ("needs: [note]", "needs: [blessing]", 21, "unknown-evidence"),
    ("needs: [note]", "needs: [permit]", 21, "gate-unmeetable"),
    ("within: rule:solve", "within: 3 days", 19, "limit-not-a-rule"),
    ("ladder: [grid-leader-2", "ladder: [warlord", 7, "unknown-post"),
    ("    who: routed", "    who: routed\n    each: everybody", 19, "unknown-set"),
    ("    who: routed", "    who: routed\n    ladder: road", 19, "unknown-ladder"),
    ("    who: routed", "    who: routed\n    starts: magic", 19, "unknown-playbook"),
    ("    who: routed", "    who: routed\n    with: {speed: high}", 15, "unknown-parameter"),
    ("    kind: task\n    who: routed", "    kind: outside\n    who: routed", 15, "parameter-missing"),
    ("    who: routed\n", "    who: routed\n    who: lead\n", 19, "said-twice"),
    ("    who: routed\n", "", 15, "missing-key"),
    ("    who: routed\n", "    who: routed\n    colour: red\n", 19, "unknown-key"),
    ("carries: report", "carries: gossip", 5, "unknown-choice"),
    ("anywhere:", "publish: {fields: [phone], after: review}\nanywhere:", 29, "not-publishable"),
    ("anywhere:", "publish: {fields: [state], after: now}\nanywhere:", 29, "publish-without-review"),
    ("    silence: end/unconfirmed\n", "", 22, "question-without-silence"),
    ("done: {to: close", "done: {to: end/solved", 22, "step-unreachable"),
    ("end/solved, not-solved: work}", "work, not-solved: work}", 8, "end-unreachable"),
    ("{zh: 样例, en: Sound}", "{zh: 样例}", 2, "language-missing"),
    ("done: {to: close", "finished: {to: close", 21, "missing-key"),
    ("{take: solved, then: end/solved}", "{take: settled}", 33, "example-impossible"),
    ("{take: solved, then: end/solved}", "{take: solved, then: work}", 33, "example-elsewhere"),
    ("  - {take: solved, then: end/solved}\n", "", 32, "example-unfinished"),
    ("evidence: note", "evidence: photo", 32, "example-impossible"),
    ("{placed: work}", "{placed: end/solved}", 15, "step-unreachable"),
    ("done: {to: close", "done: {to: back", 10, "no-end"),
    ("{placed: work}", "{placed: back}", 14, "nothing-before"),
    ("placed: work}", "placed: {to: work, after: {2: supervise}}}", 14, "counts-for-nothing"),
    ("needs: [note]", "needs: [note], after: {x: up}", 21, "after-unclear"),
    ("steps:", "steps: [", 10, "not-yaml"),
]


NOISE = ["", "# nothing", "words", "- a\n- b", "a: [", "\t", "a: {b: c", "\x00", "--- a\n--- b"]


def test_the_sound_one_is_sound():
    assert check_text(SOUND, known())[1] == ()


@pytest.mark.parametrize(("was", "now", "line", "code"), WRONG, ids=[f"{w[3]}-{w[2]}" for w in WRONG])
def test_wrong_on_its_line(was, now, line, code):
    assert was in SOUND
    _, faults = check_text(SOUND.replace(was, now, 1), known())

    assert (line, code) in [(fault.line, fault.code) for fault in faults]
    for fault in faults:
        assert SENTENCES[fault.code] % fault.params


def test_values_are_what_was_typed():
    """YAML 1.2, and every value a string: plain loaders make False, 750 and a number of these."""
    text = (
        SOUND.replace("街道自拟", "no")
        .replace("playbook: sound", "playbook: 146")
        .replace("zh: 样例, en: Sound", "zh: 12:30, en: 0x10")
    )
    playbook = check_text(text, known())[0].playbook

    assert (playbook.source, playbook.name) == ("no", "146")
    assert (playbook.title.zh, playbook.title.en) == ("12:30", "0x10")


def test_a_text_that_grows_without_end_is_refused():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
    )
    loop = "a: &a [*a]\n"

    assert [fault.code for fault in check_text(bomb, known())[1]] == ["too-deep"]
    assert [fault.code for fault in check_text(loop, known())[1]] == ["too-deep"]
    assert [fault.code for fault in check_text("x" * 200_000, known())[1]] == ["too-long"]


@pytest.mark.parametrize(
    "text", ["", "# nothing", "just words", "- a\n- b", "a: [", "\t", "a: {b: c", "\x00", "--- a\n--- b"]
)
def test_any_text_at_all_is_answered_with_lines(text):
    _, faults = check_text(text, known())

    assert faults
    assert all(fault.line >= 1 for fault in faults)


def test_a_way_round_in_circles_has_no_way_out():
    text = SOUND.replace(
        "done: {to: close", "again: {name: {zh: 再办, en: Again}, to: place}\n      done: {to: close"
    )
    assert check_text(text, known())[1] == ()

    circle = SOUND.replace("{solved: end/solved, not-solved: work}", "{solved: work}").replace(
        "silence: end/unconfirmed", "silence: work"
    )
    assert "no-end" in [fault.code for fault in check_text(circle, known())[1]]
