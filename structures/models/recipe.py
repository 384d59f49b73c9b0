"""What a structure is made of: steps, repeats, roles and materials."""

from functools import lru_cache

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from structures.choices import Grouping, Per, RepeatUnit, SetBy, StepMode
from structures.constraints import counts_rise, minutes_rise, rising
from structures.domain import limits, shapes
from structures.models.structure import Structure

# A plan copies these, and must be able to bring its copy back: a document holds no more.
MINUTES = [MaxValueValidator(limits.MOST_MINUTES)]
PEOPLE = [MaxValueValidator(limits.MOST_PEOPLE)]
TURNS = [MaxValueValidator(limits.MOST_TURNS)]


step_of = lru_cache(maxsize=4096)(shapes.Step)
"""The step of these values, made once: a page reads hundreds of them, and compares each with what it has kept."""


class Repeat(models.Model):
    """A block of steps that runs more than once, and what sets how often."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="repeats")
    key = models.CharField(_("key"), max_length=4)
    unit = models.CharField(_("one turn is a"), max_length=12, choices=RepeatUnit, default=RepeatUnit.ROUND)
    count_min = models.PositiveSmallIntegerField(_("fewest"), default=1, validators=TURNS)
    count = models.PositiveSmallIntegerField(_("usually"), default=1, validators=TURNS)
    count_max = models.PositiveSmallIntegerField(_("most"), default=1, validators=TURNS)
    set_by = models.CharField(_("set by"), max_length=12, choices=SetBy, default=SetBy.FIXED)

    class Meta:
        ordering = ["key"]
        verbose_name = _("repeat")
        verbose_name_plural = _("repeats")
        constraints = [
            models.UniqueConstraint(
                fields=["structure", "key"],
                name="repeat_key_once",
                violation_error_message=_("This key is already used in this structure."),
            ),
            models.CheckConstraint(
                condition=models.Q(count_min__gte=1),
                name="repeat_at_least_once",
                violation_error_message=_("A repeat runs at least once."),
            ),
            counts_rise("repeat_counts_rise"),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.count} × {self.get_unit_display()}"

    def shape(self) -> shapes.Repeat:
        return shapes.Repeat(self.key, self.unit, self.count_min, self.count, self.count_max, self.set_by)


class AbstractStep(models.Model):
    """The fields a structure's step and an activity's copy of it share. Minutes are for one turn."""

    title = models.CharField(_("title"), max_length=120)
    what = models.TextField(_("what happens"), blank=True, max_length=limits.MOST_TEXT)
    grouping = models.CharField(
        _("group configuration"), max_length=16, choices=Grouping, default=Grouping.WHOLE_GROUP
    )
    size_min = models.PositiveSmallIntegerField(
        _("people per group from"), null=True, blank=True, validators=PEOPLE
    )
    size_max = models.PositiveSmallIntegerField(
        _("people per group to"), null=True, blank=True, validators=PEOPLE
    )
    minutes_min = models.PositiveSmallIntegerField(_("shortest minutes"), validators=MINUTES)
    minutes = models.PositiveSmallIntegerField(_("minutes"), validators=MINUTES)
    minutes_max = models.PositiveSmallIntegerField(_("longest minutes"), validators=MINUTES)
    optional = models.BooleanField(_("optional"), default=False)
    mode = models.CharField(_("where"), max_length=10, choices=StepMode, default=StepMode.BOTH)
    protected = models.BooleanField(_("protected"), default=False)
    repeat = models.CharField(
        _("repeats with"), max_length=4, blank=True, help_text=_("The key of a repeat.")
    )
    nested_note = models.CharField(_("how the structure runs inside"), max_length=120, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def shape(self) -> shapes.Step:
        return step_of(
            title=self.title,
            grouping=self.grouping,
            minutes_min=self.minutes_min,
            minutes=self.minutes,
            minutes_max=self.minutes_max,
            size_min=self.size_min,
            size_max=self.size_max,
            repeat=self.repeat,
            optional=self.optional,
            mode=self.mode,
            protected=self.protected,
            nested=self.nested.slug if self.nested else "",
        )


class StepManager(models.Manager["Step"]):
    """The nested structure comes along: every step that is shown names it."""

    def get_queryset(self) -> models.QuerySet["Step"]:
        return super().get_queryset().select_related("nested")


class Step(AbstractStep):
    """One line of the sequence of steps and time allocation. A nested structure's minutes are inside the step's."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField(_("position"))
    nested = models.ForeignKey(
        Structure,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="nested_in",
        verbose_name=_("structure inside"),
    )
    objects = StepManager()

    class Meta:
        ordering = ["structure", "position"]
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            models.UniqueConstraint(
                fields=["structure", "position"],
                name="step_position_once",
                violation_error_message=_("Two steps share this position."),
            ),
            minutes_rise("step_minutes_rise"),
            rising(
                "size_min",
                "size_max",
                name="step_size_rises",
                message=_("The smallest group must not exceed the largest."),
            ),
        ]


class Role(models.Model):
    structure = models.ForeignKey(Structure, models.CASCADE, related_name="roles")
    name = models.CharField(_("role"), max_length=60)
    count = models.CharField(_("how many"), max_length=60, blank=True)
    what = models.TextField(_("what they do"), blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("role")
        verbose_name_plural = _("roles")

    def __str__(self) -> str:
        return self.name


class Material(models.Model):
    structure = models.ForeignKey(Structure, models.CASCADE, related_name="materials")
    item = models.CharField(_("item"), max_length=80)
    quantity = models.PositiveSmallIntegerField(_("quantity"), default=1)
    per = models.CharField(_("per"), max_length=10, choices=Per, default=Per.SESSION)
    required = models.BooleanField(_("required"), default=True)
    mode = models.CharField(_("where"), max_length=10, choices=StepMode, default=StepMode.BOTH)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gte=1),
                name="material_at_least_one",
                violation_error_message=_("A material needs a quantity of one or more."),
            )
        ]

    def __str__(self) -> str:
        return self.item
