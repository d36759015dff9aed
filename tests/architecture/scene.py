"""One case for the permission table: the resident reports, about the property manager, and the L2 grid leader
of the place has it."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO

from django.test import Client
from PIL import Image

from gongzhi.accounts.actions import NewToken, issue_token
from gongzhi.cases.actions import NewCase, place_case
from gongzhi.kernel import clock
from gongzhi.kernel.files import store_photo
from gongzhi.playbooks.queries import current_version
from gongzhi.territory.queries import get_place
from tests.architecture.permissions import CAST
from tests.world import World

SCOPES = ("reports:write", "reports:read", "cases:read", "cases:write", "places:read")


@dataclass(frozen=True)
class Scene:
    """The street, and what the variable parts of addresses stand for."""

    world: World
    parts: dict[str, str]
    keys: dict[str, str] = field(default_factory=dict)

    def client_of(self, person: str, address: str = "") -> Client:
        """A browser of one of the cast; at the API, a program with that person's key and every scope."""
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
        scope_path="".join(f"{one:08d}" for one in entrance.path),
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
        "place_ref": entrance.ref,
    }
    return Scene(world, parts)
