"""The addresses of journeys: a route, its view and its test share one name."""

from django.urls import path

from sessions.views import (
    activities,
    adjusting,
    builder,
    here,
    history,
    invitation,
    joining,
    library,
    logistics,
    notices,
    people,
    questions,
    share,
    sittings,
    steps,
    tracks,
    words,
)

urlpatterns = [
    path("journeys/", library.journeys, name="journeys"),
    path("journeys/new/", library.journey_new, name="journey_new"),
    path("journeys/strings/", library.strings, name="strings"),
    path("journeys/add/", library.structure_to_journey, name="structure_to_journey"),
    path("journeys/<slug:code>/duplicate/", library.journey_duplicate, name="journey_duplicate"),
    path("journeys/<slug:code>/reword/", library.journey_reword, name="journey_reword"),
    path("journeys/<slug:code>/words/", words.journey_words, name="journey_words"),
    path("journeys/<slug:code>/bin/", library.journey_bin, name="journey_bin"),
    path("journeys/<slug:code>/restore/", library.journey_restore, name="journey_restore"),
    path("journeys/<slug:code>/", builder.journey, name="journey"),
    path("journeys/<slug:code>/edit/", builder.journey_edit, name="journey_edit"),
    path("journeys/<slug:code>/undo/", builder.journey_undo, name="journey_undo"),
    path("journeys/<slug:code>/redo/", builder.journey_redo, name="journey_redo"),
    path("journeys/<slug:code>/questions/add/", questions.question_add, name="question_add"),
    path(
        "journeys/<slug:code>/questions/<slug:question>/edit/", questions.question_edit, name="question_edit"
    ),
    path(
        "journeys/<slug:code>/questions/<slug:question>/move/", questions.question_move, name="question_move"
    ),
    path(
        "journeys/<slug:code>/questions/<slug:question>/remove/",
        questions.question_remove,
        name="question_remove",
    ),
    path("journeys/<slug:code>/sessions/add/", sittings.session_add, name="session_add"),
    path("journeys/<slug:code>/sessions/<slug:session>/edit/", sittings.session_edit, name="session_edit"),
    path("journeys/<slug:code>/sessions/<slug:session>/move/", sittings.session_move, name="session_move"),
    path(
        "journeys/<slug:code>/sessions/<slug:session>/duplicate/",
        sittings.session_duplicate,
        name="session_duplicate",
    ),
    path(
        "journeys/<slug:code>/sessions/<slug:session>/remove/", sittings.session_remove, name="session_remove"
    ),
    path("journeys/<slug:code>/sessions/<slug:session>/logistics/", logistics.logistics, name="logistics"),
    path("journeys/<slug:code>/sessions/<slug:session>/pack/", logistics.session_pack, name="session_pack"),
    path("journeys/<slug:code>/activities/add/", activities.activity_add, name="activity_add"),
    path("journeys/<slug:code>/activities/several/", activities.activity_several, name="activity_several"),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/edit/",
        activities.activity_edit,
        name="activity_edit",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/move/",
        activities.activity_move,
        name="activity_move",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/park/",
        activities.activity_park,
        name="activity_park",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/return/",
        activities.activity_return,
        name="activity_return",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/remove/",
        activities.activity_remove,
        name="activity_remove",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/below/",
        activities.activity_below,
        name="activity_below",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/duplicate/",
        activities.activity_duplicate,
        name="activity_duplicate",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/swap/",
        activities.activity_swap,
        name="activity_swap",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/invitation/",
        invitation.activity_invitation,
        name="activity_invitation",
    ),
    path("journeys/<slug:code>/activities/<slug:activity>/tracks/add/", tracks.track_add, name="track_add"),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/tracks/<int:track>/edit/",
        tracks.track_edit,
        name="track_edit",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/tracks/<int:track>/remove/",
        tracks.track_remove,
        name="track_remove",
    ),
    path("journeys/<slug:code>/activities/<slug:activity>/steps/add/", steps.step_add, name="step_add"),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/steps/reset/", steps.steps_reset, name="steps_reset"
    ),
    path("journeys/<slug:code>/activities/<slug:activity>/steps/keep/", steps.steps_keep, name="steps_keep"),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/steps/<int:step>/edit/",
        steps.step_edit,
        name="step_edit",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/steps/<int:step>/move/",
        steps.step_move,
        name="step_move",
    ),
    path(
        "journeys/<slug:code>/activities/<slug:activity>/steps/<int:step>/remove/",
        steps.step_remove,
        name="step_remove",
    ),
    path("journeys/<slug:code>/adjust/", adjusting.journey_adjust, name="journey_adjust"),
    path("journeys/<slug:code>/notices/fix/", notices.notice_fix, name="notice_fix"),
    path("journeys/<slug:code>/notices/dismiss/", notices.notice_dismiss, name="notice_dismiss"),
    path("journeys/<slug:code>/notices/show/", notices.notices_show, name="notices_show"),
    path("journeys/<slug:code>/share/", share.journey_share, name="journey_share"),
    path("journeys/<slug:code>/share/add/", share.share_add, name="share_add"),
    path("journeys/<slug:code>/share/<slug:token>/revoke/", share.share_revoke, name="share_revoke"),
    path("journeys/<slug:code>/history/", history.journey_history, name="journey_history"),
    path("journeys/<slug:code>/history/<int:number>/", history.revision, name="revision"),
    path(
        "journeys/<slug:code>/history/<int:number>/restore/",
        history.revision_restore,
        name="revision_restore",
    ),
    path("a/<str:token>/", share.agenda, name="agenda"),
    path("journeys/<slug:code>/people/", people.journey_people, name="journey_people"),
    path("journeys/<slug:code>/people/invite/", people.invite_add, name="invite_add"),
    path("journeys/<slug:code>/people/link/", people.invite_link, name="invite_link"),
    path("journeys/<slug:code>/people/revoke/", people.invite_revoke, name="invite_revoke"),
    path("journeys/<slug:code>/people/remove/", people.member_remove, name="member_remove"),
    path("journeys/<slug:code>/people/leave/", people.journey_leave, name="journey_leave"),
    path("journeys/<slug:code>/here/", here.journey_here, name="journey_here"),
    path("join/<str:token>/", joining.invite, name="invite"),
]
