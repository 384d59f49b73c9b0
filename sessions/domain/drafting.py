"""Draft it for me: whole first journeys for given questions, people and minutes.

``draft`` answers with up to three, each of another character (``tasting.Character``). Each is the best of all plans
that keep these rules:

- every session ends within its booked minutes; one of more than an hour and a half with five to spare;
- rows that are kept stay, in their order and at their pins; a session begins with an opening, ends with a closing;
- nobody sits for more than 100 minutes without a rest, and a break is put only where one is needed (``resting``);
  what somebody insists on may last longer, or do so with the opening: then it comes within 15 minutes of the last
  rest, and a break or the closing follows;
- questions are answered in their order, each by no more than one structure, or by up to three where there is much
  time for few questions, what is worth most first;
- no structure comes twice, none runs that is unwanted, or does not suit the people or the call;
- a row has its usual minutes, its fewest, or half way; in a deep draft also its longest.

The best has most points. A row gets, for each question that it answers as the first, what it is worth to its
character to have a question answered, and the strength (0 to 100) with which the structure answers it; as the second
half of that, as the third a quarter; so with what its character likes about it. It loses what
squeezing costs, what speaks against it here, and the points for sitting as in the row before; a break loses points
for standing off the even division, and a plan for several sessions 50 for each that stays empty. What somebody
insists on outweighs all the rest. The same brief always gets the same drafts.

For the second and the third draft, and for those of a later ``turn``, a structure is worth less where another has
chosen it for the same question (``optioning.Tired``): they are the best of what is different.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from sessions.domain.briefing import Brief, Catalogue, Offer, Reason
from sessions.domain.composing import compose
from sessions.domain.document import Kind
from sessions.domain.leaving import LeftOut, left_out
from sessions.domain.optioning import INSISTED, Pair, Tired, options, rows_each
from sessions.domain.outline import Item, Meeting
from sessions.domain.tasting import TASTES, Character
from sessions.domain.trails import Step

MOST_TURNS = 4
"""So many turns differ; then they begin anew."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a draft, and why it stands there."""

    item: Item
    why: tuple[Reason, ...] = ()
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole journey. ``meetings`` have all of its rows, ``rows`` the same with reasons, session by session.

    ``points`` tell only how it compares with other plans of its character. ``left_out`` are the questions that
    nothing answers; ``missing`` are slugs that somebody insists on and that could not be used.
    """

    character: Character
    meetings: tuple[Meeting, ...]
    rows: tuple[tuple[Row, ...], ...]
    left_out: tuple[LeftOut, ...] = ()
    missing: tuple[str, ...] = ()
    points: int = 0

    @property
    def minutes(self) -> int:
        """Minutes of all sessions together."""
        return sum(meeting.layout.end for meeting in self.meetings)


def draft(brief: Brief, catalogue: Catalogue, turn: int = 0) -> tuple[Draft, ...]:
    """Return up to three drafts, deep, brisk and lively; those that say the same only once.

    ``turn`` 1, 2 … are other ones. () where what is kept does not fit, and where there is nothing to draft.
    """
    for meeting in brief.meetings:
        if meeting.booked is None:
            raise ValueError(f"nobody has said how long {meeting.code!r} is")
    turns: dict[Character, Counter[Pair]] = {one: Counter() for one in Character}
    for _earlier in range(turn % MOST_TURNS):
        for one in _drafts(brief, catalogue, turns):
            turns[one.character].update(_chosen(one))
    return tuple(_drafts(brief, catalogue, turns))


def _drafts(brief: Brief, catalogue: Catalogue, turns: Mapping[Character, Counter[Pair]]) -> list[Draft]:
    found: list[Draft] = []
    for character in Character:
        alike = frozenset(pair for one in found for pair in _chosen(one))
        one = drafted(character, brief, catalogue, Tired(alike, turns[character]))
        if one and all(one.meetings != other.meetings for other in found):
            found.append(one)
    return found


def _chosen(one: Draft) -> Iterator[Pair]:
    """By question: the structures that a draft has chosen for it."""
    for row in chain.from_iterable(one.rows):
        if not row.is_kept and row.item.structure and row.item.question is not None:
            yield row.item.question, row.item.structure.slug


def drafted(character: Character, brief: Brief, catalogue: Catalogue, tired: Tired) -> Draft | None:
    """The best draft of one character; None where there is none with anything new in it."""
    taste = TASTES[character]
    offered = tuple(options(brief, catalogue, meeting, taste, tired) for meeting in brief.meetings)
    found = compose(brief, offered, rows_each(brief), taste.same)
    if found is None or not any(step.option for step in found[1]):
        return None
    points, steps = found
    rows = tuple(tuple(_rows(meeting, some)) for meeting, some in _by_meeting(brief, steps))
    meetings = tuple(
        replace(meeting, items=tuple(row.item for row in some))
        for meeting, some in zip(brief.meetings, rows, strict=True)
    )
    left = left_out(brief, catalogue, meetings, offered, character == Character.DEEP)
    return Draft(character, meetings, rows, left, tuple(_missing(brief, meetings)), points)


def _missing(brief: Brief, meetings: Iterable[Meeting]) -> Iterator[str]:
    used = {item.structure.slug for meeting in meetings for item in meeting.items if item.structure}
    return (slug for slug in brief.must if slug not in used | brief.used)


def _by_meeting(brief: Brief, steps: Iterable[Step]) -> list[tuple[Meeting, list[Step]]]:
    found: list[tuple[Meeting, list[Step]]] = []
    for step in steps:
        if step.meeting is not None:
            found.append((brief.meetings[step.meeting], []))
        else:
            found[-1][1].append(step)
    return found


def _rows(meeting: Meeting, steps: list[Step]) -> Iterator[Row]:
    """The rows of a session; none where nothing but a new opening and closing would stand there."""
    if not any(step.option or _is_old(step, meeting) for step in steps):
        return
    minute, rested, before = 0, 0, None
    for step in steps:
        row = _row(step, meeting, minute - rested, before)
        begin = minute if row.item.pinned_at is None else row.item.pinned_at
        minute = begin + replace(meeting, items=(replace(row.item, pinned_at=None),)).layout.end
        rested = minute if row.item.is_rest else rested
        before = step if step.option else None if row.item.is_split else before
        yield row


def _is_old(step: Step, meeting: Meeting) -> bool:
    return step.kept is not None and step.kept in meeting.items


def _row(step: Step, meeting: Meeting, sat: int, before: Step | None) -> Row:
    if step.option:
        return _structure(step, meeting, before)
    if step.rest:
        return Row(Item(kind=Kind.BREAK, minutes=step.rest.minutes), (Reason("rests", {"minutes": sat}),))
    item = step.kept or Item()
    if _is_old(step, meeting):
        return Row(item, (Reason("kept"),), is_kept=True)
    return Row(item, (Reason("opens" if item.kind == Kind.OPENING else "closes"),))


def _structure(step: Step, meeting: Meeting, before: Step | None) -> Row:
    assert step.option  # noqa: S101
    assert step.way  # noqa: S101
    option, minutes = step.option, step.way.minutes
    ideal = option.known.item.span(meeting.people, meeting.runs).ideal
    item = replace(
        option.known.item,
        minutes=None if minutes == ideal else minutes,
        question=option.question,
        invitation=option.offer.invitation or option.known.item.invitation,
    )
    return Row(item, tuple(_why(step, minutes, ideal, before, option.offer)))


def _why(step: Step, minutes: int, ideal: int, before: Step | None, offer: Offer) -> Iterator[Reason]:
    assert step.option  # noqa: S101
    if step.option.insisted:
        yield INSISTED
    if offer.reason != INSISTED:
        yield offer.reason
    if step.nth:
        yield Reason("deepens", {"nth": step.nth + 1})
    last = before.option if before else None
    if last and last.slug in step.option.known.follows:
        because = step.option.known.follows[last.slug]
        yield Reason("follows", {"before": last.known.item.title, "because": because})
    elif last and last.configuration and last.configuration != step.option.configuration:
        yield Reason("varies", {"before": last.configuration, "now": step.option.configuration})
    if minutes < ideal:
        yield Reason("squeezed", {"minutes": minutes, "ideal": ideal})
    if minutes > ideal:
        yield Reason("stretched", {"minutes": minutes, "ideal": ideal})
