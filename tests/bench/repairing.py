"""Repairs on a long plan: forty structures of the catalogue in one session, and the whole catalogue to choose from."""

from collections.abc import Iterator
from dataclasses import replace

from sessions.candidates import candidates
from sessions.domain import changes as kinds
from sessions.domain.outline import Outline
from sessions.domain.repairing import repairs
from sessions.models import Journey
from sessions.outline import outline_of
from sessions.plan import Plan
from tests.bench.engine import Reckoned, ms, one_meeting

MOST = 150


def measured(journey: Journey) -> list[Reckoned]:
    """What helps after each change; the minutes that are booked are those that are planned."""
    meeting = one_meeting(journey)
    meeting = replace(meeting, booked=meeting.layout.end)
    outline = replace(outline_of(Plan.of(journey)), meetings=(meeting,))
    offered = candidates()
    return [
        Reckoned(f"repairs, {name}", ms(lambda change=change: repairs(outline, change, offered)), MOST)
        for name, change in happened(outline)
    ]


def happened(outline: Outline) -> Iterator[tuple[str, kinds.Change]]:
    meeting = outline.meetings[0]
    code, booked = meeting.code, meeting.layout.end
    yield "six came", kinds.People(code, 6)
    yield "seventy came", kinds.People(code, 70)
    yield "a quarter less time", kinds.LessTime(code, booked * 3 // 4)
    yield "online now", kinds.Online(code)
    yield "twenty minutes late", kinds.Late(code, 20)
    yield "a room lost", kinds.RoomLost(code, 2)
    yield "no breakout rooms", kinds.NoBreakouts(code)
    yield "a lead fell ill", kinds.LeadIll(code, "Ana")
    yield "a talk of 20 minutes", kinds.Talk(code, 20, "The sponsor", "The sponsor speaks")
