"""gongzhi doctor."""

import json
from pathlib import Path

from tests.cli.homes import gongzhi


def test_a_street_in_order(home: Path) -> None:
    """Towards the end of a year the calendar asks for the next one; nothing else is amiss."""
    amiss = json.loads(gongzhi(home, "doctor", "--json").stdout)["amiss"]
    assert amiss == "nothing" or (len(amiss) == 1 and "节假日" in amiss[0])


def test_an_empty_place_is_told_what_to_do(tmp_path: Path) -> None:
    done = gongzhi(tmp_path, "doctor", "--json")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "gongzhi migrate" in str(json.loads(done.stdout)["amiss"])


def test_a_key_ring_others_can_read(home: Path) -> None:
    (home / "keys.json").chmod(0o644)
    done = gongzhi(home, "doctor")
    assert done.returncode == 1 and "chmod 600" in done.stdout


def test_other_commands_in_an_empty_place_say_one_line(tmp_path: Path) -> None:
    for words in (("verify",), ("deliveries",), ("keys", "reseal"), ("staff", "x")):
        done = gongzhi(tmp_path, *words)
        assert done.returncode == 1 and "gongzhi migrate" in done.stderr, words
        assert len(done.stderr.splitlines()) == 1, done.stderr
