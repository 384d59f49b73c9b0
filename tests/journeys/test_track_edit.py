"""A track is renamed where it stands."""

import pytest

from tests.journeys.ritual import AWKWARD, NOT_FOUND, is_board, press, said, sentence, typed


@pytest.fixture
def welcome(journey):
    """A row with the tracks Garden and Library."""
    welcome = journey.activities.get(title="Welcome")
    for name in ("Garden", "Library"):
        journey.add_track(welcome, name)
    welcome.refresh_from_db()
    return welcome


@pytest.fixture
def url(journey, welcome):
    return f"/journeys/{journey.code}/activities/{welcome.code}/tracks/1/edit/"


def names(welcome):
    welcome.refresh_from_db()
    return welcome.tracks


def form(name, was="Library"):
    return {"name": name, "initial-name": was}


@pytest.mark.parametrize("name", ["Attic", *AWKWARD])
def test_it_is_renamed(cast, url, welcome, name):
    answer = press(cast.ben, url, **form(name))

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Saved.")
    assert names(welcome) == ["Garden", name]
    assert typed(answer, f"name-{welcome.code}-1") == name
    assert "<script>alert" not in answer.text


def test_what_was_left_alone_writes_nothing(cast, url, journey):
    before = journey.revision

    press(cast.ana, url, **form("Library"))

    journey.refresh_from_db()
    assert journey.revision == before


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "This field is required."),
        ("x" * 201, "Ensure this value has at most 200 characters (it has 201)."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason(cast, url, welcome, name, reason):
    answer = press(cast.ana, url, **form(name))

    field = f"name-{welcome.code}-1"
    assert (answer.status_code, said(answer), sentence(answer, field)) == (422, reason, reason)
    assert typed(answer, field) == name
    assert names(welcome) == ["Garden", "Library"]


def test_two_names_are_told(cast, url, welcome):
    press(cast.ben, url, **form("Attic"))

    answer = press(cast.ana, url, **form("Cellar"))

    assert answer.status_code == 409
    assert said(answer) == "Somebody else wrote “Attic” here meanwhile."
    assert typed(answer, f"name-{welcome.code}-1") == "Cellar"
    assert names(welcome) == ["Garden", "Attic"]


def test_a_track_that_is_gone_is_told(cast, url, journey, welcome):
    journey.remove_track(welcome, 0)

    answer = press(cast.ana, url, **form("Attic"))

    assert (answer.status_code, said(answer)) == (409, "That track is no longer in this journey.")
    assert names(welcome) == ["Library"]


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, **form("Attic")) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405
