"""`/api/v1/`: tokens with scopes, problem+json, OpenAPI at openapi.json."""

from django.urls import path
from ninja import NinjaAPI

from gongzhi.api import cases, ground, problems, reports

api = NinjaAPI(
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

urlpatterns = [path("", api.urls)]
