"""Addresses of answers to residents: checked before they are sent, listed after."""

from django.urls import URLPattern, path

from gongzhi.web.console.views import replies

reply_pages: list[URLPattern] = [
    path("cases/<str:ref>/check/<str:act>/", replies.check_reply, name="check_reply"),
    path("insight/answers/", replies.list_sent_answers, name="list_sent_answers"),
]
