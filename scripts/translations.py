"""The message catalogues: which texts the code holds, and whether each has its Chinese.

    scripts/translations.py update     add what is new, drop what is gone, list what is untranslated
    scripts/translations.py check      the same questions without writing; exit 1 when one is open
    scripts/translations.py compile    .po → .mo, as Django reads them

Message ids are English. Every room, and each audience of `web`, keeps its own
`locale/zh_Hans/LC_MESSAGES/django.po`; texts shared by the audiences (`web/*.py`, `web/templates/shared`)
lie with the residents' pages.
"""

import argparse
import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "gongzhi"
AUDIENCES = ("resident", "console", "public")
SHARED = "web/resident"
CATALOGUE = Path("locale") / "zh_Hans" / "LC_MESSAGES" / "django.po"

# Function name → which arguments are context, singular and plural.
KEYWORDS: dict[str, tuple[int | None, int, int | None]] = {
    name + lazy: shape
    for name, shape in {
        "gettext": (None, 0, None),
        "ngettext": (None, 0, 1),
        "pgettext": (0, 1, None),
        "npgettext": (0, 1, 2),
    }.items()
    for lazy in ("", "_lazy", "_noop")
} | {"_": (None, 0, None)}
CALL = re.compile(r"(?<![\w.])(_|n?p?gettext(?:_lazy|_noop)?)\(")
PLACEHOLDER = re.compile(r"%\(\w+\)[-+0-9.]*[a-zA-Z]|%[sd]|\{\w*\}")
CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, order=True)
class Text:
    """One text for people: its English id, plural and context, and the file it stands in."""

    msgid: str
    plural: str = ""
    context: str = ""
    where: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells two texts apart in a catalogue."""
        return self.context, self.msgid


def owner_of(path: Path) -> str | None:
    """The folder below the package whose catalogue holds the texts of this file."""
    parts = path.relative_to(PACKAGE).parts
    if parts[0] != "web":
        return None if len(parts) == 1 or parts[0] == "config" else parts[0]
    inner = parts[2] if parts[1] == "templates" and len(parts) > 2 else parts[1]
    return f"web/{inner}" if inner in AUDIENCES else SHARED


def texts_in_python(source: str, where: str) -> Iterator[Text]:
    """Every call of a translating function with plain strings."""
    tree = ast.parse(source)
    renamed = {
        alias.asname: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname and alias.name in KEYWORDS
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            shape = KEYWORDS.get(renamed.get(name, name))
            if shape:
                yield from _text_of_call(node, shape, where)


def _text_of_call(call: ast.Call, shape: tuple[int | None, int, int | None], where: str) -> Iterator[Text]:
    said = [a.value if isinstance(a, ast.Constant) and isinstance(a.value, str) else None for a in call.args]
    context, single, plural = (said[i] if i is not None and i < len(said) else None for i in shape)
    if single:
        yield Text(single, plural or "", context or "", where)


def texts_in_template(source: str, where: str) -> Iterator[Text]:
    """Every translate tag and filter argument, found through Django's own reading of the template."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 - needs Django's settings

    plain = templatize(source)
    for match in CALL.finditer(plain):
        words = plain[match.start() : _closing(plain, match.end())]
        try:
            call = ast.parse(words.strip(), mode="eval").body
        except SyntaxError:
            continue
        if isinstance(call, ast.Call):
            # ngettext's count is a bare name, which is no string and thus no part of the text
            yield from _text_of_call(call, KEYWORDS[match.group(1)], where)


def _closing(text: str, start: int) -> int:
    """Index after the bracket that closes the call beginning before `start`, strings respected."""
    depth, quote, i = 1, "", start
    while i < len(text) and depth:
        char = text[i]
        if quote:
            i += char == "\\"
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote = char
        else:
            depth += (char == "(") - (char == ")")
        i += 1
    return i


@lru_cache
def list_texts() -> dict[str, list[Text]]:
    """Owner → its texts, in the order of their ids."""
    _settings()
    found: dict[str, dict[tuple[str, str], Text]] = defaultdict(dict)
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("templates/**/*.*")]):
        owner = owner_of(path)
        if (
            owner is None
            or "migrations" in path.parts
            or path.suffix not in {".py", ".html", ".txt", ".xml", ".js"}
        ):
            continue
        where = path.relative_to(PACKAGE).as_posix()
        read = texts_in_python if path.suffix == ".py" else texts_in_template
        for text in read(path.read_text(encoding="utf-8"), where):
            known = found[owner].setdefault(text.key, text)
            if text.plural and not known.plural:
                found[owner][text.key] = text
    return {owner: sorted(texts.values()) for owner, texts in found.items()}


def _settings() -> None:
    import tempfile  # noqa: PLC0415 - only this branch makes a folder

    from django.conf import settings  # noqa: PLC0415

    if not settings.configured:
        settings.configure(USE_I18N=True, SECRET_KEY=tempfile.gettempprefix())


def catalogue_path(owner: str) -> Path:
    return PACKAGE / owner / CATALOGUE


def read_catalogue(owner: str) -> Catalog:
    """The Chinese catalogue of a room or audience, empty where none exists yet."""
    place = catalogue_path(owner)
    if not place.exists():
        return new_catalogue()
    return read_po(BytesIO(place.read_bytes()), locale="zh_Hans")


def new_catalogue() -> Catalog:
    catalogue = Catalog(locale="zh_Hans", project="Gongzhi", charset="utf-8", fuzzy=False)
    catalogue.header_comment = ""
    return catalogue


def faults_in(texts: Iterable[Text], catalogue: Catalog) -> list[str]:
    """What is wrong between the code's texts and one catalogue, a line each."""
    wanted = {text.key: text for text in texts}
    there = {(m.context or "", _single(m)): m for m in catalogue if m.id}
    faults = [f"missing: {msgid!r} ({wanted[c, msgid].where})" for c, msgid in wanted.keys() - there.keys()]
    faults += [f"stale: {msgid!r}" for c, msgid in there.keys() - wanted.keys()]
    faults += [f"stale, commented out: {_single(m)!r}" for m in catalogue.obsolete.values()]
    for key, message in there.items():
        faults += _faults_of(message, wanted.get(key))
    return sorted(faults)


def _faults_of(message: Message, text: Text | None) -> list[str]:
    said = _translations(message)
    if not said or not all(said):
        return [f"untranslated: {_single(message)!r}"]
    faults = [f"fuzzy: {_single(message)!r}"] if message.fuzzy else []
    if CHINESE.search(_single(message)):
        faults.append(f"the id is not English: {_single(message)!r}")
    if text and bool(text.plural) != isinstance(message.id, tuple | list):
        faults.append(f"plural differs: {_single(message)!r}")
    wanted = set(PLACEHOLDER.findall(message.id[-1] if isinstance(message.id, tuple | list) else message.id))
    faults += [
        f"placeholders differ: {_single(message)!r}"
        for one in said
        if set(PLACEHOLDER.findall(one)) != wanted
    ]
    return faults


def _single(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple | list) else message.id)


def _translations(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [str(message.string)]


def list_owners() -> list[str]:
    """Every room and audience that has texts or a catalogue."""
    kept = {p.relative_to(PACKAGE).parts for p in PACKAGE.rglob("django.po")}
    return sorted({*list_texts(), *("/".join(parts[: parts.index("locale")]) for parts in kept)})


def list_disagreements() -> list[str]:
    """The same text with two Chinese wordings: Django merges all catalogues, so one would win by luck."""
    said: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for owner in list_owners():
        for message in read_catalogue(owner):
            if message.id:
                said[message.context or "", _single(message)]["|".join(_translations(message))] = owner
    return [
        f"{msgid!r} is " + " and ".join(f"{words!r} in {owner}" for words, owner in sorted(ways.items()))
        for (_context, msgid), ways in sorted(said.items())
        if len(ways) > 1
    ]


def check() -> list[str]:
    """Every open question in every catalogue, a line each."""
    texts = list_texts()
    faults = [
        f"{owner}: {fault}"
        for owner in list_owners()
        for fault in faults_in(texts.get(owner, []), read_catalogue(owner))
    ]
    return faults + list_disagreements()


def update() -> list[str]:
    """Write every catalogue anew with the texts there are; a text known elsewhere takes its Chinese along."""
    texts, owners = list_texts(), list_owners()
    old = {owner: read_catalogue(owner) for owner in owners}
    known = {
        ((m.context or ""), _single(m)): m.string
        for c in old.values()
        for m in c
        if m.id and all(_translations(m))
    }
    for owner in owners:
        fresh = new_catalogue()
        for text in texts.get(owner, []):
            msgid: str | tuple[str, str] = (text.msgid, text.plural) if text.plural else text.msgid
            string = _own(old[owner], text) or known.get(text.key) or ""
            if text.plural and isinstance(string, str):
                string = (string,)
            elif not text.plural and not isinstance(string, str):
                string = string[0]
            fresh.add(msgid, string, context=text.context or None)
        _write(owner, fresh)
    return check()


def _own(catalogue: Catalog, text: Text) -> str | tuple[str, ...] | None:
    message = catalogue.get(text.msgid, text.context or None)
    return message.string if message is not None and all(_translations(message)) else None


def _write(owner: str, catalogue: Catalog) -> None:
    """The text of a catalogue depends on its messages alone: no dates, no line numbers, no tool names."""
    lines = BytesIO()
    write_po(lines, catalogue, width=110, no_location=True, sort_output=True)
    body = lines.getvalue().decode()
    entries = body[body.index("\n\n") + 2 :] if "\n\n" in body else ""
    header = (
        'msgid ""\nmsgstr ""\n"Language: zh_Hans\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
    )
    place = catalogue_path(owner)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(header + entries.rstrip("\n") + "\n", encoding="utf-8")


def compile_all() -> None:
    """Write each .mo beside its .po, whole or not at all."""
    for place in PACKAGE.rglob("django.po"):
        catalogue = read_po(BytesIO(place.read_bytes()), locale="zh_Hans")
        fresh = place.with_suffix(".mo.new")
        with fresh.open("wb") as out:
            write_mo(out, catalogue)
        fresh.replace(place.with_suffix(".mo"))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=["update", "check", "compile"])
    verb = parser.parse_args().verb
    if verb == "compile":
        compile_all()
        return 0
    faults = update() if verb == "update" else check()
    for fault in faults:
        print(fault)
    return 1 if faults and verb == "check" else 0


if __name__ == "__main__":
    sys.exit(main())
