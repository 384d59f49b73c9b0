"""Where a structure could go: the visitor's journeys, and in each the question it would answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from sessions.library import Entry
from sessions.models import JourneyQuestion
from sessions.models.starting import claims
from structures.models import Structure


@dataclass(frozen=True)
class Offer:
    """One journey, with the question to suggest in it: None when the structure fits none of them."""

    entry: Entry
    suggested: JourneyQuestion | None

    @classmethod
    def all(cls, entries: Iterable[Entry], structure: Structure, *, question: str = "") -> list[Self]:
        """One offer for each journey. ``question`` is the slug of the one the person comes from, or ""."""
        fits = sorted(claims(structure), key=lambda fit: fit.question.slug != question)
        return [cls(entry, suggested(entry, [fit.question_id for fit in fits])) for entry in entries]

    @property
    def questions(self) -> list[JourneyQuestion]:
        return self.entry.questions


def suggested(entry: Entry, fitting: list[int]) -> JourneyQuestion | None:
    """The best of the ``fitting`` catalogue questions (their keys, best first) that the journey asks.

    One that waits for an answer goes before one that has a plan already.
    """
    asked = {row.question_id: row for row in reversed(entry.questions)}
    ranked = [asked[key] for key in fitting if key in asked]
    return next(iter(sorted(ranked, key=lambda row: row.answered)), None)


def invitation_for(structure: Structure, question: JourneyQuestion | None) -> str:
    """What the host says to start the structure on this question; "" leaves it to the structure."""
    fit = structure.fits.filter(question=question.question_id).first() if question else None
    return fit.invitation if fit else ""
