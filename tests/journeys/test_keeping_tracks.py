"""Rows in tracks are drawn once and kept, and so is the row around them. Nobody ever sees an old one."""

import re
from datetime import time

import pytest

from sessions.templatetags.inplace import KEPT
from tests.journeys.test_keeping import draw


@pytest.fixture
def warm(journey, row):
    """Workshops in the morning: Nine Whys in the Garden, two talks in the Library; drawn before the change comes."""
    morning = journey.sessions.first()
    rooms = journey.add_activity(session=morning, title="Workshops", tracks=["Garden", "Library"], at=1)
    journey.move(row, track=(rooms, 0), to=0)
    for title in ("Story", "Film"):
        journey.add_activity(session=None, kind="talk", title=title, minutes=20, track=(rooms, 1))
    KEPT.clear()
    draw(journey)
    return journey


def of(row, verb, /, **arguments):
    return lambda journey: getattr(journey, verb)(journey.activities.get(title=row), **arguments)


def into(title, track, to=0):
    def move(journey):
        rooms = journey.activities.get(title="Workshops")
        journey.move(journey.activities.get(title=title), track=(rooms, track), to=to)

    return move


CHANGES = {
    "nothing": lambda journey: None,
    "minutes that make it longer": of("Story", "edit_activity", minutes=50),
    "minutes that only leave less free": of("Nine Whys", "edit_activity", minutes=12),
    "a title": of("Story", "edit_activity", title="A story"),
    "a pin": of("Film", "edit_activity", pinned_at=time(14, 30)),
    "an earlier pin": of("Film", "edit_activity", pinned_at=time(13, 45)),
    "protection of the row": of("Workshops", "edit_activity", protected=True),
    "protection within": of("Film", "edit_activity", protected=True),
    "a question": lambda journey: journey.answer(
        journey.activities.get(title="Story"), question=journey.questions.last()
    ),
    "a track more": of("Workshops", "add_track"),
    "a track less": of("Workshops", "remove_track", number=0),
    "another name": of("Workshops", "rename_track", number=1, name="Attic"),
    "a row goes over": into("Film", 0),
    "a row goes up": into("Film", 1),
    "a row goes out": lambda journey: journey.move(
        journey.activities.get(title="Film"), session=journey.sessions.last(), to=0
    ),
    "the row is parked": of("Workshops", "park"),
    "what comes before it lasts longer": of("Welcome", "edit_activity", minutes=25),
    "all leave": lambda journey: journey.park(*journey.activities.filter(parent__isnull=False)),
    "people": lambda journey: journey.edit({"people": 7}),
    "less time": lambda journey: journey.edit_session(journey.sessions.first(), minutes=20),
    "undone": lambda journey: journey.undo(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_kept_is_what_would_be_drawn_anew(warm, change):
    change(warm)
    story = warm.activities.filter(title="Story").values_list("code", flat=True)

    asked = [{}, {"opened": "".join(story)}]
    kept = [draw(warm, **one) for one in asked]
    KEPT.clear()

    assert kept == [draw(warm, **one) for one in asked]


def test_every_part_has_an_address_of_its_own(warm):
    drawn = draw(warm, opened=warm.activities.get(title="Story").code)
    ids = re.findall(r'\bid="([^"]+)"', drawn)

    assert len(ids) == len(set(ids))


def test_an_edit_in_a_track_draws_only_what_it_changes(warm):
    """The row around it is put together of what is kept; who leads is something to look at."""
    before = len(KEPT)

    of("Story", "edit_activity", lead="Ben")(warm)
    draw(warm)

    assert len(KEPT) - before == 4  # the row, the same row at its time, the row around it, and the notices
