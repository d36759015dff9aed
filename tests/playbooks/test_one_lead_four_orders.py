"""The main job, played without a database: the worked examples of its file."""

from pathlib import Path

import gongzhi.playbooks
from gongzhi.playbooks.rules.playing import play_example
from gongzhi.playbooks.rules.schema import read_playbook

FILE = Path(gongzhi.playbooks.__file__).parent / "library" / "one-lead-four-orders.yaml"


def test_examples_play_to_their_ends():
    reading = read_playbook(FILE.read_text(encoding="utf-8"))

    assert reading.faults == ()
    assert reading.playbook is not None
    played, faults = play_example(reading.playbook)

    assert faults == ()
    ends = [row.state.result for row in played if row.state.run is None]
    assert ends == ["solved", "unconfirmed", "withdrawn"]
