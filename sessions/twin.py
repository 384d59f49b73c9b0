"""A row as it happens in the room, and its twin online: tables and moves here, breakout rooms there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import get_language, ngettext

from sessions.choices import SessionMode
from sessions.domain.running import scenes_of
from sessions.words import clock_or_offset
from structures.choices import Online, Remainder
from structures.domain import shapes
from structures.domain.choreography import (
    Breakout,
    breakouts,
    in_two_places,
    minutes_to_add,
    needs_second_host,
)
from structures.domain.logistics import room_for
from structures.domain.reporting import harvests, reporting
from structures.words_room import (
    BRINGING_IN,
    arranged_in_words,
    harvest_in_words,
    is_uneven,
    reporting_in_words,
    room_in_words,
    rooms_of_in_words,
)

if TYPE_CHECKING:
    from sessions.rows import Row


@dataclass(frozen=True)
class RoomsLine:
    """Breakout rooms to open, in words: when, which, for how long, and for which steps."""

    clock: str
    rooms: str
    minutes: int
    steps: str


@dataclass(frozen=True)
class Twin:
    """What one row asks of the room, the call, or both, as its session is held."""

    row: "Row"

    @property
    def mode(self) -> str:
        return self.row.session.mode if self.row.session else SessionMode.IN_PERSON

    @property
    def is_online(self) -> bool:
        return self.mode == SessionMode.ONLINE

    @property
    def is_hybrid(self) -> bool:
        return self.mode == SessionMode.HYBRID

    @property
    def is_remote(self) -> bool:
        """Some people at least are not in the room."""
        return self.mode != SessionMode.IN_PERSON

    @property
    def is_poor(self) -> bool:
        """Its structure works poorly for those who are online."""
        structure = self.row.activity.structure
        return self.is_remote and structure is not None and structure.online == Online.POORLY

    @property
    def line(self) -> str:
        """What it asks for, in a line: "5 tables · 3 moves"."""
        row = self.row
        if not row.people or row.is_split or not row.made_of[0]:
            return ""
        steps, repeats = row.made_of
        return arranged(
            get_language(), steps, repeats, row.turns, row.people, row.activity.remainder, row.mode
        )

    @property
    def sentences(self) -> list[str]:
        """Chairs and tables, moves, and what report-outs take."""
        row = self.row
        if not row.people:
            return []
        steps, repeats = row.made_of
        said = [] if self.is_online else room_in_words(room_for(row.scenes, row.people))
        reports = reporting_in_words(reporting(steps, row.turns, repeats))
        heard = harvests(steps, row.turns, row.people, repeats, row.activity.remainder)
        return [
            *said,
            *filter(None, [reports]),
            *(harvest_in_words(one, steps[one.index].title) for one in heard),
        ]

    @property
    def left_over(self) -> str:
        """What those do who are left over when groups are full; "" where groups come out even."""
        if not is_uneven([scene.sizes for scene in self.row.scenes]):
            return ""
        structure = self.row.activity.structure
        note = structure.remainder_note if structure else ""
        return note or str(Remainder(self.row.activity.remainder).label).capitalize() + "."

    @property
    def rooms(self) -> list[RoomsLine]:
        """Breakout rooms to open where everybody is online; () with a host in the room: see ``second_host``."""
        return [self._line(one) for one in breakouts(self.row.scenes)] if self.is_online else []

    @property
    def to_add(self) -> str:
        """How many minutes the way to the rooms and back may take: a hint, for the plan keeps its minutes."""
        minutes = minutes_to_add(self.row.scenes) if self.is_remote else 0
        if not minutes:
            return ""
        return ngettext(
            "Allow %(n)s minute more: one each time people are sent to rooms or brought back, as we assume.",
            "Allow %(n)s minutes more: one each time people are sent to rooms or brought back, as we assume.",
            minutes,
        ) % {"n": minutes}

    @property
    def fit(self) -> str:
        """How well its structure goes online."""
        structure = self.row.activity.structure
        return str(Online(structure.online).label).capitalize() + "." if structure and self.is_remote else ""

    @property
    def changes(self) -> str:
        structure = self.row.activity.structure
        return structure.online_changes if structure and self.is_remote else ""

    @property
    def second_host(self) -> list[str]:
        """What somebody has to see to for those online while the host is with those in the room."""
        if not self.is_hybrid or not needs_second_host(self.row.scenes):
            return []
        return [*self._hosting_rooms(), *(str(BRINGING_IN[one]) for one in in_two_places(self.row.turns))]

    def _hosting_rooms(self) -> Iterator[str]:
        times = len(breakouts(self.row.scenes))
        if times:
            said = ngettext(
                "breakout rooms for those online", "breakout rooms for those online, %(n)s times", times
            )
            yield said % {"n": times}

    def _line(self, rooms: Breakout) -> RoomsLine:
        row = self.row
        begin = (row.placed.begin if row.placed else 0) + rooms.begin
        clock = row.session.clock.clock_time(begin) if row.session else None
        steps = ", ".join(dict.fromkeys(turn.title for turn in rooms.turns if turn.minutes))
        return RoomsLine(clock_or_offset(clock, begin), rooms_of_in_words(rooms.sizes), rooms.minutes, steps)


# As in ``rows``: an edit changes one row of many.
@lru_cache(maxsize=4096)
def arranged(
    language: str,
    steps: tuple[shapes.Step, ...],
    repeats: tuple[shapes.Repeat, ...],
    turns: tuple[shapes.Turn, ...],
    people: int,
    remainder: str,
    mode: str,
) -> str:
    """What these turns ask of a room, in words of the ``language`` that is active."""
    room = room_for(scenes_of(steps, repeats, turns, people, remainder), people)
    return arranged_in_words(room, reporting(steps, turns, repeats), mode)
