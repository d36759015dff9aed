"""The rows to correct, as a table."""

from tests.web.console.desks import desk, refuses
from tests.web.console.sheets import send_table
from tests.world import World


def test_hands_the_rows_back(world: World) -> None:
    client = desk(world, "administrator")
    answer = client.get(send_table(client) + "faults.xlsx")
    assert answer.content.startswith(b"PK")


def test_refuses_other_methods(world: World) -> None:
    client = desk(world, "administrator")
    assert refuses(client, send_table(client) + "faults.xlsx", "post")


def test_outsiders_find_nothing(world: World) -> None:
    address = send_table(desk(world, "administrator")) + "faults.xlsx"
    assert desk(world, "auditor").get(address).status_code == 404
