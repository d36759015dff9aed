"""What seats answer for rooms below: who may administer accounts."""

from gongzhi.accounts.queries import use_powers
from gongzhi.parties.queries import rights_of


def has_right(user_id: int, right: str) -> bool:
    """Whether any seat of the person carries the right."""
    return rights_of(user_id).can(right)


use_powers(has_right)
