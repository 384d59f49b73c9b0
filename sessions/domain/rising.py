"""What is in its order already, so that as little as possible has to move."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)


def rising(keys: Sequence[Key], places: Mapping[Key, Any]) -> list[Key]:
    """As many of the keys as can be kept in their order so that their places never fall."""
    chains: list[list[Key]] = []
    for key in keys:
        lower = (chain for chain in chains if places[chain[-1]] <= places[key])
        chains.append([*max(lower, key=len, default=[]), key])
    return max(chains, key=len, default=[])
