"""The values of journeys, with the words people read for them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    STRUCTURE = "structure", _("structure")
    OPENING = "opening", _("opening")
    BREAK = "break", _("break")
    TALK = "talk", _("talk")
    CLOSING = "closing", _("closing")
    OTHER = "other", _("other")


USUAL_MINUTES = {Kind.OPENING: 10, Kind.BREAK: 15, Kind.TALK: 15, Kind.CLOSING: 10}
"""The minutes of a new row that is no structure, unless somebody says."""


class SessionMode(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("hybrid")


class Audience(models.TextChoices):
    PARTICIPANTS = "participants", _("participants")
    SPONSORS = "sponsors", _("sponsors")
    HOSTS = "hosts", _("hosts")


class MemberRole(models.TextChoices):
    EDITOR = "editor", _("editor")
    HOST = "host", _("host")
