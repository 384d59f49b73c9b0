"""One structure worked out for a group: its groups, its minutes, what to bring, and what to mind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from structures.choices import Online
from structures.domain import logistics, shapes, timing
from structures.domain.score import Strip, places_in_run
from structures.domain.shapes import Mode, Span, Turn
from structures.models import Material, Step, Structure
from structures.words import configuration_in_words
from structures.words_steps import range_in_words, times_in_words


@dataclass(frozen=True, slots=True)
class Line:
    """A step as it happens in this group.

    ``groups``: who works with whom; ``range``: how far the minutes of one turn give; ``places``: where its
    turns lie in the whole run, as begin and length in per cent; ``left_out``: normally not done.
    """

    step: Step
    groups: str
    range: str
    places: Sequence[tuple[float, float]]
    left_out: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Steps that run together, and how often: ``times`` is empty for what runs once."""

    lines: Sequence[Line]
    times: str = ""


@dataclass(frozen=True)
class Sheet:
    """A structure for ``people`` (None: for nobody in particular) in one ``mode``.

    It comes with its recipe and its materials, and is drawn in the ``hue`` of a question.
    """

    structure: Structure
    people: int | None = None
    mode: str = Mode.BOTH
    hue: int = 0

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        return self.structure.turns(self.people, self.mode)

    @cached_property
    def span(self) -> Span:
        return self.structure.duration(self.people, self.mode)

    @cached_property
    def configuration(self) -> str:
        """How people sit from step to step."""
        return self._configuration(self._shapes)

    @property
    def strips(self) -> list[Strip]:
        """What the score draws: this one structure, from its first minute."""
        return [Strip(0, self.span.ideal, self.turns, self.hue, title=self.structure.name)]

    @cached_property
    def blocks(self) -> list[Block]:
        """The steps of this mode in their order, those that repeat together as one block."""
        members = [pair for pair in enumerate(self.structure.steps.all()) if self._happens(pair[1].mode)]
        return [self._block(key, list(run)) for key, run in groupby(members, key=lambda pair: pair[1].repeat)]

    @cached_property
    def supplies(self) -> tuple[logistics.Supply, ...]:
        """What to bring for these people; nothing while their number is not known."""
        if self.people is None:
            return ()
        wanted = [_material(material) for material in self.structure.materials.all()]
        return logistics.supplies(wanted, self._shapes, self.people, self.mode, self.structure.remainder)

    @property
    def materials(self) -> list[Material]:
        """What to bring as the recipe says it: per person, per group."""
        return [one for one in self.structure.materials.all() if self._happens(one.mode)]

    @cached_property
    def room(self) -> logistics.Room | None:
        if self.people is None:
            return None
        steps, repeats = self.structure.shapes()
        remainder = self.structure.remainder
        return logistics.room(steps, self.people, self.mode, remainder, run=self.turns, repeats=repeats)

    @property
    def cautions(self) -> list[str]:
        """What to mind with this number of people and in this mode, most important first."""
        return [*self._too_few_or_many(), *self._outside_the_best(), *self._poorly_online()]

    @cached_property
    def _places(self) -> dict[int, list[tuple[float, float]]]:
        return places_in_run(self.turns)

    @cached_property
    def _shapes(self) -> tuple[shapes.Step, ...]:
        return self.structure.shapes()[0]

    def _happens(self, where: str) -> bool:
        return timing.happens(where, self.mode)

    def _configuration(self, steps: Sequence[shapes.Step]) -> str:
        return configuration_in_words(steps, self.people, self.structure.remainder, self.mode)

    def _block(self, key: str, members: list[tuple[int, Step]]) -> Block:
        indices = {index for index, _step in members}
        count = next((turn.of for turn in self.turns if turn.index in indices), 1)
        repeat = next((one for one in self.structure.repeats.all() if one.key == key), None)
        times = times_in_words(repeat.unit, count) if repeat else ""
        return Block([self._line(index, step) for index, step in members], times)

    def groups_of(self, step: Step) -> str:
        """Who works with whom in that step, also in one that is normally left out."""
        return self._configuration([replace(step.shape(), optional=False, mode=Mode.BOTH)])

    def _line(self, index: int, step: Step) -> Line:
        groups = self.groups_of(step)
        left_out = step.optional and step.minutes == 0
        minutes = range_in_words(step.minutes_min, step.minutes_max)
        return Line(step, groups, minutes, self._places.get(index, ()), left_out)

    def _too_few_or_many(self) -> Iterator[str]:
        least, most = self.structure.people_min, self.structure.people_max
        if self.people is not None and self.people < least:
            yield _("Too few: it needs at least %(least)s people.") % {"least": least}
        if self.people is not None and most is not None and self.people > most:
            yield _("Too many: it holds at most %(most)s people.") % {"most": most}

    def _outside_the_best(self) -> Iterator[str]:
        low, high = self.structure.people_best_min, self.structure.people_best_max
        least, most = self.structure.people_min, self.structure.people_max
        if self.people is None or self.people < least or (most and self.people > most):
            return
        if low and self.people < low:
            yield _("It can be done. It is at its best from %(low)s people on.") % {"low": low}
        if high and self.people > high:
            yield _("It can be done. It is at its best with up to %(high)s people.") % {"high": high}

    def _poorly_online(self) -> Iterator[str]:
        if self.mode == Mode.ONLINE and self.structure.online == Online.POORLY:
            yield _("It works poorly online. Look for another structure, or meet in a room.")


def _material(material: Material) -> shapes.Material:
    return shapes.Material(material.item, material.quantity, material.per, material.required, material.mode)
