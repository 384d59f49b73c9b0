"""What a plan is with the adjustments that somebody took."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sessions.domain.adjustments import (
    Adjustment,
    Delay,
    Hold,
    Insert,
    JoinTracks,
    Lead,
    Move,
    Park,
    Pin,
    Protect,
    Regroup,
    Rerun,
    Retime,
    Swap,
    Unsplit,
)
from sessions.domain.document import Kind
from sessions.domain.outline import Item, Meeting, Outline
from sessions.domain.stepping import run


def adjusted(outline: Outline, adjustments: Iterable[Adjustment]) -> Outline:
    """The outline with the adjustments made, one after the other. ``LookupError`` for what is not there."""
    for one in adjustments:
        outline = _MADE[type(one)](outline, one)
    return outline


def _edit(outline: Outline, code: str, edit: Callable[[Item], Item]) -> Outline:
    """The outline with one item edited, wherever it stands."""
    found = False

    def through(items: tuple[Item, ...]) -> tuple[Item, ...]:
        nonlocal found
        edited = []
        for item in items:
            if item.code == code:
                found, item = True, edit(item)
            elif item.tracks:
                item = replace(item, tracks=tuple(through(track) for track in item.tracks))
            edited.append(item)
        return tuple(edited)

    meetings = tuple(replace(meeting, items=through(meeting.items)) for meeting in outline.meetings)
    outline = replace(outline, meetings=meetings, parked=through(outline.parked))
    if not found:
        raise LookupError(f"no activity {code!r}")
    return outline


def _take(outline: Outline, code: str) -> tuple[Outline, Item]:
    """The outline without the item, and the item."""
    taken: list[Item] = []

    def without(items: tuple[Item, ...]) -> tuple[Item, ...]:
        taken.extend(item for item in items if item.code == code)
        return tuple(
            replace(item, tracks=tuple(without(track) for track in item.tracks)) if item.tracks else item
            for item in items
            if item.code != code
        )

    meetings = tuple(replace(meeting, items=without(meeting.items)) for meeting in outline.meetings)
    outline = replace(outline, meetings=meetings, parked=without(outline.parked))
    if not taken:
        raise LookupError(f"no activity {code!r}")
    return outline, taken[0]


def _in_meeting(outline: Outline, code: str, edit: Callable[[Meeting], Meeting]) -> Outline:
    outline.meeting(code)
    edited = tuple(edit(one) if one.code == code else one for one in outline.meetings)
    return replace(outline, meetings=edited)


def _put(outline: Outline, code: str, at: int, *items: Item) -> Outline:
    def with_items(meeting: Meeting) -> Meeting:
        return replace(meeting, items=(*meeting.items[:at], *items, *meeting.items[at:]))

    return _in_meeting(outline, code, with_items)


def _retime(outline: Outline, one: Retime) -> Outline:
    return _edit(outline, one.code, lambda item: replace(item, minutes=one.minutes))


def _rerun(outline: Outline, one: Rerun) -> Outline:
    def rerun(item: Item) -> Item:
        repeats = (run(each, one.count) if each.key == one.repeat else each for each in item.repeats)
        return replace(item, repeats=tuple(repeats))

    return _edit(outline, one.code, rerun)


def _unpinned(item: Item) -> Item:
    tracks = tuple(tuple(_unpinned(one) for one in track) for track in item.tracks)
    return replace(item, pinned_at=None, tracks=tracks)


def _park(outline: Outline, one: Park) -> Outline:
    outline, item = _take(outline, one.code)
    return replace(outline, parked=(*outline.parked, _unpinned(item)))


def _move(outline: Outline, one: Move) -> Outline:
    outline, item = _take(outline, one.code)
    return _put(outline, one.meeting, one.at, item)


def _swap(outline: Outline, one: Swap) -> Outline:
    """The row keeps its place; its minutes become those of the steps, and its name where it had the old one's.

    Whether words are the old one's only the catalogue knows: here what is said counts as said (see ``saying.swap``).
    """

    def swapped(item: Item) -> Item:
        to = one.to
        renamed = item.structure is None or item.title == item.structure.name
        return replace(
            item,
            kind=Kind.STRUCTURE,
            title=to.title if renamed else item.title,
            minutes=None,
            steps=to.steps,
            repeats=to.repeats,
            remainder=to.remainder,
            structure=to.structure,
            invitation=item.invitation or to.invitation,
        )

    return _edit(outline, one.code, swapped)


def _insert(outline: Outline, one: Insert) -> Outline:
    return _put(outline, one.meeting, one.at, one.item)


def _pin(outline: Outline, one: Pin) -> Outline:
    return _edit(outline, one.code, lambda item: replace(item, pinned_at=one.minute))


def _protect(outline: Outline, one: Protect) -> Outline:
    return _edit(outline, one.code, lambda item: replace(item, protected=one.protected))


def _lead(outline: Outline, one: Lead) -> Outline:
    return _edit(outline, one.code, lambda item: replace(item, lead=one.lead))


def _regroup(outline: Outline, one: Regroup) -> Outline:
    def regrouped(item: Item) -> Item:
        sizes: dict[str, Any] = {"grouping": one.grouping, "size_min": one.size_min, "size_max": one.size_max}
        steps = list(item.steps)
        steps[one.index] = replace(steps[one.index], **sizes)
        return replace(item, steps=tuple(steps))

    return _edit(outline, one.code, regrouped)


def _join(outline: Outline, one: JoinTracks) -> Outline:
    def joined(item: Item) -> Item:
        tracks = list(item.tracks)
        tracks[one.onto] = (*tracks[one.onto], *tracks[one.track])
        rooms = item.rooms[: one.track] + item.rooms[one.track + 1 :]
        return replace(item, tracks=tuple(tracks[: one.track] + tracks[one.track + 1 :]), rooms=rooms)

    return _edit(outline, one.code, joined)


def _unsplit(outline: Outline, one: Unsplit) -> Outline:
    for meeting in outline.meetings:
        for at, item in enumerate(meeting.items):
            if item.code == one.code:
                outline, _item = _take(outline, one.code)
                emptied = replace(item, tracks=(), rooms=(), pinned_at=None)
                outline = replace(outline, parked=(*outline.parked, emptied))
                return _put(outline, meeting.code, at, *item.inside)
    raise LookupError(f"no activity {one.code!r} in a session")


def _hold(outline: Outline, one: Hold) -> Outline:
    field: dict[str, Any] = {one.field: one.value}
    return _in_meeting(outline, one.code, lambda meeting: replace(meeting, **field))


def _delay(outline: Outline, one: Delay) -> Outline:
    def earlier(item: Item) -> Item:
        pin = None if item.pinned_at is None else item.pinned_at - one.minutes
        return replace(item, pinned_at=pin, tracks=tuple(tuple(map(earlier, track)) for track in item.tracks))

    def delayed(meeting: Meeting) -> Meeting:
        booked = None if meeting.booked is None else meeting.booked - one.minutes
        return replace(meeting, booked=booked, items=tuple(map(earlier, meeting.items)))

    return _in_meeting(outline, one.code, delayed)


_MADE: dict[type, Callable[..., Outline]] = {
    Retime: _retime,
    Rerun: _rerun,
    Park: _park,
    Move: _move,
    Swap: _swap,
    Insert: _insert,
    Pin: _pin,
    Protect: _protect,
    Lead: _lead,
    Regroup: _regroup,
    JoinTracks: _join,
    Unsplit: _unsplit,
    Hold: _hold,
    Delay: _delay,
}
