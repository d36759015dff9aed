"""What the demo's residents write."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gongzhi.kernel import yaml

_FILE = Path(__file__).resolve().parent / "texts.yaml"


@dataclass(frozen=True)
class Texts:
    """`openings`: item -> first sentences; `tails`: what some add."""

    openings: Mapping[str, list[str]]
    tails: list[str]


def read_texts() -> Texts:
    """The invented sentences that ship with the demo."""
    raw = yaml.load(_FILE.read_text("utf-8"))
    return Texts(raw["openings"], raw["tails"])
