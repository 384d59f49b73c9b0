"""Who has a journey open: what is written down of it, for how long, and what that costs."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests import factories, journey_factories

NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)


@pytest.fixture
def ben(db):
    return factories.create_user(email="ben@example.org")


def after(seconds):
    return time_machine.travel(NOON + timedelta(seconds=seconds), tick=False)


def attend(journey, seconds, tab, user=None, at=""):
    """The other pages, as (tab, row), that a page hears of so many seconds after noon."""
    with after(seconds):
        return [(page.tab, page.at) for page in journey.attend(tab=tab, user=user, at=at)]


def written(journey):
    """Every page that is written down, with its row and when it was heard of, in seconds after noon."""
    return [
        (page.tab, page.at, (page.seen_at - NOON).total_seconds())
        for page in journey.presences.order_by("tab")
    ]


def test_pages_hear_of_each_other_and_not_of_themselves(journey, ana, ben):
    assert attend(journey, 0, "a", ana) == []
    assert attend(journey, 1, "b", ben, at="row2") == [("a", "")]
    assert attend(journey, 2, "a", ana) == [("b", "row2")]


def test_pages_of_another_journey_are_elsewhere(journey, ana):
    other = journey_factories.create_journey(owner=ana)

    assert attend(other, 0, "a", ana, at="row1") == []
    assert attend(journey, 0, "b", ana) == []
    assert attend(journey, 0, "a", ana) == [("b", "")]


@pytest.mark.parametrize(("seconds", "here"), [(14.9, [("a", "row1")]), (15, []), (16, [])])
def test_who_was_not_heard_of_for_15_seconds_is_gone(journey, ana, ben, seconds, here):
    attend(journey, 0, "a", ana, at="row1")

    assert attend(journey, seconds, "b", ben) == here


@pytest.mark.parametrize(
    ("seconds", "at", "line"),
    [
        (4, "row1", ("a", "row1", 0)),
        (5, "row1", ("a", "row1", 0)),
        (5.1, "row1", ("a", "row1", 5.1)),
        (1, "row2", ("a", "row2", 1)),
        (1, "", ("a", "", 1)),
        (40, "row1", ("a", "row1", 40)),
    ],
)
def test_it_is_written_when_the_row_changes_or_5_seconds_have_passed(journey, ana, seconds, at, line):
    attend(journey, 0, "a", ana, at="row1")

    attend(journey, seconds, "a", ana, at=at)

    assert written(journey) == [line]


@pytest.mark.parametrize(("seconds", "kept"), [(60, ["a", "b"]), (60.1, ["b"])])
def test_what_is_older_than_a_minute_is_deleted_when_something_is_written(journey, ana, ben, seconds, kept):
    attend(journey, 0, "a", ana)

    attend(journey, seconds, "b", ben)

    assert [tab for tab, _at, _seconds in written(journey)] == kept


def test_a_page_on_which_somebody_signed_in_is_theirs(journey, ana):
    attend(journey, 0, "a")
    attend(journey, 1, "a", ana)

    assert [page.user for page in journey.presences.all()] == [ana]


@pytest.mark.parametrize("pages", [1, 12])
def test_it_takes_one_query_to_hear_and_two_to_be_heard(journey, ana, pages, django_assert_num_queries):
    for number in range(pages):
        attend(journey, 0, f"page{number}", factories.create_user())
    attend(journey, 0, "a", ana)

    with django_assert_num_queries(1):
        assert len(attend(journey, 4, "a", ana)) == pages
    with django_assert_num_queries(3):
        assert len(attend(journey, 6, "a", ana)) == pages
