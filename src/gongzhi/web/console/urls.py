"""Addresses of the console: the daily work, and what it stands on."""

from django.urls import URLPattern

from gongzhi.web.console.urls_insight import insight_pages
from gongzhi.web.console.urls_replies import reply_pages
from gongzhi.web.console.urls_setup import setup_pages
from gongzhi.web.console.urls_speech import speech_pages
from gongzhi.web.console.urls_work import work_pages

app_name = "console"

urlpatterns: list[URLPattern] = [*work_pages, *insight_pages, *speech_pages, *reply_pages, *setup_pages]
