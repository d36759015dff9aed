"""What would other paths have done with what came in lately?"""

import uuid

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.world import World

from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import About, ReportDraft, Spot
from gongzhi.kernel.errors import Denied
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import get_seat
from gongzhi.routing.queries import PathRule, Titled, list_paths, preview_effect
from gongzhi.territory.queries import get_place

ALL = PathRule("1", Titled("都给书记", "All to the secretary"), "community-secretary", ({},))


def come_in(street: World, words: str, place: str = "entrance", about: str = "") -> None:
    draft = ReportDraft(
        key=str(uuid.uuid4()),
        words=words,
        spot=Spot(place_ref=get_place(street.place(place)).ref),
        about=About(seat_ref=get_seat(street.seat(about)).ref) if about else About(),
    )
    submit_report(draft, actor=street.people["resident"].actor)


def test_the_same_paths_change_nothing(street: World) -> None:
    for words in ("楼道灯不亮", "垃圾没人收", "这里有燃气味", "嗯嗯好的"):
        come_in(street, words)
    found = preview_effect(list_paths(), actor=street.administrator.actor)
    assert (found.figures.looked_at, found.figures.moved, found.samples, found.cut_off) == (4, 0, (), False)
    assert found.figures.desk_before == 1


def test_who_would_receive_what(street: World) -> None:
    come_in(street, "楼道灯不亮")
    come_in(street, "楼上半夜噪音扰民")
    found = preview_effect([ALL], actor=street.administrator.actor)
    figures = found.figures
    assert (figures.moved, figures.other_seat) == (2, 1)
    loads = {one.seat_id: (one.before, one.after) for one in figures.loads}
    assert loads == {street.seat("grid_leader"): (1, 0), street.seat("secretary"): (1, 2)}
    assert {one.before.path for one in found.samples} == {"9", "10"}


def test_danger_is_remembered_by_its_sign(street: World) -> None:
    come_in(street, "这里有燃气味")
    signs = PathRule("1", Titled("险", "Danger"), "deputy-leader", ({"danger": ("any",)},))
    (sample,) = preview_effect([signs], actor=street.administrator.actor).samples
    assert (sample.before.path, sample.after.seat_id) == ("1", street.seat("deputy"))


def test_complaints_count_and_are_not_shown(street: World) -> None:
    come_in(street, "物业的人骂人", about="property_manager")
    found = preview_effect([ALL], actor=street.administrator.actor)
    assert (found.figures.looked_at, found.samples) == (1, ())


def test_more_than_can_be_looked_at_is_said(street: World) -> None:
    for _number in range(3):
        come_in(street, "楼道灯不亮")
    found = preview_effect([ALL], actor=street.administrator.actor, most=2)
    assert (found.figures.looked_at, found.cut_off) == (2, True)


def test_queries_do_not_grow(street: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    come_in(street, "楼道灯不亮")
    editor = street.administrator.actor
    preview_effect([ALL], actor=editor)
    stamps = current_all()
    with django_assert_num_queries(3):
        preview_effect([ALL], actor=editor, stamps=stamps)
    for place in ("entrance", "next_entrance", "unmanaged_entrance", "other_entrance", "community"):
        come_in(street, "垃圾没人收", place)
    stamps = current_all()
    with django_assert_num_queries(3):
        preview_effect([ALL], actor=editor, stamps=stamps)


def test_only_who_configures_or_audits(street: World) -> None:
    with pytest.raises(Denied):
        preview_effect([ALL], actor=street.secretary.actor)
