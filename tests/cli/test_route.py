"""Where would it go?"""

from pathlib import Path

import pytest

from tests.cli.homes import figures, gongzhi

ODD = ("", "🙂", "hello", "電梯壞了", "路灯" * 3000)


def test_in_an_empty_home(tmp_path: Path) -> None:
    found = figures(tmp_path / "home", "route", "电梯坏了，有人被困在里面")
    assert found["urgency"] == "critical"
    assert found["danger"]["number"]
    assert found["path"] is None
    assert "no street" in found["missing"]


def test_any_text(tmp_path: Path) -> None:
    for text in ODD:
        assert figures(tmp_path / "home", "route", text)["path"] is None


@pytest.mark.parametrize("point", ["x", "1,2,3", "200,5"])
def test_a_point_that_is_none(tmp_path: Path, point: str) -> None:
    done = gongzhi(tmp_path / "home", "route", "路灯坏了", "--at", point)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


def test_in_a_street(home: Path) -> None:
    found = figures(home, "route", "楼道里堆满杂物，占用楼道")
    assert found["category"] == "hallway-clutter"
    assert found["seat"]
    assert found["reason"]
