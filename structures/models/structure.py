"""A Liberating Structure, and which ones follow each other well."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from structures.choices import (
    Confidence,
    Difficulty,
    Edition,
    Family,
    Online,
    Purpose,
    Remainder,
    Status,
    Usage,
)
from structures.constraints import rising
from structures.domain import limits, timing
from structures.domain.shapes import Mode, Repeat, Span, Step, Turn


class StructureQuerySet(models.QuerySet["Structure"]):
    def published(self) -> Self:
        return self.filter(status=Status.PUBLISHED)

    def with_recipe(self) -> Self:
        """Steps and repeats in two further queries, for everything that computes minutes or draws the score."""
        return self.prefetch_related("steps", "repeats")


class Structure(models.Model):
    """A structure is an ordered list of steps, each with a group configuration and elastic minutes."""

    slug = models.SlugField(_("slug"), unique=True, max_length=60)
    name = models.CharField(_("name"), max_length=80)
    aliases = models.JSONField(_("other names"), default=list, blank=True)
    language = models.CharField(_("language"), max_length=10, default="en")
    edition = models.CharField(_("edition"), max_length=10, choices=Edition, default=Edition.CLASSIC)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    family = models.CharField(_("family"), max_length=10, choices=Family, default=Family.MENU)
    variant_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="variants",
        verbose_name=_("variation of"),
    )
    menu_number = models.PositiveSmallIntegerField(_("number in the menu"), null=True, blank=True)

    makes_possible = models.TextField(_("what it makes possible"))
    purposes = models.JSONField(_("purposes"), default=list, blank=True)
    usage = models.CharField(
        _("how widely it is used"),
        max_length=10,
        choices=Usage,
        default=Usage.SOMETIMES,
        help_text=_("Of two that answer a question equally well, the one that more people know comes first."),
    )
    difficulty = models.CharField(
        _("what it asks of a host"), max_length=10, choices=Difficulty, default=Difficulty.MEDIUM
    )
    good_for = models.JSONField(_("good for"), default=list, blank=True)
    use_when = models.JSONField(_("use it when"), default=list, blank=True)
    asked_as = models.JSONField(
        _("questions people ask"),
        default=list,
        blank=True,
        help_text=_("What somebody might ask whom this structure would help, in their own words."),
    )

    invitation = models.TextField(_("invitation"), max_length=limits.MOST_TEXT)
    invitation_examples = models.JSONField(_("invitations to borrow"), default=list, blank=True)
    space = models.TextField(_("space and materials"), blank=True)
    participation = models.TextField(_("how participation is distributed"), blank=True)
    groups = models.TextField(_("how groups are configured"), blank=True)

    tips = models.JSONField(_("tips"), default=list, blank=True)
    traps = models.JSONField(_("traps"), default=list, blank=True)
    riffs = models.JSONField(_("riffs"), default=list, blank=True)
    safety = models.TextField(_("safety note"), blank=True)
    online = models.CharField(_("online"), max_length=10, choices=Online, default=Online.WELL)
    online_changes = models.TextField(_("what changes online"), blank=True)

    people_min = models.PositiveSmallIntegerField(_("fewest people"), default=2)
    people_best_min = models.PositiveSmallIntegerField(_("best from"), null=True, blank=True)
    people_best_max = models.PositiveSmallIntegerField(_("best up to"), null=True, blank=True)
    people_max = models.PositiveSmallIntegerField(
        _("most people"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    remainder = models.CharField(
        _("people left over"), max_length=10, choices=Remainder, default=Remainder.SMALLER
    )
    remainder_note = models.TextField(_("what people left over do"), blank=True)

    headline_min = models.PositiveSmallIntegerField(_("printed minutes from"), null=True, blank=True)
    headline_max = models.PositiveSmallIntegerField(_("printed minutes to"), null=True, blank=True)
    minutes_note = models.TextField(_("why steps and printed minutes differ"), blank=True)

    source = models.URLField(_("source"), blank=True)
    credit = models.TextField(_("credit"), blank=True)
    licence = models.CharField(_("licence"), max_length=40, default="CC BY-SA 4.0")
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence, default=Confidence.HIGH)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = StructureQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("structure")
        verbose_name_plural = _("structures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(people_min__gte=1),
                name="structure_people_min_1",
                violation_error_message=_("A structure needs at least one person."),
            ),
            rising(
                "people_min",
                "people_best_min",
                "people_best_max",
                "people_max",
                name="structure_people_rise",
                message=_("The numbers of people must rise from fewest to most."),
            ),
            rising(
                "headline_min",
                "headline_max",
                name="structure_headline_rises",
                message=_("The printed minutes must rise."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("structure", args=[self.slug])

    @property
    def purpose_labels(self) -> list[str]:
        return [str(Purpose(purpose).label) for purpose in self.purposes]

    def shapes(self) -> tuple[tuple[Step, ...], tuple[Repeat, ...]]:
        """Steps and repeats as the engine's plain values (``with_recipe()`` keeps this free of queries)."""
        return (
            tuple(step.shape() for step in self.steps.all()),
            tuple(repeat.shape() for repeat in self.repeats.all()),
        )

    def turns(self, people: int | None = None, mode: str = Mode.BOTH) -> tuple[Turn, ...]:
        """The ideal run, turn by turn, for a number of people."""
        steps, repeats = self.shapes()
        return timing.turns(steps, people, repeats, mode=mode, remainder=self.remainder)

    def duration(self, people: int | None = None, mode: str = Mode.BOTH) -> Span:
        """Shortest, ideal and longest minutes for a number of people."""
        steps, repeats = self.shapes()
        return timing.duration(steps, people, repeats, mode=mode, remainder=self.remainder)


class Pairing(models.Model):
    """String mates: ``after`` comes well after ``before``, and why."""

    before = models.ForeignKey(
        Structure, models.CASCADE, related_name="followed_by", verbose_name=_("comes first")
    )
    after = models.ForeignKey(
        Structure, models.CASCADE, related_name="preceded_by", verbose_name=_("follows")
    )
    because = models.TextField(_("because"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("pairing")
        verbose_name_plural = _("pairings")
        constraints = [
            models.UniqueConstraint(
                fields=["before", "after"],
                name="pairing_once",
                violation_error_message=_("These two structures are already paired in this order."),
            ),
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")),
                name="pairing_of_two",
                violation_error_message=_("A structure cannot be its own mate."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
