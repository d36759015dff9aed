"""Every text has its Chinese, every Chinese its text: the same questions `make check` asks."""

from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog
from django.forms import BaseForm
from django.urls import get_resolver
from scripts.translations import (
    Text,
    faults_in,
    list_disagreements,
    list_owners,
    list_texts,
    read_catalogue,
    texts_in_python,
    texts_in_template,
)


def catalogue(**entries: str) -> Catalog:
    made = Catalog(locale="zh_Hans", fuzzy=False)
    for msgid, string in entries.items():
        made.add(msgid.replace("_", " "), string)
    return made


def test_texts_are_found_in_python() -> None:
    source = (
        "from x import gettext_noop as _\n_('Close')\nngettext('one', 'many', n)\npgettext('verb', 'Order')"
    )
    assert [(t.msgid, t.plural, t.context) for t in texts_in_python(source, "x")] == [
        ("Close", "", ""),
        ("one", "many", ""),
        ("Order", "", "verb"),
    ]


def test_texts_are_found_in_templates() -> None:
    source = """<p title="{% trans "It's here" %}">{% blocktranslate trimmed count n=x %}
    one {{ n }}{% plural %}{{ n }} all
    {% endblocktranslate %}{{ a|default:_("Nothing") }}"""
    found = {(t.msgid, t.plural) for t in texts_in_template(source, "x")}
    assert found == {("It's here", ""), ("one %(n)s", "%(n)s all"), ("Nothing", "")}


def test_each_kind_of_fault_is_found() -> None:
    texts = [Text("Close"), Text("Open %(n)s")]
    assert faults_in(texts, catalogue()) == ["missing: 'Close' ()", "missing: 'Open %(n)s' ()"]
    assert not faults_in([Text("Close")], catalogue(Close="办结"))
    assert faults_in([], catalogue(Close="办结")) == ["stale: 'Close'"]
    assert faults_in([Text("Close")], catalogue(Close="")) == ["untranslated: 'Close'"]
    wrong = catalogue()
    wrong.add("Open %(n)s", "打开 %(m)s")
    assert faults_in([Text("Open %(n)s")], wrong) == ["placeholders differ: 'Open %(n)s'"]
    loose = catalogue()
    loose.add("Close", "办结", flags=["fuzzy"])
    assert faults_in([Text("Close")], loose) == ["fuzzy: 'Close'"]


@pytest.mark.parametrize("owner", list_owners())
def test_the_catalogue_is_complete(owner: str) -> None:
    faults = faults_in(list_texts().get(owner, []), read_catalogue(owner))
    assert not faults, f"{owner}: {len(faults)} faults\n" + "\n".join(faults)


def test_one_text_has_one_wording() -> None:
    assert not list_disagreements(), "\n".join(list_disagreements())


def every_form(kind: type[BaseForm] = BaseForm) -> Iterator[type[BaseForm]]:
    """The form classes of all pages, found once the addresses are read."""
    assert get_resolver().url_patterns
    for form in kind.__subclasses__():
        if form.__module__.startswith("gongzhi."):
            yield form
        yield from every_form(form)


def test_names_to_choose_from_wait_for_the_readers_language() -> None:
    """A name read when a form class is made speaks the language of whoever started the process."""
    fixed = {
        f"{form.__qualname__}.{name}: {shown}"
        for form in every_form()
        for name, field in form.base_fields.items()
        for code, shown in getattr(field, "choices", ())
        if isinstance(shown, str) and shown and shown != code
    }
    assert fixed == set()
