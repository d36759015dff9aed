"""Which hands: ordered rules, the first that fits is taken; and what is wrong with a list of rules."""

from collections.abc import Collection, Mapping, Sequence

from gongzhi.routing.rules.shapes import Conditions, PathFault, PathRule, Situation

ANY = "any"


def choose_path(paths: Sequence[PathRule], situation: Situation) -> PathRule | None:
    """The first path one of whose sets of conditions fits; None when no path does."""
    return next((path for path in paths if can_take_path(path, situation)), None)


def can_take_path(path: PathRule, situation: Situation) -> bool:
    """Whether one of the path's sets of conditions fits."""
    return any(_fits(conditions, situation) for conditions in path.when)


def _fits(conditions: Conditions, situation: Situation) -> bool:
    return all(_meets(getattr(situation, name), wanted) for name, wanted in conditions.items())


def _meets(value: str, wanted: Collection[str]) -> bool:
    return value in wanted or (bool(value) and ANY in wanted)


def list_path_faults(
    paths: Sequence[PathRule],
    scenario_of: Mapping[str, str],
    posts: Collection[str],
    sections: Collection[str] = (),
) -> tuple[PathFault, ...]:
    """What a street should look at before saving: paths that can never be taken because an earlier one always
    fits first, pairs that fit the same report, and names nobody knows (categories, posts, sections)."""
    faults = [fault for path in paths for fault in _unknown_words(path, scenario_of, posts, sections)]
    for later, path in enumerate(paths):
        earlier = paths[:later]
        covered = [_first_cover(one, earlier, scenario_of) for one in path.when]
        if covered and all(covered):
            faults.append(PathFault("dead", path.code, other=str(covered[0])))
            continue
        faults.extend(
            PathFault("overlap", path.code, other=former.code)
            for former in earlier
            if any(_share(one, other, scenario_of) for one in path.when for other in former.when)
        )
    return tuple(faults)


def _unknown_words(
    path: PathRule, scenario_of: Mapping[str, str], posts: Collection[str], sections: Collection[str]
) -> list[PathFault]:
    unknown = [
        code for one in path.when for code in one.get("category", ()) if code not in (*scenario_of, ANY)
    ]
    for post in (path.who, *path.later):
        section = post.removeprefix("section:")
        known = section in sections if section != post else post in posts
        if not known:
            unknown.append(post)
    return [PathFault("unknown", path.code, word=word) for word in unknown]


def _first_cover(
    conditions: Conditions, earlier: Sequence[PathRule], scenario_of: Mapping[str, str]
) -> str | None:
    return next(
        (path.code for path in earlier for one in path.when if _covers(one, conditions, scenario_of)), None
    )


def _covers(wide: Conditions, narrow: Conditions, scenario_of: Mapping[str, str]) -> bool:
    """Whether every report that fits `narrow` also fits `wide`."""
    return all(_allows(name, wanted, narrow, scenario_of) for name, wanted in wide.items())


def _allows(name: str, wanted: Collection[str], narrow: Conditions, scenario_of: Mapping[str, str]) -> bool:
    given = narrow.get(name)
    if given is None and name == "scenario" and "category" in narrow:
        given = tuple(scenario_of.get(code, "") for code in narrow["category"])
    return bool(given) and (ANY in wanted or set(given or ()) <= set(wanted))


def _share(one: Conditions, other: Conditions, scenario_of: Mapping[str, str]) -> bool:
    """Whether a report could fit both."""
    one, other = _with_scenario(one, scenario_of), _with_scenario(other, scenario_of)
    return all(
        ANY in one[name] or ANY in other[name] or set(one[name]) & set(other[name])
        for name in one.keys() & other.keys()
    )


def _with_scenario(conditions: Conditions, scenario_of: Mapping[str, str]) -> Conditions:
    if "category" not in conditions or "scenario" in conditions:
        return conditions
    scenarios = tuple({scenario_of.get(code, "") for code in conditions["category"]})
    return {**conditions, "scenario": scenarios}
