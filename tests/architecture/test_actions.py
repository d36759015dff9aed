"""Actions: who acts is always said, only they write, and each has a test file of its name. Views likewise."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tests.architecture.tree import (
    PLAIN,
    ROOT,
    Source,
    decorators_of,
    functions_of,
    name_of,
    offences,
    public_functions,
    read_sources,
    snippet,
)

WRITES_ALWAYS = frozenset(
    {"create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "acreate", "asave"}
)
QUERYSET_WORDS = frozenset({"objects", "filter", "exclude", "all", "select_for_update", "get", "order_by"})
API_VERBS = frozenset({"get", "post", "put", "patch", "delete", "api_operation"})


def actions_in(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The actions defined in a file: public functions of `actions.py`, or of a file below `actions/` as
    far as `actions/__init__.py` hands them out; what it keeps to itself serves the shelf only."""
    if source.shelf == "actions":
        handed_out = _handed_out(source.room)
        for function in public_functions(source):
            if source.is_shelf_root or function.name in handed_out:
                yield function


@lru_cache
def _handed_out(room: str) -> frozenset[str]:
    roots = [s for s in read_sources() if s.inner == (room, "actions", "__init__")]
    names = (alias.name for s in roots for n in s.nodes if isinstance(n, ast.ImportFrom) for alias in n.names)
    return frozenset(names)


def acts_for_someone(source: Source) -> Iterator[str]:
    """Every action takes `actor`, by keyword only."""
    for function in actions_in(source):
        if "actor" not in {a.arg for a in function.args.kwonlyargs}:
            yield source.at(function, f"{function.name} has no keyword-only actor")


def writes_only_in_actions(source: Source) -> Iterator[str]:
    """Rows are written in actions; kernel keeps its own tables, the demo builder calls actions."""
    if source.shelf == "actions" or source.room in PLAIN | {""}:
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_write(node):
            yield source.at(node, f"writes by {name_of(node.func)}")


def _is_write(call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    verb, chain = call.func.attr, _chain(call.func.value)
    if chain[:1] == ["super"]:
        return False
    if verb in WRITES_ALWAYS:
        return bool({"objects"} & set(chain)) or verb != "create"
    if verb in {"update", "delete"}:
        return bool(QUERYSET_WORDS & set(chain)) or (
            verb == "delete" and not call.args and not call.keywords and len(chain) == 1
        )
    return verb == "save" and not call.args


def _chain(node: ast.expr) -> list[str]:
    """The names along `Case.objects.filter(...).order_by(...)`."""
    if isinstance(node, ast.Attribute):
        return [*_chain(node.value), node.attr]
    if isinstance(node, ast.Call):
        return _chain(node.func)
    return [node.id] if isinstance(node, ast.Name) else [""]


def actions_of(source: Source) -> Iterator[str]:
    """Names of the actions defined in a file."""
    yield from (function.name for function in actions_in(source))


def views_of(source: Source) -> Iterator[str]:
    """Names of the views an audience's `urls.py` (or its parts, `urls_….py`) gives an address."""
    if source.room != "web" or not source.inner[-1].startswith("urls"):
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and name_of(node) in {"path", "re_path"} and len(node.args) > 1:
            view = name_of(_unwrapped(node.args[1]))
            if view and view != "include":
                yield view.split(".")[-1]


def _unwrapped(view: ast.expr) -> ast.expr:
    """The view inside `decorator(view)`."""
    while isinstance(view, ast.Call) and view.args and isinstance(view.args[0], ast.Name | ast.Attribute):
        view = view.args[0]
    return view


def operations_of(source: Source) -> Iterator[str]:
    """Names of the API's operations: functions decorated with a method of a router."""
    if source.room != "api":
        return
    for function in functions_of(source):
        if any(d.count(".") == 1 and d.split(".")[1] in API_VERBS for d in decorators_of(function)):
            yield function.name


def commands_of(source: Source) -> Iterator[str]:
    if source.inner[:3] == ("cli", "management", "commands") and source.inner[-1] != "__init__":
        yield source.inner[-1]


def untested(names: Iterator[str], folder: Path) -> list[str]:
    """Names without a `test_<name>.py` anywhere below the folder."""
    there = {p.stem for p in folder.rglob("test_*.py")}
    return [name for name in names if f"test_{name}" not in there]


def test_actions_take_the_acting_person_by_keyword() -> None:
    where = "src/gongzhi/cases/actions.py"
    assert list(acts_for_someone(snippet(where, "def close_case(ref, actor): ...")))
    assert not list(acts_for_someone(snippet(where, "def close_case(ref, *, actor): ...\ndef _check(): ...")))
    assert not offences(acts_for_someone), offences(acts_for_someone)


def test_only_actions_write() -> None:
    where = "src/gongzhi/cases/queries.py"
    for line in (
        "case.save()",
        "Case.objects.create(ref=1)",
        "Case.objects.filter(id=1).update(a=1)",
        "case.delete()",
    ):
        assert list(writes_only_in_actions(snippet(where, line))), line
        assert not list(writes_only_in_actions(snippet("src/gongzhi/cases/actions.py", line)))
    for line in (
        "facts.update({})",
        "digest.update(b'')",
        "super().save()",
        "image.save(out, 'PNG')",
        "Playbook.create()",
    ):
        assert not list(writes_only_in_actions(snippet(where, line))), line
    assert not offences(writes_only_in_actions), offences(writes_only_in_actions)


def test_each_action_has_a_test_file_of_its_name() -> None:
    missing = {
        str(s.path): gone
        for s in read_sources()
        if (gone := untested(actions_of(s), ROOT / "tests" / s.room))
    }
    assert not missing, "\n".join(f"{path}: {', '.join(names)}" for path, names in missing.items())


def test_each_view_has_a_test_file_of_its_name() -> None:
    missing = {
        str(s.path): gone
        for s in read_sources()
        if (gone := untested(views_of(s), ROOT / "tests" / "web" / s.inner[1] if s.room == "web" else ROOT))
    }
    assert not missing, "\n".join(f"{path}: {', '.join(names)}" for path, names in missing.items())


def test_each_operation_and_command_has_a_test_file_of_its_name() -> None:
    missing = {
        str(s.path): gone
        for s in read_sources()
        if (gone := untested(operations_of(s), ROOT / "tests" / "api"))
    }
    missing |= {
        str(s.path): gone
        for s in read_sources()
        if (gone := untested(commands_of(s), ROOT / "tests" / "cli"))
    }
    assert not missing, "\n".join(f"{path}: {', '.join(names)}" for path, names in missing.items())


def test_a_missing_test_file_is_found() -> None:
    action = snippet("src/gongzhi/cases/actions.py", "def close_case(ref, *, actor): ...")
    view = snippet("src/gongzhi/web/console/urls.py", "path('x', views.show_case), path('y', include('z'))")
    operation = snippet("src/gongzhi/api/reports.py", "@router.get('/x')\ndef read_report(request): ...")
    nowhere = ROOT / "tests" / "architecture"
    assert untested(actions_of(action), nowhere) == ["close_case"]
    assert untested(views_of(view), nowhere) == ["show_case"]
    assert untested(operations_of(operation), nowhere) == ["read_report"]
