"""POST photos."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gongzhi.cases.models import Evidence
from gongzhi.kernel.models import File
from tests.api.conftest import Program, assert_problem


def picture() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(out, "PNG")
    return SimpleUploadedFile("lamp.png", out.getvalue(), "image/png")


def test_a_photo_is_kept_for_a_report_to_come(hotline: Program, report: dict[str, object]) -> None:
    answer = hotline.upload("photos", photo=picture())
    assert answer.status_code == 201
    kept = answer.json()
    assert (kept["width"], kept["height"]) == (60, 40)
    receipt = hotline.post("reports", {**report, "photos": [kept["ref"]]}).json()
    assert Evidence.objects.get(case__ref=receipt["ref"]).ref == kept["ref"]


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg/>", b"MZ" * 40])
def test_what_is_no_picture_is_refused(hotline: Program, content: bytes) -> None:
    answer = hotline.upload("photos", photo=SimpleUploadedFile("lamp.jpg", content, "image/jpeg"))
    assert answer.status_code == 422 and answer.json()["errors"]
    assert not File.objects.exists()


def test_without_a_photo_or_the_scope_nothing_is_kept(hotline: Program, program_of: object) -> None:
    assert_problem(hotline.upload("photos"), 422, "invalid")
    reader = program_of("resident", "reports:read")  # type: ignore[operator]
    assert_problem(reader.upload("photos", photo=picture()), 403, "no-scope")
