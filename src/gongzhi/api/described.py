"""The API as it describes itself: every operation with the problems it may answer."""

from http import HTTPStatus
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from gongzhi.api.problems import MEDIA_TYPE

PROBLEM = {
    "title": "Problem",
    "description": "What is wrong (RFC 9457). `type` is stable, `detail` is a sentence in the language asked "
    "for, `errors` names each field that needs another look.",
    "type": "object",
    "properties": {
        "type": {"type": "string", "examples": ["urn:gongzhi:not-found"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "required": ["type", "title", "status", "detail"],
}
ALWAYS = (400, 401, 403, 404, 422, 500)
WHEN_SENDING = (409, 413, 429)


class DescribedAPI(NinjaAPI):
    """Adds to each operation the refusals all of them share."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The schema with a `Problem` for every status an operation may refuse with."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        schema["components"]["schemas"]["Problem"] = PROBLEM
        for methods in schema["paths"].values():
            for verb, operation in methods.items():
                for status in ALWAYS + (WHEN_SENDING if verb == "post" else ()):
                    operation["responses"].setdefault(status, _refusal(status))
        return schema


def _refusal(status: int) -> dict[str, object]:
    return {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
