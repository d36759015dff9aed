"""The flow chart of a playbook with the street's own names for posts."""

from django.utils import translation
from django.utils.translation import pgettext

from gongzhi.parties.queries import list_posts
from gongzhi.playbooks.rules.catalogue import CATALOGUE, Sort, base_of
from gongzhi.playbooks.rules.chart import Words
from gongzhi.playbooks.rules.drawing import draw_chart
from gongzhi.playbooks.rules.shapes import Playbook, Titled


def draw_svg(playbook: Playbook, *, language: str = "zh", current: str | None = None) -> str:
    """The chart as SVG text, in Chinese or English; `current` is the step to stand out."""
    posts = {post.code: Titled(post.name.zh, post.name.en) for post in list_posts()}

    def name_of(name: str) -> Titled:
        if name in posts:
            return posts[name]
        sort = Sort.SET if base_of(name) in CATALOGUE.names_of(Sort.SET) else Sort.RELATION
        return CATALOGUE.title_of(sort, base_of(name))

    chinese = language.startswith("zh")
    with translation.override("zh-hans" if chinese else "en"):
        words = _words()
    return draw_chart(
        playbook, words=words, name_of=name_of, language="zh" if chinese else "en", current=current
    )


def _words() -> Words:
    return Words(
        up=pgettext("flow chart", "one rung up"),
        again=pgettext("flow chart", "the step goes on"),
        supervised=pgettext("flow chart", "supervised"),
        routed=pgettext("flow chart", "routed again"),
        back=pgettext("flow chart", "the step before"),
        stays=pgettext("flow chart", "the step stays"),
        late=pgettext("flow chart", "Too late"),
        silence=pgettext("flow chart", "Nobody answers"),
        then=pgettext("flow chart", "When the other matter ends"),
        anywhere=pgettext("flow chart", "At any step"),
        now=pgettext("flow chart", "now"),
        who=pgettext("flow chart", "by"),
        each=pgettext("flow chart", "each does its part"),
        steps=pgettext("flow chart", "Steps"),
        ends=pgettext("flow chart", "Ends"),
        nth=pgettext("flow chart", "time %(n)s"),
    )
