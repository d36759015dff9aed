"""Reading accounts. Identities of residents are read through `registry`."""

from gongzhi.accounts.models import UserKind
from gongzhi.accounts.queries.powers import has_power, use_powers
from gongzhi.accounts.queries.records import RecordFacts, list_records
from gongzhi.accounts.queries.second_factor import SignInGaps, sign_in_gaps
from gongzhi.accounts.queries.sessions import idle_limit, is_session_idle
from gongzhi.accounts.queries.tokens import (
    TokenFacts,
    TokenHolder,
    find_token,
    list_token_ids_like,
    list_tokens,
)
from gongzhi.accounts.queries.users import (
    UserFacts,
    actor_for,
    find_resident_by_phone,
    get_phone,
    get_user,
    list_staff,
)
from gongzhi.accounts.rules import clean_phone

__all__ = [
    "RecordFacts",
    "SignInGaps",
    "TokenFacts",
    "TokenHolder",
    "UserFacts",
    "UserKind",
    "actor_for",
    "clean_phone",
    "find_resident_by_phone",
    "find_token",
    "get_phone",
    "get_user",
    "has_power",
    "idle_limit",
    "is_session_idle",
    "list_records",
    "list_staff",
    "list_token_ids_like",
    "list_tokens",
    "sign_in_gaps",
    "use_powers",
]
