"""Everything that writes accounts."""

from gongzhi.accounts.actions.change_password import change_password
from gongzhi.accounts.actions.clear_codes import clear_codes
from gongzhi.accounts.actions.clear_records import clear_records
from gongzhi.accounts.actions.confirm_code import confirm_code
from gongzhi.accounts.actions.confirm_second_factor import confirm_second_factor
from gongzhi.accounts.actions.create_staff import NewStaff, create_staff
from gongzhi.accounts.actions.end_sessions import end_sessions
from gongzhi.accounts.actions.enrol_second_factor import Enrolment, enrol_second_factor
from gongzhi.accounts.actions.ensure_resident import ensure_resident
from gongzhi.accounts.actions.ensure_residents import ensure_residents
from gongzhi.accounts.actions.erase_user import erase_user
from gongzhi.accounts.actions.issue_token import IssuedToken, NewToken, issue_token
from gongzhi.accounts.actions.record_export import record_export
from gongzhi.accounts.actions.request_code import CodeSent, request_code
from gongzhi.accounts.actions.reseal_accounts import reseal_accounts
from gongzhi.accounts.actions.reset_second_factor import reset_second_factor
from gongzhi.accounts.actions.revoke_token import revoke_token
from gongzhi.accounts.actions.set_first_password import set_first_password
from gongzhi.accounts.actions.set_preferences import set_preferences
from gongzhi.accounts.actions.sign_in_staff import Credentials, sign_in_staff
from gongzhi.accounts.actions.unlock_user import unlock_user

__all__ = [
    "CodeSent",
    "Credentials",
    "Enrolment",
    "IssuedToken",
    "NewStaff",
    "NewToken",
    "change_password",
    "clear_codes",
    "clear_records",
    "confirm_code",
    "confirm_second_factor",
    "create_staff",
    "end_sessions",
    "enrol_second_factor",
    "ensure_resident",
    "ensure_residents",
    "erase_user",
    "issue_token",
    "record_export",
    "request_code",
    "reseal_accounts",
    "reset_second_factor",
    "revoke_token",
    "set_first_password",
    "set_preferences",
    "sign_in_staff",
    "unlock_user",
]
