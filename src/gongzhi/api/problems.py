"""Refusals as problem+json (RFC 9457): what is wrong, in which field, what to do."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

import structlog
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError

from gongzhi.kernel.errors import Invalid, Refusal, TooMany

log = structlog.get_logger(__name__)
View = Callable[..., HttpResponse]
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
    """What the framework refuses: a body that is no JSON."""
    return problem(fault.status_code, "unreadable", _("The body cannot be read: send JSON in UTF-8."))


def answer_too_large(request: HttpRequest, _fault: RequestDataTooBig) -> HttpResponse:
    """More than a report can be."""
    return problem(413, "too-large", _("This is too large."))


def answer_broken(request: HttpRequest, _fault: Exception) -> HttpResponse:
    """A form cut off in the middle, more parts than anybody needs."""
    return problem(400, "unreadable", _("What was sent cannot be read."))


def answer_fault(request: HttpRequest, fault: Exception) -> HttpResponse:
    """A fault of ours: it goes to the log, and the caller learns that trying again is no use."""
    log.error("fault in the API", path=request.path, exc_info=fault)
    return problem(500, "fault", _("Something went wrong on our side. It has been noted."))


def answer_unknown(request: HttpRequest, rest: str = "") -> HttpResponse:
    """No such address below /api/v1/."""
    return problem(404, "not-found", _("There is nothing at this address."))


answer_unknown.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie counts here


def in_this_form(view: View) -> View:
    """What the framework answers by itself (wrong method) says it in the same form."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponse:
        try:
            given = view(request, *args, **parts)
        except Http404:
            return answer_unknown(request)
        if given.status_code < 400 or given.headers.get("Content-Type", "").startswith(MEDIA_TYPE):
            return given
        if given.status_code != 405:
            return problem(given.status_code, "refused", HTTPStatus(given.status_code).phrase)
        answer = problem(405, "wrong-method", _("This address does not take this method."))
        answer["Allow"] = given["Allow"]
        return answer

    return answer


ANSWERS: tuple[tuple[type[Exception], Any], ...] = (
    (Refusal, answer_refusal),
    (ValidationError, answer_unreadable),
    (AuthenticationError, answer_no_token),
    (AuthorizationError, answer_no_scope),
    (HttpError, answer_other),
    (RequestDataTooBig, answer_too_large),
    (SuspiciousOperation, answer_broken),
    (MultiPartParserError, answer_broken),
    (BadRequest, answer_broken),
    (UnreadablePostError, answer_broken),
    (Exception, answer_fault),
)


def install(api: NinjaAPI) -> None:
    """Have the API answer in this form."""
    for kind, answer in ANSWERS:
        api.add_exception_handler(kind, answer)
