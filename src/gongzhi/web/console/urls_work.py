"""Addresses of the daily work: the desk, cases, taking reports in, messages, the door."""

from django.urls import URLPattern, path

from gongzhi.web.console.views import lists, messages, signing, workbench

work_pages: list[URLPattern] = [
    path("", workbench.show_workbench, name="workbench"),
    path("cases/", lists.list_cases, name="list_cases"),
    path("search/", lists.search, name="search"),
    path("messages/", messages.list_messages, name="messages"),
    path("language/", messages.speak, name="speak"),
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-out/", signing.sign_out, name="sign_out"),
    path("password/", signing.change_password, name="change_password"),
    path("second-factor/", signing.second_factor, name="second_factor"),
]
