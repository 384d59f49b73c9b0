"""What a row of a draft is worth, in points: by how well it answers, what it asks of everybody, and to whose taste.

Three characters weigh the same plan differently. Deep gives few things long; brisk answers everything and is done
early; lively changes how people sit and whom they meet. The numbers are ours; ``drafting`` says what they add up to.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from sessions.domain.briefing import Known
from sessions.domain.outline import Item, Meeting
from sessions.domain.running import shortest_run
from structures.domain.needs import Experience
from structures.domain.shapes import Grouping, Mode


class Character(StrEnum):
    DEEP = "deep"
    BRISK = "brisk"
    LIVELY = "lively"


@dataclass(frozen=True, slots=True)
class Taste:
    """What a character likes: so many points for a question ``answered`` at all, for each ``minute`` of a row up to
    ``enough``, for each ``change`` of configuration in it, for ``meeting`` others; and against two rows one after the
    other in the ``same`` configuration.

    A row shorter than ``shallow`` minutes answers by half, and its minutes are not liked; one that can be longer than
    usual may be, up to ``longest``.
    """

    answered: int
    minute: int
    enough: int
    change: int
    meeting: int
    same: int
    shallow: int = 0
    longest: int = 0


TASTES: Mapping[Character, Taste] = {
    Character.DEEP: Taste(10, 3, 45, 0, 0, 12, shallow=25, longest=45),
    Character.BRISK: Taste(400, -2, 60, 0, 0, 12),
    Character.LIVELY: Taste(300, 0, 60, 7, 15, 35),
}
MOST_CHANGES = 5
STRAIN = 40
"""What it costs to squeeze a row to its shortest; half of the way a quarter of that."""
MUST = 1_000_000
"""What somebody insists on is worth more than everything else together, sixty questions that matter most included."""
OUT_OF_RANGE, ADAPTED = 12, 10
"""What it costs that a structure is best with more or fewer people, and that it must be adapted for a call."""
DEMANDS: Mapping[tuple[str, str], int] = {
    (Experience.NEW, "medium"): 10,
    (Experience.NEW, "advanced"): 60,
    (Experience.SOME, "advanced"): 15,
}
MOVING = frozenset({Grouping.PAIRS, Grouping.CIRCLES, Grouping.LINE, Grouping.WALK, Grouping.STATIONS})
"""Configurations for which people stand up and meet others."""
LATER = (1, 2, 4)
"""The second row for a question answers it by half, the third by a quarter."""
STRETCH = 1.5
"""The most by which a deep row is longer than usual, as far as its steps go."""


@dataclass(frozen=True, slots=True)
class Length:
    """One of the lengths that a row can have, and the ``share`` of what it could give that it gives."""

    minutes: int
    share: float = 0.0


@lru_cache(maxsize=8192)
def lengths(item: Item, people: int | None, mode: str, longest: int = 0) -> tuple[Length, ...]:
    """Its ideal minutes, half way to its shortest, its shortest; and stretched to no more than ``longest`` minutes."""
    span = item.span(people, mode)
    floor = min(span.ideal, shortest_run(item.steps, item.repeats, people, mode, item.remainder))
    found = {span.ideal: 0.0}
    found.setdefault((span.ideal + floor + 1) // 2, 0.5)
    found.setdefault(floor, 1.0)
    found.setdefault(max(span.ideal, min(span.max, int(span.ideal * STRETCH), longest)), 0.0)
    return tuple(Length(minutes, found[minutes]) for minutes in sorted(found) if minutes > 0)


@lru_cache(maxsize=8192)
def configuration(item: Item, people: int | None, mode: str) -> str:
    """The group configuration in which people spend most of its minutes; "" without steps."""
    spent: Counter[str] = Counter()
    for turn in item.turns(people, mode):
        spent[turn.grouping] += turn.minutes
    return spent.most_common(1)[0][0] if spent else ""


@lru_cache(maxsize=8192)
def changes(item: Item, people: int | None, mode: str) -> tuple[int, bool]:
    """How often the configuration changes in it, and whether people meet others."""
    path = [grouping for grouping, _same in groupby(turn.grouping for turn in item.turns(people, mode))]
    return max(0, len(path) - 1), not MOVING.isdisjoint(path)


def suits(known: Known, meeting: Meeting) -> bool:
    """Whether it can be done at all with so many people, and on a call."""
    profile, people = known.item.structure, meeting.people
    if profile is None:
        return False
    too_few = people is not None and people < profile.people_min
    too_many = people is not None and profile.people_max is not None and people > profile.people_max
    return not (too_few or too_many or (meeting.runs == Mode.ONLINE and profile.online == "poorly"))


def cautions(known: Known, meeting: Meeting, experience: str) -> int:
    """What speaks against it here."""
    people, profile = meeting.people, known.item.structure
    few = people is not None and known.best_min is not None and people < known.best_min
    many = people is not None and known.best_max is not None and people > known.best_max
    adapted = profile is not None and profile.online == "adapted" and meeting.runs == Mode.ONLINE
    return OUT_OF_RANGE * (few + many) + ADAPTED * adapted + DEMANDS.get((experience, known.difficulty), 0)


def worth(
    taste: Taste, item: Item, meeting: Meeting, length: Length, strength: int, weight: int, nth: int
) -> int:
    """What the row is worth as the ``nth`` (0 is the first) for a question that it answers with this strength."""
    changing, meets = changes(item, meeting.people, meeting.runs)
    is_shallow = length.minutes < taste.shallow
    told = strength // 2 if is_shallow else strength
    likes = taste.change * min(changing, MOST_CHANGES) + taste.meeting * meets
    lasts = 0 if is_shallow else taste.minute * min(length.minutes, taste.enough)
    gains = (weight * told + likes + max(0, lasts)) // LATER[nth] + (
        weight * taste.answered if nth == 0 else 0
    )
    return gains + min(0, lasts) - round(STRAIN * length.share**2)
