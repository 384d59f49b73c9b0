"""The score as markup: what is drawn, what is said, and nothing a strict policy would refuse."""

import re
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation

from structures.domain.score import Strip
from structures.domain.shapes import Turn
from structures.words_score import rhythm_in_words, titled_rhythm

SVG = "{http://www.w3.org/2000/svg}"
LONDON = ZoneInfo("Europe/London")


def turns(*steps):
    return tuple(Turn(index, grouping, grouping, minutes) for index, (grouping, minutes) in enumerate(steps))


def rounds(count, *steps):
    return tuple(
        Turn(index, grouping, grouping, minutes, number, count)
        for number in range(1, count + 1)
        for index, (grouping, minutes) in enumerate(steps)
    )


ONE_TWO_FOUR_ALL = turns(("alone", 1), ("pairs", 2), ("fours", 4), ("whole_group", 5))
STRIPS = [
    Strip(0, 15, rounds(3, ("pairs", 5)), 0, "opening", "Impromptu Networking", "aa"),
    Strip(15, 12, ONE_TWO_FOUR_ALL, 6, "structure", "1-2-4-All", "bb", "6"),
    Strip(27, 10, (), 0, "break", "Break", "cc"),
    Strip(37, 10, (), 1, "talk", "A <b>story</b>", "dd", "1"),
]


def render(source, **context):
    return Template("{% load score %}" + source).render(Context(context))


def score(**options):
    source = "{% score strips 47 key='s1' begins=begins booked=60 link=link line=line steps=steps %}"
    values = {
        "strips": STRIPS,
        "begins": datetime(2027, 1, 14, 13, 30),
        "link": True,
        "steps": False,
    } | options
    return render(source, **values)


def elements(markup, tag):
    return list(ElementTree.fromstring(markup.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"')).iter(SVG + tag))


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (ONE_TWO_FOUR_ALL, "1 minute alone, 2 minutes in pairs, 4 minutes in fours, 5 minutes with everyone"),
        (rounds(3, ("pairs", 5)), "three rounds of 5 minutes in pairs"),
        (rounds(3, ("trios", 2), ("trios", 5)), "three rounds of 7 minutes in trios"),
        (
            turns(("alone", 3)) + rounds(4, ("trios", 2), ("whole_group", 1)),
            "3 minutes alone, four rounds of 2 minutes in trios and 1 minute with everyone",
        ),
        (
            turns(("whole_group", 5), ("fours", 10), ("fours", 10)),
            "5 minutes with everyone, 20 minutes in fours",
        ),
        (
            rounds(2, ("pairs", 5)) + rounds(2, ("pairs", 3)),
            "two rounds of 5 minutes in pairs, two rounds of 3 minutes in pairs",
        ),
        ((Turn(0, "", "pairs", 5, 1, 2), Turn(0, "", "pairs", 4, 2, 2)), "9 minutes in pairs"),
        (turns(("alone", 0), ("pairs", 4)), "4 minutes in pairs"),
    ],
)
def test_rhythm_in_words(run, words):
    assert rhythm_in_words(run) == words


def test_rhythm_of_nothing_is_the_title():
    assert titled_rhythm("Free talk", ()) == "Free talk"


def test_glyph_reads_as_a_sentence():
    svg = elements(render("{% glyph turns 6 '1-2-4-All' %}", turns=ONE_TWO_FOUR_ALL), "svg")[0]
    assert (svg.get("role"), svg.get("class")) == ("img", "glyph q6")
    assert svg.get("aria-label") == f"1-2-4-All: {rhythm_in_words(ONE_TWO_FOUR_ALL)}."


def test_glyph_without_a_name_is_decoration():
    svg = elements(render("{% glyph turns %}", turns=ONE_TWO_FOUR_ALL), "svg")[0]
    assert (svg.get("role"), svg.get("aria-label"), svg.get("aria-hidden")) == (None, None, "true")


def test_small_glyph_is_bars_alone():
    drawn = render("{% glyph turns 2 size='small' %}", turns=ONE_TWO_FOUR_ALL)
    assert (elements(drawn, "path"), len(elements(drawn, "rect"))) == ([], 4)


def test_thread_is_decoration_beside_its_words_and_a_picture_with_a_name():
    strips = (Strip(0, 12, ONE_TWO_FOUR_ALL, 6), Strip(12, 8, title="Talk"))
    plain, named = (
        render(f"{{% thread strips 20 {label} %}}", strips=strips) for label in ("", "'The string'")
    )
    (hidden,), (shown,) = elements(plain, "svg"), elements(named, "svg")
    assert (hidden.get("class"), hidden.get("aria-hidden"), hidden.get("role")) == (
        "glyph thread",
        "true",
        None,
    )
    assert (shown.get("aria-label"), shown.get("role")) == ("The string", "img")
    assert [group.get("class") for group in elements(plain, "g")] == ["q6", "q0"]
    assert len(elements(plain, "rect")) == 5


@pytest.mark.parametrize(("said", "box"), [("", "0 0 480 44"), ("width=240", "0 0 240 44")])
def test_thread_is_as_wide_as_its_place(said, box):
    drawn = render(f"{{% thread strips 12 {said} %}}", strips=(Strip(0, 12, ONE_TWO_FOUR_ALL, 6),))

    assert elements(drawn, "svg")[0].get("viewBox") == box


def test_score_links_every_activity():
    links = elements(score(), "a")
    assert [link.get("href") for link in links] == [
        "#activity-aa",
        "#activity-bb",
        "#activity-cc",
        "#activity-dd",
    ]
    assert [link.get("class") for link in links] == ["q0", "q6", "q0", "q1"]
    assert [link.get("aria-label") for link in links] == [
        "13:30 Impromptu Networking: three rounds of 5 minutes in pairs.",
        "13:45 1-2-4-All: 1 minute alone, 2 minutes in pairs, 4 minutes in fours, 5 minutes with everyone.",
        "13:57 Break: 10 minutes.",
        "14:07 A <b>story</b>: 10 minutes.",
    ]


def test_score_without_links_is_one_picture_with_one_sentence_per_activity():
    drawn = score(link=False)
    picture = elements(drawn, "svg")[1]
    assert (elements(drawn, "a"), picture.get("role")) == ([], "img")
    assert picture.get("aria-label") == (
        "Rhythm of the session. 13:30 Impromptu Networking: three rounds of 5 minutes in pairs. "
        "13:45 1-2-4-All: 1 minute alone, 2 minutes in pairs, 4 minutes in fours, 5 minutes with everyone. "
        "13:57 Break: 10 minutes. 14:07 A <b>story</b>: 10 minutes."
    )


def test_score_shows_numbers_of_questions_and_clock_times():
    texts = [text.text for text in elements(score(), "text")]
    assert texts == [
        "all",
        "few",
        "pairs",
        "alone",
        "6",
        "1",
        *[f"13:{m}" for m in range(30, 60, 5)],
        *[f"14:{m:02}" for m in range(0, 35, 5)],
    ]


def test_score_without_a_start_counts_minutes():
    texts = [text.text for text in elements(score(begins=None), "text")]
    assert texts[-3:] == ["0:50", "0:55", "1:00"]


def test_score_across_a_clock_change_tells_the_time_on_the_wall():
    begins = datetime(2027, 3, 28, 0, 30, tzinfo=LONDON)
    texts = [text.text for text in elements(score(begins=begins), "text")]
    assert texts[-7:] == ["02:00", "02:05", "02:10", "02:15", "02:20", "02:25", "02:30"]


def told(*strips):
    drawn = score(strips=strips, line=True, steps=True)
    return [rect.get("data-step") for rect in elements(drawn, "rect") if rect.get("class") == "bar"]


def test_every_bar_tells_its_step():
    run = (Turn(0, "interviews", "pairs", 4, 1, 2), Turn(0, "interviews", "pairs", 5, 2, 2))
    run += (Turn(1, "left out", "alone", 0), Turn(2, "harvest", "whole_group", 3))
    groups = ("nine pairs", "nine pairs", "alone", "everyone")
    whys = Strip(15, 12, run, 1, title="9 Whys", code="aa", groups=groups)

    assert told(whys, replace(whys, room="Garden", tracks=2)) == [
        "13:45 · 9 Whys · interviews, 1 of 2 · 4 min · nine pairs",
        "13:49 · 9 Whys · interviews, 2 of 2 · 5 min · nine pairs",
        "13:54 · 9 Whys · harvest · 3 min · everyone",
        "13:45 · Garden, 9 Whys · interviews, 1 of 2 · 4 min · nine pairs",
        "13:49 · Garden, 9 Whys · interviews, 2 of 2 · 5 min · nine pairs",
        "13:54 · Garden, 9 Whys · harvest · 3 min · everyone",
    ]


def test_a_bar_without_steps_leaves_it_to_its_activity():
    assert told(Strip(0, 10, turns(("whole_group", 10)), title="Welcome", code="aa")) == [None]


def test_what_tells_its_steps_has_a_line_for_it_and_no_second_hint():
    drawn = score(line=True, steps=True), score()
    assert [(len(elements(one, "title")), one.count("<figcaption")) for one in drawn] == [(0, 1), (4, 0)]


def test_no_markup_a_strict_policy_refuses():
    drawn = score() + render("{% glyph turns 1 'x' %}", turns=ONE_TWO_FOUR_ALL)
    assert re.findall(r"style=|<style|<script|\son\w+=|<b>", drawn) == []


def test_numbers_stay_numbers_where_the_comma_is_the_decimal_sign():
    with translation.override("de"):
        drawn = score()
    assert [rect.get("x") for rect in elements(drawn, "rect") if rect.get("class") == "hit"] == [
        "0.0%",
        "25.0%",
        "45.0%",
        "61.667%",
    ]


PARALLEL = [
    Strip(0, 15, (), 0, "other", "Workshops", "aa", beside=("Garden", "Library")),
    Strip(0, 12, ONE_TWO_FOUR_ALL, 6, "structure", "1-2-4-All", "bb", "6", track=0, tracks=2, room="Garden"),
    Strip(0, 5, (), 0, "break", "Tea", "cc", track=1, tracks=2, room="Library"),
    Strip(5, 10, (), 1, "talk", "A story", "dd", "1", track=1, tracks=2, room="Library"),
]


def test_score_says_what_runs_in_parallel_and_where():
    assert [link.get("aria-label") for link in elements(score(strips=PARALLEL), "a")] == [
        "13:30 Workshops: 15 minutes, in parallel: Garden, Library.",
        "13:30 Garden, 1-2-4-All: 1 minute alone, 2 minutes in pairs, 4 minutes in fours,"
        " 5 minutes with everyone.",
        "13:30 Library, Tea: 5 minutes.",
        "13:35 Library, A story: 10 minutes.",
    ]


def test_score_binds_tracks_together_and_tells_their_numbers_apart():
    drawn = score(strips=PARALLEL)
    braces = [svg.get("x") for svg in elements(drawn, "svg") if svg.get("overflow")]
    marks = [(text.text, text.get("dx")) for text in elements(drawn, "text") if text.get("class") == "mark"]

    assert braces == ["0.0%", "25.0%"]
    assert marks == [("6", None), ("1", "14")]
    assert [link.get("class") for link in elements(drawn, "a")] == [
        "q0",
        "q6 inside",
        "q0 inside",
        "q1 inside",
    ]


def test_score_hatches_no_break_of_one_track():
    """The others play on."""
    areas = [rect for rect in elements(score(strips=PARALLEL), "rect") if rect.get("class") == "rest"]
    assert areas == []
