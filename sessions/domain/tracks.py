"""Tracks side by side: how many people each of them has."""


def shares(people: int | None, tracks: int) -> list[int | None]:
    """The people divided evenly among the tracks, the first ones taking whoever is left over.

    Nobody has said who goes where, so this is the honest guess. A track has at least one person: with nobody in
    it nothing could be planned. None (nobody knows how many come) is None for each.
    """
    if people is None:
        return [None] * tracks
    return [max(1, (people + tracks - 1 - number) // tracks) for number in range(tracks)]
