"""The residents' addresses, at the root: short, since people read them aloud."""

from django.urls import path

from gongzhi.web.resident.views import case, home, mine, not_me, phone, report, signing

app_name = "resident"

urlpatterns = [
    path("", home.home, name="home"),
    path("near/", home.near, name="near"),
    path("here-is/", home.choose_entrance, name="choose_entrance"),
    path("e/<str:plate>", home.scan_entrance, name="scan_entrance"),
    path("report/", report.report, name="report"),
    path("report/neighbour/", report.report_for_neighbour, name="report_for_neighbour"),
    path("report/places/", report.find_places, name="find_places"),
    path("report/similar/", report.find_similar, name="find_similar"),
    path("report/files/", report.add_photo, name="add_photo"),
    path("report/files/<str:token>", report.show_draft, name="show_draft"),
    path("sent/<str:ref>/", report.sent, name="sent"),
    path("case/<str:ref>/", case.show_case, name="show_case"),
    path("case/<str:ref>/files/<str:file_ref>", case.show_file, name="show_file"),
    path("case/<str:ref>/confirm/", case.confirm_result, name="confirm_result"),
    path("case/<str:ref>/change/", case.change_verdict, name="change_verdict"),
    path("case/<str:ref>/refuse/", case.refuse_result, name="refuse_result"),
    path("case/<str:ref>/second/", case.second_case, name="second_case"),
    path("case/<str:ref>/withdraw/", case.withdraw_case, name="withdraw_case"),
    path("case/<str:ref>/words/", case.add_remark, name="add_remark"),
    path("case/<str:ref>/person/", case.ask_for_person, name="ask_for_person"),
    path("not-me/<str:token>/", not_me.not_me, name="not_me"),
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-in/code/", signing.confirm_code, name="confirm_code"),
    path("sign-out/", signing.sign_out, name="sign_out"),
    path("mine/", mine.mine, name="mine"),
    path("mine/messages/", mine.list_messages, name="list_messages"),
    path("mine/looks/", mine.list_looks, name="list_looks"),
    path("mine/record/", mine.my_record, name="my_record"),
    path("mine/record/copy", mine.export_my_record, name="export_my_record"),
    path("mine/record/erase/", mine.erase_my_record, name="erase_my_record"),
    path("mine/preferences/", mine.set_preferences, name="set_preferences"),
    path("map.json", home.outlines, name="outlines"),
    path("offline/", phone.offline, name="offline"),
    path("here/", phone.here, name="here"),
    path("sw.js", phone.service_worker, name="service_worker"),
    path("app.webmanifest", phone.manifest, name="manifest"),
]
