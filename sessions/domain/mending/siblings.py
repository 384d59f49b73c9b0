"""Another structure for the same question: one that suits those who are there."""

from collections.abc import Iterable, Sequence

from sessions.domain.adjustments import Adjustment, Retime, Swap
from sessions.domain.document import SessionMode
from sessions.domain.mending.case import Candidate, Case, Reason, Suits
from sessions.domain.outline import Seat
from sessions.domain.standing import on_the_clock

ANSWERS = 2
"""How near a structure is at the most that answers the row's own question."""
STRANGER = 9
"""How near a structure is that shares nothing with another: too far to stand in for it."""


def swaps(
    case: Case, seats: Iterable[Seat], suits: Suits = lambda item: True
) -> tuple[tuple[Seat, Candidate], ...]:
    """For each row the nearest structure that would do and that the plan does not have yet, where there is one."""
    taken = {item.structure.slug for item in on_the_clock(case.now) if item.structure}
    found = []
    for seat in seats:
        best = _nearest(case, seat, taken, suits)
        if best:
            taken.add(best.slug)
            found.append((seat, best))
    return tuple(found)


def swapped(case: Case, pairs: Iterable[tuple[Seat, Candidate]]) -> tuple[Adjustment, ...]:
    """The rows with their new structures, in the minutes they had wherever the new one can do with them."""
    made: list[Adjustment] = []
    for seat, candidate in pairs:
        made.append(Swap(seat.item.code, candidate.item))
        span = candidate.item.span(seat.people, case.meeting.runs)
        if span.min <= case.minutes(seat) < span.ideal:
            made.append(Retime(seat.item.code, case.minutes(seat)))
    return tuple(made)


def stands_in(code: str, case: Case, pairs: Sequence[tuple[Seat, Candidate]], n: int = 0) -> Reason:
    """Why the new structures are in the place of the rows: they answer the same, or at the least come near."""
    is_near = any(_nearness(case, seat, one) > ANSWERS for seat, one in pairs)
    return Reason(code, named(pairs), n=n, is_near=is_near)


def named(pairs: Iterable[tuple[Seat, Candidate]]) -> tuple[str, ...]:
    """The new structure and the row it takes, pair after pair."""
    return tuple(title for seat, new in pairs for title in (new.item.title, seat.item.title))


def _nearest(case: Case, seat: Seat, taken: set[str], suits: Suits) -> Candidate | None:
    minutes, runs = case.minutes(seat), case.meeting.runs
    ranked = []
    for one in case.catalogue:
        near = _nearness(case, seat, one)
        if near < STRANGER and one.slug not in taken and _would_do(case, seat, one) and suits(one.item):
            span = one.item.span(seat.people, runs)
            ranked.append(((span.min > minutes, near, abs(span.ideal - minutes), one.slug), one))
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _nearness(case: Case, seat: Seat, one: Candidate) -> int:
    """0 to 2: it answers the same question, more or less strongly; 3: a question the other would answer, too;
    4: it serves the same purpose.
    """
    asked = case.now.questions[seat.item.question].slug if seat.item.question is not None else ""
    fits = dict(one.fits)
    if asked in fits:
        return fits[asked]
    own = _known(case, seat)
    if own is None:
        return STRANGER
    if set(dict(own.fits)) & set(fits):
        return 3
    return 4 if own.purposes & one.purposes else STRANGER


def _known(case: Case, seat: Seat) -> Candidate | None:
    slug = seat.item.structure.slug if seat.item.structure else ""
    return next((one for one in case.catalogue if slug and one.slug == slug), None)


def _would_do(case: Case, seat: Seat, one: Candidate) -> bool:
    profile, people = one.item.structure, seat.people
    if profile is None or (case.meeting.mode == SessionMode.ONLINE and profile.online == "poorly"):
        return False
    return people is None or profile.people_min <= people <= (profile.people_max or people)
