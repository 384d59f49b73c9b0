"""One row of a session's agenda, with its own copy of the structure's steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sessions.choices import Kind
from sessions.codes import new_code
from sessions.domain import limits
from sessions.models.parts import JourneyQuestion, Session
from structures.choices import RepeatUnit, SetBy
from structures.constraints import counts_rise, minutes_rise, rising
from structures.domain import shapes, timing
from structures.models import AbstractStep, Structure


class Activity(models.Model):
    """``minutes`` are the convenor's own; empty means the sum of the steps.

    A row stands in a session, or in one of the ``tracks`` of a ``parent``; in neither it is parked. A row with
    tracks (their names) holds rows side by side and lasts as long as the longest of them.
    """

    code = models.CharField(max_length=16, unique=True, default=new_code, editable=False)
    journey = models.ForeignKey("journeys.Journey", models.CASCADE, related_name="activities")
    session = models.ForeignKey(Session, models.CASCADE, null=True, blank=True, related_name="activities")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    track = models.PositiveSmallIntegerField(null=True, blank=True)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.STRUCTURE)
    title = models.CharField(_("title"), max_length=limits.MAX_TITLE)
    structure = models.ForeignKey(Structure, models.SET_NULL, null=True, blank=True, related_name="+")
    question = models.ForeignKey(
        JourneyQuestion, models.SET_NULL, null=True, blank=True, related_name="activities"
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    pinned_at = models.TimeField(_("pinned at"), null=True, blank=True)
    protected = models.BooleanField(_("protected"), default=False)
    lead = models.CharField(_("lead"), max_length=120, blank=True)
    invitations = models.JSONField(_("invitations"), default=list, blank=True)
    alternatives = models.JSONField(_("other invitations"), default=list, blank=True)  # own ones, not said
    brief = models.TextField(_("brief for participants"), blank=True)
    notes = models.TextField(_("private notes"), blank=True)
    materials = models.JSONField(_("materials"), default=list, blank=True)
    set_up = models.TextField(_("set-up"), blank=True)
    outcome = models.TextField(_("outcome"), blank=True)
    tracks = models.JSONField(_("tracks"), default=list, blank=True)
    recipe = models.CharField(max_length=8, blank=True, editable=False)  # the structure's, when it was copied

    class Meta:
        ordering = ["position"]
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "position"],
                condition=models.Q(session__isnull=False),
                name="activity_position_once",
                violation_error_message=_("Two activities share this position."),
            ),
            models.UniqueConstraint(
                fields=["journey", "position"],
                condition=models.Q(session__isnull=True, parent__isnull=True),
                name="parked_position_once",
                violation_error_message=_("Two parked activities share this position."),
            ),
            models.UniqueConstraint(
                fields=["parent", "track", "position"],
                condition=models.Q(parent__isnull=False),
                name="track_position_once",
                violation_error_message=_("Two activities of a track share this position."),
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True, track__isnull=True)
                | models.Q(parent__isnull=False, track__isnull=False, session__isnull=True),
                name="activity_in_one_place",
                violation_error_message=_("An activity stands in a session or in a track, not in both."),
            ),
            models.CheckConstraint(
                condition=models.Q(minutes__isnull=True) | models.Q(minutes__lte=limits.MAX_MINUTES),
                name="activity_minutes_in_range",
                violation_error_message=_("An activity lasts at most a day: 1440 minutes."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def remainder(self) -> str:
        """What people left over do: the structure knows; without one they form a smaller group."""
        return self.structure.remainder if self.structure else shapes.Remainder.SMALLER.value

    def shapes(self) -> tuple[tuple[shapes.Step, ...], tuple[shapes.Repeat, ...]]:
        """Its steps and their repeats as the engine's plain values; free of queries when steps are prefetched."""
        steps = list(self.steps.all())
        repeats = {step.repeat: step.repeat_shape() for step in steps if step.repeat}
        return tuple(step.shape() for step in steps), tuple(repeats.values())

    def ideal_minutes(self) -> int:
        """The sum of its steps, for the people its session or its journey expects."""
        steps, repeats = self.shapes()
        people = (self.session and self.session.people) or self.journey.people
        counts = {repeat.key: repeat.count for repeat in repeats}
        return timing.duration(steps, people, repeats, counts, remainder=self.remainder).ideal


class ActivityStepManager(models.Manager["ActivityStep"]):
    def get_queryset(self) -> models.QuerySet["ActivityStep"]:
        return super().get_queryset().select_related("nested")


class ActivityStep(AbstractStep):
    """A structure's step, copied, so that a curator's later change never alters a plan silently."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    nested = models.ForeignKey(Structure, models.SET_NULL, null=True, blank=True, related_name="+")
    unit = models.CharField(max_length=12, choices=RepeatUnit, default=RepeatUnit.ROUND)
    count_min = models.PositiveSmallIntegerField(default=1)
    count = models.PositiveSmallIntegerField(_("rounds"), default=1)
    count_max = models.PositiveSmallIntegerField(default=1)
    set_by = models.CharField(max_length=12, choices=SetBy, default=SetBy.FIXED)

    objects = ActivityStepManager()

    class Meta:
        ordering = ["activity", "position"]
        verbose_name = _("step of an activity")
        verbose_name_plural = _("steps of an activity")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "position"],
                name="activity_step_position_once",
                violation_error_message=_("Two steps share this position."),
            ),
            minutes_rise("activity_step_minutes_rise"),
            counts_rise("activity_step_counts_rise"),
            rising(
                "size_min",
                "size_max",
                name="activity_step_size_rises",
                message=_("The smallest group must not exceed the largest."),
            ),
        ]

    def repeat_shape(self) -> shapes.Repeat:
        return shapes.Repeat(self.repeat, self.unit, self.count_min, self.count, self.count_max, self.set_by)
