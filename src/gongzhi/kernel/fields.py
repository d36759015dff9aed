"""A text column that is sealed in the database and plain in Python."""

from typing import Any

from django.db import models
from django.db.models.lookups import Exact, IsNull

from gongzhi.kernel import crypto


class IsEmpty(Exact):
    """`field=""`: the one value that is stored as it is and can be asked for."""

    def get_prep_lookup(self) -> Any:
        """Refuse any other value: no two seals of the same text are alike."""
        if self.rhs != "":
            raise TypeError("sealed text cannot be searched by its text: use its keyed hash")
        return self.rhs


class SealedTextField(models.TextField):  # type: ignore[type-arg]
    """Sealed text (see crypto). `purpose` is bound into the seal. Cannot be searched or sorted: keep a keyed
    hash beside it for exact look-up. "" and None are stored as they are."""

    def __init__(self, *args: Any, purpose: str = "", **kwargs: Any) -> None:
        self.purpose = purpose
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs["purpose"] = self.purpose
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, expression: object, connection: object) -> str | None:
        """Open what the database holds."""
        return crypto.unseal(value, purpose=self.purpose) if value else value

    def get_prep_value(self, value: Any) -> Any:
        """Close what the database is to hold."""
        return crypto.seal(str(value), purpose=self.purpose) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Only two questions make sense: is it null, is it empty."""
        if lookup_name == "isnull":
            return IsNull
        if lookup_name == "exact":
            return IsEmpty
        raise TypeError(f"sealed text cannot be searched by {lookup_name}: use its keyed hash")
