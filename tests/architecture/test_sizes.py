"""Stops, not aims: what is longer is two things under one name."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import (
    PACKAGE,
    ROOT,
    Source,
    functions_of,
    offences,
    read_scripts,
    read_sources,
    read_tests,
    snippet,
)

FUNCTION, VIEW, PARAMETERS, CLASS, FILE, TEMPLATE, TEST = 60, 40, 7, 300, 500, 200, 50


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """From `def` to the last line; decorators are not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def oversize(source: Source) -> Iterator[str]:
    """Functions, views, parameters, classes and files past their stop."""
    length = source.text.count("\n")
    if length > FILE:
        yield f"{source.path}: {length} lines, stop {FILE}"
    for function in functions_of(source):
        yield from _long_function(source, function)
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and lines_of(node) > CLASS:
            yield source.at(node, f"class {node.name} has {lines_of(node)} lines, stop {CLASS}")


def _long_function(source: Source, function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    stop = _stop(source, function)
    if lines_of(function) > stop:
        yield source.at(function, f"{function.name} has {lines_of(function)} lines, stop {stop}")
    a = function.args
    names = [x.arg for x in (*a.posonlyargs, *a.args, *a.kwonlyargs) if x.arg not in {"self", "cls"}]
    if len(names) > PARAMETERS and source.path.parts[0] != "tests":
        yield source.at(function, f"{function.name} has {len(names)} parameters, stop {PARAMETERS}")


def _stop(source: Source, function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    if function.name.startswith("test_"):
        return TEST
    takes_request = bool(function.args.args) and function.args.args[0].arg == "request"
    return VIEW if source.room in {"web", "api"} and takes_request else FUNCTION


def test_nothing_in_python_passes_its_stop() -> None:
    body = "\n".join(f"    x = {n}" for n in range(45))
    assert list(oversize(snippet("src/gongzhi/web/console/views.py", f"def show(request):\n{body}\n")))
    assert not list(oversize(snippet("src/gongzhi/cases/rules.py", f"def fold(history):\n{body}\n")))
    assert list(oversize(snippet("src/gongzhi/cases/rules.py", "def f(a, b, c, d, e, f, g, h): ...")))
    everything = [*read_sources(), *read_tests(), *read_scripts()]
    assert not offences(oversize, everything), offences(oversize, everything)


def long_templates(folder: Path) -> list[str]:
    """Templates past their stop."""
    return [
        f"{path.relative_to(ROOT)}: {count} lines, stop {TEMPLATE}"
        for path in sorted(folder.rglob("*.html"))
        if (count := path.read_text(encoding="utf-8").count("\n")) > TEMPLATE
    ]


def test_no_template_passes_its_stop() -> None:
    assert not long_templates(PACKAGE), long_templates(PACKAGE)
