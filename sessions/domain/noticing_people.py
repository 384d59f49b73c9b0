"""The eye on the people: too many or too few for a structure, groups without a place, the same groups all along."""

from collections.abc import Iterator
from itertools import groupby

from sessions.domain.adjustments import Park
from sessions.domain.document import Kind
from sessions.domain.notice import Level, Notice, Sight, groupings
from sessions.domain.outline import Profile, Seat
from sessions.domain.places import places_wanted
from structures.domain.grouping import Sizes, groups
from structures.domain.shapes import Grouping, Mode
from structures.domain.timing import performed

SAME = 3
"""Rows one after the other in the same group configurations from which on it is told."""
POORLY = "poorly"
"""What the catalogue says of a structure that loses what it is good for on a call."""


def too_few(sight: Sight) -> Iterator[Notice]:
    """Fewer people come than the structure needs to work at all (``people_min`` of the catalogue)."""
    for seat, profile, people in _run(sight):
        if people < profile.people_min:
            stays = seat.item.protected or seat.item.pinned_at is not None
            fix = () if stays else (Park(seat.item.code),)
            yield sight.of_row("too-few", Level.PROBLEM, seat, fix, people=people, least=profile.people_min)


def too_many(sight: Sight) -> Iterator[Notice]:
    """More people come than the structure is made for (``people_max`` of the catalogue)."""
    for seat, profile, people in _run(sight):
        if profile.people_max is not None and people > profile.people_max:
            yield sight.of_row("too-many", Level.ADVICE, seat, people=people, most=profile.people_max)


def poor_online(sight: Sight) -> Iterator[Notice]:
    """Everybody is on a call, and the catalogue says that the structure fits a call poorly."""
    for seat in sight.seats:
        if sight.meeting.runs == Mode.ONLINE and seat.item.structure and seat.item.structure.online == POORLY:
            yield sight.of_row("poor-online", Level.ADVICE, seat)


def rooms(sight: Sight) -> Iterator[Notice]:
    """More groups, or tracks, at once than there are places to work in (``places``)."""
    places = sight.meeting.rooms
    for seat in sight.seats if places is not None else ():
        wanted = places_wanted(seat, sight.meeting)
        if wanted > (places or 0):
            level = Level.PROBLEM if seat.item.is_split or sight.meeting.runs == Mode.ONLINE else Level.ADVICE
            # On a call the groups of a track have rooms of their own: then it is they who are too many.
            name = "rooms-tracks" if wanted == sum(map(bool, seat.item.tracks)) else "rooms"
            yield sight.of_row(name, level, seat, wanted=wanted, rooms=places or 0)


def left_alone(sight: Sight) -> Iterator[Notice]:
    """In a step in groups somebody has nobody to talk to: their group is of one."""
    for seat in sight.seats:
        made = _sizes(seat, sight.meeting.runs)
        if any(sizes[-1] == 1 for grouping, sizes in made if grouping != Grouping.ALONE):
            yield sight.of_row("left-alone", Level.HINT, seat)


def same_groups(sight: Sight) -> Iterator[Notice]:
    """Three rows running take people through the same group configurations.

    An opening, a break or a closing between them does not count; parallel tracks are a change.
    """
    counted = [seat for seat in sight.rows if seat.item.kind not in _BETWEEN]
    paths = [(seat, _path(seat, sight.meeting.runs)) for seat in counted]
    for path, run in groupby(paths, key=lambda pair: pair[1]):
        seats = [seat for seat, _path in run]
        if path and len(seats) >= SAME:
            titles = tuple(seat.item.title for seat in seats)
            yield sight.of_row("same-groups", Level.HINT, seats[SAME - 1], titles=titles, path=path)


def _run(sight: Sight) -> Iterator[tuple[Seat, Profile, int]]:
    """The structures that run, each with its profile and its people, where it is known how many come."""
    for seat in sight.seats:
        profile, people = seat.item.structure, seat.people
        if profile and people is not None and not seat.item.is_split:
            yield seat, profile, people


_BETWEEN = (Kind.OPENING, Kind.BREAK, Kind.CLOSING)


def _path(seat: Seat, mode: str) -> tuple[str, ...]:
    """The configurations that the row goes through; () where that is not known."""
    if seat.item.is_split:
        return ()
    if seat.item.kind == Kind.TALK and not seat.item.steps:
        return (Grouping.WHOLE_GROUP,)
    return tuple(grouping for grouping, _same in groupby(groupings(seat, mode)))


def _sizes(seat: Seat, mode: str) -> list[tuple[str, Sizes]]:
    """For each step that divides people: its configuration, and the people in each group."""
    if seat.item.is_split or seat.people is None:
        return []
    steps = performed(seat.item.steps, mode)
    made = ((step.grouping, groups(step, seat.people, seat.item.remainder)) for step in steps)
    return [(grouping, sizes) for grouping, sizes in made if sizes]
