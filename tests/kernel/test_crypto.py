import json
import stat
from pathlib import Path

import pytest
from pytest_django import Settings

from gongzhi.kernel import crypto


@pytest.fixture(autouse=True)
def own_ring(settings: Settings, tmp_path: Path) -> Path:
    settings.GONGZHI_KEYS = tmp_path / "keys.json"
    return tmp_path / "keys.json"


@pytest.mark.parametrize("cipher", ["aes", "sm4"])
def test_what_is_sealed_opens_again(settings: Settings, cipher: str) -> None:
    settings.GONGZHI_CIPHER = cipher
    sealed = crypto.seal("13800001234", purpose="phone")
    assert "1380000" not in sealed
    assert sealed.startswith(f"{cipher[0]}:k1:")
    assert crypto.unseal(sealed, purpose="phone") == "13800001234"
    assert sealed != crypto.seal("13800001234", purpose="phone")


def test_ciphers_stand_side_by_side(settings: Settings) -> None:
    old = crypto.seal("旧", purpose="name")
    settings.GONGZHI_CIPHER = "sm4"
    new = crypto.seal("新", purpose="name")
    assert crypto.unseal(old, purpose="name") + crypto.unseal(new, purpose="name") == "旧新"


@pytest.mark.parametrize("cipher", ["aes", "sm4"])
def test_another_purpose_or_a_changed_text_does_not_open(settings: Settings, cipher: str) -> None:
    settings.GONGZHI_CIPHER = cipher
    sealed = crypto.seal("王某", purpose="name")
    changed = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    for text, purpose in [(sealed, "phone"), (changed, "name"), ("a:k9:AAAA", "name"), ("nonsense", "name")]:
        with pytest.raises(crypto.Unreadable):
            crypto.unseal(text, purpose=purpose)


def test_the_ring_is_readable_by_its_owner_only(own_ring: Path) -> None:
    crypto.seal("x", purpose="name")
    assert stat.S_IMODE(own_ring.stat().st_mode) == 0o600
    assert set(json.loads(own_ring.read_text())["keys"]) == {"k1"}


def test_rotation_keeps_old_text_readable_and_findable() -> None:
    sealed = crypto.seal("13800001234", purpose="phone")
    old_hash, old_key = crypto.keyed_hash("13800001234", purpose="phone")
    assert crypto.rotate() == "k2"
    assert crypto.unseal(sealed, purpose="phone") == "13800001234"
    assert crypto.sealed_with(crypto.seal("x", purpose="phone")) == "k2"
    new_hash, new_key = crypto.keyed_hash("13800001234", purpose="phone")
    assert (old_key, new_key) == ("k1", "k2")
    assert crypto.all_hashes("13800001234", purpose="phone") == (new_hash, old_hash)


def test_a_hash_is_bound_to_its_purpose() -> None:
    assert crypto.keyed_hash("1", purpose="phone") != crypto.keyed_hash("1", purpose="idno")


def test_two_first_starts_agree_on_one_ring(own_ring: Path) -> None:
    crypto._make(own_ring)
    first = own_ring.read_text()
    crypto._make(own_ring)
    assert own_ring.read_text() == first
    assert [place.name for place in own_ring.parent.iterdir()] == ["keys.json"]


def test_a_residents_words_are_digested_under_their_own_key() -> None:
    key = crypto.fresh_key()
    digest = crypto.keyed_digest("路灯坏了", key)
    assert (
        digest == crypto.keyed_digest("路灯坏了", key) != crypto.keyed_digest("路灯坏了", crypto.fresh_key())
    )
    assert len(digest) == len(crypto.digest("路灯坏了")) == 64
