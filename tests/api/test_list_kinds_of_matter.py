"""GET categories."""

from tests.api.conftest import Program


def test_every_kind_under_its_scenario_in_the_language_asked_for(hotline: Program) -> None:
    english = hotline.get("categories").json()
    assert len({one["code"] for one in english}) == len(english) >= 20
    assert all(one["name"].isascii() and one["scenario_name"].isascii() for one in english)
    answer = hotline.client.get(
        "/api/v1/categories",
        headers={"authorization": f"Bearer {hotline.secret}", "accept-language": "zh-hans"},
    )
    assert not any(one["name"].isascii() for one in answer.json())
