"""One session of a draft: where its new rows may begin and end, and how its kept rows are gone through."""

from sessions.domain.briefing import Brief, Frame, frame_of
from sessions.domain.outline import Item, Meeting, slot_of
from sessions.domain.resting import SAFE, rest_at, rested_at
from sessions.domain.sitting import LONGEST, REST
from sessions.domain.timeline import lay_out
from sessions.domain.trails import Front, Step, Trail, keep, merge

SLACK, LONG_SESSION = 5, 90
"""A session of more than an hour and a half ends with five minutes to spare: things always take a little longer."""
WEARY = 60
"""Points that it costs to let people sit for too long, where only kept rows make them."""
EMPTY = 50
"""Points that it costs to leave one of several sessions empty: a weaker answer is better, no answer is not."""


class Sitting:
    """``limit`` is the minute by which all has to end, ``last_row`` that by which the closing has to begin."""

    def __init__(self, meeting: Meeting) -> None:
        booked = meeting.booked or 0
        self.meeting = meeting
        self.frame: Frame = frame_of(meeting)
        self.limit = booked - (SLACK if booked > LONG_SESSION else 0)
        self.last_row = self.limit - sum(map(self.length, self.frame.closing))

    def length(self, item: Item) -> int:
        """Its minutes; of a row with tracks those of the longest."""
        slot = slot_of(item, self.meeting.people, self.meeting.runs)
        return lay_out([slot]).placed[0].minutes if item.is_split else slot.minutes

    def begun(self, front: Front, number: int, empty: int = 0) -> Front:
        """The states after the opening, with the bit ``empty``: nothing new has come yet.

        Of those that come here only the best matters for each that was used.
        """
        made: Front = {}
        for (_minute, _rested, _groups, used), (points, trail) in front.items():
            keep(made, (0, rested_at(0, self.limit), "", used | empty), points, trail, Step(meeting=number))
        for item in self.frame.opening:
            made = self.kept(made, item)
        return made

    def kept(self, front: Front, item: Item) -> Front:
        """Each state after the kept row: where it is pinned, after waiting for it; perhaps after a break."""
        made: Front = {}
        for (minute, rested, groups, used), (points, trail) in front.items():
            self._put(made, (minute, rested, groups, used), points, trail, item)
            rest = None if item.is_rest else rest_at(minute, rested, self.limit)
            if rest:
                now = (minute + rest.minutes, rest.rested, groups, used)
                self._put(made, now, points - rest.cost, (trail, Step(rest=rest)), item)
        return made

    def _put(
        self, made: Front, state: tuple[int, int, str, int], points: int, trail: Trail, item: Item
    ) -> None:
        minute, rested, groups, used = state
        begin = minute if item.pinned_at is None else item.pinned_at
        end = begin + self.length(item)
        if begin < minute or end > self.limit:
            return
        if rested != SAFE and begin - minute >= REST:
            rested = rested_at(begin, self.limit)
        if rested != SAFE and item.is_rest and end - begin >= REST:
            rested = rested_at(end, self.limit)
        elif rested != SAFE and end - rested > LONGEST:
            points -= WEARY
        keep(made, (end, rested, groups, used), points, trail, Step(kept=item))

    def ended(self, front: Front) -> Front:
        """The states after the closing."""
        for item in self.frame.closing:
            front = self.kept(front, item)
        return front


def is_to_fill(brief: Brief, number: int) -> bool:
    """Whether it is one of several sessions, and nothing stands in it."""
    return len(brief.meetings) > 1 and not brief.meetings[number].items


def charged(front: Front, empty: int) -> Front:
    """The states after a session: those that left it empty have paid for it."""
    made: Front = {}
    for (*state, used), (points, trail) in front.items():
        cost = EMPTY if used & empty else 0
        merge(made, {(*state, used & ~empty): (points - cost, trail)})
    return made
