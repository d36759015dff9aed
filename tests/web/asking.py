"""What tests of pages share: a phone in somebody's hand, and the questions every view has to answer."""

import io
import uuid

from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.world import Someone, World

from gongzhi.cases.actions import Filing, take_outcome
from gongzhi.cases.queries import find_case_for
from gongzhi.kernel import files
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.territory.queries import get_place


class Phone(Client):
    """A client signed in as one of the cast, reading Chinese."""

    def __init__(self, world: World, key: str) -> None:
        super().__init__(headers={"accept-language": "zh-hans"})
        self.world = world
        world.sign_in(self, key)

    def at(self, key: str) -> "Phone":
        """Standing at a place."""
        self.cookies["place"] = get_place(self.world.place(key)).ref
        return self

    def report(self, words: str = "三层楼道的灯不亮了", place: str = "entrance", **more: object) -> str:
        """Send a report through the page; answers the number of the case."""
        self.at(place)
        filled = {"key": str(uuid.uuid4()), "words": words, "not_same": "1", **more}
        answer = self.post(reverse("resident:report"), filled)
        assert answer.status_code == 302, answer.content.decode()
        return str(answer.url).rstrip("/").rpartition("/")[2]


def refuses(client: Client, address: str, *methods: str) -> bool:
    """Whether the view refuses these methods."""
    return all(getattr(client, method)(address).status_code == 405 for method in methods)


def picture(colour: str = "red") -> io.BytesIO:
    """A small photo, as a phone would send it."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    out.seek(0)
    out.name = "photo.jpg"
    return out


def settle(world: World, ref: str, note: str = "换了灯头，试了亮", outcome: str = "settle") -> None:
    """Whoever has the case settles it on the spot, or has done it, with a photo; those it was done for are
    asked."""
    owner = owner_of(world, ref)
    photo = files.store_photo(picture("green").getvalue(), by=owner.user_id)
    take_outcome(ref, outcome, actor=owner.actor, filing=Filing(note=note, photos=(photo.ref,)))
    drain()


def owner_of(world: World, ref: str) -> Someone:
    """Who of the cast has the case now."""
    seat_id = find_case_for(SYSTEM, ref).seat_id
    return next(one for one in world.people.values() if one.seat_id == seat_id)
