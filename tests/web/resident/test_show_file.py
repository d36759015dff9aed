"""A photo of a case."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, picture, refuses

from gongzhi.kernel import files


def test_is_shown_to_readers_of_the_case_only(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    token = phone.post(reverse("resident:add_photo"), {"kind": "photo", "file": picture()}).json()["token"]
    ref = phone.report(photos=token)
    page = phone.get(reverse("resident:show_case", args=[ref])).content.decode()
    address = page.split(f"/case/{ref}/files/")[1].split('"')[0].split("?")[0]
    address = reverse("resident:show_file", args=[ref, address])
    for wanted in (address, f"{address}?small"):
        assert b"".join(phone.get(wanted).streaming_content)[:2] == b"\xff\xd8"
    assert phone_of("stranger").get(address).status_code == 404
    assert refuses(phone, address, "post", "put")


def test_a_file_of_something_else_is_not_shown(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    other = files.store_photo(picture().getvalue())
    assert phone.get(reverse("resident:show_file", args=[ref, other.ref])).status_code == 404
