"""What can be different about a plan, one thing at a time.

Everything the engine proposes is a list of adjustments, so that a person can read it as a diff, take a part of
it, and take it back. ``adjusting.adjusted`` makes them in an outline, ``Journey.adjust`` in the database.
"""

from dataclasses import dataclass
from typing import ClassVar

from sessions.domain.outline import Item


@dataclass(frozen=True, slots=True)
class Retime:
    """Give an activity minutes of its own, or (None) those of its steps again."""

    name: ClassVar[str] = "minutes"
    code: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Rerun:
    """Let the steps that repeat together under the key ``repeat`` run ``count`` times."""

    name: ClassVar[str] = "rounds"
    code: str
    repeat: str
    count: int


@dataclass(frozen=True, slots=True)
class Park:
    """Take an activity off the clock, and keep it."""

    name: ClassVar[str] = "park"
    code: str


@dataclass(frozen=True, slots=True)
class Move:
    """Put an activity, parked or not, at place ``at`` (0 is first) of a session's own rows."""

    name: ClassVar[str] = "move"
    code: str
    meeting: str
    at: int


@dataclass(frozen=True, slots=True)
class Swap:
    """Let an activity run another structure: ``to`` has its steps, its profile and its name."""

    name: ClassVar[str] = "swap"
    code: str
    to: Item


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a new row at place ``at`` of a session's own rows; with a structure it runs that one's steps."""

    name: ClassVar[str] = "insert"
    meeting: str
    at: int
    item: Item

    @property
    def code(self) -> str:
        return self.meeting


@dataclass(frozen=True, slots=True)
class Pin:
    """Let an activity begin at a minute of its session whatever comes before, or (None) when its turn comes."""

    name: ClassVar[str] = "pin"
    code: str
    minute: int | None


@dataclass(frozen=True, slots=True)
class Protect:
    """Keep an activity's minutes from every squeeze, or no longer."""

    name: ClassVar[str] = "protect"
    code: str
    protected: bool = True


@dataclass(frozen=True, slots=True)
class Lead:
    """Let somebody else lead an activity; "" is nobody yet."""

    name: ClassVar[str] = "lead"
    code: str
    lead: str


@dataclass(frozen=True, slots=True)
class Regroup:
    """Let step ``index`` (from 0) of an activity run in another group configuration."""

    name: ClassVar[str] = "regroup"
    code: str
    index: int
    grouping: str
    size_min: int | None = None
    size_max: int | None = None


@dataclass(frozen=True, slots=True)
class JoinTracks:
    """Let what one track holds follow what another holds; the emptied track goes."""

    name: ClassVar[str] = "join"
    code: str
    track: int
    onto: int


@dataclass(frozen=True, slots=True)
class Unsplit:
    """Let what an activity's tracks hold run one after the other, in its place; the activity itself is parked."""

    name: ClassVar[str] = "unsplit"
    code: str


@dataclass(frozen=True, slots=True)
class Hold:
    """Hold a session differently: ``field`` is "people", "booked", "mode" or "rooms"."""

    name: ClassVar[str] = "hold"
    code: str
    field: str
    value: int | str | None


@dataclass(frozen=True, slots=True)
class Delay:
    """Begin a session ``minutes`` later and end it when it was to end. Pinned times stay where they are."""

    name: ClassVar[str] = "delay"
    code: str
    minutes: int


Adjustment = (
    Retime
    | Rerun
    | Park
    | Move
    | Swap
    | Insert
    | Pin
    | Protect
    | Lead
    | Regroup
    | JoinTracks
    | Unsplit
    | Hold
    | Delay
)


def key_of(adjustment: Adjustment) -> str:
    """What names an adjustment among those of one proposal: "minutes:TRIZ's code"."""
    more = {"rounds": "repeat", "regroup": "index", "hold": "field", "insert": "at", "join": "track"}
    detail = more.get(adjustment.name)
    return f"{adjustment.name}:{adjustment.code}" + (f":{getattr(adjustment, detail)}" if detail else "")
