"""What holds of every repair of every plan after every change."""

from itertools import combinations

from hypothesis import given

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Swap, key_of
from sessions.domain.mending.case import is_held
from sessions.domain.repairing import repairs
from sessions.domain.standing import answered
from tests.domain.drawn import changes, outlines
from tests.domain.mornings import CATALOGUE, INTERVIEW
from tests.domain.profile import CALM

OFFERED = (*CATALOGUE, INTERVIEW)
examples = given(outlines(), changes())


def parts_of(repair, without):
    """The diff without one part; what would be done to a structure that is not swapped in goes with it."""
    left = without.code if isinstance(without, Swap) else None
    return [one for one in repair.adjustments if one != without and one.code != left]


@CALM
@examples
def test_there_are_one_to_three_the_best_first_and_none_beats_another(outline, change):
    found = repairs(outline, change, OFFERED)

    assert 1 <= len(found) <= 3
    assert [one.order for one in found] == sorted(one.order for one in found)
    assert [pair for pair in combinations(found, 2) if pair[0].beats(pair[1]) or pair[1].beats(pair[0])] == []
    assert len({one.key for one in found}) == len({one.adjustments for one in found}) == len(found)
    assert repairs(outline, change, OFFERED) == found


@CALM
@examples
def test_every_diff_can_be_made_whole_and_in_part(outline, change):
    for repair in repairs(outline, change, OFFERED):
        keys = [key_of(one) for one in repair.adjustments]
        assert len(set(keys)) == len(keys)
        for part in repair.adjustments:
            adjusted(outline, [*repair.given, *parts_of(repair, part)])


@CALM
@examples
def test_how_it_stands_is_what_the_timeline_says(outline, change):
    for repair in repairs(outline, change, OFFERED):
        after = adjusted(outline, [*repair.given, *repair.adjustments])
        layout = after.meeting("am").layout
        stands = repair.after
        assert (stands.end, stands.spare) == (layout.end, layout.spare)
        assert stands.over == max(0, layout.end - (layout.end if layout.booked is None else layout.booked))
        assert stands.cut == layout.overlap
        assert set(stands.unanswered) == answered(outline) - answered(after)


@CALM
@examples
def test_what_is_held_is_neither_moved_nor_squeezed_nor_dropped(outline, change):
    """Protected, pinned, and the closing: on the clock as it was when the change had happened."""
    for repair in repairs(outline, change, OFFERED):
        before = adjusted(outline, repair.given).meeting("am")
        after = adjusted(outline, [*repair.given, *repair.adjustments]).meeting("am")
        people_stay = before.people == after.people
        now = {seat.item.code: seat for seat in after.everything}
        for seat in before.everything:
            if not is_held(seat.item) or seat.item.is_split:
                continue
            held = now[seat.item.code]
            assert held.item.structure == seat.item.structure
            assert held.item.minutes == seat.item.minutes
            if people_stay and held.people == seat.people and held.item.steps == seat.item.steps:
                assert held.placed.minutes == seat.placed.minutes
            if seat.item.pinned_at is not None:
                assert held.placed.begin == seat.placed.begin


@CALM
@examples
def test_no_repair_is_later_than_doing_nothing(outline, change):
    """Of what is offered, the first ends no later over its time than the plan that is left as it is."""
    found = repairs(outline, change, OFFERED)
    nothing = adjusted(outline, found[0].given).meeting("am").layout
    over = max(0, -(nothing.spare or 0)) + nothing.overlap
    wish = change.minutes if hasattr(change, "who") else 0

    assert found[0].after.over + found[0].after.cut <= over + 2 * wish
