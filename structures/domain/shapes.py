"""The plain values the engine works on: what a step is, how it repeats, and what follows from it.

Minutes are whole minutes, sizes are people. Nothing here knows of a database or of a language: words for
people to read are made in ``structures.words``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Grouping(StrEnum):
    """The group configuration of one step."""

    ALONE = "alone"
    PAIRS = "pairs"
    TRIOS = "trios"
    FOURS = "fours"
    SMALL_GROUPS = "small_groups"
    STATIONS = "stations"
    QUADRANTS = "quadrants"
    SELF_ORGANISED = "self_organised"
    FISHBOWL = "fishbowl"
    STAGE = "stage"
    CIRCLES = "circles"
    LINE = "line"
    WALK = "walk"
    WHOLE_GROUP = "whole_group"


class Remainder(StrEnum):
    """What happens to the people who are left over when groups are full.

    SMALLER: they form a smaller group (23 in fours: five fours and a trio); one person alone joins a group.
    LARGER: they join other groups, one each (10 in trios: two trios and a four; 11: two fours and a trio).
    EVEN: groups are made as equal as the sizes allow.
    """

    SMALLER = "smaller"
    LARGER = "larger"
    EVEN = "even"


class RepeatUnit(StrEnum):
    """What one turn of a repeated block is called."""

    ROUND = "round"
    PERSON = "person"
    CLIENT = "client"
    STATION = "station"
    ELEMENT = "element"
    STATEMENT = "statement"
    PROMPT = "prompt"
    SLOT = "slot"
    GROUP = "group"
    WALKER = "walker"
    LISTENER = "listener"


class SetBy(StrEnum):
    """What decides how many turns a repeat has."""

    FIXED = "fixed"
    GROUP_SIZE = "group_size"
    GROUPS = "groups"
    CONVENOR = "convenor"


class Mode(StrEnum):
    """Where a step, a material or a session happens."""

    BOTH = "both"
    IN_PERSON = "in_person"
    ONLINE = "online"


class Per(StrEnum):
    """What a quantity of material is counted by."""

    PERSON = "person"
    PAIR = "pair"
    GROUP = "group"
    STATION = "station"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A block of consecutive steps that runs more than once: three rounds, one turn per client."""

    key: str
    unit: str = RepeatUnit.ROUND
    count_min: int = 1
    count: int = 1
    count_max: int = 1
    set_by: str = SetBy.FIXED


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a structure's sequence of steps and time allocation.

    ``minutes*`` are for one turn when the step repeats. ``size_min``/``size_max`` are the people per group
    where the grouping's name does not say it (``small_groups``: 4 to 7).
    """

    title: str
    grouping: str
    minutes_min: int
    minutes: int
    minutes_max: int
    size_min: int | None = None
    size_max: int | None = None
    repeat: str = ""
    optional: bool = False
    mode: str = Mode.BOTH
    protected: bool = False
    nested: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """Something to bring: ``quantity`` of ``item`` for each person, pair, group or station, or once."""

    item: str
    quantity: int = 1
    per: str = Per.SESSION
    required: bool = True
    mode: str = Mode.BOTH


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes as a range: the shortest honest run, the ideal one, the longest that still makes sense."""

    min: int
    ideal: int
    max: int


@dataclass(frozen=True, slots=True)
class Turn:
    """One performed step: step ``index`` in its list, turn ``number`` of ``of`` (1 of 1 without a repeat)."""

    index: int
    title: str
    grouping: str
    minutes: int
    number: int = 1
    of: int = 1


Counts = Mapping[str, int]
"""The convenor's own number of turns per repeat key."""
