"""Refusals as problem+json (RFC 9457): what is wrong, in which field, what to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError

from gongzhi.kernel.errors import Invalid, Refusal, TooMany

MEDIA_TYPE = "application/problem+json"


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """One answer: `type` is stable for machines, `detail` for people in the language asked for."""
    body = {
        "type": f"urn:gongzhi:{code}",
        "title": code.replace("-", " "),
        "status": status,
        "detail": detail,
    }
    return JsonResponse(
        {**body, **more}, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False}
    )


def answer_refusal(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """What a room refuses; outsiders cannot tell denied from absent."""
    if isinstance(refusal, Invalid):
        return problem(422, refusal.code, str(refusal), errors=refusal.errors)
    code = "not-found" if refusal.status == 404 else refusal.code
    answer = problem(refusal.status, code, str(refusal))
    if isinstance(refusal, TooMany):
        answer["Retry-After"] = str(refusal.wait_seconds)
    return answer


def answer_unreadable(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """The request has not the form the schema asks for: each field by its path."""
    errors = {".".join(map(str, one["loc"][1:])) or "body": one["msg"] for one in fault.errors}
    return problem(422, "invalid", _("Something filled in needs another look."), errors=errors)


def answer_no_token(
    request: HttpRequest, _fault: AuthenticationError | type[AuthenticationError]
) -> HttpResponse:
    """No token, an ended one, or one nobody knows."""
    answer = problem(401, "no-token", _("Send a valid token: Authorization: Bearer …"))
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def answer_no_scope(
    request: HttpRequest, fault: AuthorizationError | type[AuthorizationError]
) -> HttpResponse:
    """The token is good, but not for this."""
    return problem(403, "no-scope", str(fault))


def answer_other(request: HttpRequest, fault: HttpError) -> HttpResponse:
    """Anything the framework refuses, such as a body that is no JSON."""
    return problem(fault.status_code, "unreadable", str(fault))


ANSWERS: tuple[tuple[type[Exception], Any], ...] = (
    (Refusal, answer_refusal),
    (ValidationError, answer_unreadable),
    (AuthenticationError, answer_no_token),
    (AuthorizationError, answer_no_scope),
    (HttpError, answer_other),
)


def install(api: NinjaAPI) -> None:
    """Have the API answer in this form."""
    for kind, answer in ANSWERS:
        api.add_exception_handler(kind, answer)
