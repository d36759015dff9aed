"""Files that hold playbooks, and which of them are news."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongzhi.playbooks.rules.faults import Fault


@dataclass(frozen=True)
class PlaybookFile:
    """One file of the folders. `name` and `digest` are empty when it cannot be read; with `faults` it is
    refused and shown."""

    path: str
    shipped: bool
    text: str
    name: str
    digest: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Kept:
    """What is kept of one version of a playbook."""

    name: str
    digest: str
    origin: str
    withdrawn: bool


def list_news(files: Iterable[PlaybookFile], kept: Iterable[Kept]) -> tuple[PlaybookFile, ...]:
    """The files to make versions of: sound ones whose text no version of that name ever had. A withdrawn
    text does not come back by itself, and a newer file of the product does not replace a street's own
    wording while that stands."""
    versions = tuple(kept)
    seen = {(one.name, one.digest) for one in versions}
    own = {one.name for one in versions if one.origin != "library" and not one.withdrawn}
    news = []
    for file in files:
        if file.faults or (file.name, file.digest) in seen or (file.shipped and file.name in own):
            continue
        seen.add((file.name, file.digest))
        news.append(file)
    return tuple(news)
