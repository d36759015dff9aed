"""What is wrong with a list of paths: dead ones, overlaps, names nobody knows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from gongzhi.routing.rules.paths import ANY
from gongzhi.routing.rules.shapes import Conditions, PathFault, PathRule, Ties
from gongzhi.routing.rules.times import MOMENTS, cut_day, is_within, read_window

NO_TIES = Ties()
Moments = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Span:
    """One set of conditions: what it asks of the matter and the place, and the moments it holds at."""

    path: PathRule
    asks: Conditions
    moments: Moments


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the comparison knows: scenario of each category, what lies in what."""

    scenario_of: Mapping[str, str]
    ties: Ties


def list_path_faults(
    paths: Sequence[PathRule],
    scenario_of: Mapping[str, str],
    posts: Collection[str],
    sections: Collection[str] = (),
    ties: Ties = NO_TIES,
) -> tuple[PathFault, ...]:
    """What a street should look at before saving: paths that can never be taken, because earlier ones always
    fit first (together, at every hour) or because their own conditions contradict each other; pairs that fit
    the same report; and names nobody knows (categories, posts, sections, places)."""
    ground = _Ground(scenario_of, ties)
    known = _Known(frozenset(scenario_of), frozenset(posts), frozenset(sections), frozenset(ties.inside))
    faults = [fault for path in paths for fault in _unknown_words(path, known)]
    spans = _spread(paths)
    earlier: list[_Span] = []
    for path in paths:
        own = [span for span in spans if span.path is path and _can_be(span, ground)]
        faults.extend(_faults_of(path, own, earlier, ground))
        earlier.extend(own)
    return tuple(faults)


def _faults_of(
    path: PathRule, own: Sequence[_Span], earlier: Sequence[_Span], ground: _Ground
) -> list[PathFault]:
    if not own:
        return [PathFault("dead", path.code)]
    covers = [_cover(span, earlier, ground) for span in own]
    if all(covers):
        return [PathFault("dead", path.code, other=str(covers[0]))]
    shared = [former.path.code for former in earlier if any(_share(span, former, ground) for span in own)]
    return [PathFault("overlap", path.code, other=code) for code in dict.fromkeys(shared)]


@dataclass(frozen=True, slots=True)
class _Known:
    """The names a path may use."""

    categories: frozenset[str]
    posts: frozenset[str]
    sections: frozenset[str]
    places: frozenset[str]


def _unknown_words(path: PathRule, known: _Known) -> list[PathFault]:
    unknown = [
        code for one in path.when for code in one.get("category", ()) if code not in (*known.categories, ANY)
    ]
    unknown += [ref for one in path.when for ref in one.get("place", ()) if ref not in known.places]
    for post in (path.who, *path.later):
        section = post.removeprefix("section:")
        if not (section in known.sections if section != post else post in known.posts):
            unknown.append(post)
    return [PathFault("unknown", path.code, word=word) for word in dict.fromkeys(unknown)]


def _spread(paths: Sequence[PathRule]) -> list[_Span]:
    """Every set of conditions with the moments it holds at: kinds of moment × stretches of the day, as far as
    any path of the list tells them apart."""
    sets = [(path, one) for path in paths for one in path.when]
    kinds = range(len(MOMENTS)) if any("time" in one for _path, one in sets) else range(1)
    windows = [read_window(hours) for _path, one in sets for hours in one.get("hours", ())]
    stretches = cut_day(windows)
    return [_Span(path, _but_time(one), _moments(one, kinds, stretches)) for path, one in sets]


def _but_time(conditions: Conditions) -> Conditions:
    return {name: wanted for name, wanted in conditions.items() if name not in ("time", "hours")}


def _moments(conditions: Conditions, kinds: range, stretches: Sequence[int]) -> Moments:
    times = frozenset(conditions.get("time", ()))
    hours = [read_window(one) for one in conditions.get("hours", ())]
    return frozenset(
        (kind, minute)
        for kind in kinds
        for minute in stretches
        if ("time" not in conditions or times & MOMENTS[kind])
        and ("hours" not in conditions or any(is_within(one, minute) for one in hours))
    )


def _can_be(span: _Span, ground: _Ground) -> bool:
    """Whether any report fits: a category of one scenario asked for under another never comes."""
    category, scenario = span.asks.get("category"), span.asks.get("scenario")
    if not span.moments or any(not wanted for wanted in span.asks.values()):
        return False
    if category is None or scenario is None or ANY in category or ANY in scenario:
        return True
    return any(ground.scenario_of.get(code, "") in scenario for code in category)


def _cover(span: _Span, earlier: Sequence[_Span], ground: _Ground) -> str | None:
    """The first of the earlier paths that together take all this set would; None where some is left."""
    covering = [former for former in earlier if _covers(former.asks, span.asks, ground)]
    left = span.moments
    for former in covering:
        left -= former.moments
    return None if left or not covering else covering[0].path.code


def _covers(wide: Conditions, narrow: Conditions, ground: _Ground) -> bool:
    """Whether every report that fits `narrow` also fits `wide`."""
    return all(_allows(name, wanted, narrow, ground) for name, wanted in wide.items())


def _allows(name: str, wanted: Collection[str], narrow: Conditions, ground: _Ground) -> bool:
    given = narrow.get(name)
    if given is None and name == "scenario" and "category" in narrow:
        given = tuple(ground.scenario_of.get(code, "") for code in narrow["category"])
    if not given:
        return False
    return ANY in wanted or all(_lies_in(name, one, wanted, ground) for one in given)


def _lies_in(name: str, one: str, wanted: Collection[str], ground: _Ground) -> bool:
    above = {"category": ground.ties.kin, "place": ground.ties.inside}.get(name, {}).get(one, frozenset())
    return one in wanted or any(code in wanted for code in above)


def _share(one: _Span, other: _Span, ground: _Ground) -> bool:
    """Whether a report could fit both."""
    if not one.moments & other.moments:
        return False
    first, second = _with_scenario(one.asks, ground), _with_scenario(other.asks, ground)
    return all(_meet(name, first[name], second[name], ground) for name in first.keys() & second.keys())


def _meet(name: str, one: Collection[str], other: Collection[str], ground: _Ground) -> bool:
    if ANY in one or ANY in other or set(one) & set(other):
        return True
    if name == "category":
        return any(_lies_in(name, code, other, ground) for code in one) or any(
            _lies_in(name, code, one, ground) for code in other
        )
    if name == "place":
        touching = ground.ties.touching
        return any(b in touching.get(a, ()) or a in touching.get(b, ()) for a in one for b in other)
    return False


def _with_scenario(conditions: Conditions, ground: _Ground) -> Conditions:
    if "category" not in conditions or "scenario" in conditions or ANY in conditions["category"]:
        return conditions
    scenarios = tuple({ground.scenario_of.get(code, "") for code in conditions["category"]})
    return {**conditions, "scenario": scenarios}
