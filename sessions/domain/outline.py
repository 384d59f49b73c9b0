"""A plan as the engine weighs it: plain values that know of no database, no clock on a wall and no language.

Minutes are whole minutes from the session's start, people are those in the room or on the call. What could be
different about a plan is told by ``adjusting``; an outline never changes, adjusting one makes another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sessions.domain.document import Kind, SessionMode
from sessions.domain.running import ideal_run, shortest_run
from sessions.domain.timeline import Layout, Placed, Slot, lay_out
from sessions.domain.tracks import shares
from structures.domain.shapes import Mode, Remainder, Repeat, Span, Step, Turn


@dataclass(frozen=True, slots=True)
class Profile:
    """What the catalogue says of the structure that an item runs.

    ``people_max`` None is no limit. ``online`` is "well", "adapted" or "poorly".
    """

    slug: str
    name: str
    people_min: int = 2
    people_max: int | None = None
    online: str = "well"


@dataclass(frozen=True, slots=True)
class Item:
    """One activity. ``minutes`` are the convenor's own; None is the sum of the steps.

    ``pinned_at`` is a minute of the session, None where the item is free to move. ``question`` is the place on
    the arc of the one it answers, from 0. ``tracks`` are items side by side, each track one after the other; while
    any of them holds something, the item lasts as long as the longest, and ``minutes`` and ``steps`` rest.
    """

    code: str = ""
    title: str = ""
    kind: str = Kind.STRUCTURE
    minutes: int | None = None
    steps: tuple[Step, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    remainder: str = Remainder.SMALLER
    pinned_at: int | None = None
    protected: bool = False
    question: int | None = None
    lead: str = ""
    invitation: str = ""
    structure: Profile | None = None
    tracks: tuple[tuple["Item", ...], ...] = ()
    rooms: tuple[str, ...] = ()

    @property
    def is_split(self) -> bool:
        return any(self.tracks)

    @property
    def is_rest(self) -> bool:
        return self.kind == Kind.BREAK

    @property
    def inside(self) -> Iterator["Item"]:
        """What its tracks hold."""
        return (item for track in self.tracks for item in track)

    def span(self, people: int | None, mode: str) -> Span:
        """Shortest, ideal and longest minutes of its steps; all 0 without steps."""
        return ideal_run(self.steps, self.repeats, people, mode, self.remainder)[0]

    def least(self, people: int | None, mode: str) -> int:
        """The fewest minutes of all its turns, what is protected at its ideal; 0 without steps."""
        return shortest_run(self.steps, self.repeats, people, mode, self.remainder)

    def turns(self, people: int | None, mode: str) -> tuple[Turn, ...]:
        """What happens turn by turn in the ideal minutes; () without steps."""
        return ideal_run(self.steps, self.repeats, people, mode, self.remainder)[1]

    def length(self, people: int | None, mode: str) -> int:
        """Its minutes on the clock; of an item with tracks those that count while nothing is in them."""
        return self.span(people, mode).ideal if self.minutes is None else self.minutes


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session. ``booked`` are its minutes, ``people`` those who come, None where nobody has said.

    ``mode`` is where it happens. ``rooms`` are the places for groups to work in at once; None: as many as it takes.
    """

    code: str = ""
    title: str = ""
    items: tuple[Item, ...] = ()
    booked: int | None = None
    people: int | None = None
    mode: str = SessionMode.IN_PERSON
    rooms: int | None = None

    @property
    def runs(self) -> str:
        """Which steps run: in a hybrid session there is a room, so those of the room do."""
        return Mode.ONLINE if self.mode == SessionMode.ONLINE else Mode.IN_PERSON

    @property
    def layout(self) -> Layout:
        return lay_out([slot_of(item, self.people, self.runs) for item in self.items], self.booked)

    @property
    def everything(self) -> Iterator["Seat"]:
        """Every item, those in tracks after the one that holds them, with its people and its place in time."""
        placed = self.layout.placed
        for number, (item, place) in enumerate(zip(self.items, placed, strict=True)):
            yield Seat(item, place, self.people, number)
            each = shares(self.people, len(item.tracks))
            for people, track, places in zip(each, item.tracks, place.tracks, strict=True):
                for one, where in zip(track, places, strict=True):
                    yield Seat(one, where, people, number, is_inside=True)


@dataclass(frozen=True, slots=True)
class Seat:
    """An item in its place: when, for how many people, and at which place (from 0) of the session's own items."""

    item: Item
    placed: Placed
    people: int | None
    number: int
    is_inside: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the journey. ``slug`` is the catalogue's that it came from, or ""."""

    code: str = ""
    text: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole journey: its questions along the arc, its sessions, and what is parked."""

    meetings: tuple[Meeting, ...] = ()
    questions: tuple[Asked, ...] = ()
    parked: tuple[Item, ...] = ()

    def meeting(self, code: str) -> Meeting:
        """The session of that code; ``LookupError`` where there is none."""
        found = next((one for one in self.meetings if one.code == code), None)
        if found is None:
            raise LookupError(f"no session {code!r}")
        return found


def slot_of(item: Item, people: int | None, mode: str) -> Slot:
    """What the item wants of its session's time."""
    each = shares(people, len(item.tracks))
    tracks = tuple(
        tuple(slot_of(one, some, mode) for one in track)
        for some, track in zip(each, item.tracks, strict=True)
    )
    return Slot(item.length(people, mode), item.pinned_at, tracks)
