"""The convening questions as an arc, each with the structures that are named for it."""

from dataclasses import dataclass

from django.db.models import Prefetch

from structures.choices import Strength
from structures.domain import arc
from structures.models import Fit, Question, Structure


@dataclass(frozen=True, slots=True)
class Place:
    """A question on the arc: its structures and its part of the picture."""

    question: Question
    structures: tuple[Structure, ...]
    section: arc.Section


@dataclass(frozen=True, slots=True)
class Arc:
    """All published questions in their order, on one staff."""

    places: tuple[Place, ...]
    staff: tuple[arc.Curve, ...] = arc.staff()
    width: int = arc.WIDTH
    height: int = arc.HEIGHT


def arc_of_questions() -> Arc:
    """The arc as it stands, in four queries."""
    named = Fit.objects.ranked().filter(strength=Strength.NAMED).select_related("structure")
    recipes = named.prefetch_related("structure__steps", "structure__repeats")
    questions = list(
        Question.objects.published().prefetch_related(Prefetch("fits", recipes, to_attr="named"))
    )
    structures = [tuple(fit.structure for fit in question.named) for question in questions]
    drawn = arc.sections([[structure.turns() for structure in named] for named in structures])
    return Arc(tuple(map(Place, questions, structures, drawn)))
