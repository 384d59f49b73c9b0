"""How the room is set over a session, and what that asks of it at its fullest moment.

All minutes are whole minutes from the session's start.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sessions.domain.document import SessionMode
from sessions.domain.places import places_of
from structures.domain.grouping import Sizes
from structures.domain.scenes import Scene, arrangement
from structures.domain.shapes import Grouping


@dataclass(frozen=True, slots=True)
class Part:
    """A row as it takes its place: ``scenes`` count from its ``begin``, minutes from the session's start.

    ``row`` is its number among the session's own rows, for a row in a track that of the row around it; ``place`` is
    the name of its track. ``whats`` are what its steps say, by their index, ``set_up`` what somebody wrote.
    """

    row: int
    title: str
    begin: int
    people: int
    scenes: tuple[Scene, ...]
    place: str = ""
    set_up: str = ""
    is_rest: bool = False
    invitations: tuple[str, ...] = ()
    whats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """People in one arrangement in one place, from ``begin`` to ``end``, through the rows called ``titles``.

    ``is_move``: they have come here from another arrangement. ``times``: how often they begin anew in it, with other
    partners or at the next station. ``set_ups`` are what was written for it. In a rest nothing is arranged.
    """

    row: int
    begin: int
    end: int
    people: int
    grouping: str = Grouping.WHOLE_GROUP
    sizes: Sizes = ()
    tables: int = 0
    place: str = ""
    titles: tuple[str, ...] = ()
    set_ups: tuple[str, ...] = ()
    is_rest: bool = False
    is_move: bool = False
    times: int = 1

    @property
    def arrangement(self) -> Sizes | str:
        return arrangement(self.grouping, self.sizes)

    @property
    def places(self) -> int:
        """Places they need in a room."""
        return self._places(SessionMode.IN_PERSON)

    @property
    def rooms(self) -> int:
        """Rooms they need online."""
        return self._places(SessionMode.ONLINE)

    def _places(self, mode: str) -> int:
        return places_of(self.grouping, self.sizes, mode, in_track=bool(self.place))


@dataclass(frozen=True, slots=True)
class Most:
    """The largest number of something at once, and the first minute that asks for it."""

    number: int = 0
    begin: int = 0


Counts = Callable[[Setting], int]
"""How much of something one setting asks for."""


def settings(parts: Iterable[Part]) -> tuple[Setting, ...]:
    """Return how people are arranged over time, in the order of time.

    What keeps the arrangement of what came before is one setting with it, unless somebody wrote another set-up for
    it. Where people come back from tracks they move, however they sat before.
    """
    found: dict[str, list[Setting]] = {}
    away = False
    for part in parts:
        returns = away and not part.place and not part.is_rest
        for number, setting in enumerate(_settings(part)):
            back = returns and not number
            _add(found.setdefault(part.place, []), setting, same_row=number > 0, back=back)
        away = bool(part.place) or (away and part.is_rest)
    return tuple(sorted((one for kept in found.values() for one in kept), key=lambda one: one.begin))


def moves(settings: Sequence[Setting]) -> int:
    """Return how often people move: where they are in tracks, those who move the most."""
    counted: dict[tuple[int, str], int] = {}
    for one in settings:
        key = (one.row if one.place else -1, one.place)
        counted[key] = counted.get(key, 0) + one.is_move + one.times - 1
    by_row: dict[int, int] = {}
    for (row, _place), number in counted.items():
        by_row[row] = max(by_row.get(row, 0), number)
    return sum(by_row.values())


def most_at_once(settings: Sequence[Setting], count: Counts) -> Most:
    """Return the moment at which ``count`` of all that goes on at the same time is largest. Rests ask for nothing."""
    working = [one for one in settings if not one.is_rest]
    found = [
        Most(sum(count(one) for one in working if one.begin <= begin < one.end), begin)
        for begin in sorted({one.begin for one in working})
    ]
    return max(found, key=lambda most: most.number, default=Most())


def _settings(part: Part) -> list[Setting]:
    said = (part.set_up,) if part.set_up else ()
    return [
        Setting(
            row=part.row,
            begin=part.begin + scene.begin,
            end=part.begin + scene.end,
            people=part.people,
            grouping=scene.grouping,
            sizes=scene.sizes,
            tables=scene.tables,
            place=part.place,
            titles=(part.title,),
            set_ups=() if number else said,
            is_rest=part.is_rest,
            is_move=number > 0,
        )
        for number, scene in enumerate(scene for scene in part.scenes if scene.minutes)
    ]


def _add(kept: list[Setting], setting: Setting, *, same_row: bool, back: bool) -> None:
    """Put the setting behind those of its place, or into the last of them."""
    last = kept[-1] if kept else None
    if last and not back and _continues(last, setting):
        titles = tuple(dict.fromkeys(last.titles + setting.titles))
        kept[-1] = replace(
            last,
            end=setting.end,
            titles=titles,
            sizes=last.sizes or setting.sizes,
            tables=max(last.tables, setting.tables),
            set_ups=last.set_ups or setting.set_ups,
            times=last.times + same_row,
        )
    else:
        kept.append(replace(setting, is_move=setting.is_move or back or _is_move(kept, setting)))


def _continues(last: Setting, setting: Setting) -> bool:
    same = last.is_rest == setting.is_rest and last.end == setting.begin
    unsaid = not setting.set_ups or setting.set_ups == last.set_ups
    return same and unsaid and last.arrangement == setting.arrangement


def _is_move(kept: Sequence[Setting], setting: Setting) -> bool:
    """The first one is none, unless it is in a track: then people have come from everyone's room."""
    if setting.is_rest:
        return False
    before = next((one for one in reversed(kept) if not one.is_rest), None)
    if before is None:
        return bool(setting.place)
    return before.arrangement != setting.arrangement or before.row != setting.row and bool(setting.place)
