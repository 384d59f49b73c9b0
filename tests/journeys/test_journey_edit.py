"""The words a journey goes by, edited in place."""

import pytest

from tests.journeys.ritual import AWKWARD, NOT_FOUND, is_board, messages, press, said, sentence, typed


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/edit/"


def test_a_title_is_saved_and_the_board_comes_back(cast, url, journey):
    answer = press(cast.ana, url, title="Sooner home")

    journey.refresh_from_db()
    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Saved.")
    assert (journey.title, journey.purpose, journey.people) == ("Sooner home", "Sooner home", 18)


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    answer = cast.ben.post(url, {"who": "Nurses, doctors"}, follow=True)

    journey.refresh_from_db()
    assert (answer.redirect_chain, messages(answer)) == ([(journey.get_absolute_url(), 302)], ["Saved."])
    assert journey.who == "Nurses, doctors"


def test_only_what_was_really_changed_is_written(cast, url, journey):
    """Ben changed the title while Ana had the page open; Ana changes only the people."""
    journey.edit({"title": "Ben's title"})
    seen = {"initial-title": "Improving discharge", "initial-people": "18"}

    press(cast.ana, url, title="Improving discharge", people="24", **seen)

    journey.refresh_from_db()
    assert (journey.title, journey.people) == ("Ben's title", 24)


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("people", "0", "A group has at least one person."),
        ("people", "-5", "A group has at least one person."),
        ("people", "10000", "The most is 5,000 people."),
        ("people", "soon", "Type the number of people in figures, like 18."),
        ("people", "1e3", "Type the number of people in figures, like 18."),
        ("title", "", "This field is required."),
        ("title", "x" * 300, "Ensure this value has at most 200 characters (it has 300)."),
        ("title", "a\x00b", "Null characters are not allowed."),
        ("who", "x" * 301, "Ensure this value has at most 300 characters (it has 301)."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason(cast, url, journey, field, text, reason):
    before = journey.snapshot()

    answer = press(cast.ana, url, **{field: text})

    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert (sentence(answer, f"{field}-journey"), typed(answer, f"{field}-journey")) == (reason, text)
    journey.refresh_from_db()
    assert journey.snapshot() == before


def test_what_cannot_be_comes_back_as_a_page_without_htmx(cast, url):
    answer = cast.ana.post(url, {"people": "soon"})

    assert (answer.status_code, answer.text.startswith("<!doctype html>")) == (422, True)
    assert sentence(answer, "people-journey") == "Type the number of people in figures, like 18."


@pytest.mark.parametrize("title", AWKWARD)
def test_any_words_will_do(cast, url, journey, title):
    answer = press(cast.ana, url, title=title)

    journey.refresh_from_db()
    assert (journey.title, typed(answer, "title-journey")) == (title, title)
    assert "<script>alert" not in answer.text


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, title="Mine now") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
