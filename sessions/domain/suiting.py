"""Whether a row suits those who are there: their number, their rooms, the call, and who leads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sessions.domain.document import SessionMode
from sessions.domain.leading import clashes
from sessions.domain.outline import Item, Meeting, Seat
from sessions.domain.places import apart, places_wanted
from structures.domain.shapes import Grouping
from structures.domain.timing import performed


class Fault(StrEnum):
    """What does not suit. The last four are mild: groups that sit closer than they should, more of them than can
    report, a trio among pairs, and a structure that lives from groups but runs without.
    """

    FEW = "few"
    MANY = "many"
    POORLY = "poorly"
    CROWDED = "crowded"
    TWICE = "twice"
    OPEN = "open"
    NARROW = "narrow"
    REPORTS = "reports"
    ODD = "odd"
    BARE = "bare"


MILD = (Fault.NARROW, Fault.REPORTS, Fault.ODD, Fault.BARE)
LIVES_FROM_GROUPS = 0.5
"""The part of its minutes in groups from which a structure is not the same without them."""

MOST_REPORTS = 10
"""Groups of three and more whom everybody can still listen to, one after the other. An assumption of ours."""


@dataclass(frozen=True, slots=True)
class Unsuited:
    """A row with what does not suit. ``bound`` is the number that its structure asks for, 0 where none does."""

    fault: Fault
    code: str
    title: str
    bound: int = 0


def unsuited(meeting: Meeting) -> tuple[Unsuited, ...]:
    """What does not suit, row by row. ``OPEN`` and ``BARE`` take a plan to compare with: see ``standing``."""
    seats = list(meeting.everything)
    found = [one for seat in seats for one in _of(seat, meeting)]
    return (*found, *(Unsuited(Fault.TWICE, one.code, one.title) for one in led_twice(seats)))


def _of(seat: Seat, meeting: Meeting) -> Iterator[Unsuited]:
    item, people, profile = seat.item, seat.people, seat.item.structure
    if profile and people and not item.is_split:
        if people < profile.people_min:
            yield Unsuited(Fault.FEW, item.code, item.title, profile.people_min)
        if profile.people_max and people > profile.people_max:
            yield Unsuited(Fault.MANY, item.code, item.title, profile.people_max)
    if profile and profile.online == "poorly" and meeting.mode == SessionMode.ONLINE:
        yield Unsuited(Fault.POORLY, item.code, item.title)
    if meeting.rooms is not None and places_wanted(seat, meeting) > meeting.rooms:
        # In a room groups move together; tracks do not, and on a call there is no together.
        is_grave = item.is_split or meeting.mode == SessionMode.ONLINE
        yield Unsuited(Fault.CROWDED if is_grave else Fault.NARROW, item.code, item.title)
    if has_trio(seat, meeting):
        yield Unsuited(Fault.ODD, item.code, item.title)
    if len(reporting := reports(seat, meeting)) and reporting[-1][1] > MOST_REPORTS:
        yield Unsuited(Fault.REPORTS, item.code, item.title, reporting[-1][1])


def has_trio(seat: Seat, meeting: Meeting) -> bool:
    """An odd number of people in pairs: one of them is a trio."""
    pairs = (sizes for _index, step, sizes in apart(seat, meeting) if step.grouping == Grouping.PAIRS)
    return any(3 in sizes for sizes in pairs)


def reports(seat: Seat, meeting: Meeting) -> list[tuple[int, int]]:
    """The steps from which the most groups meet again as everyone: their indexes, and how many groups it is.

    Steps of the same groups that follow each other are one: people stay where they are.
    """
    found: list[list[tuple[int, int]]] = [[]]
    run: list[tuple[int, int]] = []
    sizes_of = {index: sizes for index, _step, sizes in apart(seat, meeting)}
    kept = set(performed(seat.item.steps, meeting.runs))
    for index, step in enumerate(seat.item.steps):
        if step not in kept or step.grouping == Grouping.ALONE:
            continue
        sizes = sizes_of.get(index, ())
        if not sizes and run:
            found.append(run)
        stays = run and sizes_of[run[-1][0]] == sizes
        is_heard = step.grouping != Grouping.PAIRS and max(sizes, default=0) > TALKING
        run = [*(run if stays else []), (index, len(sizes))] if is_heard else []
    return max(found, key=lambda one: one[-1][1] if one else 0)


TALKING = 2
"""The largest group that is not heard as a group: of pairs, and of the trio among them, a few say what they found."""


def in_groups(item: Item, mode: str) -> float:
    """The part of its minutes that people spend in groups, 0 to 1; 0 without steps."""
    steps = performed(item.steps, mode)
    together = {Grouping.ALONE, Grouping.WHOLE_GROUP, Grouping.STAGE, Grouping.FISHBOWL, Grouping.LINE}
    whole = sum(step.minutes for step in steps)
    return sum(step.minutes for step in steps if step.grouping not in together) / whole if whole else 0


def led_twice(seats: Iterable[Seat]) -> Iterator[Item]:
    """What a lead leads in one track while they lead in another: the later one of each two, told once."""
    found = {second.code: second for row in seats for _first, second in clashes(row)}
    return iter(found.values())
