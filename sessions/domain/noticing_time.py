"""The eye on the clock: what runs over, what runs into what, and how long people sit without a break.

Minutes are whole minutes from the session's start.
"""

from collections.abc import Iterable, Iterator

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Insert, Pin, Retime
from sessions.domain.document import Kind
from sessions.domain.notice import Level, Notice, Sight, is_harmless
from sessions.domain.outline import Item, Meeting, Outline
from sessions.domain.sitting import Stretch, sitting

NEW_BREAK = 15
"""Minutes of a break that is added."""
SLACK = 5
"""Minutes to spare that a long session should end with: things always take a little longer. Our assumption."""
LONG_SESSION = 90
"""Booked minutes above which a session should have them."""


def over(sight: Sight) -> Iterator[Notice]:
    """The session runs past its booked minutes."""
    if sight.spare is not None and sight.spare < 0:
        yield sight.of_whole("over", Level.PROBLEM, minutes=-sight.spare)


def overlap(sight: Sight) -> Iterator[Notice]:
    """What comes before a pinned row runs into it."""
    for seat in sight.seats:
        if seat.placed.overlap:
            unpinned = (Pin(seat.item.code, None),) if seat.item.pinned_at is not None else ()
            yield sight.of_row("overlap", Level.PROBLEM, seat, unpinned, minutes=seat.placed.overlap)


def too_short(sight: Sight) -> Iterator[Notice]:
    """A row has fewer minutes than its steps need at their shortest."""
    for seat in sight.seats:
        item, least = seat.item, seat.item.span(seat.people, sight.meeting.runs).min
        if not item.is_split and item.minutes is not None and item.minutes < least:
            fix = () if item.protected else sight.harmless(Retime(item.code, least))
            yield sight.of_row("too-short", Level.ADVICE, seat, fix, minutes=item.minutes, least=least)


def no_break(sight: Sight) -> Iterator[Notice]:
    """Rows follow each other for more than 100 minutes without a break."""
    stretch = _too_long(sight.sitting)
    if stretch:
        first, last = (sight.rows[number].item for number in (stretch.first, stretch.last))
        titles = {"first": first.title, "last": last.title}
        yield sight.of_whole(
            "no-break", Level.ADVICE, with_breaks(sight), first.code, minutes=stretch.minutes, **titles
        )


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
    outline, added = sight.outline, []
    while stretch := _too_long(_sitting(outline.meetings[sight.number])):
        best = _best_break(outline, sight.number, stretch)
        if best is None:
            return ()
        added.append(best)
        outline = adjusted(outline, [best])
    return tuple(added)


def _sitting(meeting: Meeting) -> tuple[Stretch, ...]:
    return sitting(meeting.items, meeting.layout.placed)


def _too_long(stretches: Iterable[Stretch]) -> Stretch | None:
    """The first that is too long, and that a break can divide."""
    return next((one for one in stretches if one.is_long and one.is_divisible), None)


def _best_break(outline: Outline, number: int, stretch: Stretch) -> Insert | None:
    """A break that halves the stretch as well as can be, if possible not before a closing, and into no pinned row."""
    meeting = outline.meetings[number]
    begins = [placed.begin for placed in meeting.layout.placed]

    def badness(at: int) -> tuple[bool, int]:
        longer = max(begins[at] - stretch.begin, stretch.end - begins[at])
        return meeting.items[at].kind == Kind.CLOSING, longer

    rest = Item(kind=Kind.BREAK, minutes=NEW_BREAK)
    places = sorted(range(stretch.first + 1, stretch.last + 1), key=badness)
    breaks = (Insert(meeting.code, at, rest) for at in places)
    return next((one for one in breaks if is_harmless(outline, [one])), None)
