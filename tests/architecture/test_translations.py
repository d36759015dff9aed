"""Every text has its Chinese, every Chinese its text: the same questions `make check` asks."""

import pytest
from babel.messages.catalog import Catalog
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
