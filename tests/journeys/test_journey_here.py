"""What a page hears of the others: a fragment when something changed, and otherwise nothing."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.template.loader import render_to_string

from sessions.here import Face, Here
from tests import factories, journey_factories
from tests.cast import signed_in, with_key
from tests.journeys.ritual import AWKWARD, NOT_FOUND

NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/here/"


@pytest.fixture
def say(url):
    """``say(browser, tab, …)``: what the page ``tab`` sends, and the answer to it."""

    def post(browser, tab, at="", seen=""):
        return browser.post(url, {"tab": tab, "at": at, "seen": seen})

    return post


def later(seconds):
    return time_machine.travel(NOON + timedelta(seconds=seconds), tick=False)


def seen(answer):
    return re.search(r'data-seen="(.*?)"', answer.text)[1]


def faces(answer):
    """Everybody in the fragment: name, letters, row."""
    shape = r'<li class="face" data-at="(.*?)" title="(.*?)"><span aria-hidden="true">(.*?)</span>'
    return [(unescape(name), letters, at) for at, name, letters in re.findall(shape, answer.text)]


def test_alone_one_gets_an_empty_element(cast, say, journey):
    answer = say(cast.ana, "a")

    assert answer.status_code == 200
    assert answer.text.strip() == (
        f'<div id="here" data-revision="{journey.revision}" data-seen="{seen(answer)}"></div>'
    )


def test_what_a_page_begins_with_is_the_same_as_being_alone(cast, say, journey):
    first = render_to_string("journeys/_here.html", {"here": Here(journey.revision)})

    assert say(cast.ana, "a").text == first


def test_two_people_see_each_other_and_the_rows_they_are_in(cast, say, row):
    cast.owner.name = "Ana Bell"
    cast.owner.save()

    say(cast.ana, "a", at=row.code)

    assert faces(say(cast.ben, "b")) == [("Ana Bell", "AB", row.code)]
    assert faces(say(cast.ana, "a", at=row.code)) == [("ben", "B", "")]


def test_another_window_of_ones_own_is_named_as_such(cast, say):
    say(cast.ana, "a", at="row1")

    assert faces(say(cast.ana, "a2")) == [("You, in another window", "A", "row1")]


def test_a_guest_is_only_oneself_in_another_window(cast):
    journey = journey_factories.create_journey(guest="that-browser")
    browser, url = with_key(cast.nobody, "that-browser"), f"/journeys/{journey.code}/here/"
    browser.post(url, {"tab": "a"})

    assert faces(browser.post(url, {"tab": "b"})) == [("You, in another window", "Y", "")]


def test_a_person_with_several_windows_is_there_once_for_each_row(cast, say):
    for tab, at in [("b1", ""), ("b2", "row1"), ("b3", "row1"), ("b4", "row2")]:
        say(cast.ben, tab, at=at)

    assert faces(say(cast.ana, "a")) == [("ben", "B", "row1"), ("ben", "B", "row2")]


def test_a_sixth_is_counted_and_named_to_those_who_hear_the_page(cast, say, journey):
    for name in ("Bo", "Cy", "Dee", "Eve", "Fay", "Gus", "Ida"):
        user = factories.create_user(name=name)
        journey_factories.create_member(journey=journey, user=user)
        say(signed_in(user), name, at=name)

    answer = say(cast.ana, "a")

    assert [name for name, _letters, _at in faces(answer)] == ["Bo", "Cy", "Dee", "Eve", "Fay"]
    assert re.findall(r'<li class="vh" data-at="(.*?)">(.*?)</li>', answer.text) == [
        ("Gus", "Gus"),
        ("Ida", "Ida"),
    ]
    assert '<li class="face" aria-hidden="true">+2</li>' in answer.text


def test_nothing_comes_while_nothing_changes(cast, say):
    say(cast.ben, "b", at="row1")
    shown = seen(say(cast.ana, "a"))

    answer = say(cast.ana, "a", seen=shown)

    assert (answer.status_code, answer.content) == (204, b"")


def test_a_change_of_who_is_here_or_of_the_plan_comes(cast, say, journey):
    """Ben comes, enters a row, and goes; then the plan is another."""
    shown = [seen(say(cast.ana, "a"))]

    say(cast.ben, "b")
    shown.append(seen(say(cast.ana, "a", seen=shown[-1])))
    say(cast.ben, "b", at="row1")
    shown.append(seen(say(cast.ana, "a", seen=shown[-1])))
    with later(20):
        gone = say(cast.ana, "a", seen=shown[-1])
        journey.edit({"people": 30})
        changed = say(cast.ana, "a", seen=seen(gone))

    assert (faces(gone), seen(gone)) == ([], shown[0])
    assert len({*shown, seen(changed)}) == 4
    assert f'data-revision="{journey.revision}"' in changed.text


@pytest.mark.parametrize("people", [1, 8])
def test_it_costs_four_queries_while_nothing_changes(cast, say, journey, people, django_assert_num_queries):
    """The browser's session, the person, the journey, and who is here. Nothing is rendered."""
    for number in range(people):
        user = factories.create_user()
        journey_factories.create_member(journey=journey, user=user)
        say(signed_in(user), f"page{number}")
    shown = seen(say(cast.ana, "a"))

    with later(4), django_assert_num_queries(4):
        answer = say(cast.ana, "a", seen=shown)

    assert (answer.status_code, answer.templates) == (204, [])


def test_every_five_seconds_it_costs_two_more(cast, say, django_assert_num_queries):
    shown = seen(say(cast.ana, "a"))

    with later(6), django_assert_num_queries(6):
        assert say(cast.ana, "a", seen=shown).status_code == 204


@pytest.mark.parametrize(
    ("tab", "at"),
    [
        ("", ""),
        ("x" * 44, ""),
        ("two words", ""),
        ("a\n", ""),
        ("ä", ""),
        ("a\x00", ""),
        ("a", "x" * 17),
        ("a", '"><script>'),
        ("a", "\x00"),
    ],
)
def test_what_no_page_sends_is_refused_and_not_written(cast, say, journey, tab, at):
    answer = say(cast.ana, tab, at=at)

    assert (answer.status_code, answer.content, journey.presences.count()) == (422, b"", 0)


@pytest.mark.parametrize("tab", ["a", "x" * 43, "3f2a-_Z"])
def test_a_page_is_known_by_any_short_word(cast, say, journey, tab):
    assert (say(cast.ana, tab).status_code, journey.presences.get().tab) == (200, tab)


@pytest.mark.parametrize("awkward", AWKWARD)
def test_awkward_names_are_shown_as_they_are(cast, say, awkward):
    cast.owner.name = awkward
    cast.owner.save()
    say(cast.ana, "a")

    answer = say(cast.ben, "b")

    assert [name for name, _letters, _at in faces(answer)] == [awkward]
    assert "<script>" not in answer.text


def test_those_in_another_journey_are_not_here(cast, say, ana):
    other = journey_factories.create_journey(owner=ana)
    cast.ana.post(f"/journeys/{other.code}/here/", {"tab": "a", "at": "row1"})

    assert faces(say(cast.ben, "b")) == []


def test_others_hear_nothing_and_are_heard_of_by_nobody(cast, turned_away, say, url, journey):
    say(cast.ben, "b")

    assert turned_away(url, tab="a") == NOT_FOUND
    assert list(journey.presences.values_list("tab", flat=True)) == ["b"]


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405


def test_the_word_for_what_is_seen_differs_with_everything_that_shows():
    face = Face("Ana", "A", "row1")
    shown = [
        Here(1),
        Here(2),
        Here(1, (face,)),
        Here(1, (Face("Ana", "A"),)),
        Here(1, (Face("Ann", "A", "row1"),)),
        Here(1, (face, face)),
    ]

    assert len({here.seen for here in shown}) == 6
    assert Here(1, (face,)).seen == Here(1, (Face("Ana", "A", "row1"),)).seen
