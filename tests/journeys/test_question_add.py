"""One more question, in the group's own words or the catalogue's."""

import pytest

from tests import factories
from tests.journeys.ritual import AWKWARD, NOT_FOUND, is_board, messages, press, said, sentence, typed

FIELD = "text-question_add"


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/questions/add/"


@pytest.mark.parametrize("words", ["What do we need?", "x" * 300, *AWKWARD])
def test_a_question_in_their_own_words_comes_last(cast, url, journey, words):
    answer = press(cast.ana, url, text=words)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Added the question.")
    added = journey.questions.last()
    assert (added.position, added.text, added.question) == (2, words, None)
    assert "<script>alert" not in answer.text


def test_a_question_of_the_catalogue_brings_its_words(cast, url, journey):
    catalogue = factories.create_question(slug="needs", text="What do we need from each other?")

    press(cast.ana, url, question="needs")

    added = journey.questions.last()
    assert (added.text, added.question) == ("What do we need from each other?", catalogue)


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    answer = cast.ben.post(url, {"text": "And then?"}, follow=True)

    assert messages(answer) == ["Added the question."]
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Type the question, or choose one."),
        ("   ", "Type the question, or choose one."),
        ("x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
        ("a\x00b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason(cast, url, journey, text, reason):
    answer = press(cast.ana, url, text=text)

    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert (sentence(answer, FIELD), typed(answer, FIELD)) == (reason, text.strip())
    assert journey.questions.count() == 2


@pytest.mark.parametrize("slug", ["none-such", "draft", "\x00"])
def test_only_a_published_question_of_the_catalogue_can_be_chosen(cast, url, journey, slug):
    factories.create_question(slug="draft", status="draft")

    answer = press(cast.ana, url, question=slug)

    assert (answer.status_code, journey.questions.count()) == (422, 2)


def test_a_journey_that_is_full_says_so(cast, url, journey):
    for number in range(58):
        journey.questions.create(text=f"{number}?", position=2 + number)

    answer = press(cast.ana, url, text="One more?")

    assert (answer.status_code, said(answer)) == (422, "A journey holds at most 60 questions.")
    assert journey.questions.count() == 60


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, text="Ours?") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
