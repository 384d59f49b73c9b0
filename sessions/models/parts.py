"""The parts of a journey that hold its activities: questions in the group's words, and sessions."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sessions.choices import SessionMode
from sessions.codes import new_code
from sessions.domain import limits
from sessions.domain.clock import Clock, UnknownTimezone, zone
from structures.models import Question


class JourneyQuestion(models.Model):
    """A question this group answers, in its own words; ``question`` is the catalogue's that it came from."""

    code = models.CharField(max_length=16, unique=True, default=new_code, editable=False)
    journey = models.ForeignKey("journeys.Journey", models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("question"), max_length=limits.MAX_QUESTION)
    question = models.ForeignKey(Question, models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = models.TextField(_("outcome"), blank=True)

    class Meta:
        ordering = ["position"]
        verbose_name = _("question of a journey")
        verbose_name_plural = _("questions of a journey")
        constraints = [
            models.UniqueConstraint(
                fields=["journey", "position"],
                name="journey_question_position_once",
                violation_error_message=_("Two questions share this position."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def number(self) -> int:
        """Its place in this journey, as people count: from 1."""
        return self.position + 1

    hue = number  # the colours follow the arc, and begin again after the seventh


class Session(models.Model):
    """One meeting of a journey: when, how long, where. ``minutes`` is what is booked.

    ``rooms``: places for groups to work in at once, or breakout rooms; empty means as many as it takes. ``packing``
    says of things to bring who brings them and whether they are packed: see ``document.PackingDoc``.
    """

    code = models.CharField(max_length=16, unique=True, default=new_code, editable=False)
    journey = models.ForeignKey("journeys.Journey", models.CASCADE, related_name="sessions")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=limits.MAX_TITLE, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    starts_at = models.TimeField(_("start"), null=True, blank=True)
    timezone = models.CharField(_("time zone"), max_length=60, default="UTC")
    minutes = models.PositiveIntegerField(_("booked minutes"), null=True, blank=True)
    mode = models.CharField(_("where"), max_length=10, choices=SessionMode, default=SessionMode.IN_PERSON)
    place = models.CharField(_("place"), max_length=limits.MAX_TITLE, blank=True)
    link = models.URLField(_("link to the meeting"), max_length=500, blank=True)
    people = models.PositiveSmallIntegerField(_("people"), null=True, blank=True)
    rooms = models.PositiveSmallIntegerField(
        _("rooms"), null=True, blank=True, validators=[MaxValueValidator(limits.MAX_ROOMS)]
    )
    packing = models.JSONField(_("packing"), default=list, blank=True)

    class Meta:
        ordering = ["position"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.UniqueConstraint(
                fields=["journey", "position"],
                name="session_position_once",
                violation_error_message=_("Two sessions share this position."),
            ),
            models.CheckConstraint(
                condition=models.Q(minutes__isnull=True)
                | models.Q(minutes__gte=1, minutes__lte=limits.MAX_SESSION_MINUTES),
                name="session_minutes_in_range",
                violation_error_message=_("A session lasts between a minute and four days."),
            ),
            models.CheckConstraint(
                condition=models.Q(people__isnull=True)
                | models.Q(people__gte=1, people__lte=limits.MAX_PEOPLE),
                name="session_people_in_range",
                violation_error_message=_("The number of people must lie between 1 and 5,000."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(_("Session %(number)s") % {"number": self.position + 1})

    def clean(self) -> None:
        """Refuse what the clock cannot reckon with and what a document, and so undo, could not bring back."""
        try:
            zone(self.timezone)
        except UnknownTimezone as error:
            message = _("“%(name)s” is no time zone. Type a place like Europe/London.")
            raise ValidationError(message, params={"name": self.timezone}) from error
        if self.date and not limits.FIRST_YEAR <= self.date.year <= limits.LAST_YEAR:
            raise ValidationError(_("That year is too long ago, or too far ahead."))
        if self.link and not self.link.lower().startswith(("https://", "http://")):
            raise ValidationError(_("The link to the meeting must begin with https:// or http://."))

    @property
    def clock(self) -> Clock:
        return Clock(self.date, self.starts_at, self.timezone)
