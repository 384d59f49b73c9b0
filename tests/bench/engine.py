"""The engine on a long plan: forty structures of the catalogue in one session."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain

from sessions.domain.cues import chats, cues
from sessions.domain.fitting import fit
from sessions.domain.ledger import served
from sessions.domain.noticing import notices, seen_in
from sessions.domain.outline import Meeting
from sessions.domain.staging import settings
from sessions.logistics import parts_of
from sessions.models import Journey
from sessions.outline import outline_of
from sessions.plan import Plan

ACTIVITIES = 40
ROUNDS = 15


@dataclass(frozen=True)
class Reckoned:
    """What was worked out, in which milliseconds of the processor, and in how many it must be."""

    name: str
    ms: float
    most: float


def measured(journey: Journey) -> list[Reckoned]:
    """Everything that the engine works out, by and by."""
    return [*fitting(journey), *noticing(journey), *staging(journey)]


def fitting(journey: Journey) -> list[Reckoned]:
    """Of a session that is too long by a tenth everything is squeezed a little; by half, half of it is parked."""
    meeting = one_meeting(journey)
    return [
        Reckoned(
            f"make it fit, {share} too long",
            ms(lambda part=part: fit(meeting, int(meeting.layout.end * part))),
            50,
        )
        for share, part in (("a tenth", 0.9), ("a quarter", 0.75), ("half", 0.5))
    ]


def noticing(journey: Journey) -> list[Reckoned]:
    """What there is to look at in a plan that nobody has looked at before, and how its questions are served."""
    outline = outline_of(Plan.of(journey))

    def look() -> None:
        seen_in.cache_clear()
        notices(outline)

    asked = {"notices": look, "ledger of questions": lambda: served(outline)}
    return [Reckoned(name, ms(run), 5) for name, run in asked.items()]


def staging(journey: Journey) -> list[Reckoned]:
    """What the sheet of a session reckons: the room from setting to setting, the tech host's cues, the chat texts."""
    rows = Plan.of(journey).on_the_clock
    parts = [part for number, row in enumerate(rows) for part in parts_of(number, row)]
    asked = {
        "settings of a room": lambda: settings(parts),
        "cues of a tech host": lambda: cues(parts),
        "texts for the chat": lambda: chats(parts),
    }
    return [Reckoned(name, ms(run), 5) for name, run in asked.items()]


def one_meeting(journey: Journey) -> Meeting:
    """All rows of a journey in one session."""
    meetings = outline_of(Plan.of(journey)).meetings
    return replace(meetings[0], items=tuple(chain.from_iterable(meeting.items for meeting in meetings)))


def ms(run: Callable[[], object]) -> float:
    """Once to warm it, then by the median."""
    run()
    return statistics.median(seconds(run) for _round in range(ROUNDS)) * 1000


def seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin
