"""The packs that come with a release are whole: every value has its source, its day and a fitting form."""

import pytest

from gongzhi.rulebook.queries import Limit, list_packs
from gongzhi.rulebook.queries.packs import read_pack
from gongzhi.rulebook.rules import LIMIT_UNITS, Pack, UnknownPack, check_value, read_limit

URGENCIES = ("critical", "utility", "ordinary", "complex")


@pytest.mark.parametrize("pack", list_packs(), ids=lambda pack: pack.code)
def test_every_value_is_whole(pack: Pack) -> None:
    assert pack.title.keys() == {"zh", "en"}
    for values in pack.values.values():
        days = [value.effective for value in values]
        assert len(days) == len(set(days))
        for value in values:
            check_value(value.value, value.unit, pack_unit=value.unit)
            assert value.source and value.title.keys() == {"zh", "en"}, value.key


def test_regions_only_refine_what_the_national_pack_or_they_alone_know() -> None:
    national = read_pack("national")
    for pack in list_packs():
        for key, values in pack.values.items():
            beneath = national.values.get(key)
            if beneath and beneath[-1].unit not in LIMIT_UNITS:
                assert values[-1].unit == beneath[-1].unit, f"{pack.code}: {key}"


def test_examples_from_sources_do_not_pass_for_verified() -> None:
    assert {pack.code for pack in list_packs()} == {"national", "beijing", "shanghai", "zhengzhou"}
    regional = [
        value for code in ("beijing", "shanghai", "zhengzhou") for value in read_pack(code).values.values()
    ]
    assert not any(one.verified for values in regional for one in values)


@pytest.mark.parametrize("key", ["sign", "accept", "first-contact", "solve"])
def test_every_urgency_has_its_limit(key: str) -> None:
    values = read_pack("national").values
    for name in (key, *(f"{key}.{urgency}" for urgency in URGENCIES)):
        assert read_limit(values[name][0].value, values[name][0].unit)


def test_the_practice_of_the_hotline() -> None:
    values = read_pack("beijing").values
    limits = [read_limit(values[f"solve.{u}"][0].value, values[f"solve.{u}"][0].unit) for u in URGENCIES]
    assert limits == [
        Limit(2, "natural-hour"),
        Limit(24, "natural-hour"),
        Limit(7, "natural-day"),
        Limit(15, "natural-day"),
    ]


def test_an_unknown_pack_is_refused() -> None:
    with pytest.raises(UnknownPack):
        read_pack("../national")
