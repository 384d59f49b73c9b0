"""The stored catalogue as what a need is matched with."""

from collections.abc import Mapping
from typing import NamedTuple

from structures.domain.ranking import Catalogue
from structures.indexing import indexes, texts
from structures.makings import makings
from structures.recipes import Recipe


class Stock(NamedTuple):
    """The catalogue, and by primary key what every structure is made of, also those that are not published."""

    catalogue: Catalogue
    recipes: Mapping[int, Recipe]


def catalogue(also: int | None = None) -> Catalogue:
    """Everything that is published; ``also`` is the key of a structure that counts as if it were."""
    return stock(also).catalogue


def stock(also: int | None = None) -> Stock:
    """All of it in two queries: what is said, and what it is made of. Both are kept while they stay the same."""
    known, made = indexes(texts(also)), makings(also)
    return Stock(Catalogue(known.structures, known.questions, made.candidates), made.recipes)
