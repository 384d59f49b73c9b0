"""Notices that nobody wants to see again, and seeing them again after all."""

from collections.abc import Collection
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from sessions.domain import limits


class Noticing(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def dismiss(self, key: str, *, who: Any = None) -> None:
        """Leave the notice with that key out from now on. Of very many the oldest are seen again."""
        with self.changing(_("Dismissed a notice"), who=who):
            kept = [one for one in self.dismissed if one != key]
            self._keep_dismissed([*kept, key][-limits.MAX_DISMISSED :])

    def show_notices(self, keys: Collection[str] | None = None, *, who: Any = None) -> None:
        """See the dismissed notices with those keys again; without any said, all of them."""
        with self.changing(_("Showed dismissed notices again"), who=who):
            kept = [one for one in self.dismissed if keys is not None and one not in keys]
            self._keep_dismissed(kept)

    def _keep_dismissed(self, keys: list[str]) -> None:
        self.dismissed = keys
        self.save(update_fields=["dismissed"])
