"""The paths somebody is working on."""

from dataclasses import dataclass
from datetime import datetime

from gongzhi.kernel.actors import Actor
from gongzhi.routing.models import ListDraft, ListKind
from gongzhi.routing.queries.present import Stamps, get_present
from gongzhi.routing.rules import PathRule, next_code, read_paths, read_yaml


@dataclass(frozen=True, slots=True)
class PathDraft:
    """One's own draft: its paths and text, the version it began from, whether somebody has saved since."""

    paths: tuple[PathRule, ...]
    text: str
    base_n: int
    changed_at: datetime
    overtaken: bool


def find_draft(actor: Actor, *, stamps: Stamps | None = None) -> PathDraft | None:
    """The draft of whoever asks; None while they have changed nothing. One query."""
    row = ListDraft.objects.filter(kind=ListKind.PATHS, by_user_id=actor.user_id).first()
    if row is None:
        return None
    in_force = get_present(stamps).paths_n
    return PathDraft(
        read_paths(read_yaml(row.text)), row.text, row.base_n, row.changed_at, row.base_n != in_force
    )


def next_path_code(draft: PathDraft | None, *, stamps: Stamps | None = None) -> str:
    """The number of a path to be added."""
    return next_code(get_present(stamps).paths, draft.paths if draft else ())
