"""The convening questions, and which structures answer them."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from structures.choices import Status, Strength
from structures.domain import limits
from structures.models.structure import Structure


class QuestionQuerySet(models.QuerySet["Question"]):
    def published(self) -> Self:
        return self.filter(status=Status.PUBLISHED)


class Question(models.Model):
    """A convening question of the catalogue. ``position`` is its place on the arc and gives it its hue."""

    slug = models.SlugField(_("slug"), unique=True, max_length=60)
    position = models.PositiveSmallIntegerField(_("place on the arc"), unique=True)
    short = models.CharField(_("short name"), max_length=40)
    text = models.CharField(_("question"), max_length=300)
    purpose = models.TextField(_("what it is for"), blank=True)
    answered_when = models.TextField(_("how a group knows it is answered"), blank=True)
    wordings = models.JSONField(_("other wordings"), default=list, blank=True)
    language = models.CharField(_("language"), max_length=10, default="en")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PUBLISHED)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(position__gte=1),
                name="question_position_1",
                violation_error_message=_("Places on the arc start at 1."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("question", args=[self.slug])


class FitQuerySet(models.QuerySet["Fit"]):
    def ranked(self) -> Self:
        """Published structures only, named first, then strong, then useful; within each as the curator ordered."""
        return (
            self.filter(structure__status=Status.PUBLISHED)
            .alias(rank=models.Case(*RANKS, default=len(RANKS)))
            .order_by("question__position", "rank", "position", "pk")
        )


RANKS = [models.When(strength=strength, then=rank) for rank, strength in enumerate(Strength.values)]


class Fit(models.Model):
    """A structure's claim on a question: how strongly, why, and with which invitation."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="fits")
    structure = models.ForeignKey(Structure, models.CASCADE, related_name="fits")
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    strength = models.CharField(_("strength"), max_length=10, choices=Strength, default=Strength.USEFUL)
    because = models.TextField(_("because"))
    invitation = models.TextField(_("invitation"), max_length=limits.MOST_TEXT)

    objects = FitQuerySet.as_manager()

    class Meta:
        ordering = ["question", "position", "pk"]
        verbose_name = _("fit")
        verbose_name_plural = _("fits")
        constraints = [
            models.UniqueConstraint(
                fields=["question", "structure"],
                name="fit_once",
                violation_error_message=_("This structure already fits this question."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.structure} · {self.question.short}"
