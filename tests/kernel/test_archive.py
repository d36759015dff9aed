"""What an archive may hold: nothing of it lands beside the folders it belongs in."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from gongzhi.kernel.archive import ArchiveRefused, read_archive


def plain(name: str) -> tarfile.TarInfo:
    return tarfile.TarInfo(name)


def link(name: str, to: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    head = tarfile.TarInfo(name)
    head.type, head.linkname = kind, to
    return head


def archive_with(place: Path, *members: tarfile.TarInfo) -> Path:
    """An archive of ours, and in it what somebody has put there."""
    body = json.dumps({"format": 1, "rows": {}}).encode()
    with tarfile.open(place, "w:gz") as tar:
        head = tarfile.TarInfo("manifest.json")
        head.size = len(body)
        tar.addfile(head, io.BytesIO(body))
        for member in members:
            member.size = 4 if member.isfile() else 0
            tar.addfile(member, io.BytesIO(b"evil"))
    return place


@pytest.mark.django_db
@pytest.mark.parametrize(
    "member",
    [
        plain("files/../secret.key"),
        plain("models/../../outside"),
        plain("../outside"),
        plain("/etc/outside"),
        plain("secret.key"),
        plain("gongzhi.sqlite3"),
        plain("tables/../secret.key"),
        link("files", ".."),
        link("files/here", "../secret.key"),
        link("models/here", "/etc/passwd"),
        link("anchors/here", "files/../secret.key", tarfile.LNKTYPE),
        link("files/pipe", "", tarfile.FIFOTYPE),
    ],
    ids=lambda member: f"{member.name} {member.linkname}".strip(),
)
def test_a_name_or_link_that_leads_elsewhere_is_refused(
    tmp_path: Path, settings: object, member: tarfile.TarInfo
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "secret.key").write_text("ours")
    settings.GONGZHI_HOME = str(home)  # type: ignore[attr-defined]
    place = archive_with(tmp_path / "b.tar.gz", plain("files/aa/photo"), member)
    with pytest.raises(ArchiveRefused):
        read_archive(place)
    assert [one.name for one in home.iterdir()] == ["secret.key"]
    assert (home / "secret.key").read_text() == "ours"
    assert not (tmp_path / "outside").exists()


@pytest.mark.django_db
def test_what_lies_in_its_folder_comes_back(tmp_path: Path, settings: object) -> None:
    settings.GONGZHI_HOME = str(tmp_path / "home")  # type: ignore[attr-defined]
    folder = tarfile.TarInfo("models")
    folder.type, folder.mode = tarfile.DIRTYPE, 0o755
    place = archive_with(tmp_path / "b.tar.gz", folder, plain("models/route/1/card.json"), plain("files/a"))
    assert read_archive(place).files == 2
    assert (tmp_path / "home/models/route/1/card.json").read_text() == "evil"
