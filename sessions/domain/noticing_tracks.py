"""The eye on tracks side by side: who leads in them."""

from collections.abc import Iterator

from sessions.domain.leading import clashes, person
from sessions.domain.notice import Level, Notice, Sight
from sessions.domain.outline import Item


def lead_twice(sight: Sight) -> Iterator[Notice]:
    """The same person leads in two tracks at the same time."""
    for row in sight.rows:
        clash = next(clashes(row), None)
        if clash:
            first, second = clash
            said = (("lead", second.lead.strip()), ("first", first.title), ("second", second.title))
            key = f"lead-twice:{second.code}"
            yield Notice(key, Level.PROBLEM, sight.meeting.code, second.code, said)


def no_lead(sight: Sight) -> Iterator[Notice]:
    """Tracks run side by side, and in one of them nobody leads."""
    for row in sight.rows:
        working = {
            place: [one for one in track if not one.is_rest] for place, track in enumerate(row.item.tracks)
        }
        led = {place: any(person(one.lead) for one in items) for place, items in working.items() if items}
        without = [place for place, is_led in led.items() if not is_led]
        if len(led) > 1 and without and not person(row.item.lead):
            names = tuple(_room(row.item, place) for place in without)
            at = working[without[0]][0].code
            key = f"no-lead:{row.item.code}"
            yield Notice(key, Level.HINT, sight.meeting.code, at, (("tracks", names),))


def _room(item: Item, place: int) -> str:
    return item.rooms[place] if place < len(item.rooms) else str(place + 1)
