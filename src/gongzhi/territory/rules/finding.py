"""From words to places: estates and their nicknames are found in the text by one pass over all names
(Aho-Corasick), houses and entrances by their number below what was found or below where the caller is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import ahocorasick

from gongzhi.kernel.text import name_key
from gongzhi.territory.rules.addresses import (
    AddressWords,
    designator,
    fold,
    names_other_estate,
    read_address,
    short_names,
)
from gongzhi.territory.rules.atlas import Atlas
from gongzhi.territory.rules.facts import Match, PlaceFacts
from gongzhi.territory.rules.levels import LEVEL_ORDER, Level

FULL, NICK, SHORT = 1.0, 0.97, 0.9
MISSING_HOUSE, MISSING_ENTRANCE = 0.6, 0.8
UNNAMED = 0.9
WIDE = 0.5
MOST = 8
_NAMED = (Level.STREET, Level.COMMUNITY, Level.ESTATE, Level.BUILDING)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text: where it ends, whom it may mean and how surely."""

    start: int
    end: int
    meant: tuple[tuple[int, float], ...]


@dataclass
class AddressIndex:
    """All names of an atlas, ready to be found in a text."""

    atlas: Atlas
    names: dict[str, dict[int, float]] = field(default_factory=dict)
    numbered: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    machine: ahocorasick.Automaton | None = None

    def find(self, text: str, within: int | None = None) -> tuple[Match, ...]:
        """The places a text may mean, the best first, at most eight; nothing when it names none."""
        folded = fold(text)
        mentions = self._mentions(folded)
        best: dict[int, Match] = {}
        for match in (*self._from_names(folded, mentions), *self._from_here(folded, mentions, within)):
            scored = self._favour(match, within)
            if scored.place.id not in best or best[scored.place.id].score < scored.score:
                best[scored.place.id] = scored
        ranked = sorted(best.values(), key=lambda match: (-match.score, match.place.path))
        return tuple(ranked[:MOST])

    def find_names(self, words: str) -> tuple[int, ...]:
        """Places whose name or nickname holds the words (for a search box), nearest to the root first."""
        key = fold(words)
        bare = name_key(words)
        if not key:
            return ()
        found = {one for name, meant in self.names.items() if key in name or bare in name for one in meant}
        return tuple(sorted(found, key=lambda one: (LEVEL_ORDER.index(self.atlas.places[one].level), one)))

    def _mentions(self, folded: str) -> list[Mention]:
        if self.machine is None:
            return []
        hits = [
            Mention(end - len(name) + 1, end + 1, tuple(self.names[name].items()))
            for end, name in self.machine.iter(folded)
            if _stands_alone(folded, end - len(name) + 1, end + 1)
        ]
        return [
            hit
            for hit in hits
            if not any(
                other.start <= hit.start and hit.end <= other.end and other is not hit for other in hits
            )
        ]

    def _from_names(self, folded: str, mentions: list[Mention]) -> Iterable[Match]:
        named = self._narrowed(mentions)
        for mention, one, trust in named:
            words = read_address(folded, mention.end)
            place = self.atlas.places[one]
            if place.level in (Level.STREET, Level.COMMUNITY) and words.building:
                yield from self._inside(place, words, trust * WIDE)
            yield self._descend(place, words, trust)

    def _narrowed(self, mentions: list[Mention]) -> list[tuple[Mention, int, float]]:
        """Keep what lies inside something else the text names (荷塘社区翠苑小区 means the estate there)."""
        meant = [(mention, one, trust) for mention in mentions for one, trust in mention.meant]
        paths = {one: self.atlas.places[one].path for _, one, _ in meant}
        kept = []
        for mention, one, trust in meant:
            others = {other for seen, other, _ in meant if seen is not mention}
            is_wider = any(one in paths[other] and other != one for other in others)
            inside = any(other in paths[one] and other != one for other in others)
            rivals = {other for other, _ in mention.meant if other != one}
            beaten = not inside and any(set(paths[rival]) & others for rival in rivals)
            if not is_wider:
                kept.append((mention, one, trust * 0.5 if beaten else trust))
        return kept

    def _from_here(self, folded: str, mentions: list[Mention], within: int | None) -> Iterable[Match]:
        """Houses named without an estate: below where the caller is, else wherever there is just one."""
        small = (Level.ESTATE, Level.BUILDING)
        if any(self.atlas.places[one].level in small for seen in mentions for one, _ in seen.meant):
            return
        words = read_address(folded)
        if not words.says_something or names_other_estate(folded, words):
            return
        here = self.atlas.places.get(within) if within else None
        if here is None:
            if words.building and not words.loose and not mentions:
                yield from self._anywhere(words)
            return
        yield from self._near(here, words)

    def _near(self, here: PlaceFacts, words: AddressWords) -> Iterable[Match]:
        if not words.building:
            building = self.atlas.above(here, Level.BUILDING)
            if building and words.unit:
                yield self._descend(building, words, UNNAMED)
            return
        estate = self.atlas.above(here, Level.ESTATE)
        if estate and (estate.id, words.building) in self.numbered:
            yield self._descend(estate, words, UNNAMED)
        else:
            community = self.atlas.above(here, Level.COMMUNITY) or here
            yield from self._inside(community, words, UNNAMED)

    def _anywhere(self, words: AddressWords) -> Iterable[Match]:
        for root in self.atlas.children.get(None, ()):
            yield from self._inside(self.atlas.places[root], words, WIDE)

    def _inside(self, ground: PlaceFacts, words: AddressWords, trust: float) -> Iterable[Match]:
        """The estates of a ground that have the house; many of them say nothing."""
        bases = [one for one in (ground, *self._estates(ground)) if (one.id, words.building) in self.numbered]
        if len(bases) <= MOST:
            for base in bases:
                yield self._descend(base, words, trust / len(bases) ** 0.5)

    def _estates(self, ground: PlaceFacts) -> Iterable[PlaceFacts]:
        for child in self.atlas.children.get(ground.id, ()):
            place = self.atlas.places[child]
            if place.level is Level.ESTATE:
                yield place
            elif place.level in (Level.STREET, Level.COMMUNITY):
                yield place
                yield from self._estates(place)

    def _descend(self, place: PlaceFacts, words: AddressWords, trust: float) -> Match:
        """As deep as the words and the tree go together."""
        if words.building and place.level is not Level.BUILDING:
            houses = self.numbered.get((place.id, words.building), [])
            if not houses:
                lost = 1.0 if words.loose else MISSING_HOUSE
                return Match(place, trust * lost)
            place = self.atlas.places[houses[0]]
        if words.unit and place.level is Level.BUILDING:
            doors = self.numbered.get((place.id, words.unit), [])
            if not doors:
                return Match(place, trust * MISSING_ENTRANCE, floor=words.floor)
            place = self.atlas.places[doors[0]]
        deep = place.level in (Level.BUILDING, Level.ENTRANCE)
        return Match(
            place,
            trust,
            room=words.room if deep else "",
            floor=words.floor or _floor_of(words) if deep else "",
        )

    def _favour(self, match: Match, within: int | None) -> Match:
        """What lies where the caller is goes before its namesakes."""
        if within is None or within not in self.atlas.places:
            return match
        community = self.atlas.above(self.atlas.places[within], Level.COMMUNITY)
        ground = community.id if community else within
        score = match.score if ground in match.place.path else match.score * 0.8
        return Match(match.place, round(score, 4), match.room, match.floor)


def build_address_index(atlas: Atlas) -> AddressIndex:
    """Gather every name and nickname; plain numbers only count below their estate or building."""
    index = AddressIndex(atlas)
    for place in atlas.places.values():
        if place.ended:
            continue
        said = [(place.name, FULL), *((alias, NICK) for alias in atlas.aliases.get(place.id, ()))]
        for name, trust in said:
            _take_name(index, place, name, trust)
    machine = ahocorasick.Automaton()
    for name in index.names:
        machine.add_word(name, name)
    if index.names:
        machine.make_automaton()
        index.machine = machine
    return index


def _take_name(index: AddressIndex, place: PlaceFacts, name: str, trust: float) -> None:
    mark = designator(name)
    if mark and place.level in (Level.BUILDING, Level.ENTRANCE) and place.parent_id:
        known = index.numbered.setdefault((place.parent_id, mark), [])
        if place.id not in known:
            known.append(place.id)
    elif place.level in _NAMED:
        spoken = [(fold(name), trust)]
        if place.level in (Level.ESTATE, Level.COMMUNITY):
            spoken += [(short, trust * SHORT) for short in short_names(name)]
        for key, sure in spoken:
            if len(key) >= 2:
                meant = index.names.setdefault(key, {})
                meant[place.id] = max(sure, meant.get(place.id, 0.0))


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """A name of letters or digits must not be cut out of a longer word or number."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    cut_left = _is_plain(before) and _is_plain(folded[start])
    cut_right = _is_plain(after) and _is_plain(folded[end - 1])
    return not (cut_left or cut_right)


def _is_plain(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _floor_of(words: AddressWords) -> str:
    return words.room[:-2] if words.room.isdigit() and len(words.room) in (3, 4) else ""
