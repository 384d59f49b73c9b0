"""Strings that practitioners published: a journey's document, what it is for, and whom it is owed to."""

import json
from dataclasses import dataclass

from sessions.domain.document import JourneyDoc, SessionDoc
from sessions.domain.reading import parse
from sessions.domain.rewording import in_zone, with_note


@dataclass(frozen=True, slots=True)
class PublishedString:
    """One file of ``sessions/strings``.

    ``slug`` is the file's name, ``summary`` one sentence on what the string is for, ``credit`` who ran or
    designed it, where and when, and ``source`` the page that tells of it.
    """

    slug: str
    summary: str
    credit: str
    source: str
    document: JourneyDoc

    @property
    def session(self) -> SessionDoc:
        """A published string is one session."""
        return self.document.sessions[0]

    @property
    def structures(self) -> tuple[str, ...]:
        """The slugs of its structures in their order."""
        return tuple(row.structure for row in self.session.activities if row.structure)

    def starting(self, timezone: str) -> JourneyDoc:
        """What a journey begins with, by the clocks of ``timezone``. The credit goes into the first row's notes."""
        return in_zone(with_note(self.document, f"{self.credit}\n{self.source}"), timezone)


def read(slug: str, content: str) -> PublishedString:
    """A file's content. Raises ``DocumentError`` for its document, ``TypeError`` for any other field than these."""
    fields = json.loads(content)
    return PublishedString(slug, document=parse(fields.pop("document", None)), **fields)
