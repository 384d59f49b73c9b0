"""Run once a day: what nobody came back for within 30 days goes for good."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.models import Journey


class Command(BaseCommand):
    help = _("Delete guests' journeys untouched for 30 days, and what has lain in the bin that long.")

    def handle(self, *args: Any, **options: Any) -> None:
        _rows, by_model = Journey.objects.outdated(timezone.now()).delete()
        count = by_model.get(Journey._meta.label, 0)
        said = ngettext("Deleted %(count)s journey.", "Deleted %(count)s journeys.", count)
        self.stdout.write(said % {"count": count})
