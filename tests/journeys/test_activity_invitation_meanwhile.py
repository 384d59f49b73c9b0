"""Several at one desk, and second thoughts: undo, double clicks, stale tabs. Nothing that was typed is lost."""

from html import unescape

import pytest

from sessions.forms.saying import DeskForm, own_name
from sessions.models.saying import spoken_of
from sessions.views import invitation
from tests.journeys.desk import address, sent, set_desk, standing, words
from tests.journeys.lists import fresh
from tests.journeys.ritual import messages


@pytest.fixture
def row(journey):
    return set_desk(journey)


@pytest.fixture
def url(journey, row):
    return address(journey, row)


def test_a_double_click_says_it_once(cast, url, journey, row):
    form = sent(row, say="Fitting?")
    cast.ana.post(url, form)
    revision = fresh(journey).revision

    answer = cast.ana.post(url, form)

    assert (answer.status_code, fresh(journey).revision) == (302, revision)
    assert words(row) == (["Fitting?"], ["Or this?", "Ours?"])


@pytest.mark.parametrize("typed", [{}, {own_name("Or this?"): "Or that?"}])
def test_a_double_click_says_ones_own_once(cast, url, journey, row, typed):
    form = sent(row, **typed, say_own=own_name("Or this?"))
    cast.ana.post(url, form)
    said, revision = words(row), fresh(journey).revision

    answer = cast.ana.post(url, form)

    assert (answer.status_code, fresh(journey).revision) == (302, revision)
    assert words(row) == said == (list(typed.values()) or ["Or this?"], ["Ours?"])


def test_remove_takes_one_of_ones_own_away_and_undo_brings_it_back(cast, url, row):
    answer = cast.ana.post(url, sent(row, remove=own_name("Or this?")), follow=True)
    assert (messages(answer), words(row)) == (["Removed. Undo brings it back."], (["Ours?"], []))

    answer = cast.ana.post(url, sent(row, undo="1"), follow=True)
    row = row.journey.activities.get(code=row.code)
    assert (messages(answer), words(row)) == (
        ["Undone: Chose words for Nine Whys"],
        (["Ours?"], ["Or this?"]),
    )


def test_undo_leaves_what_is_being_typed(cast, url, row):
    cast.ana.post(url, sent(row, say="Fitting?"))
    row.refresh_from_db()

    answer = cast.ana.post(url, sent(row, undo="1", new="A third?"))

    assert (answer.status_code, standing(answer, "new")) == (200, ("A third?", "", ""))
    assert standing(answer, "said") == ("Ours?", "Ours?", "")
    assert fresh(row.journey).activities.get(code=row.code).invitations == ["Ours?"]


def test_undo_may_take_the_row_itself_away(cast, journey, row):
    added = journey.add_structure(row.structure, session=journey.sessions.first())

    answer = cast.ana.post(address(journey, added), sent(added, undo="1"))

    assert (answer.status_code, answer.url) == (302, journey.get_absolute_url())


def test_there_is_an_end_to_what_is_kept(cast, url, journey, row):
    journey.edit_activity(row, alternatives=[f"Number {number}?" for number in range(40)])
    row.refresh_from_db()

    answer = cast.ana.post(url, sent(row, new="One more?"))

    assert (answer.status_code, standing(answer, "new")[0], len(words(row)[1])) == (422, "One more?", 40)
    assert "At most 40 other invitations are kept. Remove one of yours first." in answer.text


def test_a_form_is_saved_as_a_whole_or_not_at_all(cast, url, journey, row):
    journey.edit_activity(row, alternatives=[f"Number {number}?" for number in range(40)])
    row.refresh_from_db()
    before = fresh(journey).snapshot()
    typed = {"said": "Ours, truly?", own_name("Number 0?"): "Number one?", "new": "One more?"}

    answer = cast.ana.post(url, sent(row, **typed))

    assert (answer.status_code, fresh(journey).snapshot() == before) == (422, True)
    assert {name: standing(answer, name)[0] for name in typed} == typed
    assert (fresh(journey).newest.change, answer.context["desk"].newest.change) == ("Edited Nine Whys",) * 2
    answer = cast.ana.post(url, sent(row, **typed | {"new": ""}), follow=True)
    assert (messages(answer), words(row)[0], words(row)[1][0]) == (
        ["Saved."],
        ["Ours, truly?"],
        "Number one?",
    )


def test_what_cannot_be_said_leaves_the_rest_to_be_saved(cast, url, journey, row):
    journey.edit_activity(row, alternatives=[f"Number {number}?" for number in range(40)])
    row.refresh_from_db()

    answer = cast.ana.post(
        url, sent(row, said="Ours, truly?", say="Fitting?")
    )  # that would be the 41st to keep

    assert (answer.status_code, standing(answer, "said")[:2]) == (422, ("Ours, truly?", "Ours?"))
    assert words(row)[0] == ["Ours?"]


@pytest.mark.parametrize("typed", [{"said": "Mine?"}, {"say": "Fitting?"}, {"said": ""}])
def test_where_another_wrote_meanwhile_both_are_shown_and_sent_again_it_is_meant(cast, url, row, typed):
    form = sent(row, **typed)
    row.journey.edit_activity(row, words={0: "Theirs?"})

    answer = cast.ana.post(url, form)

    told = "Somebody else wrote here meanwhile: “Theirs?” Save again to keep yours, or write what suits you both."
    mine = typed.get("said", "Ours?")
    assert (answer.status_code, standing(answer, "said")) == (409, (mine, "Theirs?", told))
    assert words(row) == (["Theirs?"], ["Or this?"])
    cast.ana.post(url, sent(row, **typed))
    assert words(row)[0] == [text for text in typed.values() if text]


def test_what_was_typed_over_words_that_are_gone_becomes_another_wording(cast, url, row):
    form = sent(row, **{own_name("Or this?"): "Or that?", "new": "A third?"})
    row.journey.say(row, "Or this?")
    row.journey.edit_activity(row, invitations=["Else?"])

    answer = cast.ana.post(url, form)

    text, _was, told = standing(answer, "new")
    assert (answer.status_code, text) == (409, "A third?\n\nOr that?")
    assert told.startswith("Somebody else has changed what you were rewording.")
    assert words(row) == (["Else?"], ["Ours?"])


@pytest.mark.parametrize("kept", [[], ["Or theirs?"]])
def test_own_words_that_are_gone_are_not_said_but_given_back(cast, url, journey, row, kept):
    form = sent(row, said="Ours, truly?", say_own=own_name("Or this?"))
    journey.edit_activity(row, alternatives=kept)

    answer = cast.ana.post(url, form)

    text, _was, told = standing(answer, "new")
    assert (answer.status_code, text) == (409, "Or this?")
    assert told.startswith("Somebody else has removed or reworded these words meanwhile")
    assert (words(row), standing(answer, "said")[0]) == ((["Ours?"], kept), "Ours, truly?")


def test_words_that_never_were_are_not_said(cast, url, row):
    answer = cast.ana.post(url, sent(row, say_own="own-0123456789ab"))

    assert (answer.status_code, standing(answer, "new")[0], words(row)[0]) == (409, "", ["Ours?"])


def test_all_that_was_typed_over_words_that_go_at_the_last_moment_is_given_back(journey, row):
    journey.keep_alternative(row, "Or else?")
    row.refresh_from_db()
    typed = {own_name("Or this?"): "Or that?", own_name("Or else?"): "Or what?", "new": "A third?"}
    form = DeskForm(spoken_of(row), 0, sent(row, **typed))
    assert form.is_valid()
    journey.edit_activity(row, alternatives=[])

    assert not form.write(journey, row, who=None)

    assert (form["new"].value(), len(form.errors["new"])) == ("A third?\n\nOr that?\n\nOr what?", 1)
    assert (form.is_stale, words(row)) == (True, (["Ours?"], []))


@pytest.mark.parametrize(("method", "status"), [("get", 404), ("post", 409)])
def test_a_row_may_go_while_it_is_read(cast, url, journey, row, monkeypatch, method, status):
    def removed_meanwhile(found):
        journey.remove(found)
        return spoken_of(found)

    form = sent(row, new="x" * 10_001)
    monkeypatch.setattr(invitation, "spoken_of", removed_meanwhile)

    assert getattr(cast.ana, method)(url, form).status_code == status


def test_what_was_typed_for_a_row_that_is_gone_is_told_by_the_board(cast, url, journey, row):
    form = sent(row, said="Mine?", new="A third?")
    journey.remove(row)

    answer = cast.ana.post(url, form)

    assert answer.status_code == 409
    assert "You had written: “Mine? · A third?”" in unescape(answer.text)
    assert cast.ana.get(url).status_code == 404
