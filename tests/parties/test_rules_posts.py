import pytest

from gongzhi.parties.queries.present import read_all_posts
from gongzhi.parties.rules import Ground, check_post_fits, read_posts
from gongzhi.parties.rules.posts import BadPosts, WrongGround


def entry(**changed: object) -> dict[str, object]:
    """One post as a clerk writes it."""
    plain: dict[str, object] = {
        "post": "steward",
        "name": {"zh": "管家", "en": "Steward"},
        "grounds": ["estate"],
    }
    return {**plain, **changed}


def test_the_list_that_ships_is_whole() -> None:
    posts = read_all_posts()
    assert posts["grid-leader-2"].name.in_language("zh-hans") == "二级网格长"
    assert posts["grid-leader-2"].name.in_language("en") == "Micro-grid leader"
    assert not posts["auditor"].rights - {"audit"}
    assert "see-scope" not in posts["property-manager"].rights
    assert "configure" not in posts["main-leader"].rights


@pytest.mark.parametrize(
    "wrong",
    [
        {"post": ""},
        {"name": {"zh": "管家"}},
        {"rights": ["fly"]},
        {"rank": "high"},
        {"otherwise": ["nobody"]},
    ],
)
def test_mistakes_are_named(wrong: dict[str, object]) -> None:
    with pytest.raises(BadPosts):
        read_posts([entry(**wrong)])


def test_a_streets_own_file_cannot_raise_the_rights_of_a_post_that_ships() -> None:
    posts = read_posts([entry(rights=["intake"]), entry(rights=["configure"])])
    assert posts["steward"].rights == {"intake"}


def test_a_seat_sits_where_its_post_may() -> None:
    steward = read_posts([entry()])["steward"]
    check_post_fits(steward, Ground("estate", 1), in_organisation=False)
    for ground in (Ground("street", 1), None):
        with pytest.raises(WrongGround):
            check_post_fits(steward, ground, in_organisation=ground is None)
