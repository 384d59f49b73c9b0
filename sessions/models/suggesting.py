"""What the catalogue would have a host say."""

from collections.abc import Iterable
from typing import Self

from structures.models import Fit, Structure


class Suggestions:
    """The invitation of a fit where a structure answers a catalogue's question, otherwise the structure's own."""

    def __init__(self, own: dict[str, str], fitting: dict[tuple[str, str], str]) -> None:
        self.own, self.fitting = own, fitting

    @classmethod
    def of(cls, structures: Iterable[str]) -> Self:
        """For the structures with these slugs, in two queries."""
        slugs = set(structures)
        fits = Fit.objects.filter(structure__slug__in=slugs)
        return cls(
            dict(Structure.objects.filter(slug__in=slugs).values_list("slug", "invitation")),
            {
                (structure, question): said
                for structure, question, said in fits.values_list(
                    "structure__slug", "question__slug", "invitation"
                )
            },
        )

    def __call__(self, structure: str, question: str = "") -> str:
        """The words for the structure on the question (slugs); "" for a structure that is not known."""
        return self.fitting.get((structure, question)) or self.own.get(structure, "")


def catalogue_words(structure: Structure | None) -> set[str]:
    """Everything the catalogue would have a host say for it, whatever the question, in one query."""
    if structure is None:
        return set()
    fitting = structure.fits.values_list("invitation", flat=True)
    return {structure.invitation, *structure.invitation_examples, *fitting}
