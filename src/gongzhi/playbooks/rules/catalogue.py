"""The names a playbook may use, and which of them a room has offered: one mechanism for kinds of steps,
relations, named sets and evidence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gongzhi.playbooks.rules.reading import Branch, read_tree
from gongzhi.playbooks.rules.shapes import Playbook, Titled

ANY = "any"
Call = Callable[..., object]


class Sort(StrEnum):
    """What a name stands for."""

    KIND = "kinds"
    RELATION = "relations"
    SET = "sets"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class Name:
    """One name of the catalogue. `room` is the one that has to offer it, None when nobody has to; `params`
    of a kind says of each parameter whether it is needed; `gives` what evidence a kind can make; `filed`
    whether evidence can be attached on the spot."""

    sort: Sort
    name: str
    title: Titled
    room: str | None = None
    params: Mapping[str, bool] = field(default_factory=dict)
    gives: tuple[str, ...] = ()
    filed: bool = False


@dataclass(frozen=True)
class Known:
    """What the checks may take for granted: every name that exists, by sort."""

    kinds: Mapping[str, Name]
    relations: frozenset[str]
    sets: frozenset[str]
    evidence: Mapping[str, bool]  # name -> can be attached on the spot
    posts: frozenset[str]
    playbooks: frozenset[str]
    words: Mapping[str, Titled]


class Catalogue:
    """Declared names, and what rooms have offered to stand behind them."""

    def __init__(self) -> None:
        self._declared: dict[tuple[Sort, str], Name] = {}
        self._calls: dict[tuple[Sort, str], Call | None] = {}
        self.words: dict[str, Titled] = {}
        self.playbooks: frozenset[str] = frozenset()

    def declare(self, names: Iterable[Name]) -> None:
        """Make names known; none of them is offered yet."""
        for name in names:
            self._declared[name.sort, name.name] = name

    def offer(self, name: Name, call: Call | None) -> None:
        """A room stands behind a name from now on. Offering again replaces; a name that was not declared
        becomes known."""
        self._declared.setdefault((name.sort, name.name), name)
        self._calls[name.sort, name.name] = call

    def take_back(self, sort: Sort, name: str) -> None:
        """Forget an offer (tests)."""
        self._calls.pop((sort, name), None)

    def is_offered(self, sort: Sort, name: str) -> bool:
        """Is there somebody behind the name, or is nobody needed?"""
        declared = self._declared.get((sort, name))
        return (sort, name) in self._calls or (declared is not None and declared.room is None)

    def find_call(self, sort: Sort, name: str) -> Call | None:
        """What the room offered, if it did."""
        return self._calls.get((sort, name))

    def names_of(self, sort: Sort) -> dict[str, Name]:
        """Every declared name of one sort."""
        return {name.name: name for (s, _), name in self._declared.items() if s is sort}

    def title_of(self, sort: Sort, name: str) -> Titled:
        """The name for people; the code itself where nothing better is known."""
        declared = self._declared.get((sort, name))
        return declared.title if declared else self.words.get(name, Titled(name, name))

    def known(self, posts: Iterable[str], playbooks: Iterable[str] = ()) -> Known:
        """Everything the checks need, with the posts of the street and the playbooks at hand."""
        return Known(
            kinds=self.names_of(Sort.KIND),
            relations=frozenset(self.names_of(Sort.RELATION)),
            sets=frozenset(self.names_of(Sort.SET)),
            evidence={name: one.filed for name, one in self.names_of(Sort.EVIDENCE).items()},
            posts=frozenset(posts),
            playbooks=self.playbooks | frozenset(playbooks),
            words=dict(self.words),
        )


CATALOGUE = Catalogue()


def base_of(name: str) -> str:
    """`team-of(building)` is the relation `team-of`."""
    return name.split("(", 1)[0]


def list_unoffered(playbook: Playbook, catalogue: Catalogue) -> tuple[tuple[Sort, str], ...]:
    """The kinds of steps no room offers yet: such a playbook cannot be started."""
    kinds = dict.fromkeys(step.kind for step in playbook.steps.values())
    return tuple((Sort.KIND, kind) for kind in kinds if not catalogue.is_offered(Sort.KIND, kind))


def fill_catalogue(catalogue: Catalogue, text: str) -> None:
    """Declare the names of a catalogue file."""
    top = _pairs(read_tree(text))
    for sort in Sort:
        catalogue.declare(_name(sort, name, below) for name, below in _pairs(top[sort.value]).items())
    catalogue.words.update({word: _titled(below) for word, below in _pairs(top["words"]).items()})
    catalogue.playbooks |= frozenset(_texts(top["playbooks"]))


def _name(sort: Sort, name: str, branch: Branch) -> Name:
    pairs = _pairs(branch)
    params = _pairs(pairs["with"]) if "with" in pairs else {}
    return Name(
        sort=sort,
        name=name,
        title=_titled(pairs["name"]),
        room=str(pairs["room"].value) if "room" in pairs else None,
        params={param: below.value == "yes" for param, below in params.items()},
        gives=_texts(pairs["gives"]) if "gives" in pairs else (),
        filed="filed" in pairs and pairs["filed"].value == "yes",
    )


def _pairs(branch: Branch) -> Mapping[str, Branch]:
    return branch.value if isinstance(branch.value, Mapping) else {}


def _texts(branch: Branch) -> tuple[str, ...]:
    return tuple(str(below.value) for below in branch.value) if isinstance(branch.value, tuple) else ()


def _titled(branch: Branch) -> Titled:
    pairs = _pairs(branch)
    return Titled(str(pairs["zh"].value), str(pairs["en"].value))
