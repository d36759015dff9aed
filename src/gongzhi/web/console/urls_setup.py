"""Addresses of what the work stands on: map, places, posts, prints, settings, the log."""

from django.urls import URLPattern, path

from gongzhi.web.console.views import (
    areas,
    audit,
    bodies,
    deliveries,
    ground,
    holdings,
    importing,
    map,  # noqa: A004 - the page of that name
    people,
    playbooks,
    posts,
    prints,
    routing_lists,
    rules,
    wordings,
)

_map_pages: list[URLPattern] = [
    path("map/", map.show_map, name="map"),
    path("map/layers.json", map.map_layers, name="map_layers"),
    path("map/draw/", map.draw_area, name="draw_area"),
    path("map/check/", map.check_drawing, name="check_drawing"),
]

_ground_pages: list[URLPattern] = [
    path("ground/", ground.list_places, name="list_places"),
    path("ground/places/<str:place>/", ground.show_place, name="show_place"),
    path("ground/places/<str:place>/add/", ground.add_place, name="add_place"),
    path("ground/places/<str:place>/rename/", ground.rename_place, name="rename_place"),
    path("ground/places/<str:place>/move/", ground.move_place, name="move_place"),
    path("ground/places/<str:place>/describe/", ground.describe_place, name="describe_place"),
    path("ground/places/<str:place>/end/", ground.end_place, name="end_place"),
    path("ground/places/<str:place>/names/", ground.add_alias, name="add_alias"),
    path("ground/places/<str:place>/names/drop/", ground.drop_alias, name="drop_alias"),
    path("ground/places/<str:place>/plate/", ground.renew_plate, name="renew_plate"),
    path("ground/places/<str:place>/plates/", prints.print_plates, name="print_plates"),
    path("ground/places/<str:place>/heads/", prints.print_head_cards, name="print_head_cards"),
    path("ground/areas/", areas.list_duty_areas, name="list_areas"),
    path("ground/areas/<str:area>/", areas.show_area, name="show_area"),
    path("ground/areas/<str:area>/outline/", map.redraw_area, name="redraw_area"),
    path("ground/areas/<str:area>/describe/", areas.describe_area, name="describe_area"),
    path("ground/areas/<str:area>/end/", areas.end_area, name="end_area"),
    path("ground/areas/<str:area>/cover/", areas.cover_places, name="cover_places"),
    path("ground/areas/<str:area>/uncover/", areas.uncover_places, name="uncover_places"),
    path("ground/import/", importing.import_territory, name="import_territory"),
    path("ground/import/template.xlsx", importing.import_template, name="import_template"),
    path("ground/import/files/<str:file_ref>/", importing.preview_territory, name="preview_territory"),
    path("ground/import/files/<str:file_ref>/faults.xlsx", importing.import_faults, name="import_faults"),
    path("ground/import/<str:batch>/undo/", importing.undo_import, name="undo_import"),
]

_post_pages: list[URLPattern] = [
    path("posts/", posts.list_posts, name="list_posts"),
    path("posts/who/", posts.find_holder, name="find_holder"),
    path("posts/new/", posts.create_seat, name="create_seat"),
    path("posts/seats/<str:seat>/", posts.show_seat, name="show_seat"),
    path("posts/seats/<str:seat>/appoint/", holdings.appoint, name="appoint"),
    path("posts/seats/<str:seat>/close/", posts.close_seat, name="close_seat"),
    path("posts/seats/<str:seat>/leave/<int:leave>/end/", holdings.end_leave, name="end_leave"),
    path("posts/holdings/<str:holding>/end/", holdings.end_holding, name="end_holding"),
    path("posts/holdings/<str:holding>/leave/", holdings.plan_leave, name="plan_leave"),
    path("posts/holdings/<str:holding>/certificate/", prints.print_certificate, name="print_certificate"),
    path(
        "posts/holdings/<str:holding>/certificate.docx",
        prints.certificate_document,
        name="certificate_document",
    ),
    path("posts/bodies/", bodies.list_bodies, name="list_bodies"),
    path("posts/bodies/new/", bodies.register_organisation, name="register_organisation"),
    path("posts/bodies/<int:organisation>/end/", bodies.end_organisation, name="end_organisation"),
    path("posts/bodies/<int:organisation>/charge/", bodies.put_in_charge, name="put_in_charge"),
]

_setting_pages: list[URLPattern] = [
    path("settings/", playbooks.list_methods, name="list_methods"),
    path("settings/methods/edit/", playbooks.edit_playbook, name="edit_playbook"),
    path("settings/methods/check/", playbooks.check_playbook, name="check_playbook"),
    path("settings/methods/<slug:name>/", playbooks.show_playbook, name="show_playbook"),
    path("settings/versions/<int:version>/play/", playbooks.play_playbook, name="play_playbook"),
    path("settings/versions/<int:version>/withdraw/", playbooks.withdraw_version, name="withdraw_version"),
    path("settings/kinds/", routing_lists.list_kinds, name="list_kinds"),
    path("settings/kinds/<slug:code>/", routing_lists.edit_kind, name="edit_kind"),
    path("settings/lists/<slug:kind>/", routing_lists.show_list, name="show_list"),
    path("settings/lists/<slug:kind>/edit/", routing_lists.edit_list, name="edit_list"),
    path("settings/lists/<slug:kind>/<int:n>/restore/", routing_lists.restore_list, name="restore_list"),
    path("settings/duties/", routing_lists.assign_section, name="assign_section"),
    path("settings/bench/", routing_lists.try_sentence, name="try_sentence"),
    path("settings/rules/", rules.list_rules, name="list_rules"),
    path("settings/rules/pack/", rules.choose_pack, name="choose_pack"),
    path("settings/rules/<int:value>/withdraw/", rules.withdraw_override, name="withdraw_override"),
    path("settings/rules/<str:key>/", rules.override_value, name="override_value"),
    path("settings/days/", rules.list_holidays, name="list_holidays"),
    path("settings/days/new/", rules.import_days, name="import_days"),
    path("settings/words/", wordings.list_message_words, name="list_wordings"),
    path("settings/words/<slug:code>/", wordings.reword_template, name="reword_template"),
    path("settings/accounts/", people.list_accounts, name="list_accounts"),
    path("settings/accounts/new/", people.create_staff, name="create_staff"),
    path("settings/accounts/<int:user>/unlock/", people.unlock_user, name="unlock_user"),
    path("settings/accounts/<int:user>/password/", people.set_first_password, name="set_first_password"),
    path("settings/accounts/<int:user>/factor/", people.reset_second_factor, name="reset_second_factor"),
    path("settings/keys/", people.list_keys, name="list_keys"),
    path("settings/keys/new/", people.issue_token, name="issue_token"),
    path("settings/keys/<str:key_ref>/revoke/", people.revoke_token, name="revoke_token"),
    path("settings/deliveries/", deliveries.list_deliveries, name="list_deliveries"),
    path("settings/deliveries/<int:number>/retry/", deliveries.retry_delivery, name="retry_delivery"),
]

_audit_pages: list[URLPattern] = [
    path("log/", audit.list_access, name="list_access"),
    path("log/looks/", audit.list_looks, name="list_looks"),
    path("log/anchors/", audit.show_anchors, name="show_anchors"),
]

setup_pages: list[URLPattern] = [
    *_map_pages,
    *_ground_pages,
    *_post_pages,
    *_setting_pages,
    *_audit_pages,
]
