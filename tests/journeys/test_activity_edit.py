"""A row's minutes, words and question, edited in place."""

from datetime import time

import pytest

from tests.journeys.ritual import AWKWARD, NOT_FOUND, is_board, messages, press, said, sentence, typed


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/edit/"


SHOWN = {"minutes": "10", "title": "Nine Whys", "kind": "structure", "begins": "13:40"}
"""What the page shows in the fields of the row."""


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("minutes", "35", 35),
        ("minutes", "1h15", 75),
        ("minutes", "1:30", 90),
        ("minutes", "0", 0),
        ("minutes", "", None),
        *[("title", words, words) for words in ["Whys", *AWKWARD]],
        ("lead", "Ana", "Ana"),
        ("brief", "Bring a pen.", "Bring a pen."),
        ("notes", "Watch the clock.", "Watch the clock."),
        ("set_up", "Chairs in fours", "Chairs in fours"),
        ("outcome", "We stop.", "We stop."),
        ("kind", "talk", "talk"),
        ("protected", "on", True),
    ],
)
def test_what_is_typed_is_saved(cast, url, row, field, text, value):
    answer = press(cast.ana, url, **{field: text, f"initial-{field}": SHOWN.get(field, "")})

    row.refresh_from_db()
    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Saved.")
    assert getattr(row, field) == value
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(("text", "minutes"), [("+5", 15), ("+1h", 70), ("-5", 5), ("\u221210", 0)])
def test_a_signed_number_counts_from_what_the_page_showed(cast, url, row, text, minutes):
    press(cast.ana, url, minutes=text, **{"initial-minutes": "10"})

    row.refresh_from_db()
    assert row.minutes == minutes


@pytest.mark.parametrize(("text", "pinned"), [("14.30", time(14, 30)), ("", None)])
def test_a_begin_that_is_typed_pins_and_an_empty_one_unpins(cast, url, row, text, pinned):
    row.pinned_at = None if pinned else time(14)
    row.save()
    shown = "13:40" if pinned else "14:00"

    answer = press(cast.ana, url, begins=text, **{"initial-begins": shown})

    row.refresh_from_db()
    assert (said(answer), row.pinned_at) == ("Saved.", pinned)
    assert typed(answer, f"begins-{row.code}") == ("14:30" if pinned else "13:40")


def test_every_round_may_have_its_invitation(cast, url, row):
    press(cast.ana, url, invitation_1="And why that?", **{"initial-invitation_1": ""})
    press(cast.ana, url, invitation_3="And deeper?", **{"initial-invitation_3": ""})
    press(cast.ana, url, invitation_1="", **{"initial-invitation_1": "And why that?"})

    row.refresh_from_db()
    assert row.invitations == ["Why?", "And deeper?"]


def test_materials_are_typed_one_on_each_line(cast, url, row):
    text = "2 index cards per person\nbell (optional)"

    answer = press(cast.ana, url, materials=text, open=row.code, **{"initial-materials": ""})

    row.refresh_from_db()
    assert [(one["item"], one["quantity"], one["per"], one["required"]) for one in row.materials] == [
        ("index cards", 2, "person", True),
        ("bell", 1, "session", False),
    ]
    assert typed(answer, f"materials-{row.code}") == text


def test_the_same_field_changed_twice_shows_both_texts(cast, url, row):
    press(cast.ben, url, title="Ten Whys", **{"initial-title": "Nine Whys"})

    answer = press(cast.ana, url, title="Eight Whys", **{"initial-title": "Nine Whys"})

    at = f"title-{row.code}"
    assert (answer.status_code, is_board(answer)) == (409, True)
    assert said(answer) == "Somebody else wrote “Ten Whys” here meanwhile."
    assert typed(answer, at) == "Eight Whys"
    assert 'name="initial-title" value="Ten Whys"' in answer.text
    kept = press(cast.ana, url, title="Eight Whys", **{"initial-title": "Ten Whys"})
    row.refresh_from_db()
    assert (said(kept), row.title) == ("Saved.", "Eight Whys")


@pytest.mark.parametrize(
    ("field", "theirs", "mine"),
    [("minutes", "20", "30"), ("invitation", "Why now?", "Why here?"), ("begins", "14:00", "15:00")],
)
def test_a_conflict_is_seen_in_every_field(cast, url, row, field, theirs, mine):
    shown = {f"initial-{field}": SHOWN.get(field, "Why?")}
    press(cast.ben, url, **{field: theirs}, **shown)

    answer = press(cast.ana, url, **{field: mine}, **shown)

    assert (answer.status_code, typed(answer, f"{field}-{row.code}")) == (409, mine)
    assert f"“{theirs}”" in said(answer)


def test_only_the_first_of_several_invitations_is_edited(cast, url, row):
    row.invitations = ["Why?", "And why that?"]
    row.save()

    press(cast.ana, url, invitation="Why now?")

    row.refresh_from_db()
    assert row.invitations == ["Why now?", "And why that?"]


def test_it_may_answer_another_question_or_none(cast, url, row, journey, question):
    other = journey.questions.get(text="Where do we start?")

    press(cast.ana, url, question=other.code, **{"initial-question": question.code})
    row.refresh_from_db()
    answers = [row.question]
    press(cast.ana, url, question="", **{"initial-question": other.code})
    row.refresh_from_db()

    assert [*answers, row.question] == [other, None]


def test_an_empty_checkbox_takes_the_protection_away(cast, url, row):
    row.protected = True
    row.save()

    press(cast.ana, url, **{"initial-protected": "on"})

    row.refresh_from_db()
    assert row.protected is False


def test_two_people_in_different_fields_both_keep_their_words(cast, url, row):
    """Both opened the page before either wrote."""
    seen = {"initial-title": "Nine Whys", "initial-minutes": "10"}

    press(cast.ben, url, title="Ten Whys", minutes="10", **seen)
    press(cast.ana, url, title="Nine Whys", minutes="25", **seen)

    row.refresh_from_db()
    assert (row.title, row.minutes) == ("Ten Whys", 25)


def test_without_htmx_it_leads_back_to_the_row(cast, url, journey, row):
    answer = cast.ben.post(url, {"minutes": "20"}, follow=True)

    row.refresh_from_db()
    assert (messages(answer), row.minutes) == (["Saved."], 20)
    assert answer.redirect_chain == [(f"{journey.get_absolute_url()}#activity-{row.code}", 302)]


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("minutes", "soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("minutes", "-5", "“-5” is less than nothing. Minutes start at 0."),
        ("minutes", "−5", "“−5” is less than nothing. Minutes start at 0."),  # noqa: RUF001
        ("minutes", "100000", "“100000” is longer than a day. The most is 1440 minutes."),
        ("minutes", "<script>", "“<script>” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("title", "", "This field is required."),
        ("title", "x" * 300, "Ensure this value has at most 200 characters (it has 300)."),
        ("begins", "noon", "“noon” is not a time of day. Type it as 13:30."),
        ("lead", "x" * 121, "Ensure this value has at most 120 characters (it has 121)."),
        ("notes", "a\x00b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason(cast, url, journey, row, field, text, reason):
    before = journey.snapshot()

    answer = press(cast.ana, url, **{field: text})

    at = f"{field}-{row.code}"
    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert (sentence(answer, at), typed(answer, at)) == (reason, text)
    assert journey.snapshot() == before


def test_a_question_of_another_journey_is_none_of_ours(cast, url, row):
    answer = press(cast.ana, url, question="another")

    row.refresh_from_db()
    assert (answer.status_code, row.question.text) == (422, "Why does it matter?")


def test_an_activity_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, row):
    journey.remove(row)

    answer = press(cast.ana, url, title="Whys")

    assert (answer.status_code, is_board(answer)) == (409, True)
    assert said(answer) == "That activity is no longer in this journey."


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, title="Ours") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
