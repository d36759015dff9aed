"""What in a text may point to a category: its words, the pieces of its words, both once more for the
beginning, where people say what they want, and the subjects its words speak of.

Texts arrive raw or already cut into words with the small words taken out; both must come out alike, so
whatever the labelled texts never held is passed over.
"""

import re
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from gongzhi.kernel.segments import words_of
from gongzhi.routing.rules.sorting.subjects import Subjects

HEAD = 14
"""Words that count as the beginning: a headline and a little more."""
LONGEST_PIECE = 3
ENOUGH, ONCE, TWICE = 50, 1, 2
KINDS = ("words", "pieces", "head", "subjects")
Clues = dict[str, Counter[str]]

_MARKUP = re.compile(r"_x000d_", re.IGNORECASE)
_CODE = re.compile(
    r"[a-z]\d*|\d+"
)  # places made anonymous (A3 区) and bare numbers say nothing of the matter


def read_words(text: str) -> list[str]:
    """The words of a text that can say something."""
    return [word for word in words_of(_MARKUP.sub(" ", text)) if not _CODE.fullmatch(word)]


def known_words(texts: Iterable[Sequence[str]], least: int) -> frozenset[str]:
    """The words labelled texts hold; single signs only from `least` texts on (small words taken out of those
    texts are left over in a few of them). With enough texts a word must stand in two of them: what a single
    person wrote once, a name perhaps, is not kept."""
    counts: Counter[str] = Counter()
    total = 0
    for words in texts:
        counts.update(set(words))
        total += 1
    shared = ONCE if total < ENOUGH else TWICE
    return frozenset(
        word for word, count in counts.items() if count >= (shared if len(word) > 1 else max(shared, least))
    )


@lru_cache(maxsize=50_000)
def pieces_of(word: str) -> tuple[str, ...]:
    """Every run of up to three signs of a word."""
    return tuple(
        word[at : at + size] for size in range(1, LONGEST_PIECE + 1) for at in range(len(word) - size + 1)
    )


def find_clues(words: Sequence[str], known: Collection[str], subjects: Subjects) -> Clues:
    """The clues of each kind with how often they occur; words nobody knows only say their subject."""
    said = [word for word in words if word in known]
    pieces = Counter(chain.from_iterable(map(pieces_of, said)))
    head = Counter(chain.from_iterable(map(pieces_of, said[:HEAD])))
    spoken_of = subjects.count("".join(words))
    return {"words": Counter(said), "pieces": pieces, "head": head, "subjects": spoken_of}


_RUN = re.compile(r"[a-z]+|[^\W\d_a-z]+")
_PAIR, _TRIPLE = 2, 3


def name_clues(plain: str, subjects: Subjects) -> Counter[str]:
    """The clues names and texts share: pairs and triples of Chinese signs, whole Latin words, subjects."""
    found = subjects.count(plain)
    for run in _RUN.findall(plain):
        if run[0].isascii():
            found[run] += 1
            continue
        for size in (_PAIR, _TRIPLE):
            found.update([run[at : at + size] for at in range(len(run) - size + 1)])
    return found


def key_of_text(text: str) -> int:
    """A number that texts almost alike share (the least of the hashes of their word pairs): they must lie on
    the same side when something is held back for measuring."""
    words = read_words(text) or [text.strip()]
    pairs: Iterable[str] = map("".join, pairwise(words)) if len(words) > 1 else words
    digest: Callable[[bytes], int] = zlib.crc32
    return min(digest(pair.encode()) for pair in pairs)
