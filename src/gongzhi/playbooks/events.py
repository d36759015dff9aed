"""What happens to playbooks."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class VersionPublished(Event):
    """A version can be begun under from now on."""

    version_id: int
    name: str
    n: int
    origin: str
    by_user: int | None


@dataclass(frozen=True)
class VersionWithdrawn(Event):
    """No new case begins under this version; those that did go on."""

    version_id: int
    name: str
    n: int
    by_user: int | None
