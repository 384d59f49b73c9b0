"""The words of a journey and nothing else: a copy that waits for them, and all of them written as one change."""

from collections.abc import Mapping
from typing import Any, Self

from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction
from django.utils.translation import gettext as _

from sessions.domain import limits
from sessions.domain.document import dump
from sessions.domain.rewording import without_words
from sessions.models.activity import Activity
from sessions.models.arranging import reworded
from sessions.models.changing import Conflict, differs
from sessions.models.parts import JourneyQuestion
from sessions.models.placing import reading_order
from sessions.visitor import Visitor

Words = dict[str, str]
"""Texts by their names: "title", "purpose", "question-CODE", "invitation-CODE-ROUND" (rounds count from 0)."""


class Rewording(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    def reword(self, visitor: Visitor) -> Self:
        """The visitor's own copy of the string alone (see ``without_words``), to be put into new words."""
        with transaction.atomic():
            title = _("%(title)s, in new words") % {"title": self.title[: limits.MAX_TITLE - 40]}
            copy = type(self)(owner=visitor.user, guest=visitor.guest, title=title[: limits.MAX_TITLE])
            copy.save()
            copy.write(dump(without_words(self.document()), codes=False) | {"title": copy.title})
            copied = _("The string of %(title)s") % {"title": self.title}
            copy._record(copied, who=visitor.user, before=None)
        return copy

    def speaking(self) -> list[Activity]:
        """The rows on the clock with something to say, those in tracks included, from top to bottom."""
        rows = self.activities.select_related("session", "parent__session")
        told = [row for row in rows if row.structure_id or any(row.invitations)]
        return sorted((row for row in told if (row.parent or row).session_id), key=reading_order)

    def words(self) -> Words:
        """All the words a group hears or reads, by their names. A row has one invitation at the least."""
        asked = {f"question-{question.code}": question.text for question in self.questions.all()}
        words = {"title": self.title, "purpose": self.purpose} | asked
        for row in self.speaking():
            words |= invitations(row)
        return words

    def write_words(self, wanted: Words, *, was: Mapping[str, str] | None = None, who: Any = None) -> None:
        """Write the named words, and only those, as one change.

        ``was`` are the words the person saw: raises ``Conflict``, by the same names, where another wrote
        meanwhile. Raises ``ObjectDoesNotExist`` for words of a part that is gone, ``ValidationError`` for a
        text that cannot be. Then nothing is written.
        """
        with self.changing(_("Wrote the words"), who=who):
            self._refuse_words(self.words(), wanted, was or {})
            self._write_own({name: wanted[name] for name in ("title", "purpose") if name in wanted})
            self._write_asked(wanted)
            self._write_said(wanted)

    @staticmethod
    def _refuse_words(now: Words, wanted: Words, was: Mapping[str, str]) -> None:
        if wanted.keys() - now.keys():
            raise ObjectDoesNotExist
        theirs = {
            name: now[name]
            for name in wanted.keys() & was.keys()
            if now[name] and differs(now[name], was[name]) and differs(now[name], wanted[name])
        }
        if theirs:
            raise Conflict(theirs)

    def _write_own(self, wanted: Words) -> None:
        for name, text in wanted.items():
            setattr(self, name, text)
        self.clean_fields(exclude=["owner"])
        self.save(update_fields=list(wanted))

    def _write_asked(self, wanted: Words) -> None:
        rows = [row for row in self.questions.all() if f"question-{row.code}" in wanted]
        for row in rows:
            row.text = wanted[f"question-{row.code}"]
            row.clean_fields(exclude=["journey", "question"])
        JourneyQuestion.objects.bulk_update(rows, ["text"])

    def _write_said(self, wanted: Words) -> None:
        rows = []
        for row in self.speaking():
            said = {n: wanted[name] for n, name in enumerate(invitations(row)) if name in wanted}
            if said:
                row.invitations = reworded(row.invitations, said, {})
                rows.append(row)
        Activity.objects.bulk_update(rows, ["invitations"])


def invitations(row: Activity) -> Words:
    """What is said in each round, by name; one empty text where nothing is said yet."""
    return {f"invitation-{row.code}-{number}": text for number, text in enumerate(row.invitations or [""])}
