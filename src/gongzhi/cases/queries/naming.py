"""Names of outcomes and evidence for a sentence: put into the reader's language only when it is read."""

from collections.abc import Mapping

from django.utils.translation import get_language

from gongzhi.playbooks.queries import Playbook, Titled, title_of


class Said:
    """A title that speaks the language of whoever reads it."""

    def __init__(self, *titles: Titled) -> None:
        self.titles = titles

    def __str__(self) -> str:
        chinese = (get_language() or "zh").startswith("zh")
        return ("、" if chinese else ", ").join(title.zh if chinese else title.en for title in self.titles)


def evidence_named(kinds: tuple[str, ...]) -> Said:
    """What is missing, by its names: 照片、办理说明."""
    return Said(*(title_of("evidence", kind) for kind in kinds))


def title_of_outcome(playbook: Playbook, facts: Mapping[str, object]) -> Titled | None:
    """The name of the outcome an entry tells of."""
    step = playbook.steps.get(str(facts.get("step", "")))
    name = str(facts.get("outcome", ""))
    found = (step.outcomes.get(name) if step else None) or playbook.anywhere.get(name)
    return found.title if found else None
