"""Addresses everybody may read."""

from django.urls import path

from gongzhi.web.public.views import progress

app_name = "public"

urlpatterns = [
    path("", progress.list_progress, name="list_progress"),
    path("e/<str:plate>", progress.show_entrance, name="show_entrance"),
]
