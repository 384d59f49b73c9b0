"""Less time than there was: everything shorter, the least of it left out, a shorter structure, or a later end."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Adjustment, Hold, Park, Rerun, Retime
from sessions.domain.changes import Late
from sessions.domain.fitting import fit
from sessions.domain.mending.case import Candidate, Case, Idea, Reason, is_held, may_go
from sessions.domain.mending.siblings import stands_in, swapped, swaps
from sessions.domain.outline import Item, Meeting, Outline, Seat, slot_of
from sessions.domain.standing import answered
from sessions.domain.timeline import Slot, lay_out
from structures.domain.timing import spread

LATEST = 30
"""Minutes that one can ask a whole group for at the start."""
LONGEST = 3
"""How many of the longest rows are looked at for a shorter structure."""


def ideas(case: Case) -> Iterator[Idea]:
    yield Idea("same", reasons=(Reason("every_row_stays"),))
    yield from later(case)
    yield from left_out(case)
    yield from shorter(case)


def later(case: Case) -> Iterator[Idea]:
    """Ask the group for the minutes that are missing, where no pinned time stands in the way."""
    layout = case.meeting.layout
    over, cut = -(layout.spare or 0), layout.overlap
    if isinstance(case.change, Late) and 0 < over <= LATEST and not cut:
        hold = Hold(case.meeting.code, "booked", layout.end)
        yield Idea("later", (hold,), (Reason("asks_for_time", n=over),), cost=over, squeezes=False)


def left_out(case: Case) -> Iterator[Idea]:
    gone = least_to_park(case.meeting, case.now)
    made = tuple(Park(one.code) for one in gone)
    if gone and not lack(adjusted(case.now, made).meeting(case.meeting.code)):
        words = Reason("leaves_out", tuple(one.title for one in gone))
        yield Idea("park", made, (words,))


def shorter(case: Case) -> Iterator[Idea]:
    """Other structures in the place of the longest rows, until they are as much shorter as it takes.

    One that is enough by itself is best; otherwise each must be a good deal shorter to be worth learning.
    """
    left = lack(case.meeting)
    found: list[tuple[Seat, Candidate]] = []
    rows = sorted((seat for seat in case.free if seat.item.structure), key=case.minutes, reverse=True)
    for seat in rows[:LONGEST]:
        taken = [one.slug for _seat, one in found]
        best = next(iter(_shorter(case, seat, left, taken)), None) if left > 0 else None
        if best:
            found.append((seat, best))
            left -= case.minutes(seat) - best.item.span(seat.people, case.meeting.runs).ideal
    if found:
        words = stands_in("shorter_structures", case, found, len(found))
        yield Idea("shorter", swapped(case, found), (words,))


def _shorter(case: Case, seat: Seat, lacking: int, taken: list[str]) -> Iterator[Candidate]:
    minutes = case.minutes(seat)
    for most in (minutes - lacking, minutes * 2 // 3):

        def is_short(item: Item, most: int = most) -> bool:
            slug = item.structure.slug if item.structure else ""
            return 0 < item.span(seat.people, case.meeting.runs).ideal <= most and slug not in taken

        yield from (one for _seat, one in swaps(case, [seat], is_short))


def lack(meeting: Meeting) -> int:
    """Minutes that are missing: past the booked end, and into what is pinned."""
    return _lack(slots_of(meeting), meeting.booked)


def _lack(slots: Iterable[Slot], booked: int | None) -> int:
    layout = lay_out(slots, booked)
    return max(0, -(layout.spare or 0)) + layout.overlap


def slots_of(meeting: Meeting) -> list[Slot]:
    return [slot_of(item, meeting.people, meeting.runs) for item in meeting.items]


def least_to_park(meeting: Meeting, outline: Outline) -> list[Item]:
    """The rows to park, the fewest minutes of them, until nothing is too long. Fewer where no more may go."""
    slots = dict(zip([item.code for item in meeting.items], slots_of(meeting), strict=True))
    gone: list[Item] = []
    while lacking := _lack(slots.values(), meeting.booked):
        best = _least(meeting, outline, slots, lacking, gone)
        if best is None:
            break
        gone.append(best)
        del slots[best.code]
    return [item for item in meeting.items if item in gone]


def _least(
    meeting: Meeting, outline: Outline, slots: Mapping[str, Slot], lacking: int, gone: list[Item]
) -> Item | None:
    """The row that helps most, and of those that help as much the shortest."""

    def left(code: str) -> int:
        return _lack([slot for name, slot in slots.items() if name != code], meeting.booked)

    codes = {one.code for one in gone}
    free = (item for item in meeting.items if item.code in slots and may_go(item, outline, codes))
    helping = [(left(item.code), slots[item.code].minutes, item.code, item) for item in free]
    helping = [one for one in helping if one[0] < lacking]
    return min(helping, key=lambda one: one[:3])[3] if helping else None


def keeps_steps(changes: Iterable[Adjustment], outline: Outline, code: str) -> bool:
    """Whether all turns of all steps still take place after the changes, in however little time."""
    listed = tuple(changes)
    meeting = adjusted(outline, listed).meeting(code)
    retimed = {one.code for one in listed if isinstance(one, Retime)}
    rows = (seat for seat in meeting.everything if seat.item.code in retimed)
    return not any(isinstance(one, Rerun) for one in listed) and all(
        _is_whole(seat, meeting.runs) for seat in rows
    )


def _is_whole(seat: Seat, mode: str) -> bool:
    usual = seat.item.turns(seat.people, mode)
    now = spread(usual, seat.item.steps, seat.item.length(seat.people, mode))
    return all(one.minutes or not was.minutes for was, one in zip(usual, now, strict=True))


def fitted(outline: Outline, code: str) -> tuple[Adjustment, ...]:
    """The smallest change after which the session keeps its pinned times and its booked end.

    The closing keeps its minutes, and so does what was only just put in.
    """
    meeting = outline.meeting(code)
    items = tuple(
        replace(item, protected=True) if not item.code or is_held(item) else item for item in meeting.items
    )
    minutes = meeting.layout.end if meeting.booked is None else meeting.booked
    others = replace(outline, meetings=tuple(one for one in outline.meetings if one.code != code))
    return fit(replace(meeting, items=items), minutes, answered(others)).adjustments
