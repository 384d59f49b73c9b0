"""The steps and repeats of many structures as the engine's plain values: two queries and no models, for speed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields

from structures.domain import shapes
from structures.models import Repeat, Step
from structures.models.recipe import step_of

Recipe = tuple[tuple[shapes.Step, ...], tuple[shapes.Repeat, ...]]

_STEP = [field.name for field in fields(shapes.Step) if field.name != "nested"]
_REPEAT = [field.name for field in fields(shapes.Repeat)]


def recipes(structures: Iterable[int]) -> dict[int, Recipe]:
    """What ``Structure.shapes()`` gives, for each of these primary keys."""
    pks = list(structures)
    steps: dict[int, list[shapes.Step]] = defaultdict(list)
    repeats: dict[int, list[shapes.Repeat]] = defaultdict(list)
    rows = Step.objects.filter(structure__in=pks).order_by("structure_id", "position")
    for pk, nested, *values in rows.values_list("structure_id", "nested__slug", *_STEP):
        steps[pk].append(step_of(*values, nested=nested or ""))
    for pk, *values in Repeat.objects.filter(structure__in=pks).values_list("structure_id", *_REPEAT):
        repeats[pk].append(shapes.Repeat(*values))
    return {pk: (tuple(steps[pk]), tuple(repeats[pk])) for pk in pks}
