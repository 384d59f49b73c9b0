"""What to bring and how to arrange the room, for the people who really come."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from structures.domain.grouping import groups, size_range, split
from structures.domain.scenes import Scene, moves, scenes
from structures.domain.shapes import Grouping, Material, Mode, Per, Remainder, Repeat, Step, Turn
from structures.domain.timing import happens, performed, turns

REUSED = (
    *("bell", "chair", "clipboard", "flip chart", "marker", "microphone", "pen", "player", "projector"),
    *("scissors", "screen", "shared document", "stool", "table", "talking object", "timer", "whiteboard"),
)
"""Last words of items that serve one structure after another: the most that any needs is enough for all."""

HUNG = ("wall-size", "roll of paper", "flip-chart sheet", "poster", "principle sheet")
"""Parts of the names of items that take a piece of wall while they are used."""


@dataclass(frozen=True, slots=True)
class Supply:
    """How much of one item to bring, and what for (the names given by the caller)."""

    item: str
    quantity: int
    required: bool = True
    used_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """What the steps ask of a room.

    ``groups`` and ``breakout_rooms`` are the most groups at work at once; ``breakout_rooms`` is 0 when people
    never split, ``groups`` is then 1. ``largest_group`` is the most people around one table or flip chart.
    ``moves`` is how often people have to arrange themselves anew, ``tables`` the most that groups sit at at once:
    see ``scenes.tables``.
    """

    chairs: int
    groups: int
    largest_group: int
    breakout_rooms: int
    moves: int
    tables: int = 0


def supplies(
    materials: Iterable[Material],
    steps: Sequence[Step],
    people: int,
    mode: str = Mode.BOTH,
    remainder: str = Remainder.SMALLER,
    used_by: str = "",
) -> tuple[Supply, ...]:
    """Return what to bring for one structure: quantities per person, pair, group or station multiplied out.

    It is enough as well when fewer come: sixteen people make four groups of four to six, seventeen only three, and
    whoever packs for seventeen packs for four. So more people never need less. The same item listed twice is
    summed. Raises ValueError for fewer than one person.
    """
    label = (used_by,) if used_by else ()
    wanted = [material for material in materials if happens(material.mode, mode)]
    done = performed(steps, mode)
    return merge(
        Supply(m.item, m.quantity * _times(m.per, done, people, remainder), m.required, label) for m in wanted
    )


def merge(*lists: Iterable[Supply]) -> tuple[Supply, ...]:
    """Return one list for several structures, in order of first use.

    What is used up is summed; what is `REUSED` is brought once, in the largest quantity. An item is required
    as soon as one structure requires it.
    """
    return _gathered(lists, lambda item: max if _is_reused(item) else _sum)


def alongside(*lists: Iterable[Supply]) -> tuple[Supply, ...]:
    """Return one list for several things at once: nothing serves in two places, so everything is summed."""
    return _gathered(lists, lambda _item: _sum)


def either(*lists: Iterable[Supply]) -> tuple[Supply, ...]:
    """Return one list for somebody who takes part in one of several things at once: the most that any of them needs."""
    return _gathered(lists, lambda _item: max)


def hung(supplies: Iterable[Supply]) -> tuple[Supply, ...]:
    """Return what of these takes a piece of wall, or a stand: read off the names, for no list says more."""
    return tuple(one for one in supplies if any(name in one.item for name in HUNG))


def room(
    steps: Sequence[Step],
    people: int,
    mode: str = Mode.BOTH,
    remainder: str = Remainder.SMALLER,
    *,
    run: Sequence[Turn] = (),
    repeats: Sequence[Repeat] = (),
) -> Room:
    """Return what the steps ask of a room for ``people``.

    ``run`` are the turns they have: a block that repeats moves people more often than its steps say. Without it
    every step that is performed happens once.
    """
    lived = run or turns(steps, people, mode=mode, remainder=remainder)
    return room_for(scenes(steps, lived, people, repeats, remainder), people)


def room_for(scenes: Sequence[Scene], people: int) -> Room:
    """Return what these arrangements ask of a room."""
    made = [scene.sizes for scene in scenes if scene.is_divided]
    most = max((len(sizes) for sizes in made), default=0)
    return Room(
        chairs=people,
        groups=most or 1,
        largest_group=max((sizes[0] for sizes in made), default=people),
        breakout_rooms=most,
        moves=moves(scenes),
        tables=max((scene.tables for scene in scenes), default=0),
    )


def beside(rooms: Sequence[Room]) -> Room:
    """Return what several things at once ask of a room, each for people of its own. Raises ValueError for none.

    Each of them needs a place for itself, also where its people never split.
    """
    return Room(
        chairs=sum(room.chairs for room in rooms),
        groups=sum(room.groups for room in rooms),
        largest_group=max(room.largest_group for room in rooms),
        breakout_rooms=sum(max(1, room.breakout_rooms) for room in rooms),
        moves=max(room.moves for room in rooms),
        tables=sum(room.tables for room in rooms),
    )


def _times(per: str, steps: Sequence[Step], people: int, remainder: str) -> int:
    match per:
        case Per.PERSON:
            return people
        case Per.PAIR:
            return _pairs(steps, people, remainder)
        case Per.GROUP:
            return _groups(steps, people, remainder)
        case Per.STATION:
            return _stations(steps, people, remainder)
    return 1


def _pairs(steps: Sequence[Step], people: int, remainder: str) -> int:
    if any(step.grouping == Grouping.PAIRS for step in steps):
        return _most(Grouping.PAIRS, 2, 2, people, remainder)
    return len(split(people, 2, 2, remainder))


def _groups(steps: Sequence[Step], people: int, remainder: str) -> int:
    """Groups of three and more have the table, the sheet, the talking object. The whole group is one."""
    apart = [step for step in steps if step.grouping not in (Grouping.ALONE, Grouping.PAIRS)]
    ranges = [(step.grouping, limits) for step in apart if (limits := size_range(step))]
    return max((_most(grouping, *limits, people, remainder) for grouping, limits in ranges), default=1)


def _stations(steps: Sequence[Step], people: int, remainder: str) -> int:
    places = [s for s in steps if s.grouping in (Grouping.STATIONS, Grouping.QUADRANTS)]
    return _groups(places or steps, people, remainder)


@lru_cache(maxsize=1024)
def _most(grouping: str, low: int, high: int, people: int, remainder: str) -> int:
    """The most groups that these people, or fewer, make."""
    step = Step("", grouping, 0, 0, 0, low, high)
    most = len(groups(step, people, remainder))
    for fewer in range(people - 1, 0, -1):
        if -(-fewer // low) <= most:  # fewer people cannot make more
            break
        most = max(most, len(groups(step, fewer, remainder)))
    return most


def _gathered(
    lists: Iterable[Iterable[Supply]], way: Callable[[str], Callable[[int, int], int]]
) -> tuple[Supply, ...]:
    """Every item once; ``way`` says for an item how two quantities of it become one."""
    total: dict[str, Supply] = {}
    for supply in (supply for supplies in lists for supply in supplies):
        known = total.get(supply.item)
        total[supply.item] = _together(known, supply, way(supply.item)) if known else supply
    return tuple(total.values())


def _together(known: Supply, other: Supply, both: Callable[[int, int], int]) -> Supply:
    labels = dict.fromkeys(known.used_by + other.used_by)
    return replace(
        known,
        quantity=both(known.quantity, other.quantity),
        required=known.required or other.required,
        used_by=tuple(labels),
    )


def _is_reused(item: str) -> bool:
    return f" {item}".endswith(tuple(f" {name}" for name in REUSED))


def _sum(one: int, other: int) -> int:
    return one + other
