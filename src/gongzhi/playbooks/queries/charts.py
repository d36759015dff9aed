"""The flow chart of a playbook with the street's own names for posts."""

from gongzhi.parties.queries import list_posts
from gongzhi.playbooks.rules.catalogue import CATALOGUE, Sort, base_of
from gongzhi.playbooks.rules.drawing import draw_chart
from gongzhi.playbooks.rules.shapes import Playbook, Titled


def draw_svg(playbook: Playbook, *, language: str = "zh", current: str | None = None) -> str:
    """The chart as SVG text, in `zh` or `en`; `current` is the step to stand out."""
    posts = {post.code: Titled(post.name.zh, post.name.en) for post in list_posts()}

    def name_of(name: str) -> Titled:
        if name in posts:
            return posts[name]
        sort = Sort.SET if base_of(name) in CATALOGUE.names_of(Sort.SET) else Sort.RELATION
        return CATALOGUE.title_of(sort, base_of(name))

    return draw_chart(
        playbook, name_of=name_of, language="zh" if language.startswith("zh") else "en", current=current
    )
