"""gongzhi token."""

import pytest
from django.core.management import CommandError

from gongzhi.accounts.queries import find_token
from tests.cli.calling import run


@pytest.mark.django_db
def test_issued_and_taken_back() -> None:
    issued = run("token", "issue", "--system", "City hotline", "--scope", "reports:write", "--days", "30")
    holder = find_token(issued["secret"])
    assert holder is not None and holder.system_name == "City hotline"
    assert holder.scopes == {"reports:write"}
    assert run("token", "revoke", issued["ref"]) == {"revoked": issued["ref"]}
    assert find_token(issued["secret"]) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        ("issue", "--system", "x", "--scope", "everything"),
        ("issue", "--system", "x", "--scope", "reports:write", "--days", "-1"),
        ("revoke", "000000000000"),
    ],
)
def test_bad_input_ends_in_one_line(words: tuple[str, ...]) -> None:
    with pytest.raises(CommandError) as refused:
        run("token", *words)
    assert len(str(refused.value).splitlines()) == 1
