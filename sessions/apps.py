from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SessionsConfig(AppConfig):
    name = "sessions"
    label = "journeys"  # Django's own app already has the label "sessions"
    verbose_name = _("Journeys")
