"""`/api/v1/`: tokens with scopes, problem+json, OpenAPI at openapi.json."""

from django.urls import URLPattern, path

from gongzhi.api import cases, ground, problems, reports
from gongzhi.api.described import DescribedAPI

api = DescribedAPI(
    title="Gongzhi",
    version="1",
    description="Reports, places and cases of a sub-district. Send `Authorization: Bearer …`; "
    "`Accept-Language: en` for English.",
    docs_url=None,
    urls_namespace="api",
)
problems.install(api)
for room in (reports, cases, ground):
    api.add_router("", room.router)

addresses, app, space = api.urls
for pattern in addresses:
    if isinstance(pattern, URLPattern):
        pattern.callback = problems.in_this_form(pattern.callback)

urlpatterns = [
    path("", (addresses, app, space)),
    path("<path:rest>", problems.answer_unknown),
]
