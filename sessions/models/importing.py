"""A journey from a document that came from outside: a file, another Convening, somebody's own script."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models, transaction
from django.utils.translation import gettext as _

from sessions.domain.document import JourneyDoc, dump
from sessions.domain.reading import loads, parse
from sessions.domain.recoding import recoded, rows_of
from sessions.visitor import Visitor
from structures.choices import Status
from structures.models import Question, Structure


class Outdated(Exception):
    """Somebody changed the journey since it was read. Nothing was written."""


class Importing(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    @classmethod
    def import_document(cls, visitor: Visitor, data: object, *, drafts: bool = True) -> Self:
        """A new journey of this visitor, or of nobody yet, as its first revision.

        ``data`` is a file's content (bytes or text) or what JSON made of it. Structures and questions must
        be in the catalogue, in whatever status, or without ``drafts`` must have been published. Raises
        ``DocumentError``, and then nothing is written.
        """
        doc = read(data, slugs(Structure, drafts=drafts), slugs(Question, drafts=drafts))
        journey = cls(owner=visitor.user, guest=visitor.guest, title=doc.title)
        with transaction.atomic():  # begun late: on SQLite nobody else writes meanwhile
            journey.save()
            journey.write(dump(doc, codes=False))  # codes belong to the journey they came from
            journey._record(_("Imported"), who=visitor.user, before=None)
        return journey

    def rewrite(self, data: object, *, revision: int | None = None, who: Any = None) -> None:
        """Make the journey what a document from outside says, as one change; what was there keeps its code.

        Raises ``DocumentError``, and ``Outdated`` where ``revision`` is no longer the newest. Structures and questions
        must have been published, or be in the journey already.
        """
        was = self.document()
        known = slugs(Structure, drafts=False) | structures_of(was)
        asked = slugs(Question, drafts=False) | {one.question for one in was.questions}
        doc = read(data, known, asked)
        with self.changing(_("Wrote it anew from a document"), who=who):
            if revision is not None and revision != self.revision:
                raise Outdated
            self.write(dump(recoded(doc, self.document())))


def read(data: object, structures: set[str], questions: set[str]) -> JourneyDoc:
    reader = loads if isinstance(data, str | bytes) else parse
    return reader(data, structures=structures, questions=questions)


def slugs(model: type[Structure] | type[Question], *, drafts: bool) -> set[str]:
    """Of what is in the catalogue. What was published once is known, drafts are nobody's business yet."""
    seen = model._default_manager.all() if drafts else model._default_manager.exclude(status=Status.DRAFT)
    return set(seen.values_list("slug", flat=True))


def structures_of(doc: JourneyDoc) -> set[str]:
    """Every structure that a row or a step of it names."""
    rows: Iterable[Any] = [part.doc for part in rows_of(doc)]
    return {one.structure for one in rows} | {step.nested for one in rows for step in one.steps or ()}
