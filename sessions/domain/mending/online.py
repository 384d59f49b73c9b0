"""From a room to a call, and back: some structures work there as they are, some otherwise, some poorly."""

from collections.abc import Iterator

from sessions.domain.adjustments import Retime
from sessions.domain.mending.case import Case, Idea, Reason, gone, parks, retimed, titles
from sessions.domain.mending.siblings import stands_in, swapped, swaps
from sessions.domain.outline import Seat

MORE_ONLINE = 5
"""Minutes that a structure which has to be adapted gets on a call, as far as its steps stretch.

An assumption: to explain the board, to open rooms, to wait for the last one. Nobody has measured it.
"""


def ideas(case: Case) -> Iterator[Idea]:
    """``Online``."""
    poor = [seat for seat in case.seats if works(seat) == "poorly"]
    free = [seat for seat in poor if seat in case.free]
    more = adapted(case)
    words = (Reason("adapted", titles(case.seated(one.code for one in more)), n=MORE_ONLINE),) if more else ()
    found = swaps(case, free)
    if found:
        is_well = all(one.item.structure and one.item.structure.online == "well" for _seat, one in found)
        why = stands_in("better_online" if is_well else "adaptable_online", case, found)
        yield Idea("swap", (*swapped(case, found), *more), (why, *words))
    made = parks(case, free)
    if made:
        yield Idea("park", (*made, *more), (*gone(case, made, "poorly_goes"), *words))
    yield Idea("same", more, (Reason("every_row_stays"), *words))
    missing = sum((one.minutes or 0) - case.lengths[one.code] for one in more)
    yield Idea("record", reasons=(Reason("as_it_is"),), cost=missing, squeezes=False)


def in_the_room(case: Case) -> Iterator[Idea]:
    """``InPerson``: everything works in a room; some steps are only done there."""
    yield Idea("same", reasons=(Reason("every_row_stays"),))


def works(seat: Seat) -> str:
    """How its structure works online: "well", "adapted", "poorly"; "" for what is no structure."""
    return seat.item.structure.online if seat.item.structure else ""


def adapted(case: Case) -> tuple[Retime, ...]:
    """More minutes for what has to be adapted, as many as its steps can use."""
    made: list[Retime] = []
    for seat in case.free:
        minutes = case.minutes(seat)
        longest = seat.item.span(seat.people, case.meeting.runs).max
        if works(seat) == "adapted" and not seat.item.is_split:
            made += retimed(case, seat, max(minutes, min(minutes + MORE_ONLINE, longest)))
    return tuple(made)
