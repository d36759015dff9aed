"""The how-to says what is so: its example passes, and it names every key there is."""

import re
from pathlib import Path

from tests.playbooks.names import known

from gongzhi.playbooks.rules import schema
from gongzhi.playbooks.rules.checks import check_text

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "add-a-playbook.md"


def test_the_example_of_the_how_to_can_be_used():
    page = PAGE.read_text(encoding="utf-8")
    text = re.search(r"```yaml\n(.*?)```", page, re.DOTALL).group(1)

    assert check_text(text, known())[1] == ()


def test_every_key_is_explained():
    page = PAGE.read_text(encoding="utf-8")

    for key in (*schema._TOP, *schema._STEP, *schema._OUTCOME):
        assert f"`{key}" in page, key
