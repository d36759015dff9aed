"""A photo that waits for its form."""

from django.core import signing
from django.urls import reverse
from tests.web.asking import picture, refuses
from tests.web.console.conftest import Desk

from gongzhi.kernel.files import store_photo
from gongzhi.web.console.photos import SALT


def test_only_by_a_token_we_gave(desk_of: Desk) -> None:
    stored = store_photo(picture().getvalue(), owner_kind="draft")
    address = reverse("console:show_kept", args=[signing.dumps(stored.ref, salt=SALT)])
    desk = desk_of("grid_leader")
    answer = desk.get(address)
    assert b"".join(answer.streaming_content)
    assert desk.get(reverse("console:show_kept", args=[stored.ref])).status_code == 404
    assert desk_of("resident").get(address).status_code == 404
    assert refuses(desk, address, "post")
