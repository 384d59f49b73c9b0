"""The stored catalogue as what a need is matched with."""

from collections import defaultdict
from typing import Any

from django.db.models import Q

from structures.choices import Status
from structures.domain.needs import Candidate, Claim, Need, Ranking
from structures.domain.ranking import Catalogue, match
from structures.indexing import COMMONNESS, indexes, texts
from structures.models import Fit, Pairing, Structure
from structures.recipes import recipes

_PLAIN = (
    *("invitation", "remainder", "people_min", "people_best_min", "people_best_max", "people_max"),
    *("online", "difficulty"),
)


def matching(need: Need) -> Ranking:
    """What the published structures have to offer for a need, in six queries."""
    return match(need, catalogue())


def catalogue(also: int | None = None) -> Catalogue:
    """Everything that is published; ``also`` is the key of a structure that counts as if it were."""
    known = indexes(texts(also))
    seen = Structure.objects.filter(Q(status=Status.PUBLISHED) | Q(pk=also))
    slugs = dict(seen.values_list("pk", "slug"))
    return Catalogue(known.structures, known.questions, _candidates(slugs))


def _candidates(slugs: dict[int, str]) -> dict[str, Candidate]:
    """By slug, from the primary keys and slugs of structures."""
    made_of, claims, follows = recipes(slugs), _claims(slugs), _follows(slugs)
    rows = Structure.objects.filter(pk__in=slugs).values("pk", "usage", *_PLAIN)
    return {
        slugs[row["pk"]]: Candidate(
            slugs[row["pk"]],
            steps=made_of[row["pk"]][0],
            repeats=made_of[row["pk"]][1],
            commonness=COMMONNESS[row["usage"]],
            claims=claims[row["pk"]],
            follows=follows[row["pk"]],
            **{name: row[name] for name in _PLAIN},
        )
        for row in rows
    }


def _claims(pks: Any) -> dict[int, dict[str, Claim]]:
    claims: dict[int, dict[str, Claim]] = defaultdict(dict)
    fits = Fit.objects.filter(structure__in=pks, question__status=Status.PUBLISHED)
    for pk, question, *claim in fits.values_list("structure_id", "question__slug", "strength", "invitation"):
        claims[pk][question] = Claim(*claim)
    return claims


def _follows(slugs: dict[int, str]) -> dict[int, dict[str, str]]:
    follows: dict[int, dict[str, str]] = defaultdict(dict)
    for after, before, because in Pairing.objects.filter(after__in=slugs, before__in=slugs).values_list(
        "after_id", "before_id", "because"
    ):
        follows[after][slugs[before]] = because
    return follows
