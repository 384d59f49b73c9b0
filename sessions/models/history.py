"""Every state a journey has been in. Undo, history and restore are the same thing."""

import json
import zlib
from datetime import datetime, tzinfo
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext


class Revision(models.Model):
    """The whole journey after one change, as a compressed document.

    ``before`` is the number undo leads to and ``after`` the number redo leads to, so that undoing twice
    goes two changes back although every undo is itself a new revision. ``what`` was done ("Undone: moved TRIZ");
    ``change`` names the change that first led to this state, which is what an undo would take back.
    """

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=300)
    change = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)
    before = models.PositiveIntegerField(null=True)
    after = models.PositiveIntegerField(null=True)
    document = models.BinaryField()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [models.UniqueConstraint(fields=["journey", "number"], name="revision_number_once")]

    SHOWN = ("number", "what", "change", "before", "after")
    """What a page shows of the newest revision."""

    def __str__(self) -> str:
        return f"{self.number}: {self.what}"

    def local(self, zone: tzinfo) -> datetime:
        """When it was made, by the clocks of that time zone."""
        return timezone.localtime(self.at, zone)

    def moment(self, zone: tzinfo) -> str:
        """The same in words: "14 Jan 2027, 13:05"."""
        return date_format(self.local(zone), pgettext("format of a moment in the history", "j M Y, H:i"))

    def read(self) -> dict[str, Any]:
        return json.loads(zlib.decompress(self.document))

    @classmethod
    def pack(cls, document: dict[str, Any]) -> bytes:
        """The same document always packs to the same bytes: that is how an unchanged journey is noticed."""
        return zlib.compress(json.dumps(document, sort_keys=True, ensure_ascii=False).encode())
