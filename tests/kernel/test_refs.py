from hypothesis import given
from hypothesis import strategies as st

from gongzhi.kernel import refs

numbers = st.builds(lambda n: str(n) + refs.check_digit(str(n)), st.integers(10**10, 10**11 - 1))


def test_new_ref_is_whole_and_twelve_digits() -> None:
    made = {refs.new_ref() for _ in range(500)}
    assert len(made) == 500
    assert all(refs.is_ref(ref) and len(ref) == 12 and ref[0] != "0" for ref in made)


@given(numbers, st.integers(0, 11), st.integers(1, 9))
def test_every_wrong_digit_is_found(ref: str, at: int, off: int) -> None:
    wrong = ref[:at] + str((int(ref[at]) + off) % 10) + ref[at + 1 :]
    assert not refs.is_ref(wrong)


@given(numbers, st.integers(0, 10))
def test_every_swapped_pair_is_found(ref: str, at: int) -> None:
    swapped = ref[:at] + ref[at + 1] + ref[at] + ref[at + 2 :]
    assert refs.is_ref(swapped) == (ref[at] == ref[at + 1])


@given(numbers)
def test_spoken_and_typed_come_back(ref: str) -> None:
    assert refs.clean_ref(refs.spoken(ref)) == ref
    assert refs.clean_ref(f" {ref[:4]}-{ref[4:8]}－{ref[8:]} ") == ref
    assert refs.clean_ref("".join(chr(ord(sign) + 0xFEE0) for sign in ref)) == ref


def test_nonsense_is_no_ref() -> None:
    assert refs.clean_ref("") == refs.clean_ref("四八二一") == refs.clean_ref("12345") == ""
    assert not refs.is_ref("１２３４５６７８９０１２")


def test_keys_of_pages() -> None:
    assert refs.is_key("3f0c2b7e-6d1f-4a55-9b0e")
    assert not any(
        map(refs.is_key, ("", "short", "a" * 65, "with blank 1", "-begins-so", "键键键键键键键键"))
    )
