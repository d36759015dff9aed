"""Every address × every person of the cast; outsiders get 404, never a hint that something is there."""

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.http import HttpResponseBase
from django.test import Client

from tests.architecture.addresses import list_addresses, parts_of, path_of
from tests.architecture.permissions import BODIES, CAST, OTHER_PARTS, PARTS, Row, read_table
from tests.architecture.scene import Scene, build_scene
from tests.world import World

SIGN_IN = ("/sign-in", "/console/sign-in")
KNOWN = "grid_leader"
FACES = ("resident", "console", "public", "/api")


def letter_of(response: HttpResponseBase) -> str:
    """What an answer means to whoever asked."""
    if response.status_code == 401 or response.headers.get("Location", "").startswith(SIGN_IN):
        return "s"
    if response.status_code in {403, 405} or response.status_code >= 500:
        return str(response.status_code)
    return "n" if response.status_code == 404 else "y"


def ask(scene: Scene, client: Client, method: str, address: str) -> str:
    """One cell, asked for real and undone again."""
    names = PARTS | OTHER_PARTS.get(address, {})
    path = path_of(address, {part: scene.parts[names[part]] for part in parts_of(address)})
    body = BODIES.get(f"{method} {address}", {})
    with transaction.atomic():
        kind = {"content_type": "application/json"} if address.startswith("/api") else {}
        response = client.get(path) if method == "GET" else client.post(path, body, **kind)  # type: ignore[arg-type]
        transaction.set_rollback(True)
    put_away(response)
    return letter_of(response)


def put_away(response: HttpResponseBase) -> None:
    """Close what an answer holds open, but not the database: the test goes on."""
    request_finished.disconnect(close_old_connections)
    response.close()
    request_finished.connect(close_old_connections)


def observe(scene: Scene, method: str, address: str) -> Row:
    """A whole row as the house answers it now."""
    return Row(
        method, address, tuple(ask(scene, scene.client_of(who, address), method, address) for who in CAST)
    )


def addresses_in(table: dict[str, Row]) -> set[str]:
    """Pages by name whatever the method; API operations by method and path."""
    return {row.key if row.address.startswith("/api") else row.address for row in table.values()}


def test_letters() -> None:
    from django.http import HttpResponse, HttpResponseRedirect  # noqa: PLC0415

    assert letter_of(HttpResponse(status=404)) == "n"
    assert letter_of(HttpResponse(status=403)) == "403"
    assert letter_of(HttpResponseRedirect("/sign-in/?next=/mine/")) == "s"
    assert letter_of(HttpResponse(status=400)) == "y"


def test_a_malformed_row_is_found() -> None:
    good = "GET resident:home " + " ".join("y" * len(CAST))
    assert read_table(good)["GET resident:home"].answers[0] == "y"
    for bad in ("GET resident:home y y", good + "\n" + good, good.replace("y", "x")):
        with pytest.raises(ValueError, match="permission table"):
            read_table(bad)


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    written, there = addresses_in(read_table()), list_addresses()
    assert written == there, f"without a row: {sorted(there - written)}; gone: {sorted(written - there)}"


@pytest.mark.django_db
@pytest.mark.parametrize("face", FACES)
def test_every_cell_of_the_table(world: World, face: str) -> None:
    scene = build_scene(world)
    rows = [row for row in read_table().values() if row.address.startswith(face)]
    wrong = [
        f"expected {row.line()}\nanswered {seen.line()}"
        for row in rows
        if (seen := observe(scene, row.method, row.address)).answers != row.answers
    ]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.django_db
def test_what_is_not_in_the_table_is_not_answered(world: World) -> None:
    """For whoever adds an address or a method: its rows as answered now, to be read against the design."""
    scene, table = build_scene(world), read_table()
    pages = [(method, a) for a in sorted(list_addresses()) if "/api" not in a for method in ("GET", "POST")]
    calls = [tuple(a.split(" ", 1)) for a in sorted(list_addresses()) if "/api" in a]
    lines = [
        seen.line()
        for method, address in [*pages, *calls]
        if f"{method} {address}" not in table
        and not is_closed(ask(scene, scene.client_of(KNOWN, address), method, address))
        and (seen := observe(scene, method, address))
        and not any(map(is_closed, seen.answers))
    ]
    assert not lines, "rows to add:\n" + "\n".join(lines)


def is_closed(letter: str) -> bool:
    """The method is not allowed there."""
    return letter == "405"
