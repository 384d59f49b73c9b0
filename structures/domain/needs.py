"""What somebody needs, and what is answered: structures in order, each with its reasons and cautions.

Reasons are codes with what belongs into their sentence; ``structures.words_matching`` says them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from structures.domain.nearness import Near
from structures.domain.shapes import Mode, Remainder, Repeat, Step


class Experience(StrEnum):
    """How much the host has hosted."""

    NEW = "new"
    SOME = "some"
    MUCH = "much"


class Why(StrEnum):
    """Why a structure is offered."""

    CALLED = "called"  # name: the question names it
    NAMED = "named"  # question: McCandless named it for the question this one comes near to
    ANSWERS = "answers"  # question: it fits that question strongly
    SAID = "said"  # kind, text: the closest thing said about it
    FOLLOWS = "follows"  # before, because: it comes well after what came before
    PEOPLE = "people"  # people: they work out in its groups
    TIME = "time"  # ideal, minutes: there is time for it
    SQUEEZES = "squeezes"  # ideal, minutes, shortest: there is, if it is squeezed
    COMMON = "common"  # widely used


class But(StrEnum):
    """What to be careful about."""

    USED = "used"  # it was used already
    FEW = "few"  # people, least: it is better with more
    MANY = "many"  # people, most: it is better with fewer
    ADAPTED = "adapted"  # it must be adapted for online
    DEMANDING = "demanding"  # a lot to ask of a host who is new to it


class Barred(StrEnum):
    """Why a structure cannot be offered at all."""

    TOO_FEW = "too_few"  # people, least
    TOO_MANY = "too_many"  # people, most
    NOT_ONLINE = "not_online"
    TOO_LONG = "too_long"  # shortest, minutes


@dataclass(frozen=True, slots=True)
class Told:
    """A reason, a caution or a bar with what belongs into its sentence."""

    code: Why | But | Barred
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Need:
    """A question or purpose in free words, and what else is known of the situation.

    ``before``: slugs of what comes before in the session, the last one nearest. ``used``: slugs of what these
    people have done already.
    """

    question: str = ""
    people: int | None = None
    minutes: int | None = None
    mode: str = Mode.BOTH
    before: Sequence[str] = ()
    used: frozenset[str] = frozenset()
    experience: Experience = Experience.SOME


@dataclass(frozen=True, slots=True)
class Claim:
    """A structure's fit to a question of the catalogue: how strongly, and with which invitation."""

    strength: str
    invitation: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """What must be known of a structure to say whether it suits. ``claims`` are by question, ``follows`` by slug of
    what it comes well after, with the reason."""

    slug: str
    invitation: str = ""
    steps: tuple[Step, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    remainder: str = Remainder.SMALLER
    people_min: int = 1
    people_best_min: int | None = None
    people_best_max: int | None = None
    people_max: int | None = None
    online: str = "well"
    difficulty: str = "medium"
    commonness: float = 0.0
    claims: Mapping[str, Claim] = field(default_factory=dict)
    follows: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matched:
    """A structure that answers the need. ``question``: the one whose fit gave the invitation; "" for its own."""

    slug: str
    score: float
    reasons: tuple[Told, ...]
    cautions: tuple[Told, ...]
    invitation: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Excluded:
    """A structure that would answer the need, and the first thing that makes it impossible."""

    slug: str
    because: Told


@dataclass(frozen=True, slots=True)
class Ranking:
    """The answer to a need, best first.

    ``likely``: the questions of the catalogue that have anything to do with it, nearest first; ``near``: the first
    of them, if it is near at all.
    """

    matched: tuple[Matched, ...]
    excluded: tuple[Excluded, ...]
    near: Near | None
    likely: tuple[Near, ...] = ()
