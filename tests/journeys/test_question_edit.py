"""A question's words, edited in place."""

import pytest

from tests import factories
from tests.journeys.ritual import AWKWARD, NOT_FOUND, is_board, messages, press, said, sentence, typed


@pytest.fixture
def url(journey, question):
    return f"/journeys/{journey.code}/questions/{question.code}/edit/"


@pytest.mark.parametrize("words", ["Why now?", *AWKWARD])
def test_the_words_are_saved(cast, url, question, words):
    answer = press(cast.ana, url, text=words)

    question.refresh_from_db()
    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Saved.")
    assert (question.text, typed(answer, f"text-{question.code}")) == (words, words)
    assert "<script>alert" not in answer.text


def test_the_outcome_is_saved_and_read_in_the_ledger(cast, url, journey, question):
    answer = press(cast.ana, url, outcome="Because of the children.", **{"initial-outcome": ""})

    question.refresh_from_db()
    assert (said(answer), question.outcome) == ("Saved.", "Because of the children.")
    assert typed(answer, f"outcome-{question.code}") == "Because of the children."
    assert f'id="about-{question.code}" open>' in answer.text


@pytest.fixture
def purpose(db):
    return factories.create_question(slug="purpose", short="Purpose")


def test_it_is_linked_to_a_convening_question_whose_structures_are_suggested(cast, url, question, purpose):
    structure = factories.create_structure(name="Purpose to Practice")
    factories.create_fit(question=purpose, structure=structure, because="It asks why we exist.")

    answer = press(cast.ana, url, linked="purpose", chosen=question.code, **{"initial-linked": ""})

    question.refresh_from_db()
    assert (said(answer), question.question, question.text) == ("Saved.", purpose, "Why does it matter?")
    assert "It asks why we exist." in answer.text


def test_the_link_is_taken_away(cast, url, journey, question, purpose):
    journey.edit_question(question, question=purpose)

    press(cast.ana, url, linked="", **{"initial-linked": "purpose"})

    question.refresh_from_db()
    assert question.question is None


def test_a_link_to_what_the_catalogue_does_not_have_is_refused(cast, url, question):
    factories.create_question(slug="draft", status="draft")

    answer = press(cast.ana, url, linked="draft", **{"initial-linked": ""})

    reason = "Select a valid choice. That choice is not one of the available choices."
    assert (answer.status_code, said(answer)) == (422, reason)
    assert sentence(answer, f"linked-{question.code}") == reason


def test_two_links_at_once_are_told(cast, url, journey, question, purpose):
    factories.create_question(slug="needs", short="Needs")
    journey.edit_question(question, question=purpose)

    answer = press(cast.ana, url, linked="needs", **{"initial-linked": ""})

    question.refresh_from_db()
    assert (answer.status_code, question.question) == (409, purpose)


def test_words_and_outcome_of_two_people_are_both_saved(cast, url, question):
    press(cast.ana, url, text="Why now?", **{"initial-text": question.text})

    press(cast.ben, url, outcome="Because.", **{"initial-outcome": ""})

    question.refresh_from_db()
    assert (question.text, question.outcome) == ("Why now?", "Because.")


def test_a_question_that_somebody_moved_meanwhile_is_reworded_where_it_is(cast, url, journey, question):
    journey.move_question(question, to=1)

    press(cast.ben, url, text="Why now?", **{"initial-text": question.text})

    assert [one.text for one in journey.questions.all()] == ["Where do we start?", "Why now?"]


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey, question):
    answer = cast.ben.post(url, {"text": "Why now?"}, follow=True)

    question.refresh_from_db()
    assert (messages(answer), question.text) == (["Saved."], "Why now?")
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "This field is required."),
        ("x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
        ("a\x00b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason(cast, url, question, text, reason):
    answer = press(cast.ana, url, text=text)

    field = f"text-{question.code}"
    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert (sentence(answer, field), typed(answer, field)) == (reason, text)
    question.refresh_from_db()
    assert question.text == "Why does it matter?"


def test_a_question_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, question):
    journey.remove_question(question)

    answer = press(cast.ana, url, text="Why now?")

    assert (answer.status_code, is_board(answer)) == (409, True)
    assert said(answer) == "That question is no longer in this journey."
    assert [row.text for row in journey.questions.all()] == ["Where do we start?"]


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, text="Ours?") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
