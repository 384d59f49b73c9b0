"""The eye on the flow: how people arrive, what makes sense of a string, how it closes, and what nobody asks yet."""

from collections.abc import Iterator

from sessions.domain import ledger
from sessions.domain.adjustments import Adjustment, Insert, Move, Protect, Retime
from sessions.domain.document import Kind
from sessions.domain.notice import Level, Notice, Sight, Value, groupings, is_harmless
from sessions.domain.outline import Item, Outline, Seat
from structures.domain.shapes import Grouping

DEBRIEFS = frozenset({"what-so-what-now-what"})
"""Structures whose whole point is to look back: the catalogue's debrief."""
HARVEST = 10
"""Minutes from which on a row for everybody after the last structure can make sense of a string. Our assumption."""
SHORTEST_CLOSING = 5
"""Minutes below which a closing is cut short: a word from each of a few people. Our assumption."""
USUAL = 10
"""Minutes of an opening, a closing or a look back that is added."""
WORTH_CLOSING = 60
"""Minutes from which on a session should close, and not just end. Our assumption."""
WARM = (Grouping.PAIRS, Grouping.TRIOS)
"""Configurations in which everybody has spoken within minutes."""


def closing_open(sight: Sight) -> Iterator[Notice]:
    """The session runs over, and its closing is not protected: the closing is what will be cut."""
    if sight.spare is not None and sight.spare < 0:
        for seat in _closings(sight):
            if not seat.item.protected:
                yield sight.of_row("closing-open", Level.ADVICE, seat, (Protect(seat.item.code),))


def closing_short(sight: Sight) -> Iterator[Notice]:
    """The closing has less than five minutes."""
    for seat in _closings(sight) if sight.is_string else ():
        if seat.placed.minutes < SHORTEST_CLOSING:
            fix = (
                ()
                if seat.item.protected or seat.item.is_split
                else sight.harmless(Retime(seat.item.code, USUAL))
            )
            yield sight.of_row("closing-short", Level.ADVICE, seat, fix, minutes=seat.placed.minutes)


def no_closing(sight: Sight) -> Iterator[Notice]:
    """A session of an hour or more just ends: nothing closes it, nor does a debrief come last."""
    if (
        sight.is_string
        and sight.end >= WORTH_CLOSING
        and not _closings(sight)
        and not _is_debrief(sight.work[-1].item)
    ):
        closing = Insert(sight.meeting.code, len(sight.rows), Item(kind=Kind.CLOSING, minutes=USUAL))
        yield sight.of_whole("no-closing", Level.HINT, (closing,), sight.rows[-1].item.code)


def no_debrief(sight: Sight) -> Iterator[Notice]:
    """A string of structures, and nothing at its end makes sense of it.

    One of these does: What, So What, Now What? among the last two; a last structure that ends with everybody
    together; ten minutes or more for everybody after it, which are no talk.
    """
    if sight.is_string and not _makes_sense(sight):
        last = sight.work[-1]
        look_back = Insert(sight.meeting.code, last.number + 1, Item(kind=Kind.OTHER, minutes=USUAL))
        count, title = len(sight.work), last.item.title
        yield sight.of_whole(
            "no-debrief", Level.ADVICE, sight.harmless(look_back), last.item.code, count=count, title=title
        )


def cold_start(sight: Sight) -> Iterator[Notice]:
    """The session begins neither with an opening nor with something in pairs or trios."""
    first = next((seat for seat in sight.rows if not seat.item.is_rest), None)
    if first and sight.is_string and first.item.kind != Kind.OPENING and not _warms(first, sight):
        opening = Insert(sight.meeting.code, 0, Item(kind=Kind.OPENING, minutes=USUAL))
        fix = sight.harmless(opening) if first.item.pinned_at is None else ()
        yield sight.of_whole("cold-start", Level.HINT, fix, first.item.code, title=first.item.title)


def no_invitation(sight: Sight) -> Iterator[Notice]:
    """Structures have no invitation yet: nobody knows what the host will ask."""
    mute = [seat for seat in sight.seats if _is_mute(seat.item)]
    if mute and sight.is_string:
        titles = tuple(seat.item.title for seat in mute)
        yield sight.of_whole("no-invitation", Level.ADVICE, (), mute[0].item.code, titles=titles)


def unanswered(outline: Outline) -> Iterator[Notice]:
    """A question that nothing on the clock answers, in a journey in which something answers another."""
    answered = {seat.item.question for meeting in outline.meetings for seat in meeting.everything} - {None}
    for place, asked in enumerate(outline.questions):
        if answered and place not in answered:
            waiting = next((one for one in outline.parked if one.question == place and not one.is_rest), None)
            fix = _bring_back(waiting, outline) if waiting else ()
            said: dict[str, Value] = {
                "number": place + 1,
                "text": asked.text,
                "parked": waiting.title if waiting else "",
            }
            yield Notice(f"unanswered:{asked.code}", Level.ADVICE, "", asked.code, tuple(said.items()), fix)


def out_of_order(outline: Outline) -> Iterator[Notice]:
    """Questions are not answered first in the order in which they stand."""
    astray = ledger.out_of_order(outline)
    if astray:
        numbers = tuple(str(place + 1) for place in astray)
        moves = ledger.in_order(outline)
        fix = moves if is_harmless(outline, moves) else ()
        code = outline.questions[astray[0]].code if astray[0] < len(outline.questions) else ""
        yield Notice("out-of-order:questions", Level.HINT, "", code, (("numbers", numbers),), fix)


def _closings(sight: Sight) -> list[Seat]:
    return [seat for seat in sight.rows if seat.item.kind == Kind.CLOSING]


def _is_debrief(item: Item) -> bool:
    return item.structure is not None and item.structure.slug in DEBRIEFS


def _makes_sense(sight: Sight) -> bool:
    last = sight.work[-1]
    after = (seat for seat in sight.rows[last.number + 1 :] if not seat.item.is_split)
    harvests = (
        seat.item.kind in (Kind.CLOSING, Kind.OTHER) and seat.placed.minutes >= HARVEST for seat in after
    )
    return (
        any(_is_debrief(seat.item) for seat in sight.work[-2:])
        or _ends_together(last, sight)
        or any(harvests)
    )


def _ends_together(seat: Seat, sight: Sight) -> bool:
    return not seat.item.is_split and [*groupings(seat, sight.meeting.runs)][-1:] == [Grouping.WHOLE_GROUP]


def _warms(seat: Seat, sight: Sight) -> bool:
    return not seat.item.is_split and any(one in WARM for one in groupings(seat, sight.meeting.runs))


def _is_mute(item: Item) -> bool:
    return item.kind == Kind.STRUCTURE and not item.is_split and not item.invitation.strip()


def _bring_back(item: Item, outline: Outline) -> tuple[Adjustment, ...]:
    """To the end of the last session in which something is planned, before its closing."""
    meeting = next(one for one in reversed(outline.meetings) if one.items)
    closings = [number for number, one in enumerate(meeting.items) if one.kind == Kind.CLOSING]
    move = Move(item.code, meeting.code, closings[-1] if closings else len(meeting.items))
    return (move,) if is_harmless(outline, [move]) else ()
