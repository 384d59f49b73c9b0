"""Fewer rooms than planned: tracks run together, one after the other, or not; groups are larger, or none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sessions.domain.adjustments import Adjustment, JoinTracks, Regroup, Rerun, Unsplit
from sessions.domain.document import SessionMode
from sessions.domain.mending.case import Candidate, Case, Idea, Reason, gone, is_held, parks, titles
from sessions.domain.mending.people import MOST_IN_A_GROUP
from sessions.domain.mending.siblings import stands_in, swapped, swaps
from sessions.domain.outline import Seat
from sessions.domain.places import Apart, apart, places_of
from sessions.domain.suiting import LIVES_FROM_GROUPS, Fault, in_groups, unsuited
from structures.domain.shapes import Grouping, Repeat, SetBy

HARDLY = 0.25
"""The part of its minutes in groups up to which a structure can do without them."""
OWN_THOUGHTS = 2
"""The largest group whose talk a person can do alone, and write into the chat."""


def crowded(case: Case) -> list[Seat]:
    """The rows with more groups or tracks than there are places."""
    faults = (Fault.CROWDED, Fault.NARROW)
    codes = {one.code for one in unsuited(case.meeting) if one.fault in faults}
    return [seat for seat in case.seats if seat.item.code in codes]


def lost_room(case: Case) -> Iterator[Idea]:
    """``RoomLost``."""
    rows = crowded(case)
    tracks = [seat for seat in rows if seat.item.is_split]
    larger = [one for seat in rows for one in _larger(case, seat)]
    yield from _joined(case, tracks, larger)
    yield from _unsplit(tracks, larger)
    yield from _dropped(case, tracks, larger)


def _joined(case: Case, tracks: list[Seat], larger: list[Adjustment]) -> Iterator[Idea]:
    """Fewer tracks. Where one room is left nothing runs beside anything: then see ``_unsplit``."""
    rooms = max(1, case.meeting.rooms or 1)
    made = [one for seat in tracks if rooms > 1 or seat.item.protected for one in joins(seat, rooms)]
    if made or larger:
        words = [Reason("share_rooms", titles(tracks), n=rooms)] if made else []
        more = [Reason("larger_groups", n=rooms)] if larger else []
        yield Idea("rooms", (*made, *larger), (*words, *more))


def joins(seat: Seat, rooms: int) -> Iterator[JoinTracks]:
    """What the lost tracks hold follows in the shortest of the others.

    The last track goes first, so that the numbers of those that go later stay what they were.
    """
    lost = lost_tracks(seat, rooms)
    lengths = {number: length for number, length in enumerate(seat.placed.lengths) if number not in lost}
    for track in reversed(lost):
        onto = min(
            (number for number in lengths if seat.item.tracks[number]), key=lambda one: (lengths[one], one)
        )
        lengths[onto] += seat.placed.lengths[track]
        gone = sum(track < number < onto for number in lost)
        yield JoinTracks(seat.item.code, track, onto - gone)


def _unsplit(tracks: list[Seat], larger: list[Adjustment]) -> Iterator[Idea]:
    made = [Unsplit(seat.item.code) for seat in tracks if not seat.item.protected]
    if made:
        yield Idea("all", (*made, *larger), (Reason("for_everyone", titles(tracks)),))


def _dropped(case: Case, tracks: list[Seat], larger: list[Adjustment]) -> Iterator[Idea]:
    """What was to run in the lost rooms is left out: of each row the tracks with the least in them."""
    rooms = max(1, case.meeting.rooms or 1)
    lost = [
        item for seat in tracks for number in lost_tracks(seat, rooms) for item in seat.item.tracks[number]
    ]
    codes = {item.code for item in lost}
    made = parks(case, (seat for seat in case.seats if seat.item.code in codes))
    if made and len(made) == len(lost):
        code = "left_out" if larger else "leaves_out"
        yield Idea("park", (*made, *larger), (Reason(code, tuple(item.title for item in lost)),))


def lost_tracks(seat: Seat, rooms: int) -> list[int]:
    """The numbers of the shortest tracks, as many of them as there are rooms too few. An empty one needs none."""
    filled = [number for number, track in enumerate(seat.item.tracks) if track]
    shortest = sorted(filled, key=lambda number: (seat.placed.lengths[number], -number))
    return sorted(shortest[: max(0, len(filled) - rooms)])


def _larger(case: Case, seat: Seat) -> Iterator[Adjustment]:
    """Groups so large that there are no more of them than places, one of everybody with them; alone without any.

    In a room none in which not everybody speaks any more: there several share a place.
    """
    rooms = case.meeting.rooms or 0
    if not rooms:
        yield from together(case, seat)
        return
    people, mode = seat.people or 1, case.meeting.mode
    size = -(-people // rooms)
    if mode != SessionMode.ONLINE and (size > MOST_IN_A_GROUP or is_held(seat.item)):
        return
    steps = [one for one in apart(seat, case.meeting) if places_of(one[1].grouping, one[2], mode) > rooms]
    for index, _step, _sizes in steps:
        if size < people:
            yield Regroup(seat.item.code, index, Grouping.SMALL_GROUPS.value, size, size)
        else:
            yield Regroup(seat.item.code, index, Grouping.WHOLE_GROUP.value)
    if size >= people:
        yield from kept_turns(case, seat, steps)


def no_rooms(case: Case) -> Iterator[Idea]:
    """``NoBreakouts``."""
    rows = crowded(case)
    made = [one for seat in rows for one in together(case, seat)]
    if made:
        yield Idea("together", tuple(made), (Reason("alone_or_all"),))
    rely = [seat for seat in rows if relies_on_groups(case, seat) and not is_held(seat.item)]
    yield from _others(case, rows, rely)
    yield from _without(case, rows, rely)


def _others(case: Case, rows: list[Seat], rely: list[Seat]) -> Iterator[Idea]:
    """Structures that hardly need groups in the place of those that live from them; the rest without groups."""
    found = swaps(case, rely, lambda item: in_groups(item, case.meeting.runs) <= HARDLY)
    codes = {seat.item.code for seat, _one in found}
    if found:
        new = [one for seat, other in found for one in together(case, in_place(seat, other))]
        rest = [one for seat in rows if seat.item.code not in codes for one in together(case, seat)]
        more = [Reason("alone_or_all")] if rest else []
        words = stands_in("needs_no_rooms", case, found)
        yield Idea("swap", (*swapped(case, found), *new, *rest), (words, *more))


def in_place(seat: Seat, other: Candidate) -> Seat:
    """The row with the other structure in it."""
    return replace(seat, item=replace(other.item, code=seat.item.code))


def _without(case: Case, rows: list[Seat], rely: list[Seat]) -> Iterator[Idea]:
    """What lives from groups is left out, the rest goes on without them."""
    made = parks(case, rely)
    codes = {one.code for one in made}
    if made:
        rest = [one for seat in rows if seat.item.code not in codes for one in together(case, seat)]
        yield Idea("park", (*made, *rest), gone(case, made, "needs_rooms"))


def relies_on_groups(case: Case, seat: Seat) -> bool:
    return in_groups(seat.item, case.meeting.runs) >= LIVES_FROM_GROUPS


def together(case: Case, seat: Seat) -> Iterator[Adjustment]:
    """Pairs think alone and write into the chat, larger groups meet as everyone; turns stay as many as they were.

    Of tracks there is nothing to regroup: they run one after the other.
    """
    if seat.item.is_split:
        if not seat.item.protected:
            yield Unsplit(seat.item.code)
        return
    steps = apart(seat, case.meeting)
    for index, _step, sizes in steps:
        alone = sizes[-1] <= OWN_THOUGHTS
        yield Regroup(seat.item.code, index, (Grouping.ALONE if alone else Grouping.WHOLE_GROUP).value)
    yield from kept_turns(case, seat, steps)


def kept_turns(case: Case, seat: Seat, steps: Iterable[Apart]) -> Iterator[Rerun]:
    """As many turns of these steps as there are now, although groups decide about them."""
    touched = {step.repeat for _index, step, _sizes in steps}
    for repeat in seat.item.repeats:
        if repeat.key in touched and repeat.set_by in (SetBy.GROUP_SIZE, SetBy.GROUPS):
            yield Rerun(seat.item.code, repeat.key, turns_of(case, seat, repeat))


def turns_of(case: Case, seat: Seat, repeat: Repeat) -> int:
    """How often its steps run now."""
    steps = seat.item.steps
    turns = seat.item.turns(seat.people, case.meeting.runs)
    return next((turn.of for turn in turns if steps[turn.index].repeat == repeat.key), repeat.count)
