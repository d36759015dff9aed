"""What the repository may hold: one licence; no path of a machine, no registry's host, no real phone."""

import re
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w+|/tmp/gz|\bpyenv\b|[A-Z]:\\\\Users")
REGISTRY = re.compile(
    r"files\.python"
    + r"hosted\.org|pypi\.(?:org|tuna)|registry\.npm"
    + r"js\.org|registry\.npm"
    + r"mirror|mirrors?\.[a-z]+\.(?:com|edu)"
)
MOBILE = re.compile(r"(?<![0-9A-Za-z.])1[3-9]\d{9}(?![0-9A-Za-z])")
INVENTED = "1380000"
SECRETS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{30,}")
BINARY = frozenset(
    {".png", ".jpg", ".webp", ".mo", ".xlsx", ".docx", ".xz", ".ico", ".woff2", ".wav", ".webm", ".ogg"}
)
OTHER_LICENCES = re.compile(r"^(?:LICEN[CS]E|COPYING)(?:[.-].*)?$", re.IGNORECASE)
SELF = "tests/architecture/test_repository.py"


@lru_cache
def tracked() -> tuple[str, ...]:
    """Paths that are, or would be, in the repository."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(p for p in listed.splitlines() if (ROOT / p).is_file() and not (ROOT / p).is_symlink())


@lru_cache
def texts() -> dict[str, str]:
    """Path → text of everything that is text."""
    kept = [p for p in tracked() if Path(p).suffix not in BINARY and p != SELF]
    return {p: (ROOT / p).read_text(encoding="utf-8", errors="replace") for p in kept}


def real_phones(text: str) -> list[str]:
    """Mobile numbers outside the invented range."""
    return [number for number in MOBILE.findall(text) if not number.startswith(INVENTED)]


def lines_with(pattern: re.Pattern[str], skip: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{path}: {found.group()}"
        for path, text in texts().items()
        if not path.endswith(skip)
        for found in [pattern.search(text)]
        if found
    ]


def test_patterns_bite() -> None:
    assert MACHINE.search("see /wo" + "rk/main") and not MACHINE.search("rework/main")
    assert real_phones("call 13912345678") and not real_phones("call 13800001234, 139123456789")
    assert REGISTRY.search("https://pypi.org/simple")
    assert SECRETS.search("-----BEGIN RSA PRIVATE KEY")


def test_no_path_of_a_machine() -> None:
    assert not lines_with(MACHINE)


def test_no_host_of_a_registry() -> None:
    assert not lines_with(REGISTRY)


def test_no_secret() -> None:
    assert not lines_with(SECRETS)


def test_only_invented_phones() -> None:
    found = {
        p: said
        for p, text in texts().items()
        if not p.endswith((".lock", "package-lock.json")) and (said := real_phones(text))
    }
    assert not found, found


def test_one_licence() -> None:
    licences = [p for p in tracked() if OTHER_LICENCES.match(Path(p).name)]
    assert licences == ["LICENSE"], licences
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_no_large_file() -> None:
    large = [f"{p}: {size}" for p in tracked() if (size := (ROOT / p).stat().st_size) > 1_000_000]
    assert not large, large


@pytest.mark.parametrize(
    "name", ["requirements/base.lock", "requirements/dev.lock", "requirements/node.lock"]
)
def test_every_locked_package_has_a_hash(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    bare = [
        line for i, line in enumerate(lines) if re.match(r"[a-z0-9]", line) and "--hash" not in lines[i + 1]
    ]
    assert not bare, bare
