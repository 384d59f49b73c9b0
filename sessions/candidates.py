"""What the catalogue offers in the place of a structure: asked for only while somebody looks for a repair."""

from collections import defaultdict

from sessions.domain.mending.case import Candidate
from sessions.domain.outline import Item, Profile
from structures.choices import Strength
from structures.models import Fit, Structure
from structures.recipes import recipes

STRENGTHS = list(Strength.values)
FIELDS = ["pk", "slug", "name", "people_min", "people_max", "online", "remainder", "invitation", "purposes"]


def candidates() -> tuple[Candidate, ...]:
    """Every published structure, with the questions it answers; in four queries."""
    rows = list(Structure.objects.published().values_list(*FIELDS))
    known, fits = recipes(row[0] for row in rows), strengths()
    return tuple(
        Candidate(
            Item(
                title=name,
                steps=known[pk][0],
                repeats=known[pk][1],
                remainder=remainder,
                invitation=invitation,
                structure=Profile(slug, name, least, most, online),
            ),
            tuple(fits[pk]),
            frozenset(purposes),
        )
        for pk, slug, name, least, most, online, remainder, invitation, purposes in rows
    )


def strengths() -> dict[int, list[tuple[str, int]]]:
    """For each structure's key the questions (slugs) it fits, each with its rank: 0 is the strongest."""
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for pk, question, strength in Fit.objects.values_list("structure_id", "question__slug", "strength"):
        found[pk].append((question, STRENGTHS.index(strength)))
    return found
