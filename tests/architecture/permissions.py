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
# method  address                               an re ne eh L2 o2 se sc de fa pm ad au
GET    public:list_progress                     y  y  y  y  y  y  y  y  y  y  y  y  y
GET    public:show_entrance                     y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:home                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:near                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:outlines                        y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:choose_entrance                 y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:scan_entrance                   y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:here                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:offline                         y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:manifest                        y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:service_worker                  y  y  y  y  y  y  y  y  y  y  y  y  y
# reporting: by anybody, signing in comes last; for a neighbour by whoever holds a seat on the ground
GET    resident:report                          y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:report                          y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:find_places                     y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:find_similar                    y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:add_photo                       y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:show_draft                      n  n  n  n  n  n  n  n  n  n  n  n  n
GET    resident:report_for_neighbour            s  n  n  y  y  y  y  n  n  y  n  n  n
POST   resident:report_for_neighbour            s  n  n  y  y  y  y  n  n  y  n  n  n
# the case: its reporter and those whose ground it is; never whoever is complained of
GET    resident:sent                            s  y  n  y  y  n  y  n  y  n  n  n  y
GET    resident:show_case                       n  y  n  y  y  n  y  n  y  n  n  n  y
GET    resident:show_file                       n  y  n  y  y  n  y  n  y  n  n  n  y
POST   resident:confirm_result                  s  y  n  n  n  n  n  n  n  n  n  n  n
POST   resident:change_verdict                  s  y  n  n  n  n  n  n  n  n  n  n  n
GET    resident:refuse_result                   s  y  n  n  n  n  n  n  n  n  n  n  n
POST   resident:refuse_result                   s  y  n  n  n  n  n  n  n  n  n  n  n
POST   resident:withdraw_case                   s  y  n  n  n  n  n  n  n  n  n  n  n
POST   resident:add_remark                      s  y  n  y  y  n  y  n  y  n  n  n  n
POST   resident:ask_for_person                  s  y  n  n  n  n  n  n  n  n  n  n  n
# was it you: for whoever holds the link of a message, nobody else
GET    resident:not_me                          n  n  n  n  n  n  n  n  n  n  n  n  n
POST   resident:not_me                          n  n  n  n  n  n  n  n  n  n  n  n  n
# seconding: any neighbour, but not whoever is complained of; the auditor writes nothing (GET: to the case)
GET    resident:second_case                     s  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:second_case                     s  y  y  y  y  y  y  y  y  y  n  y  n
# signing in, and what is one's own
GET    resident:sign_in                         y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:sign_in                         y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:confirm_code                    s  s  s  s  s  s  s  s  s  s  s  s  s
POST   resident:confirm_code                    s  s  s  s  s  s  s  s  s  s  s  s  s
POST   resident:sign_out                        y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:set_preferences                 y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:mine                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:list_messages                   s  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:list_looks                      s  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:my_record                       s  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:my_record                       s  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:export_my_record                s  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:erase_my_record                 s  y  y  y  n  n  n  n  n  n  n  n  n
POST   resident:erase_my_record                 s  y  y  y  n  n  n  n  n  n  n  n  n
# the API, each with a key of their own that carries every scope
GET    /api/v1/                                 n  n  n  n  n  n  n  n  n  n  n  n  n
GET    /api/v1/{rest}                           n  n  n  n  n  n  n  n  n  n  n  n  n
GET    /api/v1/openapi.json                     y  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/places                           s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/areas                            s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/categories                       s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/cases                            s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/cases/{ref}                      s  y  n  y  y  n  y  n  y  n  n  n  y
POST   /api/v1/cases/{ref}/outcomes/{outcome}   s  n  n  n  y  n  n  n  n  n  n  n  n
POST   /api/v1/photos                           s  y  y  y  y  y  y  y  y  y  y  y  y
POST   /api/v1/reports                          s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/reports/{ref}                    s  y  n  y  y  n  y  n  y  n  n  n  y
POST   /api/v1/reports/{ref}/second             s  y  y  y  y  y  y  y  y  y  n  y  n
POST   /api/v1/reports/{ref}/confirm            s  y  n  n  n  n  n  n  n  n  n  n  n
"""

# What stands for the variable parts of an address: name of the part → key of the scene, unless the row of the
# address says otherwise.
PARTS = {
    "ref": "case_ref",
    "case_ref": "case_ref",
    "file_ref": "photo_ref",
    "plate": "plate",
    "outcome": "outcome",
    "rest": "outcome",  # an address of the API that is none
    "token": "foreign_token",  # a draft of some other browser
}
OTHER_PARTS: dict[str, dict[str, str]] = {}

# Bodies without which an address would refuse before it looks who asks.
BODIES: dict[str, dict[str, object]] = {
    "POST /api/v1/reports/{ref}/confirm": {"solved": True},
}


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
