"""What is said in each round of an activity, and the other words that are kept for it: nothing is lost by choosing.

Two texts are the same where they read the same: line ends and blanks around them do not count.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sessions.domain import limits


@dataclass(frozen=True, slots=True)
class Spoken:
    """``said`` has one text per round (the first may be empty, where only later ones are written). ``kept`` are the
    convenor's own that nobody says.
    """

    said: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def now(self, round: int) -> str:
        """What is said in that round; rounds count from 0."""
        return self.said[round] if round < len(self.said) else ""

    def holds(self, text: str) -> bool:
        return bare(text) in map(bare, (*self.said, *self.kept))


def bare(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def say(spoken: Spoken, text: str, round: int, catalogue: Collection[str] = ()) -> Spoken:
    """Say ``text`` in that round; an empty one leaves the round without words of its own.

    What stood there is kept, in the place where ``text`` was kept or last, unless the ``catalogue`` has it anyway.
    """
    before = spoken.now(round)
    said = _written(spoken.said, text, round)
    at = _place(spoken.kept, text)
    others = [one for one in spoken.kept if bare(one) != bare(text)]
    if not _is_known(before, (*said, *others, *catalogue)):
        others.insert(at, before)
    return Spoken(said, tuple(others))


def keep(spoken: Spoken, text: str, catalogue: Collection[str] = ()) -> Spoken:
    """Keep ``text`` as well, unless it is there already."""
    if _is_known(text, (*spoken.said, *spoken.kept, *catalogue)):
        return spoken
    return replace(spoken, kept=(*spoken.kept, text))


def reword(spoken: Spoken, was: str, text: str) -> Spoken:
    """Write ``text`` in the place of a kept one. Raises ``LookupError`` where ``was`` is kept no longer."""
    at = _place(spoken.kept, was)
    if at == len(spoken.kept):
        raise LookupError(was)
    without = drop(spoken, was)
    if _is_known(text, (*without.said, *without.kept)):
        return without
    return replace(spoken, kept=(*without.kept[:at], text, *without.kept[at:]))


def drop(spoken: Spoken, text: str) -> Spoken:
    """Keep ``text`` no longer."""
    return replace(spoken, kept=tuple(one for one in spoken.kept if bare(one) != bare(text)))


def swap(spoken: Spoken, text: str, catalogue: Collection[str] = ()) -> Spoken:
    """Say ``text`` for another structure, where the first round is silent or has the ``catalogue``'s for the old one.

    Then the later rounds end with the structure that they were written for: one's own are kept, and stay rounds only
    where no more is kept. Who says words of their own first says all their rounds as before.
    """
    first, *later = spoken.said or ("",)
    if not _is_known(first, catalogue):
        return spoken
    now = Spoken(_written((), text, 0), drop(spoken, text).kept)
    for one in later:
        if len(now.kept) < limits.MAX_INVITATIONS:
            now = keep(now, one, catalogue)
        else:
            now = replace(now, said=(*now.said, one))
    return now


def _written(said: tuple[str, ...], text: str, round: int) -> tuple[str, ...]:
    """Rounds after the first have no gaps: an empty one makes way."""
    padded = [*said, *[""] * (round + 1 - len(said))]
    padded[round] = text
    first, later = padded[0], [one for one in padded[1:] if bare(one)]
    return (first, *later) if bare(first) or later else ()


def _place(texts: tuple[str, ...], text: str) -> int:
    """Where ``text`` stands among the texts; behind them where it is not there."""
    return next((at for at, one in enumerate(texts) if bare(one) == bare(text)), len(texts))


def _is_known(text: str, texts: Collection[str]) -> bool:
    return not bare(text) or bare(text) in map(bare, texts)
