from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

PROPOSING = ["sessions.proposing_fit", "sessions.proposing_changed", "sessions.proposing_draft"]
"""What answers when the engine is asked: each of them enters itself in ``proposing.PROPOSES``."""


class SessionsConfig(AppConfig):
    name = "sessions"
    label = "journeys"  # Django's own app already has the label "sessions"
    verbose_name = _("Journeys")

    def ready(self) -> None:
        for name in PROPOSING:
            import_module(name)
