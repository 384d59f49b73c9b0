"""What the person at the controls does in an online session, minute by minute, and what goes into the chat.

All minutes are whole minutes from the session's start.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sessions.domain.staging import Part
from structures.domain.choreography import Breakout, breakouts
from structures.domain.grouping import Sizes
from structures.domain.shapes import Turn

WARNED = 3
"""Minutes from which on rooms get a word before they close; shorter ones would hear nothing else."""
WARNING = 1
"""Minutes before rooms close at which they hear of it."""


class Do(StrEnum):
    """What a cue asks for. ``OPEN`` other rooms while some are open means closing these first."""

    OPEN = "open"
    TELL = "tell"
    WARN = "warn"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to do at ``minute``.

    ``sizes`` are the people in each room, ``minutes`` how long it stays open, ``step`` what happens in it; with
    ``number`` of ``of`` where that repeats. ``follows``: other rooms are open until now.
    """

    minute: int
    do: str
    title: str
    place: str = ""
    sizes: Sizes = ()
    minutes: int = 0
    step: str = ""
    number: int = 1
    of: int = 1
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Chat:
    """What to paste at ``minute``: the invitation, and the steps that people do without a host beside them."""

    minute: int
    title: str
    place: str = ""
    invitation: str = ""
    steps: tuple[tuple[str, int, str], ...] = ()


def cues(parts: Iterable[Part]) -> tuple[Cue, ...]:
    """Return what to do, in the order of time. What happens at the same minute keeps the order of the rows."""
    found = [cue for part in parts for rooms in breakouts(part.scenes) for cue in _cues(part, rooms)]
    return tuple(sorted(found, key=lambda cue: cue.minute))


def chats(parts: Iterable[Part]) -> tuple[Chat, ...]:
    """Return what to paste, in the order of time: the invitation when a row begins, and again with each room's task.

    What would be the same as the text before it is not pasted twice.
    """
    found: list[Chat] = []
    for part in parts:
        last = None
        for chat in _chats(part):
            said = (chat.invitation, chat.steps)
            if said != last:
                found.append(chat)
            last = said
    return tuple(sorted(found, key=lambda chat: chat.minute))


def _cues(part: Part, rooms: Breakout) -> Iterator[Cue]:
    begin, first = part.begin + rooms.begin, rooms.turns[0]
    yield Cue(
        begin, Do.OPEN, part.title, part.place, rooms.sizes, rooms.minutes, *_named(first), rooms.follows
    )
    told = list(_tells(part, rooms, begin))
    yield from told
    end = begin + rooms.minutes
    if rooms.minutes >= WARNED and all(cue.minute != end - WARNING for cue in told):
        yield Cue(end - WARNING, Do.WARN, part.title, part.place, rooms.sizes, WARNING)
    if not rooms.leads_on:
        yield Cue(end, Do.CLOSE, part.title, part.place, rooms.sizes)


def _tells(part: Part, rooms: Breakout, begin: int) -> Iterator[Cue]:
    """The steps that begin while the rooms stay open: their people see no host and no clock."""
    minute = begin
    for place, turn in enumerate(rooms.turns):
        if place and turn.minutes:
            yield Cue(
                minute, Do.TELL, part.title, part.place, rooms.sizes, turn.minutes, *_named(turn), False
            )
        minute += turn.minutes


def _named(turn: Turn) -> tuple[str, int, int]:
    return turn.title, turn.number, turn.of


def _chats(part: Part) -> Iterator[Chat]:
    opened = breakouts(part.scenes)
    if part.invitations and not (opened and opened[0].begin == 0):
        yield Chat(part.begin, part.title, part.place, part.invitations[0])
    for rooms in opened:
        invitation = _invitation(part, rooms.turns[0])
        yield Chat(part.begin + rooms.begin, part.title, part.place, invitation, _tasks(part, rooms.turns))


def _invitation(part: Part, turn: Turn) -> str:
    """The one of this round, where rounds have their own; then the last one there is."""
    return part.invitations[min(turn.number, len(part.invitations)) - 1] if part.invitations else ""


def _tasks(part: Part, turns: Iterable[Turn]) -> tuple[tuple[str, int, str], ...]:
    """Title, minutes and words of the steps, each once."""
    once = {turn.index: turn for turn in reversed([*turns]) if turn.minutes}
    return tuple((once[at].title, once[at].minutes, part.whats[at]) for at in sorted(once) if part.whats[at])
