"""A question's words, edited in place."""

import pytest

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
