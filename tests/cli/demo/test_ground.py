"""The invented ground: as large as the street of the account, without gap or overlap, the same for a seed."""

from gongzhi.cli.demo.ground import plan_ground
from gongzhi.cli.demo.texts import read_texts


def test_it_is_as_large_as_the_street_of_the_account() -> None:
    plan = plan_ground(7)
    villages = [one for one in plan.communities if one.village]
    estates = [estate for one in plan.communities for estate in one.estates]
    assert (len(plan.communities), len(villages)) == (19, 2)
    assert (len(plan.cells), len(estates), len(plan.branches)) == (144, 70, 71)
    assert {estate.kind for estate in estates} >= {
        "old",
        "commercial",
        "resettlement",
        "unmanaged",
        "village",
    }


def test_grids_neither_gap_nor_overlap() -> None:
    plan = plan_ground(3)
    assert abs(sum(cell.area for cell in plan.cells.values()) - plan.outline.area) < 1e-12
    assert plan.outline.is_valid
    assert not plan.outline.interiors


def test_every_building_lies_in_its_estate() -> None:
    for community in plan_ground(11).communities:
        for estate in community.estates:
            assert community.outline.covers(estate.outline)
            assert all(estate.outline.covers(building.outline) for building in estate.buildings)


def test_the_same_seed_draws_the_same_ground() -> None:
    assert plan_ground(5) == plan_ground(5)
    assert plan_ground(5).outline != plan_ground(6).outline


def test_residents_have_enough_to_say() -> None:
    texts = read_texts()
    sentences = {
        f"{opening}{tail}"
        for openings in texts.openings.values()
        for opening in openings
        for tail in texts.tails
    }
    assert len(texts.openings) == 20
    assert len(sentences) >= 400
