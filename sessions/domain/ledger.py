"""How a journey's questions are served: by how much of the clock, and in which order.

Questions go by their places on the arc, from 0. Minutes are those of the clock: what runs side by side is
counted once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Move
from sessions.domain.outline import Item, Outline, Seat
from sessions.domain.rising import rising
from sessions.domain.timeline import covered

MANY = 3
"""Activities from which on a question can have more than its share."""
SHARES = 2
"""How often a question has its even share of the minutes when it has more than its part of them."""
MOST = 0.45
"""Of the whole time: what one question may take while another waits, served by two activities or more."""


@dataclass(frozen=True, slots=True)
class Served:
    """One question: its minutes on the clock, and how many activities answer it.

    ``part`` are its minutes in hundredths of those of the best served question. ``before`` and ``after`` are set
    where it stands out of order: it is answered before that earlier question, or only after that later one.
    """

    minutes: int = 0
    activities: int = 0
    part: int = 0
    is_over: bool = False
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a row stands: the number of its session, and of the session's own row that it is or stands in."""

    meeting: int
    row: int


Answers = Mapping[int, list[tuple[int, Seat]]]
"""By question: what answers it, in the order of the agenda, each with the number of its session."""
Firsts = Mapping[int, Place]
"""By question that is answered: where it is answered first."""


def served(outline: Outline) -> tuple[Served, ...]:
    """Return how each question is served.

    A question has more than its part when it has three activities or more and over twice its even share of all
    the questions' minutes; or when another waits for a first answer while it takes more than 45 % of the time there
    is (booked, or planned where nothing is booked) with two activities or more.
    """
    answers = _answers(outline)
    minutes = [_minutes(answers.get(place, [])) for place in range(len(outline.questions))]
    most, even, time = max(minutes, default=0), sum(minutes) / max(1, len(minutes)), _time(outline)
    waits, order = len(answers) < len(minutes), _out_of_order(_firsts(answers))

    def line(place: int, mine: int) -> Served:
        count = len(answers.get(place, []))
        many = count >= MANY and mine > SHARES * even
        is_over = many or (waits and count >= 2 and mine > MOST * time)
        part = round(100 * mine / most) if most else 0
        return Served(mine, count, part, is_over, *order.get(place, (None, None)))

    return tuple(line(place, mine) for place, mine in enumerate(minutes))


def out_of_order(outline: Outline) -> tuple[int, ...]:
    """Return the questions that would have to move for all to be answered in their order: as few as can be."""
    return tuple(_out_of_order(_firsts(_answers(outline))))


def in_order(outline: Outline) -> tuple[Move, ...]:
    """Return the fewest moves after which every question is first answered after those before it.

    Only rows of a session's own move, and only within their session; what is pinned or protected stays. () where
    all is in order, and where that does not help.
    """
    moves: list[Move] = []
    firsts = _firsts(_answers(outline))
    kept = rising(sorted(firsts), firsts)
    for place in sorted(set(firsts) - set(kept)):
        for one in _moves(outline, place, kept):
            moves.append(one)
            outline = adjusted(outline, [one])
        kept = sorted([*kept, place])
    return () if out_of_order(outline) else tuple(moves)


def _answers(outline: Outline) -> Answers:
    found: dict[int, list[tuple[int, Seat]]] = {}
    for number, meeting in enumerate(outline.meetings):
        for seat in meeting.everything:
            if seat.item.question is not None:
                found.setdefault(seat.item.question, []).append((number, seat))
    return found


def _minutes(answers: list[tuple[int, Seat]]) -> int:
    meetings = {number for number, _seat in answers}
    return sum(covered(seat.placed for one, seat in answers if one == number) for number in meetings)


def _time(outline: Outline) -> int:
    booked = sum(meeting.booked or 0 for meeting in outline.meetings)
    return booked or sum(meeting.layout.end for meeting in outline.meetings)


def _firsts(answers: Answers) -> Firsts:
    firsts = {question: found[0] for question, found in answers.items()}
    return {question: Place(number, seat.number) for question, (number, seat) in firsts.items()}


def _out_of_order(firsts: Firsts) -> dict[int, tuple[int | None, int | None]]:
    """The questions that stand out of order, each with the one it is answered before, or else the one after."""
    kept = rising(sorted(firsts), firsts)
    return {place: _beside(place, firsts, kept) for place in sorted(firsts) if place not in kept}


def _beside(place: int, firsts: Firsts, kept: Sequence[int]) -> tuple[int | None, int | None]:
    passed = [one for one in kept if one < place and firsts[one] > firsts[place]]
    ahead = [one for one in kept if one > place and firsts[one] < firsts[place]]
    return (passed[0], None) if passed else (None, ahead[-1] if ahead else None)


def _moves(outline: Outline, place: int, kept: Sequence[int]) -> Iterator[Move]:
    """Moves that bring one question between its neighbours among the ``kept``; none where something must stay."""
    firsts = _firsts(_answers(outline))
    earlier = max((one for one in kept if one < place), default=None)
    later = min((one for one in kept if one > place), default=None)
    if earlier is not None and firsts[earlier] > firsts[place]:
        yield from _back(outline, place, earlier, firsts[earlier], None if later is None else firsts[later])
    elif later is not None:
        yield from _forth(outline, place, firsts[place], firsts[later])


def _back(outline: Outline, place: int, earlier: int, first: Place, end: Place | None) -> Iterator[Move]:
    """What answers ``place`` too early goes behind the last row before ``end`` that answers ``earlier``."""
    meeting = outline.meetings[first.meeting]
    last = end.row if end and end.meeting == first.meeting else len(meeting.items)
    rows = range(first.row, max(last, first.row + 1))
    behind = max(number for number in rows if _answer(meeting.items[number], earlier))
    early = [item for item in meeting.items[: first.row] if item.question == place]
    if all(map(_is_free, early)):
        yield from (Move(item.code, meeting.code, behind) for item in early)


def _forth(outline: Outline, place: int, first: Place, before: Place) -> Iterator[Move]:
    """What answers ``place`` too late goes before the row that answers the next question."""
    meeting = outline.meetings[before.meeting]
    item = meeting.items[first.row] if first.meeting == before.meeting else None
    if item and item.question == place and _is_free(item):
        yield Move(item.code, meeting.code, before.row)


def _answer(item: Item, question: int) -> bool:
    return question in {one.question for one in (item, *item.inside)}


def _is_free(item: Item) -> bool:
    return item.pinned_at is None and not item.protected
