"""One case for the permission table: the resident reports, about the property manager, and the L2 grid leader
of the place has it."""

import copy
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.cookies import SimpleCookie
from io import BytesIO

from django.test import Client
from PIL import Image

from gongzhi.accounts.actions import NewToken, issue_token
from gongzhi.cases.actions import NewCase, place_case
from gongzhi.intake.actions import preview_import
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.files import store_photo
from gongzhi.parties.actions import NewLeave, plan_leave
from gongzhi.parties.models import Holding
from gongzhi.playbooks.queries import current_version
from gongzhi.routing.actions import load_library
from gongzhi.rulebook.actions import NewValue, override_value
from gongzhi.territory.queries import get_place, list_areas_of
from tests.architecture.permissions import CAST
from tests.insight.topics import propose_marked
from tests.world import World

SCOPES = ("reports:write", "reports:read", "cases:read", "cases:write", "places:read")


@dataclass(frozen=True)
class Scene:
    """The street, and what the variable parts of addresses stand for."""

    world: World
    parts: dict[str, str]
    keys: dict[str, str] = field(default_factory=dict)
    opened: dict[tuple[str, bool], tuple[Client, SimpleCookie]] = field(default_factory=dict)

    def client_of(self, person: str, address: str = "") -> Client:
        """A browser of one of the cast; at the API, a program with that person's key and every scope. Its
        cookies are those it was opened with, whatever the last answer did to them."""
        one = (person, address.startswith("/api"))
        if one not in self.opened:
            client = self._open(person, address)
            self.opened[one] = (client, copy.deepcopy(client.cookies))
        client, cookies = self.opened[one]
        client.cookies = copy.deepcopy(cookies)
        return client

    def _open(self, person: str, address: str) -> Client:
        client = Client(raise_request_exception=False)
        if person == CAST[0]:
            return client
        if address.startswith("/api"):
            client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {self._key_of(person)}"
            return client
        return self.world.sign_in(client, person)

    def _key_of(self, person: str) -> str:
        if person not in self.keys:
            someone = self.world.people[person]
            new = NewToken(SCOPES, clock.now() + timedelta(days=1), user_id=someone.user_id)
            self.keys[person] = issue_token(new, actor=someone.actor).secret
        return self.keys[person]


def build_scene(world: World) -> Scene:
    """Place the case and name the parts."""
    load_library(actor=SYSTEM)
    entrance = get_place(world.place("entrance"))
    drawn = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(drawn, "JPEG")
    photo = store_photo(drawn.getvalue(), owner_kind="case")
    order = NewCase(
        version_id=current_version("one-lead-four-orders").id,
        words="楼道灯不亮，物业三天没来",
        channel="page",
        routed_seat_id=world.seat("grid_leader"),
        place_id=entrance.id,
        area_id=world.areas["grid"],
        reporter_id=world.resident.person_id,
        about_seat_id=world.seat("property_manager"),
        photos=(photo.ref,),
    )
    case = place_case(order, actor=world.resident.actor)
    parts = {
        "case_ref": case.ref,
        "photo_ref": photo.ref,
        "plate": entrance.token,
        "outcome": "accept",
        "foreign_token": "somebodyelses",
        "what_ships": "0",
        "topic_ref": propose_marked(world),
        "place_ref": entrance.ref,
        **_name_console_parts(world),
    }
    return Scene(world, parts)


def _name_console_parts(world: World) -> dict[str, str]:
    """What the console's addresses are about: the L2 leader's seat and ground, a table brought in, a value of
    the street's own, a key, a method."""
    day = clock.today() + timedelta(days=30)
    leave = plan_leave(NewLeave(world.grid_leader.holding_id, day, day + timedelta(days=1)), actor=SYSTEM)
    key = issue_token(NewToken(SCOPES, clock.now() + timedelta(days=1), system_name="hotline"), actor=SYSTEM)
    table = preview_import(
        "工单编号,内容,地址\n1,路灯不亮,翠苑小区3号楼\n".encode(),
        "orders.csv",
        actor=world.hotline_clerk.actor,
    )
    value = override_value(
        NewValue(
            key="playbook.report",
            value="one-lead-four-orders",
            unit="text",
            source="街道办公会",
            effective=date(2020, 1, 1),
            ground_id=world.place("street"),
        ),
        actor=SYSTEM,
    )
    holding = Holding.objects.get(pk=world.grid_leader.holding_id)
    return {
        "area_ref": list_areas_of(world.place("entrance"))[0].ref,
        "seat_ref": holding.seat.ref,
        "holding_ref": holding.ref,
        "leave_id": str(leave),
        "organisation_id": str(world.organisations["company"]),
        "user_id": str(world.grid_leader.user_id),
        "version_id": str(current_version("one-lead-four-orders").id),
        "method": "one-lead-four-orders",
        "category": "corridor-lighting",
        "list_kind": "paths",
        "list_n": "1",
        "template": "case-given",
        "rule": "playbook.report",
        "value_id": str(value),
        "key_ref": str(key.ref),
        "batch_ref": table.batch_ref,
        "delivery": "1",
        "act": "remark",
    }
