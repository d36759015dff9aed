"""Words that say nothing are not names."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.tree import Source, functions_of, name_of, offences, snippet

# Never part of the name of a function, class or module.
EMPTY = frozenset(
    {"process", "handle", "handler", "manage", "manager", "data", "info", "obj", "util", "utils", "service"}
)
# Never a name by itself; inside a name they can be words of the field (a helper of a case, the 20 items).
BARE = EMPTY | {"tmp", "foo", "stuff", "thing_", "val", "res"}
# One of the 20 must-do items may be called item; whatever a loop comes across may not.
LOOPED = frozenset({"item", "items", "element"})
# What Django and the browser call their own hooks.
FRAMEWORK = frozenset({"process_exception", "process_view", "process_template_response", "service_worker"})


def words_of(name: str) -> list[str]:
    """`ensureSealedText` and `ensure_sealed_text` → ensure, sealed, text."""
    return [w.lower() for w in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def empty_words(source: Source) -> Iterator[str]:
    """Functions, classes, parameters, fields and variables carry names of the domain."""
    is_command = source.inner[:3] == ("cli", "management", "commands")
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and EMPTY & set(words_of(node.name)):
            yield source.at(node, f"class {node.name}")
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id.lower() in BARE:
            yield source.at(node, f"variable {node.id}")
        if isinstance(node, ast.For | ast.comprehension) and name_of(node.target) in LOOPED:
            yield source.at(node.target, f"loops over {name_of(node.target)}")
    for function in functions_of(source):
        if function.name in FRAMEWORK or (is_command and function.name == "handle"):
            continue
        if EMPTY & set(words_of(function.name)) or function.name in BARE:
            yield source.at(function, f"function {function.name}")
        for argument in _arguments(function):
            if argument.arg.lower() in BARE:
                yield source.at(argument, f"parameter {argument.arg} of {function.name}")


def _arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    a = function.args
    return [*a.posonlyargs, *a.args, *a.kwonlyargs]


def test_names_say_something() -> None:
    bad = "class CaseManager: ...\ndef process_case(data): obj = 1\n"
    good = "class Case: ...\ndef close_case(case_ref, helper_seat_ids): lead = 1\n"
    command = "class Command(BaseCommand):\n    def handle(self, **options): ...\n"
    assert len(list(empty_words(snippet("src/gongzhi/cases/actions.py", bad)))) == 4
    assert not list(empty_words(snippet("src/gongzhi/cases/actions.py", good)))
    assert list(empty_words(snippet("src/gongzhi/cases/rules.py", "for item in cases: pass")))
    assert not list(empty_words(snippet("src/gongzhi/cli/management/commands/demo.py", command)))
    assert not offences(empty_words), offences(empty_words)


def past_tense(source: Source) -> Iterator[str]:
    """An event says what has happened: its last word, or the one before a preposition, is past tense."""
    if source.shelf != "events":
        return
    for node in source.tree.body:
        is_event = isinstance(node, ast.ClassDef) and any(name_of(b).endswith("Event") for b in node.bases)
        if is_event and not any(_is_past(word) for word in words_of(node.name)):  # type: ignore[attr-defined]
            yield source.at(node, f"event {node.name} is not past tense")  # type: ignore[attr-defined]


IRREGULAR = frozenset(
    {
        "begun",
        "born",
        "sent",
        "given",
        "held",
        "taken",
        "lost",
        "found",
        "made",
        "drawn",
        "run",
        "left",
        "met",
        "put",
        "set",
        "seen",
        "told",
        "undone",
        "chosen",
        "gone",
        "kept",
        "withdrawn",
        "unowned",
        "overridden",
        "redrawn",
        "fallen",
    }
)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in IRREGULAR


def test_events_are_in_the_past_tense() -> None:
    assert list(past_tense(snippet("src/gongzhi/cases/events.py", "class CloseCase(Event): ...")))
    assert not list(past_tense(snippet("src/gongzhi/cases/events.py", "class CaseClosed(Event): ...")))
    assert not offences(past_tense), offences(past_tense)
