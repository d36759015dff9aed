"""Root addresses: each door brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("gongzhi.web.resident.urls")),
    path("console/", include("gongzhi.web.console.urls")),
    path("public/", include("gongzhi.web.public.urls")),
    path("api/v1/", include("gongzhi.api.urls")),
]
