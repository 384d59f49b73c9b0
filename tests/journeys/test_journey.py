"""The builder: a journey with its questions, its agenda on the clock, and help for a question."""

import pytest

from sessions.models import Journey
from sessions.visitor import GUEST_KEY
from tests import factories, journey_factories
from tests.journeys.ritual import AWKWARD, HTMX, NOT_FOUND


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/"


def test_the_page_shows_the_whole_journey(cast, url):
    wanted = ["Improving discharge", "Sooner home", "Why does it matter?", "Nine Whys", "13:40", "Ecocycle"]

    text = cast.ana.get(url).text

    assert [words for words in wanted if words not in text] == []


def test_an_editor_sees_it_too_and_nobody_else(cast, url, journey):
    answers = {name: getattr(cast, name).get(url) for name in cast.OTHERS}

    assert cast.ben.get(url).status_code == 200
    assert {name: answer.status_code for name, answer in answers.items()} == NOT_FOUND
    assert [name for name, answer in answers.items() if journey.title in answer.text] == []


def test_a_get_is_always_the_whole_page(cast, url):
    plain, asked_by_htmx = cast.ana.get(url).text, cast.ana.get(url, headers=HTMX).text

    assert [page.startswith("<!doctype html>") for page in (plain, asked_by_htmx)] == [True, True]


def test_it_only_reads(cast, url):
    assert cast.ana.post(url).status_code == 405


def test_a_journey_in_the_bin_is_gone(cast, url, journey):
    journey.put_in_bin()

    assert cast.ana.get(url).status_code == 404


@pytest.mark.parametrize("title", AWKWARD)
def test_titles_are_words_and_never_markup(cast, url, journey, title):
    journey.edit({"title": title, "purpose": title})

    text = cast.ana.get(url).text

    assert "<script>alert" not in text
    assert "<b>bold" not in text


def test_a_guest_keeps_what_they_plan(cast):
    journey = Journey.objects.get(guest="this-browser") if cast.guest else None

    assert cast.guest.get(journey.get_absolute_url()).status_code == 200
    assert cast.nobody.get(journey.get_absolute_url()).status_code == 404


def test_an_imported_journey_becomes_the_first_visitors_who_opens_it(cast, db):
    journey = journey_factories.create_journey(title="Imported")

    opened = {name: getattr(cast, name).get(journey.get_absolute_url()) for name in ("nobody", "sam")}

    assert {name: answer.status_code for name, answer in opened.items()} == {"nobody": 200, "sam": 404}
    journey.refresh_from_db()
    assert (journey.owner, journey.guest) == (None, cast.nobody.session[GUEST_KEY])


def test_an_address_that_leads_nowhere_leaves_no_trace(cast, url):
    cast.nobody.get(url)

    assert cast.nobody.cookies.get("sessionid") is None


def test_help_is_for_the_chosen_question(cast, url, journey):
    catalogue = factories.create_question(text="Where are we starting?")
    triz = factories.create_structure(name="TRIZ", slug="triz", steps=3)
    factories.create_fit(question=catalogue, structure=triz, because="It clears the ground.")
    chosen = journey.add_question(question=catalogue)

    text = cast.ana.get(url, {"chosen": chosen.code}).text

    assert "It clears the ground." in text
    assert "It clears the ground." not in cast.ana.get(url).text


def test_a_search_finds_structures_of_the_catalogue(cast, url):
    factories.create_structure(name="Min Specs", slug="min-specs")
    factories.create_structure(name="Hidden Specs", slug="hidden-specs", status="draft")

    text = cast.ana.get(url, {"q": "Specs"}).text

    assert 'value="min-specs"' in text
    assert "Hidden Specs" not in text


@pytest.mark.parametrize("query", ["", "   ", "%", "\x00", "x" * 5000, *AWKWARD])
def test_a_search_takes_any_text(cast, url, query):
    answer = cast.ana.get(url, {"q": query, "chosen": query})

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_it_leads_to_whatever_belongs_to_the_journey(cast, journey):
    page = cast.ana.get(journey.get_absolute_url()).text

    for place in ("words", "history", "people", "share"):
        assert f'href="{journey.get_absolute_url()}{place}/"' in page
