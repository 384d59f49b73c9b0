"""How a session stands after something changed: its clock, what does not suit, and what got lost."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sessions.domain.leading import person
from sessions.domain.outline import Item, Meeting, Outline
from sessions.domain.suiting import LIVES_FROM_GROUPS, MILD, Fault, Unsuited, in_groups, unsuited


@dataclass(frozen=True, slots=True)
class Standing:
    """``end`` and ``spare`` are the timeline's, in minutes; ``spare`` is None where nothing is booked.

    ``cut`` are the minutes by which something runs into a pinned time. ``unanswered`` are the places of questions
    that something on the clock answered before, and nothing does any more.
    """

    end: int
    spare: int | None
    cut: int = 0
    unsuited: tuple[Unsuited, ...] = ()
    unanswered: tuple[int, ...] = ()

    @property
    def over(self) -> int:
        """Minutes past the booked end, or 0."""
        return max(0, -(self.spare or 0))

    @property
    def faults(self) -> Counter[Fault]:
        return Counter(one.fault for one in self.unsuited)

    @property
    def is_fine(self) -> bool:
        """Nothing is wrong, but what is mild."""
        return not (self.over or self.cut or self.unanswered or set(self.faults) - set(MILD))


def standing(before: Outline, after: Outline, code: str) -> Standing:
    """How the session of that code stands in the plan ``after``, compared with the one ``before``."""
    meeting = after.meeting(code)
    layout = meeting.layout
    return Standing(
        layout.end,
        layout.spare,
        layout.overlap,
        (*unsuited(meeting), *_compared(before.meeting(code), meeting)),
        tuple(sorted(answered(before) - answered(after))),
    )


def _compared(before: Meeting, after: Meeting) -> Iterator[Unsuited]:
    """Rows that nobody leads any more, and rows that live from groups and have none any more."""
    was = {seat.item.code: seat.item for seat in before.everything}
    for seat in after.everything:
        item, old = seat.item, was.get(seat.item.code)
        if old and person(old.lead) and not person(item.lead):
            yield Unsuited(Fault.OPEN, item.code, item.title)
        same = old and old.structure == item.structure
        if (
            old
            and same
            and in_groups(old, before.runs) >= LIVES_FROM_GROUPS
            and not in_groups(item, after.runs)
        ):
            yield Unsuited(Fault.BARE, item.code, item.title)


def answered(outline: Outline) -> set[int]:
    """The places of the questions that something on the clock answers, in any session."""
    return {item.question for item in on_the_clock(outline) if item.question is not None}


def on_the_clock(outline: Outline) -> Iterator[Item]:
    for meeting in outline.meetings:
        for item in meeting.items:
            yield item
            yield from item.inside


def leads(meeting: Meeting) -> dict[str, str]:
    """Who leads what, by the codes of the rows."""
    return {seat.item.code: seat.item.lead for seat in meeting.everything if person(seat.item.lead)}
