"""Who brings what to a session, and what is packed already."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from sessions.domain import limits
from sessions.domain.document import Brings, PackingDoc
from sessions.domain.packing import marked
from sessions.models.parts import Session
from sessions.models.storing import packing_row


class Packing(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def pack(
        self,
        session: Session,
        item: str,
        *,
        by: str | None = None,
        packed: bool | None = None,
        who: Any = None,
    ) -> Session:
        """Say who brings one thing (a ``Brings``), whether it is packed, or both; None leaves that as it is.

        Nothing is said of any other thing, so two people who tick at once lose nothing. Raises ``ValidationError``
        for a name that no list can have, and where more is known than a session can hold. What is on the session's
        list now only the read model knows: whoever asks for this looks there first.
        """
        if not item.strip() or len(item) > limits.MAX_ITEM or by not in (None, *Brings):
            raise ValidationError(_("That is on no list."))
        with self.changing(_said(item, by, packed), who=who):
            session = self._mine(session)
            known = marked((PackingDoc(**one) for one in session.packing), item, by=by, packed=packed)
            if len(known) > limits.MAX_PACKING:
                raise ValidationError(_("That is a long list: nothing more can be ticked off."))
            session.packing = [packing_row(one) for one in known]
            session.save(update_fields=["packing"])
        return session


def _said(item: str, by: str | None, packed: bool | None) -> str:
    if packed is None:
        return _("Changed who brings %(item)s") % {"item": item}
    return (_("Packed %(item)s") if packed else _("Unpacked %(item)s")) % {"item": item}
