"""The eye on tracks side by side: who leads in them."""

from collections.abc import Iterator
from itertools import combinations

from sessions.domain.notice import Level, Notice, Sight
from sessions.domain.outline import Item, Seat
from sessions.domain.timeline import Placed

Led = tuple[int, Item, Placed]
"""Something in a track: the number of the track, from 0, what it is, and when."""


def lead_twice(sight: Sight) -> Iterator[Notice]:
    """The same person leads in two tracks at the same time."""
    for row in sight.rows:
        pairs = combinations(_led(row), 2)
        clash = next(((one, other) for one, other in pairs if _clash(one, other)), None)
        if clash:
            (_track, first, _when), (_other, second, _then) = clash
            said = (("lead", _lead(second)), ("first", first.title), ("second", second.title))
            key = f"lead-twice:{second.code}"
            yield Notice(key, Level.PROBLEM, sight.meeting.code, second.code, said)


def no_lead(sight: Sight) -> Iterator[Notice]:
    """Tracks run side by side, and in one of them nobody leads."""
    for row in sight.rows:
        working = {
            place: [one for one in track if not one.is_rest] for place, track in enumerate(row.item.tracks)
        }
        led = {place: any(map(_lead, items)) for place, items in working.items() if items}
        without = [place for place, is_led in led.items() if not is_led]
        if len(led) > 1 and without and not _lead(row.item):
            names = tuple(_room(row.item, place) for place in without)
            at = working[without[0]][0].code
            key = f"no-lead:{row.item.code}"
            yield Notice(key, Level.HINT, sight.meeting.code, at, (("tracks", names),))


def _led(row: Seat) -> list[Led]:
    return [
        (place, item, placed)
        for place, (track, places) in enumerate(zip(row.item.tracks, row.placed.tracks, strict=True))
        for item, placed in zip(track, places, strict=True)
        if _lead(item)
    ]


def _clash(one: Led, other: Led) -> bool:
    """Whether two are led by the same person, in different tracks, at the same time."""
    is_same = _lead(one[1]).casefold() == _lead(other[1]).casefold()
    return is_same and one[0] != other[0] and one[2].begin < other[2].end and other[2].begin < one[2].end


def _lead(item: Item) -> str:
    return item.lead.strip()


def _room(item: Item, place: int) -> str:
    return item.rooms[place] if place < len(item.rooms) else str(place + 1)
