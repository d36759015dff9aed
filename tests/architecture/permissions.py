"""Who may open which address: every address × the whole cast, written down.

    y  it is answered, or refused for a reason the asker may know (a field is missing, the case has ended)
    n  404: for this person there is nothing here
    s  sent to sign in (a redirect; 401 at the API)

`tests/architecture/test_permissions.py` asks every cell. An address that is missing here fails, and the
failure prints its rows as the house answers now: read them against the design before pasting them in.
Columns: anonymous · resident (the reporter) · neighbour · entrance head · L2 leader (holds the case) · L2
leader of another grid · secretary · section · deputy · staff of another street · property manager complained
of · administrator · auditor.
"""

from dataclasses import dataclass

CAST = (
    "anonymous",
    "resident",
    "neighbour",
    "entrance_head",
    "grid_leader",
    "other_grid_leader",
    "secretary",
    "section",
    "deputy",
    "far_staff",
    "property_manager",
    "administrator",
    "auditor",
)

TABLE = """
# method  address                          an re ne eh L2 o2 se sc de fa pm ad au
"""

# What stands for the variable parts of an address: name of the part → key of the scene, unless the row of the
# address says otherwise.
PARTS = {
    "ref": "case_ref",
    "case_ref": "case_ref",
    "file_ref": "photo_ref",
    "plate": "plate",
    "outcome": "outcome",
}
OTHER_PARTS: dict[str, dict[str, str]] = {}

# Bodies without which an address would refuse before it looks who asks.
BODIES: dict[str, dict[str, object]] = {}


@dataclass(frozen=True)
class Row:
    """One address with one method, and an answer for each of the cast."""

    method: str
    address: str
    answers: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.method} {self.address}"

    def line(self) -> str:
        """As it stands in the table."""
        return f"{self.method:<7}{self.address:<40} {'  '.join(self.answers)}"


def read_table(text: str = TABLE) -> dict[str, Row]:
    """Key (`GET resident:home`) → row. A malformed or doubled row is an error."""
    rows: dict[str, Row] = {}
    for line in text.splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        row = Row(words[0], words[1], tuple(words[2:]))
        if len(row.answers) != len(CAST) or not set(row.answers) <= set("yns") or row.key in rows:
            raise ValueError(f"row of the permission table: {line}")
        rows[row.key] = row
    return rows
