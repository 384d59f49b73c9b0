"""Everything that is told of one structure, in a constant number of queries."""

from django.db.models import Prefetch, QuerySet

from structures.choices import Status
from structures.models import Fit, Pairing, Structure


def whole(seen: QuerySet[Structure]) -> QuerySet[Structure]:
    """With fits to published questions, and as ``mates_after``, ``mates_before`` and ``published_variants`` only
    what is published.
    """
    fits = Fit.objects.filter(question__status=Status.PUBLISHED).select_related("question")
    return (
        seen.with_recipe()
        .select_related("variant_of")
        .prefetch_related(
            "roles",
            "materials",
            Prefetch("fits", fits),
            Prefetch("followed_by", _mates("after"), to_attr="mates_after"),
            Prefetch("preceded_by", _mates("before"), to_attr="mates_before"),
            Prefetch("variants", Structure.objects.published(), to_attr="published_variants"),
        )
    )


def _mates(side: str) -> QuerySet[Pairing]:
    published = Pairing.objects.filter(**{f"{side}__status": Status.PUBLISHED}).select_related(side)
    return published.prefetch_related(f"{side}__steps", f"{side}__repeats")
