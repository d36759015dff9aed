"""Addresses of what many reports say together."""

from django.urls import URLPattern, path

from gongzhi.web.console.views import hot, topics

insight_pages: list[URLPattern] = [
    path("insight/", hot.list_hot_issues, name="list_hot_issues"),
    path("insight/joint/", hot.make_joint_case, name="make_joint_case"),
    path("insight/topics/", topics.propose_topic, name="propose_topic"),
    path("insight/topics/<str:ref>/", topics.show_topic, name="show_topic"),
    path("insight/topics/<str:ref>/wording/", topics.reword_topic, name="reword_topic"),
    path("insight/topics/<str:ref>/appeal/", topics.appeal_topic, name="appeal_topic"),
    path("insight/topics/<str:ref>/withdraw/", topics.withdraw_topic, name="withdraw_topic"),
]
