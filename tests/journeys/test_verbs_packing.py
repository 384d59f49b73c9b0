"""Who brings what, and what is packed: one thing at a time, under the journey's lock."""

import pytest
from django.core.exceptions import ValidationError

from sessions.domain import limits
from sessions.models import Journey
from tests.journeys.lists import fresh, history


def packing(session):
    session.refresh_from_db()
    return [(one["item"], one["by"], one["packed"]) for one in session.packing]


@pytest.mark.parametrize(
    ("said", "kept", "told"),
    [
        ({"packed": True}, ("bell", "convenor", True), "Packed bell"),
        ({"by": "client"}, ("bell", "client", False), "Changed who brings bell"),
        ({"by": "client", "packed": True}, ("bell", "client", True), "Packed bell"),
        ({"packed": False}, ("bell", "convenor", False), "Unpacked bell"),
    ],
)
def test_what_is_said_of_a_thing_is_kept_with_the_session(journey, morning, said, kept, told):
    journey.pack(morning, "bell", **said)

    assert (packing(morning), history(journey)[-1]) == ([kept], told)


def test_it_is_a_change_like_any_other_and_undone_like_one(journey, morning):
    journey.pack(morning, "bell", packed=True)
    journey.pack(morning, "bell", packed=False)

    assert journey.undo() == "Unpacked bell"
    assert packing(morning) == [("bell", "convenor", True)]


def test_ticking_twice_is_one_change(journey, morning):
    journey.pack(morning, "bell", packed=True)
    revision = journey.revision

    journey.pack(morning, "bell", packed=True)

    assert fresh(journey).revision == revision


def test_two_who_tick_at_once_lose_nothing(journey, morning):
    """Ana and Ben have both read the same page; each says one thing."""
    pages = [(Journey.objects.get(pk=journey.pk), journey.sessions.get(pk=morning.pk)) for _person in "ab"]

    for (mine, session), said in zip(pages, [{"packed": True}, {"by": "client"}], strict=True):
        mine.pack(session, "bell", **said)
        mine.pack(session, f"card {said}", packed=True)

    assert packing(morning)[0] == ("bell", "client", True)
    assert len(packing(morning)) == 3


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("", {"packed": True}),
        (" ", {"packed": True}),
        ("x" * 81, {"packed": True}),
        ("bell", {"by": "santa"}),
    ],
)
def test_what_no_document_could_hold_is_refused(journey, morning, item, said):
    with pytest.raises(ValidationError, match="That is on no list."):
        journey.pack(morning, item, **said)

    assert packing(morning) == []


def test_a_session_holds_so_much_and_no_more(journey, morning, monkeypatch):
    monkeypatch.setattr(limits, "MAX_PACKING", 1)
    journey.pack(morning, "bell", packed=True)

    with pytest.raises(ValidationError, match="nothing more can be ticked off"):
        journey.pack(morning, "card", packed=True)

    assert packing(morning) == [("bell", "convenor", True)]


def test_the_session_of_another_journey_is_not_found(journey, afternoon, ana):
    other = Journey.objects.create(owner=ana, title="Other")

    with pytest.raises(type(afternoon).DoesNotExist):
        other.pack(afternoon, "bell", packed=True)
