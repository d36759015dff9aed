"""The names the checks may use in tests without a database, and the files of the library."""

from functools import cache
from pathlib import Path

import gongzhi.playbooks
from gongzhi.playbooks.rules.catalogue import Catalogue, Known, fill_catalogue
from gongzhi.playbooks.rules.schema import read_playbook
from gongzhi.playbooks.rules.shapes import Playbook

ROOM = Path(gongzhi.playbooks.__file__).parent
LIBRARY = {path.stem: path for path in sorted((ROOM / "library").glob("*.yaml"))}
REPORTS = ("four-level-link", "hotline-12345", "micro-grid", "one-lead-four-orders", "yard-chiefs")
POSTS = [
    "entrance-head",
    "grid-leader-2",
    "grid-leader-1",
    "community-secretary",
    "patch-cadre",
    "section",
    "deputy-leader",
    "main-leader",
    "duty-desk",
    "second-seat",
    "hotline-clerk",
    "property-manager",
    "steward",
    "self-committee",
    "owners-committee",
    "residents-committee",
    "social-organisation",
    "volunteer-team",
    "partner-unit",
    "party-organisation",
    "branch-secretary",
    "village-head",
    "yard-chief-1",
    "yard-chief-2",
    "yard-chief-3",
    "road-chief",
    "road-section-chief",
]


@cache
def catalogue() -> Catalogue:
    filled = Catalogue()
    fill_catalogue(filled, (ROOM / "catalogue" / "names.yaml").read_text(encoding="utf-8"))
    return filled


def known() -> Known:
    return catalogue().known(POSTS, LIBRARY)


@cache
def shipped(name: str) -> Playbook:
    playbook = read_playbook(LIBRARY[name].read_text(encoding="utf-8"), catalogue().words).playbook
    assert playbook is not None
    return playbook
