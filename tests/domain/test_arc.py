"""The bent score: everything lies on its lane, inside its section, in the order it is played."""

import math

import pytest

from structures.domain.arc import HEIGHT, WIDTH, sections, staff
from structures.domain.shapes import Grouping, Turn


def turn(minutes: int, grouping: str = Grouping.PAIRS) -> Turn:
    return Turn(0, "Talk", grouping, minutes)


def length(bar) -> float:
    return math.dist((bar.x1, bar.y1), (bar.x2, bar.y2))


def test_the_staff_has_four_lines_within_the_picture():
    lines = staff()
    assert len(lines) == 4
    assert all(0 <= y <= HEIGHT for line in lines for y in (line.y1, line.y2))
    assert [line.radius for line in lines] == sorted(line.radius for line in lines)


@pytest.mark.parametrize("count", [1, 2, 7, 12])
def test_each_question_keeps_to_its_part_of_the_width(count):
    drawn = sections([[[turn(5), turn(10)]]] * count)
    for number, section in enumerate(drawn):
        left, right = number * WIDTH / count, (number + 1) * WIDTH / count
        assert section.stem.x1 == pytest.approx((left + right) / 2, abs=0.01)
        # lanes fan out from the middle, so the inner ones lean a little towards it
        assert all(left - 32 <= bar.x1 < bar.x2 <= right + 32 for bar in section.bars)


def test_bars_are_to_scale():
    [section] = sections([[[turn(5), turn(10)], [turn(20)]]])
    five, ten, twenty = (length(bar) for bar in section.bars)
    assert (ten / five, twenty / ten) == (pytest.approx(2, rel=0.05), pytest.approx(2, rel=0.05))


def test_larger_groups_lie_higher_and_are_thicker():
    alone, everyone = sections([[[turn(5, Grouping.ALONE), turn(5, Grouping.WHOLE_GROUP)]]])[0].bars
    assert alone.radius < everyone.radius
    assert alone.width < everyone.width


def test_a_line_joins_steps_only_where_the_lane_changes():
    [section] = sections([[[turn(5), turn(5), turn(5, Grouping.ALONE)], [turn(5, Grouping.ALONE)]]])
    assert len(section.slurs) == 1


def test_moments_without_minutes_are_not_drawn():
    [section] = sections([[[turn(0), turn(5)]]])
    assert len(section.bars) == 1


@pytest.mark.parametrize("runs", [[], [[]], [[turn(0)]]])
def test_a_question_without_structures_has_its_stem_alone(runs):
    [section] = sections([runs])
    assert (section.bars, section.slurs) == ((), ())
    assert section.stem.y2 == HEIGHT


def test_no_questions_no_sections():
    assert sections([]) == ()
