"""The steps of a row: as they will run, and as they are edited while the row is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from sessions.models import ActivityStep
from structures.choices import Grouping, RepeatUnit, SetBy, StepMode
from structures.domain import shapes
from structures.domain.grouping import has_sizes
from structures.domain.score import places_in_run
from structures.words import configuration_in_words
from structures.words_steps import range_in_words, times_in_words


@dataclass(frozen=True)
class StepLine:
    """One step of a row as it will run: its own minutes for one turn, and how many turns."""

    step: ActivityStep
    minutes: int
    times: int

    @property
    def total(self) -> int:
        return self.minutes * self.times


def step_lines(steps: Sequence[ActivityStep], turns: Sequence[shapes.Turn]) -> list[StepLine]:
    """The steps that have a turn, in their order. Without steps the turns are those of the row itself."""
    first = {turn.index: turn for turn in reversed(turns)} if steps else {}
    return [StepLine(steps[index], first[index].minutes, first[index].of) for index in sorted(first)]


@dataclass(frozen=True)
class Setting:
    """Where steps run: the address of their row, the people, what becomes of those left over."""

    url: str
    people: int | None
    remainder: str


@dataclass(frozen=True)
class StepRow:
    """One step of a row. ``runs`` are its turns, none where it is left out of this session or normally not done.

    ``places`` are where they lie in the whole run, in per cent.
    """

    step: ActivityStep
    setting: Setting
    runs: Sequence[shapes.Turn]
    places: Sequence[tuple[float, float]]
    is_first: bool
    is_last: bool

    groupings, units, setters, modes = Grouping.choices, RepeatUnit.choices, SetBy.choices, StepMode.choices

    @property
    def code(self) -> str:
        """Names it in ids and among the forms of a board."""
        return f"step-{self.step.pk}"

    @property
    def url(self) -> str:
        """Where the verbs on it are posted to: ``edit/``, ``move/`` …"""
        return f"{self.setting.url}steps/{self.step.pk}/"

    @property
    def times(self) -> int:
        """How many turns it has with these people."""
        return self.runs[0].of if self.runs else self.step.count

    @property
    def times_in_words(self) -> str:
        return times_in_words(self.step.unit, self.times) if self.step.repeat else ""

    @property
    def now(self) -> int | None:
        """The minutes of its first turn, where the row's own minutes squeeze or stretch it; otherwise None."""
        now = self.runs[0].minutes if self.runs else self.step.minutes
        return now if now != self.step.minutes else None

    @property
    def range(self) -> str:
        return range_in_words(self.step.minutes_min, self.step.minutes_max)

    @cached_property
    def groups(self) -> str:
        """Who works with whom: "four fours and a pair"."""
        return sits(self.step.shape(), self.setting.people, self.setting.remainder)

    @property
    def has_sizes(self) -> bool:
        return has_sizes(self.step.grouping)

    @property
    def is_set_by_groups(self) -> bool:
        """Its turns follow from the people, so that nobody types their number."""
        return self.step.set_by in (shapes.SetBy.GROUP_SIZE, shapes.SetBy.GROUPS)


def sits(step: shapes.Step, people: int | None, remainder: str) -> str:
    """Who works with whom in the step, whether it runs in this session or not."""
    return configuration_in_words([replace(step, optional=False, mode=shapes.Mode.BOTH)], people, remainder)


# The words depend on nothing but these values, and an edit changes one row of many.
@lru_cache(maxsize=4096)
def configuration(
    language: str, steps: tuple[shapes.Step, ...], people: int | None, remainder: str, mode: str
) -> str:
    """How people sit from step to step, in words of the ``language`` that is active."""
    return configuration_in_words(steps, people, remainder, mode=mode)


@lru_cache(maxsize=4096)
def seating(
    language: str, steps: tuple[shapes.Step, ...], people: int | None, remainder: str
) -> tuple[str, ...]:
    """Who works with whom in each of the steps, in words of the ``language`` that is active."""
    return tuple(sits(step, people, remainder) for step in steps)


def step_rows(steps: Sequence[ActivityStep], turns: Sequence[shapes.Turn], setting: Setting) -> list[StepRow]:
    places = places_in_run(turns)
    return [
        StepRow(
            step,
            setting,
            [turn for turn in turns if turn.index == index],
            places.get(index, ()),
            is_first=index == 0,
            is_last=index == len(steps) - 1,
        )
        for index, step in enumerate(steps)
    ]
