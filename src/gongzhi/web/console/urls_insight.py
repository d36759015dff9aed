"""Addresses of what many reports say together."""

from django.urls import URLPattern, path

from gongzhi.web.console.views import hot

insight_pages: list[URLPattern] = [
    path("insight/", hot.list_hot_issues, name="list_hot_issues"),
    path("insight/joint/", hot.make_joint_case, name="make_joint_case"),
    path("insight/topics/", hot.propose_topic, name="propose_topic"),
    path("insight/topics/<str:ref>/withdraw/", hot.withdraw_topic, name="withdraw_topic"),
]
