"""A journey from a document that came from outside: a file, another Convening, somebody's own script."""

from typing import Self

from django.db import models, transaction
from django.utils.translation import gettext as _

from sessions.domain.document import dump
from sessions.domain.reading import loads, parse
from sessions.visitor import Visitor
from structures.models import Question, Structure


class Importing(models.Model):
    """Mixed into ``Journey``."""

    class Meta:
        abstract = True

    @classmethod
    @transaction.atomic
    def import_document(cls, visitor: Visitor, data: object) -> Self:
        """A new journey of this visitor, or of nobody yet, as its first revision.

        ``data`` is a file's content (bytes or text) or what JSON made of it. Structures and questions must
        be in the catalogue, in whatever status. Raises ``DocumentError``, and then nothing is written.
        """
        read = loads if isinstance(data, str | bytes) else parse
        doc = read(data, structures=slugs(Structure), questions=slugs(Question))
        journey = cls(owner=visitor.user, guest=visitor.guest, title=doc.title)
        journey.save()
        journey.write(dump(doc, codes=False))  # codes belong to the journey they came from
        journey._record(_("Imported"), who=visitor.user, before=None)
        return journey


def slugs(model: type[models.Model]) -> set[str]:
    return set(model._default_manager.values_list("slug", flat=True))
