"""How many places groups need to work in at once: what notices, the sheet and repairs hold against ``Meeting.rooms``.

In a room each group of a step has one where its groups are meant to have three people or more, those left over as
well; pairs, and the trio among them, talk where they sit. Tracks side by side take one each, which their groups
share. On a call every group has a breakout room, pairs too, and so has a track in which people stay together.
In two places it is as on a call: somebody of any group may be online.
"""

from collections.abc import Sequence

from sessions.domain.document import SessionMode
from sessions.domain.outline import Meeting, Seat
from structures.domain.grouping import Sizes, groups
from structures.domain.shapes import Grouping, Step
from structures.domain.timing import performed

KNEE_TO_KNEE = 2
"""People of a group that needs no place of its own in a room."""

Apart = tuple[int, Step, Sizes]
"""A step in which people sit in groups out of each other's hearing: its index, and the groups."""


def places_of(grouping: str, sizes: Sizes, mode: str, *, in_track: bool = False) -> int:
    """Places that groups of these sizes need, and at the least the one of their track."""
    own = int(in_track)
    if len(sizes) < 2:
        return own
    if mode != SessionMode.IN_PERSON:
        return len(sizes)
    anywhere = in_track or grouping == Grouping.PAIRS or max(sizes) <= KNEE_TO_KNEE
    return own if anywhere else len(sizes)


def apart(seat: Seat, meeting: Meeting) -> tuple[Apart, ...]:
    """The steps of a row in which its people are divided."""
    item, people = seat.item, seat.people
    if not people or item.is_split:
        return ()
    kept = set(performed(item.steps, meeting.runs))
    divided = [(at, step) for at, step in enumerate(item.steps) if step in kept]
    made = ((at, step, groups(step, people, item.remainder)) for at, step in divided)
    return tuple(one for one in made if one[1].grouping != Grouping.ALONE and len(one[2]) > 1)


def places_wanted(seat: Seat, meeting: Meeting) -> int:
    """Places that a row needs at its fullest: its groups, or its tracks with what their groups need."""
    if seat.item.is_split:
        return _side_by_side([one for one in meeting.everything if _is_in(one, seat)], meeting)
    is_shared = seat.is_inside and meeting.mode == SessionMode.IN_PERSON
    return 0 if is_shared else _fullest(seat, meeting)


def _fullest(seat: Seat, meeting: Meeting, *, in_track: bool = False) -> int:
    divided = ((step.grouping, sizes) for _at, step, sizes in apart(seat, meeting))
    found = (places_of(*one, meeting.mode, in_track=in_track) for one in divided)
    return max(found, default=int(in_track))


def _side_by_side(inside: Sequence[Seat], meeting: Meeting) -> int:
    """The most at once of what tracks hold, each row at its fullest."""
    working = [(one.placed, _fullest(one, meeting, in_track=True)) for one in inside if not one.item.is_rest]
    begins = {placed.begin for placed, _number in working}
    return max(
        (sum(number for one, number in working if one.begin <= at < one.end) for at in begins), default=0
    )


def _is_in(one: Seat, row: Seat) -> bool:
    return one.is_inside and one.number == row.number
