"""A home with folders to drop files into."""

from tests.playbooks.test_checks import SOUND

from gongzhi.playbooks.actions import load_library

DROPPED = SOUND


def drop(home, text=DROPPED, name="sound.yaml", folder="playbooks"):
    place = home / folder
    place.mkdir(exist_ok=True)
    (place / name).write_text(text, encoding="utf-8")
    return place / name


__all__ = ["DROPPED", "drop", "load_library"]
