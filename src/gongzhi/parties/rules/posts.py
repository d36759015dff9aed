"""Posts (岗位) as the street writes them down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _

DUTY_DESK = "duty-desk"
RIGHTS = frozenset(
    {
        "see-scope",
        "party-only",
        "intake",
        "dispatch",
        "call-in",
        "approve",
        "supervise",
        "call-back",
        "open-contact",
        "find-caller",
        "alarms",
        "appoint",
        "configure",
        "audit",
    }
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in both languages, as domain data carries it."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The name for a reader; English for every language but Chinese."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Ground:
    """What a seat sits on: `kind` is a level of the address tree, a kind of duty area or `organisation`."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Post:
    """One post: where its seats may sit, how high it stands and what its holder may do."""

    code: str
    name: Named
    grounds: tuple[str, ...]
    rank: int
    rights: frozenset[str]
    shared: bool = False
    otherwise: tuple[str, ...] = ()


class UnknownPost(Invalid):
    """A post nobody wrote down."""

    code = "unknown-post"
    sentence: object = _("There is no post called “%(post)s”.")
    field = "post"


class WrongGround(Invalid):
    """A seat of this post cannot sit there."""

    code = "wrong-ground"
    sentence: object = _("A seat of this post cannot belong to a ground of this kind.")
    field = "ground"


class BadPosts(Invalid):
    """The list of posts cannot be used."""

    code = "bad-posts"
    sentence: object = _("The list of posts has a mistake at “%(post)s”: %(reason)s.")


def read_posts(entries: Iterable[Mapping[str, object]]) -> dict[str, Post]:
    """The posts of a list as it stands in `posts.yaml`; later entries do not replace earlier ones.

    Raises BadPosts for an unknown right, a missing name or an `otherwise` that leads nowhere."""
    posts: dict[str, Post] = {}
    for entry in entries:
        post = _read_post(entry)
        posts.setdefault(post.code, post)
    for post in posts.values():
        lost = [code for code in post.otherwise if code not in posts]
        if lost:
            raise BadPosts(post=post.code, reason=f"otherwise {lost[0]}")
    return posts


def _read_post(entry: Mapping[str, object]) -> Post:
    code = str(entry.get("post", ""))
    name = entry.get("name")
    if not code or not isinstance(name, Mapping) or not name.get("zh") or not name.get("en"):
        raise BadPosts(post=code, reason="name")
    rights = frozenset(_words(entry.get("rights")))
    if rights - RIGHTS:
        raise BadPosts(post=code, reason=min(rights - RIGHTS))
    rank = str(entry.get("rank", "0"))
    if not rank.isdecimal():
        raise BadPosts(post=code, reason="rank")
    return Post(
        code=code,
        name=Named(zh=str(name["zh"]), en=str(name["en"])),
        grounds=_words(entry.get("grounds")),
        rank=int(rank),
        rights=rights,
        shared=entry.get("shared") == "yes",
        otherwise=_words(entry.get("otherwise")),
    )


def _words(entry: object) -> tuple[str, ...]:
    return tuple(str(word) for word in entry) if isinstance(entry, list | tuple) else ()


def check_post_fits(post: Post, ground: Ground | None, *, in_organisation: bool) -> None:
    """A seat of `post` may sit on `ground`, or, without one, inside an organisation. Raises WrongGround."""
    kind = ground.kind if ground is not None else "organisation"
    if kind not in post.grounds or (ground is None and not in_organisation):
        raise WrongGround()
