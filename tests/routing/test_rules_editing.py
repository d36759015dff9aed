"""One change to a list of paths."""

import pytest

from gongzhi.kernel.errors import NotFound
from gongzhi.routing.rules import DropPath, MovePath, PathRule, PutPath, Titled, edit_paths, next_code


def path(code: str, who: str = "desk") -> PathRule:
    return PathRule(code, Titled(code, code), who, ({},))


LIST = (path("1"), path("2"), path("3"))


def codes(paths: tuple[PathRule, ...]) -> str:
    return "".join(one.code for one in paths)


def test_put() -> None:
    assert codes(edit_paths(LIST, PutPath(path("4")))) == "4123"
    assert codes(edit_paths(LIST, PutPath(path("4"), after="2"))) == "1243"
    changed = edit_paths(LIST, PutPath(path("2", who="leader"), after="3"))
    assert codes(changed) == "132"
    assert changed[2].who == "leader"


def test_drop() -> None:
    assert codes(edit_paths(LIST, DropPath("2"))) == "13"


@pytest.mark.parametrize(
    ("code", "by", "after"), [("2", -1, "213"), ("2", 1, "132"), ("1", -1, "123"), ("3", 9, "123")]
)
def test_move(code: str, by: int, after: str) -> None:
    assert codes(edit_paths(LIST, MovePath(code, by))) == after


def test_what_is_not_there() -> None:
    for edit in (DropPath("9"), MovePath("9", 1), PutPath(path("4"), after="9")):
        with pytest.raises(NotFound):
            edit_paths(LIST, edit)


def test_numbers_are_not_used_twice() -> None:
    assert next_code(LIST, (path("11"), path("lamp"))) == "12"
    assert next_code(()) == "1"
