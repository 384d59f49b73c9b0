"""The one write path: every change to a journey takes its lock, is recorded, and can be undone."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import tzinfo
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sessions.domain.clock import zone
from sessions.models.contents import Contents
from sessions.models.history import Revision


class Conflict(ValidationError):
    """Somebody else wrote in the same field meanwhile. ``theirs`` are the values that stand there now."""

    def __init__(self, theirs: Mapping[str, Any]) -> None:
        super().__init__(_("Somebody else changed this meanwhile. Both texts are below: keep one of them."))
        self.theirs = theirs

    @classmethod
    def refuse(cls, part: models.Model, was: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
        """Raise where a field of ``part`` is neither what the person saw (``was``) nor what they want.

        Where nothing stands now, nothing can be lost.
        """
        present = {name: getattr(part, name) for name in was if name in wanted}
        theirs = {
            name: value
            for name, value in present.items()
            if value and differs(value, was[name]) and differs(value, wanted[name])
        }
        if theirs:
            raise cls(theirs)


def differs(one: Any, other: Any) -> bool:
    """Whether two values read differently: line ends and blanks around a text do not count.

    Parts of a journey are told by their codes: undo writes their rows anew.
    """

    def read(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace("\r\n", "\n").strip()
        return getattr(value, "code", value)

    return bool(read(one) != read(other))


class Changing(models.Model):
    """Revisions of a journey. Mixed into ``Journey``, which knows how to read and write its document."""

    revision = models.PositiveIntegerField(default=0, editable=False)
    touched_at = models.DateTimeField(default=timezone.now, editable=False)
    held: Contents | None = None
    """What the journey held when it was recorded last, where this object did so itself."""

    class Meta:
        abstract = True

    @contextmanager
    def changing(self, what: str, *, who: Any = None) -> Iterator[None]:
        """Hold the journey's lock for one change and record it as ``what``, done by ``who`` (a user or None).

        A change that leaves the journey as it was is not recorded: verbs may be called twice.
        """
        with transaction.atomic():
            self._lock()
            yield
            document = self._packed()
            newest = self.revisions.filter(number=self.revision).first()
            if newest is None or bytes(newest.document) != document:
                self._record(what, who=who, before=self.revision or None, document=document)

    def _lock(self) -> None:
        locked = type(self).objects.select_for_update().get(pk=self.pk)
        for field in self._meta.concrete_fields:  # what somebody else changed while we waited
            setattr(self, field.attname, getattr(locked, field.attname))

    def _mine(self, part: Any) -> Any:
        """A question, session or activity as it is under the lock.

        It is found by its code: undo writes rows anew while somebody else waits for the lock. Raises
        ``DoesNotExist`` for a part that is gone, or another journey's.
        """
        return type(part).objects.get(journey=self, code=part.code)

    def _packed(self) -> bytes:
        """The journey as it is now. What was read for that is still at hand for the plan that shows it."""
        self.held = Contents.of(self)
        return Revision.pack(self.snapshot(self.held))

    def _record(
        self, what: str, *, who: Any, before: int | None, document: bytes | None = None, **fields: Any
    ) -> None:
        self.revision += 1
        self.touched_at = timezone.now()
        self.save(update_fields=["revision", "touched_at"])
        self.recorded = self.revisions.create(
            number=self.revision,
            who=who,
            what=what[:300],
            before=before,
            document=document or self._packed(),
            **{"change": what[:300], **fields},
        )

    @property
    def newest(self) -> Revision | None:
        """The revision that holds the journey as it is now; its ``before`` and ``after`` say what can be undone.

        Free of queries when the journey was found ``with_newest``, and after a change of one's own.
        """
        if getattr(self, "newest_number", None) == self.revision:  # of the query that found the journey
            return Revision(**{name: getattr(self, f"newest_{name}") for name in Revision.SHOWN})
        known = getattr(self, "recorded", None)
        if known is None or known.number != self.revision:
            known = self.revisions.defer("document").filter(number=self.revision).first()
        return known

    @property
    def home_zone(self) -> tzinfo:
        """By whose clocks its history is told: those of the first session."""
        first = self.sessions.first()
        return zone(first.timezone) if first else timezone.get_default_timezone()

    def restore(self, number: int, *, who: Any = None) -> bool:
        """Bring back the state after change ``number``, as a new change, which undo takes back.

        False when the journey is like that already: then nothing is recorded. Raises ``Revision.DoesNotExist``.
        """
        with transaction.atomic():
            self._lock()
            wanted, now = (self.revisions.get(number=one) for one in (number, self.revision))
            if bytes(wanted.document) != bytes(now.document):
                moment = wanted.moment(self.home_zone)
                with self.changing(_("Restored the state of %(moment)s") % {"moment": moment}, who=who):
                    self.write(wanted.read())
        return self.revision > now.number

    def undo(self, *, who: Any = None) -> str:
        """Go back one change, as a new change; the change taken back, or "" when there was none."""
        return self._step("before", who=who)

    def redo(self, *, who: Any = None) -> str:
        """Bring back the change undone last; that change, or "" when there is none."""
        return self._step("after", who=who)

    def _step(self, direction: str, *, who: Any) -> str:
        with transaction.atomic():
            self._lock()
            now = self.revisions.get(number=self.revision)
            target = self.revisions.filter(number=getattr(now, direction) or 0).first()
            if target is None:
                return ""
            self.write(target.read())
            back = direction == "before"
            change = now.change if back else target.change
            self._record(
                (_("Undone: %(change)s") if back else _("Done again: %(change)s")) % {"change": change},
                who=who,
                change=target.change,
                before=target.before,
                after=now.number if back else target.after,
            )
            return change
