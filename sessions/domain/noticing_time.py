"""The eye on the clock: what runs over, what runs into what, and how long people sit without a break.

Minutes are whole minutes from the session's start.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sessions.domain.adjustments import Insert, Pin, Retime
from sessions.domain.document import Kind
from sessions.domain.notice import Level, Notice, Sight, Value
from sessions.domain.outline import Item, slot_of
from sessions.domain.sitting import Stretch, sitting
from sessions.domain.timeline import Layout, Slot, lay_out

NEW_BREAK = 15
"""Minutes of a break that is added."""
REST = Item(kind=Kind.BREAK, minutes=NEW_BREAK)
SLACK = 5
"""Minutes to spare that a long session should end with: things always take a little longer. Our assumption."""
SIZES = (5, 15, 30, 60)
"""Minutes over up to which it is the same problem. Ours: five are made up for, sixty are another session."""
LONG_SESSION = 90
"""Booked minutes above which a session should have them."""


def over(sight: Sight) -> Iterator[Notice]:
    """The session runs past its booked minutes. Whoever dismissed it sees it again when it has grown."""
    if sight.spare is not None and sight.spare < 0:
        notice = sight.of_whole("over", Level.PROBLEM, minutes=-sight.spare)
        yield replace(notice, key=f"{notice.key}:{_size(-sight.spare)}")


def _size(minutes: int) -> str:
    return next((str(most) for most in SIZES if minutes <= most), "more")


def overlap(sight: Sight) -> Iterator[Notice]:
    """What comes before a pinned row runs into it."""
    for seat in sight.seats:
        if seat.placed.overlap:
            unpinned = (Pin(seat.item.code, None),) if seat.item.pinned_at is not None else ()
            yield sight.of_row("overlap", Level.PROBLEM, seat, unpinned, minutes=seat.placed.overlap)


def too_short(sight: Sight) -> Iterator[Notice]:
    """A row has fewer minutes than its steps need at their shortest, those that are protected at their ideal."""
    for seat in sight.seats:
        item, least = seat.item, seat.item.least(seat.people, sight.meeting.runs)
        if not item.is_split and item.minutes is not None and item.minutes < least:
            fix = () if item.protected else sight.harmless(Retime(item.code, least))
            yield sight.of_row("too-short", Level.ADVICE, seat, fix, minutes=item.minutes, least=least)


def no_break(sight: Sight) -> Iterator[Notice]:
    """Rows follow each other for more than 100 minutes without a break."""
    stretch = _too_long(sight.sitting)
    if stretch:
        first, last = (sight.rows[number].item for number in (stretch.first, stretch.last))
        breaks = with_breaks(sight)
        said: dict[str, Value] = {
            "first": first.title,
            "last": last.title,
            "after": _before(breaks, sight.meeting.items),
        }
        yield sight.of_whole("no-break", Level.ADVICE, breaks, first.code, minutes=stretch.minutes, **said)


def long_row(sight: Sight) -> Iterator[Notice]:
    """One row alone goes on for more than 100 minutes."""
    alone = {one.first: one for one in sight.sitting if one.is_long and not one.is_divisible}
    for number, stretch in alone.items():
        yield sight.of_row("long-row", Level.HINT, sight.rows[number], minutes=stretch.minutes)


def slack(sight: Sight) -> Iterator[Notice]:
    """A session booked for more than an hour and a half ends with less than five minutes to spare."""
    booked, spare = sight.meeting.booked or 0, sight.spare
    if spare is not None and booked > LONG_SESSION and 0 <= spare < SLACK and sight.is_string:
        yield sight.of_whole("slack", Level.HINT, minutes=spare, target=booked - SLACK)


def with_breaks(sight: Sight) -> tuple[Insert, ...]:
    """As many breaks as it takes, each where it divides best; none where even that does not help."""
    meeting, added = sight.meeting, []
    items = list(meeting.items)
    slots = [slot_of(item, meeting.people, meeting.runs) for item in items]
    layout = lay_out(slots)
    while stretch := _too_long(sitting(items, layout.placed)):
        at = next((at for at in _places(items, layout, stretch) if _is_free(slots, at, layout)), None)
        if at is None:
            return ()
        added.append(Insert(meeting.code, at, REST))
        items.insert(at, REST)
        slots.insert(at, Slot(NEW_BREAK))
        layout = lay_out(slots)
    return tuple(added)


def _before(breaks: Iterable[Insert], items: Iterable[Item]) -> tuple[str, ...]:
    """The titles of the rows after which the breaks come, in the order of the agenda."""
    rows: list[Item] = list(items)
    for one in breaks:
        rows.insert(one.at, one.item)
    return tuple(before.title for before, after in pairwise(rows) if after is REST)


def _too_long(stretches: Iterable[Stretch]) -> Stretch | None:
    """The first that is too long, and that a break can divide."""
    return next((one for one in stretches if one.is_long and one.is_divisible), None)


def _places(items: Sequence[Item], layout: Layout, stretch: Stretch) -> list[int]:
    """Where a break could divide the stretch: best where it halves it, last before a closing."""

    def badness(at: int) -> tuple[bool, int]:
        begin = layout.placed[at].begin
        return items[at].kind == Kind.CLOSING, max(begin - stretch.begin, stretch.end - begin)

    return sorted(range(stretch.first + 1, stretch.last + 1), key=badness)


def _is_free(slots: Sequence[Slot], at: int, layout: Layout) -> bool:
    """Whether a break there makes nothing run into a pinned row."""
    if all(slot.pinned_at is None and not slot.tracks for slot in slots[at:]):
        return True
    return lay_out([*slots[:at], Slot(NEW_BREAK), *slots[at:]]).overlap <= layout.overlap
