"""Addresses of the daily work: the desk, cases, taking reports in, messages, the door."""

from django.urls import URLPattern, path

from gongzhi.web.console.views import (
    acts,
    case,
    chat,
    intake,
    lists,
    messages,
    sheets,
    signing,
    tables,
    workbench,
)

work_pages: list[URLPattern] = [
    path("", workbench.show_workbench, name="workbench"),
    path("week/", workbench.show_week, name="show_week"),
    path("cases/", lists.list_cases, name="list_cases"),
    path("cases/<str:ref>/", case.show_case, name="show_case"),
    path("cases/<str:ref>/near/", case.show_near, name="show_near"),
    path("cases/<str:ref>/contact/", case.open_reporter, name="open_reporter"),
    path("cases/<str:ref>/files/<str:file_ref>", case.show_photo, name="show_photo"),
    path("cases/<str:ref>/outcomes/<str:outcome>/", acts.take_outcome, name="take_outcome"),
    path("cases/<str:ref>/acts/<str:act>/", acts.act_on_case, name="act_on_case"),
    path("kept/<str:token>", case.show_kept, name="show_kept"),
    path("cases.xlsx", lists.export_cases, name="export_cases"),
    path("search/", lists.search, name="search"),
    path("intake/", intake.take_in, name="take_in"),
    path("intake/outlook/", intake.foresee, name="foresee"),
    path("intake/chat/", chat.paste_chat, name="paste_chat"),
    path("intake/chat/place/", chat.place_chat, name="place_chat"),
    path("intake/tables/", tables.list_imports, name="list_imports"),
    path("intake/tables/<str:batch>/", tables.show_import, name="show_import"),
    path("intake/tables/<str:batch>/look/", tables.look_again, name="look_again"),
    path("intake/tables/<str:batch>/apply/", tables.apply_table, name="apply_table"),
    path("intake/tables/<str:batch>/undo/", tables.undo_table, name="undo_table"),
    path("intake/tables/<str:batch>/errors.xlsx", tables.export_errors, name="export_errors"),
    path("sheets/", sheets.list_sheets, name="list_sheets"),
    path("sheets/<str:area>/", sheets.show_sheet, name="show_sheet"),
    path("messages/", messages.list_messages, name="messages"),
    path("language/", messages.speak, name="speak"),
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-out/", signing.sign_out, name="sign_out"),
    path("password/", signing.change_password, name="change_password"),
    path("second-factor/", signing.second_factor, name="second_factor"),
]
