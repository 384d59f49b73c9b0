"""Two people at once lose nothing: every change waits for the journey's lock and starts from what it finds then.

The tests marked ``postgres`` really run at once, each deed in a thread with a connection of its own. The others
take turns in a way that would lose a change if it went by what its page knew.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from sessions.domain import limits
from sessions.models import Activity, Invite, Journey
from sessions.models.importing import Outdated
from tests import factories
from tests.journey_factories import create_activity, create_journey
from tests.journeys.lists import agenda, fresh, history, laid_out

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def journey():
    """A session with A B C D E F."""
    rows = [{"title": title, "minutes": 10} for title in "ABCDEF"]
    return laid_out(create_journey(), sessions=[{"title": "Day", "activities": rows}])


def order(journey):
    return "".join(agenda(journey)["Day"])


def row(journey, title):
    return journey.activities.get(title=title)


def at_once(journey, *deeds):
    """Do all of them while none has happened yet; for each what it returned, or the error it raised.

    We hold the lock until every deed has read its page and stands waiting for it.
    """
    with ThreadPoolExecutor(len(deeds)) as pool:
        with transaction.atomic():
            Journey.objects.select_for_update().get(pk=journey.pk)
            running = [pool.submit(on_own_connection, deed, journey) for deed in deeds]
            wait_until(lambda: waiting_for_a_lock() == len(deeds))
        return [one.exception() or one.result() for one in running]


def on_own_connection(deed, journey):
    try:
        return deed(fresh(journey))
    finally:
        connection.close()


def waiting_for_a_lock():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)"
            " WHERE NOT granted AND datname = current_database()"
        )
        return cursor.fetchone()[0]


def wait_until(true, seconds=20):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "not everybody came to wait"
        time.sleep(0.01)


def moved(title, to):
    return lambda journey: journey.move(row(journey, title), to=to).title


def added(title, at):
    return lambda journey: journey.add_activity(session=journey.sessions.get(), title=title, at=at).title


def as_lists(titles, change):
    """The same change told with a plain list: (title, place), for a row that is there or a new one."""
    title, to = change
    others = [other for other in titles if other != title]
    return [*others[:to], title, *others[to:]]


CHANGES = [("F", 0), ("A", 99), ("X", 0), ("Y", 99)]
DEEDS = [moved("F", 0), moved("A", 99), added("X", 0), added("Y", 99)]


def possible_orders():
    """What can come of the changes, one after the other, whoever is first."""
    found = set()
    for sequence in permutations(CHANGES):
        titles = list("ABCDEF")
        for change in sequence:
            titles = as_lists(titles, change)
        found.add("".join(titles))
    return found


@pytest.mark.postgres
def test_two_moves_and_two_adds_at_once_are_all_kept(journey):
    done = at_once(journey, *DEEDS)

    assert done == ["F", "A", "X", "Y"]
    assert order(journey) in possible_orders()
    assert sorted(history(journey)[-4:]) == ["Added X", "Added Y", "Moved A", "Moved F"]
    assert list(journey.revisions.values_list("number", flat=True)) == [6, 5, 4, 3, 2, 1]


@pytest.mark.postgres
def test_an_edit_and_an_undo_at_once_come_one_after_the_other(journey):
    """Undo writes all rows anew while the edit, which has read its row, waits for the lock."""
    journey.move(row(journey, "F"), to=0)

    def edit(journey):
        return journey.edit_activity(row(journey, "B"), minutes=45).minutes

    assert at_once(journey, edit, Journey.undo) in ([45, "Moved F"], [45, "Edited B"])

    outcome = (order(journey), row(journey, "B").minutes)
    assert outcome == {"Edited B": ("FABCDE", 10), "Moved F": ("ABCDEF", 45)}[undone(journey)]


@pytest.mark.postgres
def test_of_two_documents_for_the_same_revision_one_is_written(journey):
    """Both scripts have read revision 2; the slower one is told, and may look at what the faster one wrote."""
    before = journey.snapshot()

    def rewrite(title):
        return lambda journey: journey.rewrite(before | {"title": title}, revision=journey.revision)

    done = at_once(journey, rewrite("Ana's"), rewrite("Ben's"))

    assert sorted(type(one).__name__ for one in done) == ["NoneType", "Outdated"]
    assert fresh(journey).title == ["Ana's", "Ben's"][isinstance(done[0], Outdated)]
    assert list(journey.revisions.values_list("number", flat=True)) == [3, 2, 1]


@pytest.mark.postgres
def test_a_document_and_a_press_of_a_button_come_one_after_the_other(journey):
    """Whoever moves a row in the builder loses it to no script, and the script is told that it was slower."""

    def rewrite(journey):
        return journey.rewrite(journey.snapshot() | {"title": "Ours"}, revision=journey.revision)

    moved_row, written = at_once(journey, moved("F", 0), rewrite)

    assert moved_row == "F"
    assert order(journey) == "FABCDE"
    assert fresh(journey).title == ("Discharge" if isinstance(written, Outdated) else "Ours")


def undone(journey):
    return next(what for what in history(journey) if what.startswith("Undone")).removeprefix("Undone: ")


@pytest.mark.postgres
def test_two_undos_at_once_go_two_changes_back(journey):
    moved("F", 0)(journey)
    moved("A", 99)(journey)

    assert sorted(at_once(journey, Journey.undo, Journey.undo)) == ["Moved A", "Moved F"]
    assert order(journey) == "ABCDEF"


@pytest.mark.postgres
def test_two_edits_of_different_fields_at_once_are_both_kept(journey):
    at_once(
        journey,
        lambda journey: journey.edit_activity(row(journey, "B"), notes="Tea"),
        lambda journey: journey.edit_activity(row(journey, "B"), minutes=45),
    )

    edited = row(journey, "B")
    assert (edited.notes, edited.minutes) == ("Tea", 45)


@pytest.mark.postgres
def test_a_row_removed_and_moved_at_once_is_removed_and_leaves_no_gap(journey):
    _removed, other = at_once(journey, lambda journey: journey.remove(row(journey, "B")), moved("B", 5))

    assert order(journey) == "ACDEF"
    assert other == "B" or isinstance(other, Activity.DoesNotExist)


@pytest.mark.postgres
def test_of_two_adds_at_once_only_one_is_the_last_that_fits(journey):
    Activity.objects.bulk_create(
        Activity(journey=journey, position=place, title="Parked")
        for place in range(limits.MAX_ACTIVITIES - 7)
    )

    done = at_once(journey, added("X", None), added("Y", None))

    assert [type(one) for one in done if not isinstance(one, str)] == [ValidationError]
    assert journey.activities.count() == 400


@pytest.mark.postgres
def test_two_clicks_on_share_at_once_make_one_link(journey):
    first, second = at_once(journey, Journey.share, Journey.share)

    assert first == second == journey.share_links.get()


@pytest.mark.postgres
def test_of_two_who_open_a_mailed_invitation_at_once_one_gets_in(journey):
    Journey.objects.update(owner=factories.create_user())
    invite = fresh(journey).invite("ben@example.org")
    ben, cy = factories.create_user(), factories.create_user()

    done = at_once(
        journey, lambda journey: journey.join(invite, ben), lambda journey: journey.join(invite, cy)
    )

    assert sorted(type(one) for one in done if one) == [Invite.DoesNotExist]
    assert journey.members.count() == 1


@pytest.mark.postgres
def test_two_requests_of_a_new_page_at_once_write_it_down_once(journey):
    def come(_number):
        return on_own_connection(lambda journey: journey.attend(tab="a"), journey)

    with ThreadPoolExecutor(2) as pool:
        heard = list(pool.map(come, range(2)))

    assert heard == [[], []]
    assert journey.presences.count() == 1


# In turns, on any database


def test_changes_made_from_pages_of_the_same_moment_are_all_kept(journey):
    pages = [fresh(journey) for _ in DEEDS]

    for deed, page in zip(DEEDS, pages, strict=True):
        deed(page)

    assert order(journey) == "XFBCDEAY"
    assert history(journey)[-4:] == ["Moved F", "Moved A", "Added X", "Added Y"]
    assert fresh(journey).revision == 6


def test_a_row_read_before_an_undo_can_still_be_moved_edited_and_parked(journey):
    create_activity(journey=journey, session=journey.sessions.get(), title="G")
    stale, session = row(journey, "B"), journey.sessions.get()
    fresh(journey).undo()

    journey.edit_activity(stale, minutes=45)
    journey.move(stale, to=0, session=session)
    journey.park(stale)
    journey.bring_back(stale, session=session, to=5)

    assert (order(journey), row(journey, "B").minutes, row(journey, "B").code) == ("ACDEFB", 45, stale.code)


def test_two_undos_from_pages_of_the_same_moment_go_two_changes_back(journey):
    moved("F", 0)(journey)
    moved("A", 99)(journey)
    pages = [fresh(journey), fresh(journey)]

    assert [page.undo() for page in pages] == ["Moved A", "Moved F"]
    assert order(journey) == "ABCDEF"
