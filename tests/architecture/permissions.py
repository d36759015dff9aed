"""Who may open which address: every address × the whole cast, written down.

    y  it is answered, or refused for a reason the asker may know (a field is missing, the case has ended)
    n  404: for this person there is nothing here
    s  sent to sign in (a redirect; 401 at the API)

`tests/architecture/test_permissions.py` asks every cell. An address that is missing here fails, and the
failure prints its rows as the house answers now: read them against the design before pasting them in.
Columns: anonymous · resident (the reporter) · neighbour · entrance head · L2 leader (holds the case) · L2
leader of another grid · secretary · section · deputy · staff of another street · property manager complained
of · administrator · auditor.
"""

from dataclasses import dataclass

CAST = (
    "anonymous",
    "resident",
    "neighbour",
    "entrance_head",
    "grid_leader",
    "other_grid_leader",
    "secretary",
    "section",
    "deputy",
    "far_staff",
    "property_manager",
    "administrator",
    "auditor",
)

TABLE = """
# method  address                               an re ne eh L2 o2 se sc de fa pm ad au
GET    public:list_progress                     y  y  y  y  y  y  y  y  y  y  y  y  y
GET    public:show_entrance                     y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:home                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:near                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:outlines                        y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:choose_entrance                 y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:scan_entrance                   y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:here                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:offline                         y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:manifest                        y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:service_worker                  y  y  y  y  y  y  y  y  y  y  y  y  y
# reporting: by anybody, signing in comes last; for a neighbour by whoever holds a seat on the ground
GET    resident:report                          y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:report                          y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:find_places                     y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:find_similar                    y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:add_photo                       y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:show_draft                      n  n  n  n  n  n  n  n  n  n  n  n  n
GET    resident:report_for_neighbour            s  n  n  y  y  y  y  n  n  y  n  n  n
POST   resident:report_for_neighbour            s  n  n  y  y  y  y  n  n  y  n  n  n
# the case: its reporter and those whose ground it is; never whoever is complained of
GET    resident:sent                            s  y  n  y  y  n  y  n  y  n  n  n  y
GET    resident:show_case                       n  y  n  y  y  n  y  n  y  n  n  n  y
GET    resident:show_file                       n  y  n  y  y  n  y  n  y  n  n  n  y
POST   resident:confirm_result                  s  y  n  n  n  n  n  n  n  n  n  n  n
POST   resident:change_verdict                  s  y  n  n  n  n  n  n  n  n  n  n  n
GET    resident:refuse_result                   s  y  n  n  n  n  n  n  n  n  n  n  n
POST   resident:refuse_result                   s  y  n  n  n  n  n  n  n  n  n  n  n
POST   resident:withdraw_case                   s  y  n  n  n  n  n  n  n  n  n  n  n
POST   resident:add_remark                      s  y  n  y  y  n  y  n  y  n  n  n  n
POST   resident:ask_for_person                  s  y  n  n  n  n  n  n  n  n  n  n  n
# was it you: for whoever holds the link of a message, nobody else
GET    resident:not_me                          n  n  n  n  n  n  n  n  n  n  n  n  n
POST   resident:not_me                          n  n  n  n  n  n  n  n  n  n  n  n  n
# seconding: any neighbour, but not whoever is complained of; the auditor writes nothing (GET: to the case)
GET    resident:second_case                     s  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:second_case                     s  y  y  y  y  y  y  y  y  y  n  y  n
# signing in, and what is one's own
GET    resident:sign_in                         y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:sign_in                         y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:confirm_code                    s  s  s  s  s  s  s  s  s  s  s  s  s
POST   resident:confirm_code                    s  s  s  s  s  s  s  s  s  s  s  s  s
POST   resident:sign_out                        y  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:set_preferences                 y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:mine                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:list_messages                   s  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:list_looks                      s  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:my_record                       s  y  y  y  y  y  y  y  y  y  y  y  y
POST   resident:my_record                       s  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:export_my_record                s  y  y  y  y  y  y  y  y  y  y  y  y
GET    resident:erase_my_record                 s  y  y  y  n  n  n  n  n  n  n  n  n
POST   resident:erase_my_record                 s  y  y  y  n  n  n  n  n  n  n  n  n
# the console does not exist for residents; the door: staff change their own password and factor
GET    console:add_kind                         s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:add_kind                         s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:add_path                         s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:add_path                         s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:discard_paths                    s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:drop_path                        s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:edit_path                        s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:edit_path                        s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:edit_paths                       s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:move_path                        s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:preview_paths                    s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:publish_paths                    s  n  n  n  n  n  n  n  n  n  n  n  n
GET    console:sign_in                          y  y  y  y  y  y  y  y  y  y  y  y  y
POST   console:sign_in                          y  y  y  y  y  y  y  y  y  y  y  y  y
POST   console:sign_out                         s  s  s  s  s  s  s  s  s  s  s  s  s
POST   console:speak                            y  y  y  y  y  y  y  y  y  y  y  y  y
GET    console:change_password                  n  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:change_password                  n  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:second_factor                    n  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:second_factor                    n  n  n  n  y  y  y  y  y  y  y  y  y
# what everybody who sits somewhere has; lists hold only what they may read
GET    console:workbench                        s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:show_week                        s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:choose_ground                    s  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:choose_ground                    s  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:choose_columns                   s  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:act_together                     s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:list_cases                       s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:search                           s  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:search                           s  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:narrow_cases                     s  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:export_cases                     s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:messages                         s  n  n  n  y  y  y  y  y  y  y  y  y
# the same matter: groups of what one may list; joining and telling apart only what one may read (none here)
GET    console:list_same_matter                 s  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:join_reports                     s  n  n  n  n  n  n  n  n  n  n  n  n
POST   console:tell_reports_apart               s  n  n  n  n  n  n  n  n  n  n  n  n
# the case: owner, ground, street; not the leader next door, not whoever is complained of; the auditor reads
GET    console:show_case                        s  n  n  n  y  n  y  n  y  n  n  n  y
GET    console:show_near                        s  n  n  n  y  n  y  n  y  n  n  n  y
GET    console:show_photo                       s  n  n  n  y  n  y  n  y  n  n  n  y
GET    console:show_kept                        s  n  n  n  n  n  n  n  n  n  n  n  n
POST   console:take_outcome                     s  n  n  n  y  n  y  n  y  n  n  n  n
POST   console:act_on_case                      s  n  n  n  y  n  y  n  y  n  n  n  n
POST   console:check_reply                      s  n  n  n  y  n  y  n  y  n  n  n  n
POST   console:open_reporter                    s  n  n  n  y  n  y  n  n  n  n  n  n
# taking in: whoever may type in what others say; tables of other houses: those who dispatch
GET    console:take_in                          s  n  n  n  y  y  y  n  n  y  n  n  n
POST   console:take_in                          s  n  n  n  y  y  y  n  n  y  n  n  n
POST   console:foresee                          s  n  n  n  y  y  y  n  n  y  n  n  n
# a caller's reports by their number: duty desk and hotline clerk alone, none of whom is in the cast
GET    console:find_caller                      s  n  n  n  n  n  n  n  n  n  n  n  n
POST   console:find_caller                      s  n  n  n  n  n  n  n  n  n  n  n  n
# following for a caller: who may take in on the ground of the case (without a phone: back to the case)
POST   console:second_for_caller                s  n  n  n  y  y  y  n  n  y  n  n  n
GET    console:paste_chat                       s  n  n  n  y  y  y  n  n  y  n  n  n
POST   console:paste_chat                       s  n  n  n  y  y  y  n  n  y  n  n  n
POST   console:place_chat                       s  n  n  n  y  y  y  n  n  y  n  n  n
GET    console:list_imports                     s  n  n  n  n  n  y  n  n  n  n  n  n
POST   console:list_imports                     s  n  n  n  n  n  y  n  n  n  n  n  n
GET    console:show_import                      s  n  n  n  n  n  y  n  n  n  n  n  n
POST   console:look_again                       s  n  n  n  n  n  y  n  n  n  n  n  n
POST   console:apply_table                      s  n  n  n  n  n  y  n  n  n  n  n  n
POST   console:undo_table                       s  n  n  n  n  n  y  n  n  n  n  n  n
GET    console:export_errors                    s  n  n  n  n  n  y  n  n  n  n  n  n
GET    console:list_sheets                      s  n  n  n  y  y  y  n  y  y  n  n  y
GET    console:show_sheet                       s  n  n  n  y  n  y  n  y  n  n  n  y
# what many reports say together: to look, whoever lists cases; to make something of it, who may dispatch
GET    console:list_hot_issues                  s  n  n  n  y  y  y  y  y  y  y  y  y
POST   console:make_joint_case                  s  n  n  n  n  n  y  n  y  n  n  n  n
POST   console:propose_topic                    s  n  n  n  n  n  y  n  y  n  n  n  n
# a topic the secretary proposed: read by whoever sees its ground, changed by who proposed it
GET    console:show_topic                       s  n  n  n  y  n  y  n  y  n  n  n  y
POST   console:reword_topic                     s  n  n  n  n  n  y  n  n  n  n  n  n
POST   console:appeal_topic                     s  n  n  n  n  n  y  n  n  n  n  n  n
POST   console:withdraw_topic                   s  n  n  n  n  n  y  n  n  n  n  n  n
# the ground and its posts: read by all of the street, changed by whoever configures or appoints
GET    console:map                              s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:map_layers                       s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:list_places                      s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:show_place                       s  n  n  n  y  y  y  y  y  n  y  y  y
GET    console:list_areas                       s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:show_area                        s  n  n  n  y  y  y  y  y  n  y  y  y
GET    console:list_posts                       s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:find_holder                      s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:show_seat                        s  n  n  n  y  y  y  y  y  n  y  y  y
GET    console:list_bodies                      s  n  n  n  y  y  y  y  y  y  y  y  y
GET    console:print_plates                     s  n  n  n  y  y  y  y  y  n  y  y  y
GET    console:print_head_cards                 s  n  n  n  y  y  y  y  y  n  y  y  y
GET    console:print_certificate                s  n  n  n  y  y  y  y  y  n  y  y  y
GET    console:certificate_document             s  n  n  n  y  y  y  y  y  n  y  y  y
GET    console:plan_leave                       s  n  n  n  y  n  n  n  n  n  n  y  n
POST   console:plan_leave                       s  n  n  n  y  n  n  n  n  n  n  y  n
POST   console:end_leave                        s  n  n  n  y  n  n  n  n  n  n  y  n
# set by the administrator; settings are read by the auditor too
GET    console:add_alias                        s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:add_alias                        s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:add_place                        s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:add_place                        s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:appoint                          s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:appoint                          s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:assign_section                   s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:assign_section                   s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:check_drawing                    s  n  n  n  n  n  n  n  n  n  n  n  n
POST   console:check_playbook                   s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:check_sentence                   s  n  n  n  n  n  y  n  y  n  n  y  y
POST   console:check_sentence                   s  n  n  n  n  n  y  n  y  n  n  y  y
GET    console:choose_pack                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:choose_pack                      s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:close_seat                       s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:close_seat                       s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:cover_places                     s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:cover_places                     s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:create_seat                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:create_seat                      s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:create_staff                     s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:create_staff                     s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:describe_area                    s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:describe_area                    s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:describe_place                   s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:describe_place                   s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:draw_area                        s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:draw_area                        s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:drop_alias                       s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:edit_kind                        s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:edit_kind                        s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:edit_list                        s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:edit_list                        s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:edit_speech                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:edit_speech                      s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:edit_playbook                    s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:edit_playbook                    s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:end_area                         s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:end_area                         s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:end_holding                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:end_holding                      s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:end_organisation                 s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:end_organisation                 s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:end_place                        s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:end_place                        s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:import_days                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:import_days                      s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:import_faults                    s  n  n  n  n  n  n  n  n  n  n  n  n
GET    console:import_template                  s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:import_territory                 s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:import_territory                 s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:issue_token                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:issue_token                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:judge_speech                     s  n  n  n  n  n  y  n  y  n  n  y  n
GET    console:list_accounts                    s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:list_deliveries                  s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:list_holidays                    s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:list_keys                        s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:list_kinds                       s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:list_methods                     s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:show_learning                    s  n  n  n  n  n  n  n  n  n  n  y  y
POST   console:ask_training                     s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:ask_reply_learning               s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:hold_version                     s  n  n  n  n  n  n  n  n  n  n  n  n
POST   console:hold_replies                     s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:list_unsure                      s  n  n  n  n  n  y  n  y  n  n  y  n
POST   console:decide_unsure                    s  n  n  n  n  n  y  n  y  n  n  y  n
GET    console:list_rules                       s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:list_wordings                    s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:move_place                       s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:move_place                       s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:override_value                   s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:override_value                   s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:play_playbook                    s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:preview_territory                s  n  n  n  n  n  n  n  n  n  n  n  n
POST   console:preview_territory                s  n  n  n  n  n  n  n  n  n  n  n  n
GET    console:put_in_charge                    s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:put_in_charge                    s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:redraw_area                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:redraw_area                      s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:register_organisation            s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:register_organisation            s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:rename_place                     s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:rename_place                     s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:renew_plate                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:renew_plate                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:reset_second_factor              s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:restore_list                     s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:retry_delivery                   s  n  n  n  n  n  n  n  n  n  n  n  n
POST   console:revoke_token                     s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:reword_template                  s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:reword_template                  s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:set_first_password               s  n  n  n  n  n  n  n  n  n  n  y  n
GET    console:show_list                        s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:show_playbook                    s  n  n  n  n  n  n  n  n  n  n  y  y
GET    console:try_sentence                     s  n  n  n  n  n  n  n  n  n  n  y  y
POST   console:try_sentence                     s  n  n  n  n  n  n  n  n  n  n  y  y
POST   console:uncover_places                   s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:undo_import                      s  n  n  n  n  n  n  n  n  n  n  n  n
POST   console:unlock_user                      s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:withdraw_override                s  n  n  n  n  n  n  n  n  n  n  y  n
POST   console:withdraw_version                 s  n  n  n  n  n  n  n  n  n  n  y  n
# the log: the auditor's alone
GET    console:list_access                      s  n  n  n  n  n  n  n  n  n  n  n  y
GET    console:list_looks                       s  n  n  n  n  n  n  n  n  n  n  n  y
GET    console:list_speech                      s  n  n  n  n  n  y  n  y  n  n  y  y
# answers sent: those who supervise a ground, and the auditor
GET    console:list_sent_answers                s  n  n  n  n  n  n  n  y  n  n  n  y
GET    console:show_anchors                     s  n  n  n  n  n  n  n  n  n  n  n  y
# the API, each with a key of their own that carries every scope
GET    /api/v1/                                 n  n  n  n  n  n  n  n  n  n  n  n  n
GET    /api/v1/{rest}                           n  n  n  n  n  n  n  n  n  n  n  n  n
GET    /api/v1/openapi.json                     y  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/places                           s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/areas                            s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/categories                       s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/cases                            s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/cases/{ref}                      s  y  n  y  y  n  y  n  y  n  n  n  y
POST   /api/v1/cases/{ref}/outcomes/{outcome}   s  n  n  n  y  n  n  n  n  n  n  n  n
POST   /api/v1/photos                           s  y  y  y  y  y  y  y  y  y  y  y  y
POST   /api/v1/reports                          s  y  y  y  y  y  y  y  y  y  y  y  y
GET    /api/v1/reports/{ref}                    s  y  n  y  y  n  y  n  y  n  n  n  y
POST   /api/v1/reports/{ref}/second             s  y  y  y  y  y  y  y  y  y  n  y  n
POST   /api/v1/reports/{ref}/confirm            s  y  n  n  n  n  n  n  n  n  n  n  n
"""

# What stands for the variable parts of an address: name of the part → key of the scene, unless the row of the
# address says otherwise.
PARTS = {
    "ref": "case_ref",
    "case_ref": "case_ref",
    "file_ref": "photo_ref",
    "plate": "plate",
    "outcome": "outcome",
    "rest": "outcome",  # an address of the API that is none
    "token": "foreign_token",  # a draft of some other browser
    "place": "place_ref",
    "area": "area_ref",
    "seat": "seat_ref",
    "holding": "holding_ref",
    "leave": "leave_id",
    "organisation": "organisation_id",
    "user": "user_id",
    "version": "version_id",
    "name": "method",
    "code": "category",
    "kind": "list_kind",
    "n": "list_n",
    "key": "rule",
    "value": "value_id",
    "key_ref": "key_ref",
    "batch": "batch_ref",
    "number": "delivery",
    "act": "act",
}
OTHER_PARTS: dict[str, dict[str, str]] = {
    "console:reword_template": {"code": "template"},
    "console:edit_path": {"code": "list_n"},  # the first version, the first path
    "console:move_path": {"code": "list_n"},
    "console:drop_path": {"code": "list_n"},
    "console:hold_replies": {"version": "what_ships"},
    "console:show_topic": {"ref": "topic_ref"},
    "console:reword_topic": {"ref": "topic_ref"},
    "console:appeal_topic": {"ref": "topic_ref"},
    "console:withdraw_topic": {"ref": "topic_ref"},
}

# Bodies without which an address would refuse before it looks who asks.
BODIES: dict[str, dict[str, object]] = {
    "POST console:act_together": {"act": "print"},
    "POST /api/v1/reports/{ref}/confirm": {"solved": True},
}


@dataclass(frozen=True)
class Row:
    """One address with one method, and an answer for each of the cast."""

    method: str
    address: str
    answers: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.method} {self.address}"

    def line(self) -> str:
        """As it stands in the table."""
        return f"{self.method:<7}{self.address:<40} {'  '.join(self.answers)}"


def read_table(text: str = TABLE) -> dict[str, Row]:
    """Key (`GET resident:home`) → row. A malformed or doubled row is an error."""
    rows: dict[str, Row] = {}
    for line in text.splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        row = Row(words[0], words[1], tuple(words[2:]))
        if len(row.answers) != len(CAST) or not set(row.answers) <= set("yns") or row.key in rows:
            raise ValueError(f"row of the permission table: {line}")
        rows[row.key] = row
    return rows
