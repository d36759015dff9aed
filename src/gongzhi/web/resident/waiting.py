"""A report written before signing in waits in the session of this phone, with its photos."""

from django.http import HttpRequest, QueryDict

WAITING = "waiting_report"
SKIPPED = {"csrfmiddlewaretoken"}


def keep_waiting(request: HttpRequest, filled: QueryDict, photos: tuple[str, ...]) -> None:
    """Keep what was typed and the photos' tokens until the person has signed in."""
    fields = [[name, value] for name in filled for value in filled.getlist(name)]
    kept = [pair for pair in fields if pair[0] not in SKIPPED and pair[0] != "photos"]
    request.session[WAITING] = kept + [["photos", token] for token in photos]


def has_waiting(request: HttpRequest) -> bool:
    """Whether a report waits for the sign-in."""
    return WAITING in request.session


def take_waiting(request: HttpRequest) -> QueryDict | None:
    """What was kept, for the form to go on with; it is forgotten here once it was sent."""
    kept = request.session.get(WAITING)
    if kept is None:
        return None
    filled = QueryDict(mutable=True)
    for name, value in kept:
        filled.appendlist(name, value)
    return filled


def forget_waiting(request: HttpRequest) -> None:
    """It was sent, or given up."""
    request.session.pop(WAITING, None)
