"""What somebody looked for and did not find, with a word for the curators."""

import hashlib
from collections.abc import Iterable
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from structures.choices import StepMode
from structures.domain.limits import MOST_QUESTION, MOST_WORDS
from structures.domain.needs import Need


class WantingQuerySet(models.QuerySet["Wanting"]):
    def open(self) -> Self:
        return self.filter(settled_at=None)

    def settle(self) -> int:
        """The curators have seen to them: the addresses of people are no longer needed. How many were open."""
        return self.open().update(settled_at=timezone.now(), email="")

    def tell(self, need: Need, offered: Iterable[str], *, words: str, email: str, key: str) -> "Wanting":
        """Keep what was wanting, once for the same words from the same page (``key``).

        ``offered`` are the slugs of what the need was answered with.
        """
        said = "\n".join([key, need.question, words, email])
        known = {"question": need.question, "words": words, "email": email, "offered": list(offered)}
        situation = {"people": need.people, "minutes": need.minutes, "mode": need.mode}
        digest = hashlib.sha256(said.encode()).hexdigest()
        return self.get_or_create(digest=digest, defaults=known | situation)[0]


class Wanting(models.Model):
    """A need that what was offered did not help. ``digest`` tells the same form sent twice."""

    question = models.CharField(_("question"), max_length=MOST_QUESTION)
    words = models.TextField(_("their word for the curators"), max_length=MOST_WORDS, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    people = models.PositiveIntegerField(_("people"), null=True, blank=True)
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    mode = models.CharField(_("where"), max_length=10, choices=StepMode, default=StepMode.BOTH)
    offered = models.JSONField(_("what was offered"), default=list, blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, db_index=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    note = models.TextField(_("what was done"), blank=True)
    digest = models.CharField(max_length=64, unique=True, editable=False)

    objects = WantingQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("question left open")
        verbose_name_plural = _("questions left open")

    def __str__(self) -> str:
        return self.question

    @property
    def need(self) -> Need:
        """What was looked for, to be matched again."""
        return Need(self.question, self.people, self.minutes, self.mode)
