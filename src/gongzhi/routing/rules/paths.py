"""Which hands: ordered rules, the first that fits is taken, and why the others were not."""

from collections.abc import Collection, Sequence

from gongzhi.routing.rules.shapes import Conditions, PathRule, PathTrial, Situation
from gongzhi.routing.rules.times import is_within, read_window

ANY = "any"


def choose_path(paths: Sequence[PathRule], situation: Situation) -> PathRule | None:
    """The first path one of whose sets of conditions fits; None when no path does."""
    return next((path for path in paths if can_take_path(path, situation)), None)


def can_take_path(path: PathRule, situation: Situation) -> bool:
    """Whether one of the path's sets of conditions fits."""
    return any(_fits(conditions, situation) for conditions in path.when)


def try_paths_in_turn(paths: Sequence[PathRule], situation: Situation) -> tuple[PathTrial, ...]:
    """Every path up to the first that fits, with the conditions that kept the earlier ones from it."""
    trials: list[PathTrial] = []
    for path in paths:
        if can_take_path(path, situation):
            return (*trials, PathTrial(path, fits=True))
        failed = tuple(
            tuple(name for name, wanted in one.items() if not _meets(name, wanted, situation))
            for one in path.when
        )
        trials.append(PathTrial(path, fits=False, failed=failed))
    return tuple(trials)


def _fits(conditions: Conditions, situation: Situation) -> bool:
    return all(_meets(name, wanted, situation) for name, wanted in conditions.items())


def _meets(name: str, wanted: Collection[str], situation: Situation) -> bool:
    match name:
        case "hours":
            minute = situation.minute
            return minute is not None and any(is_within(read_window(one), minute) for one in wanted)
        case "time":
            return any(one in wanted for one in situation.times)
        case "place":
            return any(one in wanted for one in situation.places)
        case "category" if any(one in wanted for one in situation.kin):
            return True
    value = getattr(situation, name)
    return value in wanted or (bool(value) and ANY in wanted)
