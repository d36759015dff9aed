"""Which seat answers for a place: upward from the place, never empty.

A seat nobody acts in is passed over; whoever is complained of, their stand-ins and their organisation are
passed over too (design: trust, `about`)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongzhi.parties.rules.posts import DUTY_DESK, Ground, Post

LEADERS = ("main-leader", "deputy-leader")


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat with the people acting in it today (first to be asked first)."""

    id: int
    post: str
    number: int
    ground: Ground | None
    organisation_id: int | None
    users: tuple[int, ...]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The seat that answers. `fallback`: no seat of the post was found, the duty desk has it; `vacant`: the
    seat that was passed over because nobody acts in it; `ended`: the ladder has no further rung."""

    chair: Chair
    fallback: bool = False
    vacant_id: int | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Shadow:
    """Who may not see or be asked: the seats and people a complaint is about."""

    seats: frozenset[int]
    users: frozenset[int]

    def falls_on(self, chair: Chair) -> bool:
        """Whether this seat is complained of, or would be answered by someone who is."""
        return chair.id in self.seats or (bool(chair.users) and chair.users[0] in self.users)


NO_SHADOW = Shadow(frozenset(), frozenset())


def blind_to(about: Chair, chairs: Iterable[Chair]) -> Shadow:
    """The seat complained of, its holders and stand-ins, its organisation's seats and their people."""
    seats = {about.id}
    users = {*about.users, *about.members}
    if about.organisation_id is not None:
        for chair in chairs:
            if chair.organisation_id == about.organisation_id:
                seats.add(chair.id)
                users.update(chair.users, chair.members)
    return Shadow(frozenset(seats), frozenset(users))


def find_chair(
    post: Post,
    grounds: Sequence[Ground],
    seated: Mapping[tuple[str, Ground], Sequence[Chair]],
    posts: Mapping[str, Post],
    shadow: Shadow = NO_SHADOW,
) -> Found | None:
    """The seat of `post`, or of a post asked `otherwise`, nearest along `grounds`; the duty desk else.

    None only when the street has no duty desk at all: a fault of the set-up, reported by the caller."""
    vacant: int | None = None
    for code in _asked(post, posts):
        for chair in _seats_of(code, grounds, seated):
            if shadow.falls_on(chair):
                continue
            if chair.users or code == DUTY_DESK:
                fallback = code == DUTY_DESK and post.code != DUTY_DESK and code not in post.otherwise
                return Found(chair, fallback=fallback, vacant_id=vacant)
            vacant = vacant or chair.id
    return _last_resort(grounds, seated, shadow, vacant)


def _asked(post: Post, posts: Mapping[str, Post]) -> Iterable[str]:
    asked: list[str] = []
    waiting = [post.code]
    while waiting:
        code = waiting.pop(0)
        if code in posts and code not in asked:
            asked.append(code)
            waiting.extend(posts[code].otherwise)
    return (*(code for code in asked if code != DUTY_DESK), DUTY_DESK)


def _seats_of(
    code: str, grounds: Sequence[Ground], seated: Mapping[tuple[str, Ground], Sequence[Chair]]
) -> Iterable[Chair]:
    for ground in grounds:
        yield from seated.get((code, ground), ())


def _last_resort(
    grounds: Sequence[Ground],
    seated: Mapping[tuple[str, Ground], Sequence[Chair]],
    shadow: Shadow,
    vacant: int | None,
) -> Found | None:
    """Even the duty desk is complained of: a leader who is not, else the desk after all."""
    chairs = [chair for code in LEADERS for chair in _seats_of(code, grounds, seated)]
    free = [chair for chair in chairs if not shadow.falls_on(chair)]
    chosen = next(iter(free), next(iter(_seats_of(DUTY_DESK, grounds, seated)), None))
    return Found(chosen, fallback=True, vacant_id=vacant) if chosen is not None else None


def climb(ladder: Sequence[str], post: str, ranks: Mapping[str, int]) -> tuple[str, ...]:
    """The rungs above `post`, lowest first. A post outside the ladder climbs to the first rung that ranks
    above it."""
    if post in ladder:
        return tuple(ladder[ladder.index(post) + 1 :])
    own = ranks.get(post, 0)
    return tuple(rung for rung in ladder if ranks.get(rung, 0) > own)


def can_answer(chair: Chair, shadow: Shadow) -> bool:
    """Whether somebody acts in the seat who is not complained of."""
    return bool(chair.users) and not shadow.falls_on(chair)
