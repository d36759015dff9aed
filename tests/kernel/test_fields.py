import pytest
from django.db.models.expressions import Col

from gongzhi.kernel import crypto
from gongzhi.kernel.fields import SealedTextField


def test_what_is_written_is_sealed_and_opens_when_read() -> None:
    field = SealedTextField(purpose="phone")
    kept = field.get_prep_value("13800001234")
    assert "1380000" not in kept
    assert field.from_db_value(kept, None, None) == "13800001234"
    with pytest.raises(crypto.Unreadable):
        SealedTextField(purpose="name").from_db_value(kept, None, None)


@pytest.mark.parametrize("empty", ["", None])
def test_nothing_stays_nothing(empty: str | None) -> None:
    field = SealedTextField(purpose="phone")
    assert field.get_prep_value(empty) == empty == field.from_db_value(empty, None, None)


def test_sealed_text_cannot_be_searched() -> None:
    field = SealedTextField(purpose="phone")
    assert field.get_lookup("isnull") is not None
    for lookup in ("contains", "in", "startswith"):
        with pytest.raises(TypeError, match="keyed hash"):
            field.get_lookup(lookup)
    empty = field.get_lookup("exact")
    assert empty(Col("t", field), "").rhs == ""
    with pytest.raises(TypeError, match="keyed hash"):
        empty(Col("t", field), "13800001234")


def test_migrations_know_the_purpose() -> None:
    _name, path, _args, kwargs = SealedTextField(purpose="phone", null=True).deconstruct()
    assert path == "gongzhi.kernel.fields.SealedTextField"
    assert kwargs == {"purpose": "phone", "null": True}
