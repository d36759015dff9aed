"""What an answer leaves open, by the phrases it uses. Every finding is a hint for the person who writes."""

import re

from gongzhi.insight.rules.reply.shapes import Gap, Patterns, Phrases

LEAST = 8
"""Signs below which a sentence without stock phrases still says nothing."""
ENOUGH = 60
"""Signs beside stock phrases from which something is said, whatever its words."""
LONG_SENTENCE, LONG_MEAN = 130, 75
"""Signs of one sentence, and of the mean sentence, beyond which an answer is hard to read. Chinese texts are
taken to be easy up to about 40 signs a sentence; official letters reach 60."""
HEAVY_SHARE, HEAVY_LEAST = 0.12, 4
"""Share of the signs that are officialese, and how many such words it takes."""
STOCK_SHARE = 0.6
"""Share of the signs in stock sentences beyond which the rest drowns."""
LATIN_WIDTH = 3
"""Latin letters that read like one Chinese character."""

_SENTENCE = re.compile(r"[。!?;\n]+|(?<=[a-z0-9)])\.(?:\s+|$)")
_CLAUSE = re.compile(r"[。!?;,:\n]+|\s{2,}|(?<=[a-z0-9)])\.(?:\s+|$)")
_SIGNED = re.compile(
    r"[\s。!.]*(?:\d{2,4}[年./-]\d{1,2}[月./-]\d{1,2}[日号]?|[二〇○零一ｏo]{4}年\S{2,9})\s*$"
)
_LATIN = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[^\W_]")


def find_gaps(reply: str, phrases: Phrases, question: str = "") -> tuple[Gap, ...]:
    """What this answer leaves open, the weightiest first. Both as `read_text` gives them. What a rule says is
    an answer to whoever asks for it (or is not known to complain), not to who reports a trouble."""
    if not _WORD.search(reply):
        return (Gap.EMPTY,)
    clauses = [clause for one in _CLAUSE.split(reply) if (clause := one.strip()) and _WORD.search(clause)]
    rest = [clause for clause in clauses if not _says(clause, phrases.stock)]
    own = [clause for clause in rest if not _says(clause, phrases.forward)]
    width = sum(map(_width, own))
    asked = not question or _says(question, phrases.asks)
    tells = phrases.done + phrases.told + (phrases.rule if asked else ())
    telling = any(_says(clause, tells) for clause in own)
    substance = width >= LEAST and (telling or width >= ENOUGH)
    if not substance:
        return (_hollow(rest, own, told=telling), *_basics(reply, own, phrases, acted=True))
    acted = any(_says(clause, phrases.done) for clause in own)
    return (*_basics(reply, own, phrases, acted=acted), *_reading(reply, clauses, rest, phrases))


def _hollow(rest: list[str], own: list[str], *, told: bool) -> Gap:
    """Why nothing is said: handed on, nothing but phrases, or words without anything done."""
    width = sum(map(_width, own))
    if len(rest) > len(own) and width < 2 * LEAST:
        return Gap.FORWARDED
    return Gap.STOCK if width < LEAST // 2 and not told else Gap.WHAT


def _basics(reply: str, own: list[str], phrases: Phrases, *, acted: bool) -> list[Gap]:
    """Who, when, on what basis, by when the rest, whom to ask. Where a question was answered and nothing
    was to be done, no date is missed."""
    told = _SIGNED.sub("", reply)
    missing = [
        gap
        for gap, patterns, text in (
            (Gap.WHO, phrases.who, reply),
            (Gap.WHEN, phrases.when, told),
            (Gap.BASIS, phrases.basis, ",".join(own)),
            (Gap.CONTACT, phrases.contact, reply),
        )
        if not _says(text, patterns) and (acted or gap is not Gap.WHEN)
    ]
    if _leaves_open(told, phrases) and not _says(told, phrases.promise):
        missing.insert(-1 if Gap.CONTACT in missing else len(missing), Gap.PROMISE)
    return missing


def _leaves_open(told: str, phrases: Phrases) -> bool:
    """Whether something is still to be done when the answer ends: what is done further on closes it, and what
    goes on for ever, hangs on an "if" or is the resident's own to do, has no day."""
    waiting = False
    for clause in _CLAUSE.split(told):
        if _says(clause, phrases.open):
            waiting = waiting or not _says(clause, phrases.lasting)
        elif _says(clause, phrases.finished):
            waiting = False
    return waiting


def _reading(reply: str, clauses: list[str], rest: list[str], phrases: Phrases) -> list[Gap]:
    """Whether a resident can read it: sentences, officialese, how much is left beside the stock phrases."""
    sentences = [width for one in _SENTENCE.split(reply) if (width := _width(one.strip())) > 1]
    whole = sum(map(_width, clauses)) or 1
    heavy = [word for word in phrases.heavy for _each in range(reply.count(word))]
    hard = (
        max(sentences, default=0) > LONG_SENTENCE
        or sum(sentences) / max(len(sentences), 1) > LONG_MEAN
        or (len(heavy) >= HEAVY_LEAST and sum(map(len, heavy)) / whole > HEAVY_SHARE)
        or 1 - sum(map(_width, rest)) / whole > STOCK_SHARE
    )
    return [Gap.PLAIN] if hard else []


def _says(text: str, patterns: Patterns) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _width(text: str) -> int:
    """How long a text reads, in Chinese signs: a Latin word counts by its letters, blanks do not."""
    latin = sum(len(word) for word in _LATIN.findall(text))
    return len(re.sub(r"\s", "", text)) - latin + latin // LATIN_WIDTH
