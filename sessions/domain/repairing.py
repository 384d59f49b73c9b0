"""Something changed: two or three ways to go on, each a change of the plan that one can read and take back.

Every idea (``mending``) is made to fit where it is too long; then only those are kept that no other one beats in
everything, and the best three of them in one order, in which less of what stands first is better whatever the rest:

1. minutes past the booked end, and into pinned times;
2. questions that nothing answers any more;
3. rows that do not suit: too few people or too many, too few rooms, poorly online, nobody or one person twice to lead;
4. rows that are parked, or run another structure: either way what was prepared is not used;
5. what people are asked for that no clock shows (``Idea.cost``): minutes of theirs, one of the team as a participant;
6. rows with more groups than can report, or than there are places for in a room, where they move together;
7. effort: how much a convenor has to learn anew, counted once for each row;
8. trios among the pairs, and structures that live from groups but run without;
9. strain: the minutes that rows give which stay, and those of a new talk, in which everybody only listens;
10. minutes to spare, for they were planned to be used.

A change after which nothing has to be done has one repair, which only records it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from sessions.domain import changes as kinds
from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import (
    Adjustment,
    Insert,
    JoinTracks,
    Move,
    Park,
    Regroup,
    Swap,
    Unsplit,
)
from sessions.domain.changes import Change, given
from sessions.domain.document import Kind
from sessions.domain.mending import leads, online, people, rooms, talk, time
from sessions.domain.mending.case import Candidate, Case, Idea, Reason, tidied
from sessions.domain.outline import Meeting, Outline
from sessions.domain.standing import Standing, on_the_clock, standing
from sessions.domain.suiting import MILD, Fault

MOST = 3
RECORD = "record"
"""The key of the repair that changes nothing but what happened."""

EFFORT: dict[type, int] = {Swap: 10, Unsplit: 4, JoinTracks: 3, Move: 3, Regroup: 3}
"""What a convenor has to learn anew for one adjustment; 1 for all others: other minutes, another name."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to go on: what is ``given``, what is changed besides (the diff), why, and how it stands ``after``."""

    key: str
    given: tuple[Adjustment, ...]
    adjustments: tuple[Adjustment, ...]
    reasons: tuple[Reason, ...]
    after: Standing
    cost: int = 0
    strain: int = 0

    @property
    def order(self) -> tuple[int, ...]:
        """What is worse is larger, the worst first."""
        faults = self.after.faults
        return (
            self.after.over + self.after.cut,
            len(self.after.unanswered),
            sum(faults.values()) - sum(faults[one] for one in MILD),
            sum(isinstance(one, Park | Swap) for one in self.adjustments),
            self.cost,
            faults[Fault.REPORTS] + faults[Fault.NARROW],
            sum(EFFORT.get(kind, 1) for kind, _row in {(type(one), one.code) for one in self.adjustments}),
            faults[Fault.ODD] + faults[Fault.BARE],
            self.strain,
            max(0, self.after.spare or 0),
        )

    def beats(self, other: "Repair") -> bool:
        """Better in something, and worse in nothing."""
        pairs = list(zip(self.order, other.order, strict=True))
        return all(mine <= theirs for mine, theirs in pairs) and self.order != other.order


IDEAS: dict[type, Callable[[Case], Iterator[Idea]]] = {
    kinds.People: people.ideas,
    kinds.LessTime: time.ideas,
    kinds.Late: time.ideas,
    kinds.RoomLost: rooms.lost_room,
    kinds.Online: online.ideas,
    kinds.InPerson: online.in_the_room,
    kinds.NoBreakouts: rooms.no_rooms,
    kinds.LeadIll: leads.ideas,
    kinds.Talk: talk.ideas,
}


def repairs(outline: Outline, change: Change, catalogue: Iterable[Candidate] = ()) -> tuple[Repair, ...]:
    """Ways to go on after the change, the best first. Never none; ``LookupError`` for a session that is not there."""
    made = given(change, outline)
    case = Case(outline, adjusted(outline, made), change, tuple(catalogue))
    found = [one for idea in _ideas(case) if (one := _repair(case, made, idea))]
    ranked = sorted(_worth_reading(found), key=lambda one: one.order)
    ways = [one for one in ranked if one.key != RECORD]
    return tuple((ways if len(ways) > 1 else ranked)[:MOST])


def _ideas(case: Case) -> Iterator[Idea]:
    """Those for the change; then only to record it, which a wish cannot be."""
    yield from IDEAS[type(case.change)](case)
    if not isinstance(case.change, kinds.Talk):
        yield Idea(RECORD, reasons=(Reason("as_it_is"),), squeezes=False)


def _repair(case: Case, made: tuple[Adjustment, ...], idea: Idea) -> Repair | None:
    """The idea made to fit; None where that would park again what the idea had just put right."""
    code, adjustments, reasons = case.change.session, idea.adjustments, idea.reasons
    after = adjusted(case.now, adjustments)
    if idea.squeezes and time.lack(after.meeting(code)):
        squeeze = time.fitted(after, code)
        if {one.code for one in adjustments} & {one.code for one in squeeze if isinstance(one, Park)}:
            return None
        reasons = _told(idea, squeeze, after, code)
        adjustments = tidied([*adjustments, *squeeze], case.lengths)
        after = adjusted(case.now, adjustments)
    stands = standing(case.before, after, code)
    if not adjustments and stands.is_fine and not stands.unsuited:
        reasons = (Reason("nothing_to_do"), *reasons[1:])
    strain = given_by(case.meeting, after.meeting(code)) + listened(adjustments)
    return Repair(idea.key, made, adjustments, reasons, stands, idea.cost, strain)


def listened(adjustments: Iterable[Adjustment]) -> int:
    """Minutes of new talks."""
    items = (one.item for one in adjustments if isinstance(one, Insert))
    return sum(item.minutes or 0 for item in items if item.kind == Kind.TALK)


def given_by(before: Meeting, after: Meeting) -> int:
    """The minutes by which rows that are still there, with the same structure, are shorter."""
    was = {seat.item.code: seat for seat in before.everything if not seat.item.is_split}
    pairs = ((was[seat.item.code], seat) for seat in after.everything if seat.item.code in was)
    same = ((old, new) for old, new in pairs if old.item.structure == new.item.structure)
    return sum(max(0, old.placed.minutes - new.placed.minutes) for old, new in same)


def _told(idea: Idea, squeeze: tuple[Adjustment, ...], outline: Outline, code: str) -> tuple[Reason, ...]:
    """The idea's reasons with what making it fit takes: so many rows are shorter, and some may be parked."""
    parked = {one.code for one in squeeze if isinstance(one, Park)}
    titles = tuple(item.title for item in on_the_clock(outline) if item.code in parked)
    shorter = len({one.code for one in squeeze} - parked - {one.code for one in idea.adjustments})
    if not (parked or shorter):
        return idea.reasons
    if idea.key == "same":
        keeps = time.keeps_steps(squeeze, outline, code)
        how = "squeezed_without" if parked else "squeezed" if keeps else "squeezed_steps"
        return (Reason(how, titles, n=shorter), *idea.reasons[1:])
    # Then the rest does not keep its time.
    told = (
        replace(one, code="left_out") if one.code == "leaves_out" and shorter else one for one in idea.reasons
    )
    return (*told, Reason("made_to_fit", titles, n=shorter))


def _worth_reading(found: list[Repair]) -> list[Repair]:
    """Without those that another beats in everything, or that say the same; the first of these stays."""
    different = {one.adjustments: one for one in reversed(found)}
    left = [one for one in found if different[one.adjustments] is one]
    return [one for one in left if not any(other.beats(one) for other in left)]
