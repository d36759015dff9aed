from gongzhi.parties.rules import Chair, Ground, Post, blind_to, climb, find_chair
from gongzhi.parties.rules.posts import Named
from gongzhi.parties.rules.resolving import Shadow

ESTATE, GRID, STREET = Ground("estate", 3), Ground("grid2", 2), Ground("street", 1)
GROUNDS = (GRID, ESTATE, STREET)


def post(code: str, *otherwise: str) -> Post:
    """A post with nothing but a name."""
    return Post(code, Named(code, code), (), 0, frozenset(), otherwise=otherwise)


POSTS = {
    one.code: one
    for one in (
        post("manager", "committee"),
        post("committee"),
        post("leader"),
        post("duty-desk"),
        post("main-leader"),
    )
}


def chair(number: int, code: str, ground: Ground, *users: int, organisation: int | None = None) -> Chair:
    """A seat and who acts in it."""
    return Chair(number, code, 1, ground, organisation, users, users)


def find(code: str, *chairs: Chair, shadow: Shadow | None = None) -> tuple[int, bool, int | None]:
    """Which seat answers, whether it is a fallback, which vacant one was passed over."""
    seated: dict[tuple[str, Ground], list[Chair]] = {}
    for one in chairs:
        assert one.ground is not None
        seated.setdefault((one.post, one.ground), []).append(one)
    found = find_chair(POSTS[code], GROUNDS, seated, POSTS, shadow or Shadow(frozenset(), frozenset()))
    assert found is not None
    return found.chair.id, found.fallback, found.vacant_id


DESK = chair(9, "duty-desk", STREET, 90)
BOSS = chair(8, "main-leader", STREET, 80)


def test_nearest_first() -> None:
    assert find("leader", chair(1, "leader", STREET, 1), chair(2, "leader", GRID, 2), DESK)[0] == 2


def test_a_vacant_seat_is_passed_over_and_named() -> None:
    assert find("leader", chair(2, "leader", GRID), chair(1, "leader", STREET, 1), DESK) == (1, False, 2)


def test_nobody_at_all_is_the_duty_desk() -> None:
    assert find("leader", chair(2, "leader", GRID), DESK) == (9, True, 2)
    assert find("leader", chair(9, "duty-desk", STREET)) == (9, True, None)


def test_otherwise_is_asked_before_the_desk() -> None:
    assert find("manager", chair(4, "committee", ESTATE, 4), DESK) == (4, False, None)


def test_the_one_complained_of_is_passed_over() -> None:
    about = chair(2, "leader", GRID, 2)
    shadow = blind_to(about, [about, DESK])
    assert find("leader", about, chair(1, "leader", STREET, 2), DESK, shadow=shadow) == (9, True, None)


def test_a_complaint_about_the_desk_goes_to_the_leader() -> None:
    shadow = blind_to(DESK, [DESK, BOSS])
    assert find("leader", DESK, BOSS, shadow=shadow)[0] == 8


def test_a_street_without_any_desk_has_no_answer() -> None:
    assert find_chair(POSTS["leader"], GROUNDS, {}, POSTS) is None


def test_the_shadow_falls_on_the_whole_organisation() -> None:
    about = chair(2, "manager", ESTATE, 2, organisation=5)
    colleague = chair(3, "manager", STREET, 33, organisation=5)
    shadow = blind_to(about, [about, colleague, DESK])
    assert shadow.seats == {2, 3} and shadow.users == {2, 33}


def test_rungs_above() -> None:
    ladder = ("entrance-head", "grid-leader-2", "main-leader")
    ranks = {"entrance-head": 10, "grid-leader-2": 20, "main-leader": 70, "steward": 15}
    assert climb(ladder, "entrance-head", ranks) == ("grid-leader-2", "main-leader")
    assert climb(ladder, "main-leader", ranks) == ()
    assert climb(ladder, "steward", ranks) == ("grid-leader-2", "main-leader")
