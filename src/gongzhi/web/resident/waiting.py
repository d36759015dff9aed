"""A report written before signing in waits at the front desk; this phone remembers only its key."""

from django.http import HttpRequest

WAITING = "waiting_report"


def remember_waiting(request: HttpRequest, key: str) -> None:
    """This phone has a report that waits for the sign-in."""
    request.session[WAITING] = key


def has_waiting(request: HttpRequest) -> bool:
    """Whether one waits."""
    return WAITING in request.session


def take_waiting(request: HttpRequest) -> str:
    """The key of the report that waits, once; "" if there is none."""
    return str(request.session.pop(WAITING, ""))
