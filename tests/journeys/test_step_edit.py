"""A step's minutes, words, groups and turns, edited in place."""

import re

import pytest

from tests.factories import create_structure
from tests.journeys.ritual import AWKWARD, is_board, messages, press, said, sentence, typed


@pytest.fixture
def step(row):
    return row.steps.first()


@pytest.fixture
def url(journey, row, step):
    return f"/journeys/{journey.code}/activities/{row.code}/steps/{step.pk}/edit/"


@pytest.mark.parametrize(
    ("field", "was", "text", "value"),
    [
        *[("title", "Step 1", words, words) for words in ["Interview", *AWKWARD]],
        ("what", "", "Ask why.", "Ask why."),
        ("grouping", "whole_group", "pairs", "pairs"),
        ("minutes", "5", "1:10", 70),
        ("minutes", "5", "+5", 10),
        ("minutes", "5", "-2", 3),
        ("minutes_min", "5", "2", 2),
        ("minutes_min", "5", "-5", 0),
        ("minutes_max", "5", "1h", 60),
        ("minutes_max", "5", "", 5),
        ("count", "1", "4", 4),
        ("mode", "both", "online", "online"),
        ("protected", "", "on", True),
        ("optional", "", "on", True),
    ],
)
def test_what_is_typed_is_saved(cast, url, step, field, was, text, value):
    answer = press(cast.ana, url, **{field: text, f"initial-{field}": was})

    step.refresh_from_db()
    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Saved.")
    assert getattr(step, field) == value
    assert "<script>alert" not in answer.text


def test_the_rows_below_begin_later(cast, url, row, morning):
    answer = press(cast.ana, url, minutes="15", **{"initial-minutes": "5"})

    begins = re.findall(r'<input value="(\d\d:\d\d)"[^>]* id="begins-', answer.text)
    assert begins == ["13:30", "13:40", "14:00"]  # Nine Whys takes 20 instead of 10


def test_an_empty_checkbox_takes_the_protection_away(cast, url, step):
    step.protected = True
    step.save()

    press(cast.ana, url, **{"initial-protected": "on"})

    step.refresh_from_db()
    assert step.protected is False


def test_sizes_are_asked_where_a_configuration_has_them(cast, url, row, step):
    """The fields come with the configuration, and go with it."""
    size = f'id="size_min-step-{step.pk}"'
    groups = press(
        cast.ana, url, grouping="small_groups", **{"initial-grouping": "whole_group"}, open=row.code
    )
    press(cast.ana, url, size_min="4", size_max="7", **{"initial-size_min": "", "initial-size_max": ""})
    step.refresh_from_db()
    sizes = step.size_min, step.size_max
    pairs = press(cast.ana, url, grouping="pairs", **{"initial-grouping": "small_groups"}, open=row.code)

    assert (sizes, size in groups.text, size in pairs.text) == ((4, 7), True, False)


def test_turns_that_follow_from_the_groups_are_not_typed(cast, url, row, step):
    press(cast.ana, url, count="2", **{"initial-count": "1"}, grouping="fours", **{"initial-grouping": "x"})
    answer = press(cast.ana, url, set_by="group_size", **{"initial-set_by": "convenor"}, open=row.code)

    assert f'id="count-step-{step.pk}"' not in answer.text
    assert "<b>4</b>" in answer.text


def test_what_runs_inside_is_shown_and_its_minutes_are_within_the_steps(cast, url, row, step):
    step.nested, step.nested_note = create_structure(name="1-2-4-All", steps=4), "without All"
    step.save()

    answer = press(cast.ana, url, what="Together.", **{"initial-what": ""}, open=row.code)

    assert "1-2-4-All runs inside this step, within its minutes. Without All." in answer.text
    assert typed(answer, f"minutes-{row.code}") == "10"


def test_two_people_in_different_fields_both_keep_their_words(cast, url, step):
    seen = {"initial-title": "Step 1", "initial-minutes": "5"}

    press(cast.ben, url, title="Interview", minutes="5", **seen)
    press(cast.ana, url, title="Step 1", minutes="8", **seen)

    step.refresh_from_db()
    assert (step.title, step.minutes) == ("Interview", 8)


def test_two_people_in_one_field_are_told(cast, url, row, step):
    press(cast.ben, url, title="Interview", **{"initial-title": "Step 1"})
    answer = press(cast.ana, url, title="Ask", **{"initial-title": "Step 1"}, open=row.code)

    at = f"title-step-{step.pk}"
    step.refresh_from_db()
    assert (answer.status_code, step.title, typed(answer, at)) == (409, "Interview", "Ask")
    assert said(answer) == "Somebody else wrote “Interview” here meanwhile."


def test_without_htmx_it_leads_back_to_the_step(cast, url, journey, row, step):
    answer = cast.ben.post(url, {"minutes": "8", "initial-minutes": "5", "open": row.code}, follow=True)

    step.refresh_from_db()
    assert (messages(answer), step.minutes) == (["Saved."], 8)
    page = f"{journey.get_absolute_url()}?open={row.code}#step-{step.pk}"
    assert answer.redirect_chain == [(page, 302)]


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("minutes", "soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("minutes", "", "Type the minutes; 0 for none."),
        ("minutes", "25h", "“25h” is longer than a day. The most is 1440 minutes."),
        ("minutes_min", "6", "The shortest cannot be more than the step's 5 minutes."),
        ("minutes_max", "4", "The longest cannot be less than the step's 5 minutes."),
        ("title", "", "This field is required."),
        ("title", "x" * 121, "Ensure this value has at most 120 characters (it has 121)."),
        ("what", "a\x00b", "Null characters are not allowed."),
        ("count", "0", "It runs at least once: type 1."),
        ("count", "", "It runs at least once: type 1."),
        ("count", "often", "Type the number of turns in figures, like 3."),
        ("count", "1001", "At most 1000 turns are possible."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason(cast, url, journey, row, step, field, text, reason):
    before = journey.snapshot()

    answer = press(cast.ana, url, **{field: text, f"initial-{field}": "5"}, open=row.code)

    at = f"{field}-step-{step.pk}"
    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert (sentence(answer, at), typed(answer, at)) == (reason, text)
    assert journey.snapshot() == before


def test_the_smallest_group_is_not_larger_than_the_largest(cast, url, row, step):
    step.grouping, step.size_min, step.size_max = "small_groups", 4, 7
    step.save()

    answer = press(cast.ana, url, size_min="9", **{"initial-size_min": "4"}, open=row.code)

    reason = "The smallest group cannot be larger than the largest."
    assert (answer.status_code, sentence(answer, f"size_min-step-{step.pk}")) == (422, reason)


def test_what_is_refused_stands_on_the_page_also_without_scripts(cast, url, row, step):
    answer = cast.ana.post(url, {"minutes_min": "6", "initial-minutes_min": "5", "open": row.code})

    assert sentence(answer, f"minutes_min-step-{step.pk}") != ""
    assert f'id="more-step-{step.pk}" open' in answer.text


@pytest.mark.parametrize("field", ["grouping", "mode", "set_by", "unit"])
def test_a_choice_that_there_is_not_changes_nothing(cast, url, journey, field):
    before = journey.snapshot()

    assert press(cast.ana, url, **{field: "unheard-of"}).status_code == 422
    assert journey.snapshot() == before


def test_a_step_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, step):
    journey.remove_step(step)

    answer = press(cast.ana, url, title="Interview")

    assert (answer.status_code, is_board(answer)) == (409, True)
    assert said(answer) == "That step is no longer in this activity."


def test_a_step_is_found_in_its_own_row_only(cast, url, journey, row, parked):
    assert press(cast.ana, url.replace(row.code, parked.code), title="Theirs").status_code == 409
    assert press(cast.ana, re.sub(r"\d+/edit", f"{'9' * 30}/edit", url)).status_code == 409
