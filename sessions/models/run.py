"""What really happened, and when."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sessions.models.parts import Session


class Run(models.Model):
    """One run of a session. ``log`` is a list of what happened: ``{"at": ISO time, "activity": code, …}``."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="runs")
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    log = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-started_at"]
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("started_at")),
                name="run_ends_after_start",
                violation_error_message=_("A run ends after it starts."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.session} · {self.started_at:%Y-%m-%d %H:%M}"
