"""gongzhi playbook."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from gongzhi.playbooks import queries
from tests.cli.calling import run, say

LIBRARY = Path(queries.__file__).resolve().parent.parent / "library"
SHIPPED = LIBRARY / "one-lead-four-orders.yaml"


@pytest.mark.django_db
def test_checked_drawn_listed_and_played(tmp_path: Path) -> None:
    assert run("playbook", "check", str(SHIPPED)) == {"faults": 0}
    assert run("playbook", "list")["one-lead-four-orders"].startswith("一领四单 v")
    for what in (str(SHIPPED), "one-lead-four-orders"):
        played = run("playbook", "play", what)
        assert played["acts"] > 3 and played["ends"]
    say("playbook", "draw", str(SHIPPED), "--out", str(tmp_path / "a.svg"))
    assert (tmp_path / "a.svg").read_text("utf-8").lstrip().startswith("<svg")


@pytest.mark.django_db
def test_faults_are_named_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "bad.yaml"
    place.write_text(SHIPPED.read_text("utf-8").replace("to: accept", "to: nowhere"), "utf-8")
    with pytest.raises(SystemExit) as ended:
        say("playbook", "check", str(place))
    assert ended.value.code == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words", [("check",), ("draw", "no-such-method"), ("check", "no-such.yaml"), ("play", "x.yml")]
)
def test_bad_input_ends_in_one_line(words: tuple[str, ...]) -> None:
    with pytest.raises(CommandError) as refused:
        run("playbook", *words)
    assert len(str(refused.value).splitlines()) == 1


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    place = tmp_path / "bad.yaml"
    place.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommandError, match="UTF-8"):
        run("playbook", "check", str(place))
