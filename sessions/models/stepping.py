"""What a convenor does with the steps of one activity: add, edit, move, remove, or take the catalogue's again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sessions.domain import limits
from sessions.domain.stepping import OrderError, free_key, key_between, run, stretched
from sessions.models.activity import Activity, ActivityStep
from sessions.models.changing import Conflict
from sessions.models.copying import REPEATED, STEP_FIELDS, copy_steps, recipe_of
from sessions.models.ordering import OUT_OF_THE_WAY, put, renumber
from structures.domain.grouping import has_sizes
from structures.domain.shapes import Repeat, Span
from structures.models import Structure

USUAL = 5
"""Minutes of a new step."""

EDGES = {"minutes_min": "min", "minutes": "ideal", "minutes_max": "max"}
"""The fields of a step's minutes, by their names in a ``Span``."""

REFUSED = {
    "min": gettext_lazy("The shortest cannot be more than the step's %(ideal)s minutes."),
    "max": gettext_lazy("The longest cannot be less than the step's %(ideal)s minutes."),
}


class Stepping(models.Model):
    """The verbs on steps. Mixed into ``Journey``; each one is a single recorded change.

    A step repeats together with its neighbours of the same key. Moving a step never changes how often any runs.
    """

    class Meta:
        abstract = True

    def add_step(
        self,
        activity: Activity,
        *,
        below: ActivityStep | None = None,
        like: ActivityStep | None = None,
        who: Any = None,
    ) -> ActivityStep:
        """Add a step of five minutes for everyone, or one that is ``like`` another, ``below`` a step or at the end.

        Between two steps that repeat together it repeats with them.
        """
        with self.changing(_("Added a step to %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            steps = list(activity.steps.all())
            if len(steps) >= limits.MAX_STEPS:
                full = _("An activity holds at most %(most)s steps.")
                raise ValidationError(full, params={"most": limits.MAX_STEPS})
            at = len(steps) if below is None else self._my_step(below).position + 1
            step = copied(self._my_step(like)) if like else new_step(steps[max(0, at - 1) : at + 1])
            step.activity, step.position = activity, OUT_OF_THE_WAY
            step.save()
            renumber(put(step, steps, at))
        return step

    def edit_step(
        self, step: ActivityStep, *, was: Mapping[str, Any] | None = None, who: Any = None, **changes: Any
    ) -> ActivityStep:
        """Write the named fields, and only those. Raises ``ValidationError`` or ``Conflict`` (see ``edit_activity``).

        Of the minutes, what ``stepping.stretched`` says: an ideal takes the edge of the range along. ``count``,
        ``unit`` and ``set_by`` hold for every step of the activity that repeats together with this one.
        """
        with self.changing(_("Edited a step of %(title)s") % {"title": step.activity.title}, who=who):
            step = self._my_step(step)
            Conflict.refuse(step, was or {}, changes)
            turns = {name: changes.pop(name) for name in ("count", "unit", "set_by") if name in changes}
            changes |= minutes_of(step, changes) | sizes_of(step, changes)
            for field, value in changes.items():
                setattr(step, field, value)
            step.clean_fields(exclude=[f.name for f in step._meta.fields if f.name not in changes])
            step.save(update_fields=list(changes))
            if turns:
                self._turn(step, **turns)
        return step

    def _turn(self, step: ActivityStep, **turns: Any) -> None:
        """Let the step, and all that repeat with it, run as often as that. What runs once alone is no repeat."""
        block = step.activity.steps.filter(repeat=step.repeat) if step.repeat else [step]
        repeat = turned(step.repeat_shape(), **turns)
        key = step.repeat or free_key({one.repeat for one in step.activity.steps.all()})
        if len(block) == 1 and repeat.count == 1 and "count" in turns:
            key, repeat = "", Repeat("")
        values = {"repeat": key, **{name: getattr(repeat, name) for name in REPEATED}}
        ActivityStep.objects.filter(pk__in=[one.pk for one in block]).update(**values)

    def move_step(self, step: ActivityStep, *, to: int | None, who: Any = None) -> ActivityStep:
        """Move the step to place ``to`` of its activity: 0 is first, None is last."""
        with self.changing(_("Moved a step of %(title)s") % {"title": step.activity.title}, who=who):
            step = self._my_step(step)
            others = list(step.activity.steps.exclude(pk=step.pk))
            renumber(put(step, others, to))
        return step

    def remove_step(self, step: ActivityStep, *, who: Any = None) -> None:
        with self.changing(_("Removed a step of %(title)s") % {"title": step.activity.title}, who=who):
            step = self._my_step(step)
            others = list(step.activity.steps.exclude(pk=step.pk))
            step.delete()
            if others:
                renumber(others)

    def reset_steps(self, activity: Activity, *, who: Any = None) -> None:
        """Give the activity the catalogue's steps as they are now, and their minutes instead of its own."""
        with self.changing(_("Reset the steps of %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            structure = catalogued(activity)
            activity.steps.all().delete()
            copy_steps(structure, activity)
            activity.recipe, activity.minutes = recipe_of(structure), None
            activity.save(update_fields=["recipe", "minutes"])

    def keep_steps(self, activity: Activity, *, who: Any = None) -> None:
        """Leave the steps as they are, knowing what the catalogue has now."""
        with self.changing(_("Kept the steps of %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            activity.recipe = recipe_of(catalogued(activity))
            activity.save(update_fields=["recipe"])

    def _my_step(self, step: ActivityStep) -> ActivityStep:
        """The step as it is under the lock; ``DoesNotExist`` when it is gone, or another journey's."""
        return ActivityStep.objects.select_related("activity").get(pk=step.pk, activity__journey=self)


def new_step(around: list[ActivityStep]) -> ActivityStep:
    """A step to be named, between the (at most two) steps ``around`` it."""
    step = ActivityStep(title=_("New step"), minutes_min=USUAL, minutes=USUAL, minutes_max=USUAL)
    if len(around) == 2 and (key := key_between(*(one.repeat for one in around))):
        for name in ("repeat", *REPEATED):
            setattr(step, name, getattr(around[0], name))
        step.repeat = key
    return step


def copied(step: ActivityStep) -> ActivityStep:
    return ActivityStep(**{name: getattr(step, name) for name in (*STEP_FIELDS, *REPEATED)})


def minutes_of(step: ActivityStep, changes: Mapping[str, Any]) -> dict[str, int]:
    """The minutes in order, where some are changed; ``ValidationError`` at the edge that cannot be so."""
    typed = {EDGES[name]: value for name, value in changes.items() if name in EDGES}
    if not typed:
        return {}
    try:
        span = stretched(Span(step.minutes_min, step.minutes, step.minutes_max), typed)
    except OrderError as error:
        said = REFUSED[error.edge] % {"ideal": error.ideal}
        raise ValidationError({f"minutes_{error.edge}": said}) from error
    return {"minutes_min": span.min, "minutes": span.ideal, "minutes_max": span.max}


def sizes_of(step: ActivityStep, changes: Mapping[str, Any]) -> dict[str, int | None]:
    """People per group from and to, in order; none where the configuration has no sizes of its own."""
    if not {"grouping", "size_min", "size_max"} & changes.keys():
        return {}
    if not has_sizes(changes.get("grouping", step.grouping)):
        return {"size_min": None, "size_max": None}
    low, high = (changes.get(name, getattr(step, name)) for name in ("size_min", "size_max"))
    if low and high and low > high:
        at = "size_min" if "size_min" in changes else "size_max"
        raise ValidationError({at: _("The smallest group cannot be larger than the largest.")})
    return {"size_min": low, "size_max": high}


def turned(repeat: Repeat, count: int | None = None, **said: Any) -> Repeat:
    """The repeat with what was said of its unit and of what sets it, run ``count`` times where that was typed."""
    changed = replace(repeat, **said)
    return run(changed, count) if count else changed


def catalogued(activity: Activity) -> Structure:
    """The activity's structure with its recipe as it is now; ``ValidationError`` when the catalogue has none."""
    structure = Structure.objects.with_recipe().filter(pk=activity.structure_id).first()
    if structure is None:
        raise ValidationError(_("This activity runs no structure of the catalogue."))
    return structure
