"""What nobody is sure of goes to a person; the choice teaches, and the next such report finds its way."""

from django.urls import reverse
from playwright.sync_api import expect
from tests.cases.playing import placed
from tests.journeys.stage import JOURNEY, Stage, keep_picture
from tests.routing.learning import labelled

from gongzhi.cases.actions import change_category
from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import learn_when_asked
from gongzhi.routing.queries import guess_category

pytestmark = JOURNEY
ODD_WORDS = "门口那个咚咚锵又来了，整夜咚咚锵"


def test_an_unsure_report_is_decided_by_a_person_and_learnt(stage: Stage) -> None:
    world = stage.world
    refs = [
        placed(world, words=f"{ODD_WORDS}，第{n}天", category="", category_id=None).ref for n in range(12)
    ]
    assert guess_category(ODD_WORDS).code is None
    desk = stage.desk("duty_desk")
    desk.goto(reverse("console:list_unsure"))
    expect(desk.get_by_text(ODD_WORDS).first).to_be_visible()
    keep_picture(desk, "16-unsure", whole=False)
    card = desk.locator("article.unsure", has=desk.locator(f'form[action="{_address(refs[0])}"]'))
    card.locator("select").select_option("rubbish")
    card.get_by_role("button").last.click()
    case = find_case_for(SYSTEM, refs[0])
    assert case.category is not None
    assert case.category.code == "rubbish"
    _teach(stage, refs[1:])
    office = stage.desk("administrator")
    office.goto(reverse("console:show_learning"))
    office.locator(f'form[action="{reverse("console:ask_training")}"] button').click()
    learned = learn_when_asked(actor=SYSTEM)
    assert learned is not None
    office.goto(reverse("console:show_learning"))
    keep_picture(office, "16-learned")
    assert learned.holds, learned
    assert guess_category(ODD_WORDS).code == "rubbish"


def _address(ref: str) -> str:
    return reverse("console:decide_unsure", args=[ref])


def _teach(stage: Stage, refs: list[str]) -> None:
    """The other reports of the kind, and some of others, decided the same way."""
    for ref in refs:
        change_category(ref, "rubbish", "by a person", actor=stage.world.duty_desk.actor)
    for text, label in labelled()[::6]:
        if label in ("停车", "垃圾"):
            known = "rubbish" if label == "垃圾" else "property-lift"
            ref = placed(stage.world, words=text, category="", category_id=None).ref
            change_category(ref, known, "by a person", actor=stage.world.duty_desk.actor)
