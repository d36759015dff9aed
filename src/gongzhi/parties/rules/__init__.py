"""Judgement about seats, pure: what a post may do, who acts on a day, which seat answers for a place."""

from gongzhi.parties.rules.acting import Absence, Acting, Tenure, acting_on, all_acting_on, check_tenure_fits
from gongzhi.parties.rules.posts import (
    DUTY_DESK,
    Ground,
    Named,
    Post,
    check_post_fits,
    read_posts,
)
from gongzhi.parties.rules.resolving import Chair, Found, blind_to, climb, find_chair

__all__ = [
    "DUTY_DESK",
    "Absence",
    "Acting",
    "Chair",
    "Found",
    "Ground",
    "Named",
    "Post",
    "Tenure",
    "acting_on",
    "all_acting_on",
    "blind_to",
    "check_post_fits",
    "check_tenure_fits",
    "climb",
    "find_chair",
    "read_posts",
]
