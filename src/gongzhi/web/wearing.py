"""Large print and language, kept in this phone so that they hold before signing in."""

from django.conf import settings
from django.http import HttpResponseBase

YEAR = 365 * 24 * 3600


def wear_preferences(
    response: HttpResponseBase, *, language: str | None = None, elder: bool | None = None
) -> HttpResponseBase:
    """Put what is preferred into cookies; None leaves it as it is."""
    if language in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language or "", max_age=YEAR, samesite="Lax")
    if elder is not None:
        response.set_cookie("elder", "1" if elder else "0", max_age=YEAR, samesite="Lax")
    return response
