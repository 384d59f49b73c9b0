"""The catalogue against the facts collected from what has been published about Liberating Structures.

``tests/data/facts.json`` holds minutes as [shortest, typical, longest]; where it is silent, nothing is
compared. Where the catalogue says something else on purpose, ``tests/data/intended_differences.toml`` says
what and why; a difference that is gone must leave that list.
"""

import copy
import json
import tomllib
from functools import cache
from itertools import repeat
from math import ceil, floor
from pathlib import Path

import pytest

from structures.domain import shapes, timing

DATA = Path(__file__).parent.parent / "data"
FACTS = {facts["slug"]: facts for facts in json.loads((DATA / "facts.json").read_text(encoding="utf-8"))}
INTENDED = tomllib.loads((DATA / "intended_differences.toml").read_text(encoding="utf-8"))["differences"]

GROUPINGS = {
    "individual": "alone",
    "pairs": "pairs",
    "trios": "trios",
    "fours": "fours",
    "small_group": "small_groups",
    "functional_cluster": "small_groups",
    "station_group": "stations",
    "quadrant_group": "quadrants",
    "self_organised_groups": "self_organised",
    "fishbowl": "fishbowl",
    "centre_circle": "fishbowl",
    "stage_and_audience": "stage",
    "walk_with_stations": "walk",
    "whole_group": "whole_group",
}
WITH_SIZES = {"small_groups", "stations", "quadrants", "fishbowl"}

NAMED = {
    "purpose": {"nine-whys"},
    "simple-rules": {"min-specs"},
    "ourselves": {"generative-relationships-star", "what-i-need-from-you"},
    "needs": {"what-i-need-from-you", "generative-relationships-star"},
    "starting-point": {"triz", "what-so-what-now-what"},
    "possibilities": {"1-2-4-all", "25-10-crowd-sourcing"},
    "acting": {"ecocycle-planning", "panarchy"},
}
"""Whom Keith McCandless names for each question; he prints the third and fourth as one."""


@pytest.fixture(scope="module")
def published(catalogue_files):
    return [record for record in catalogue_files.structures if record["status"] == "published"]


def ideal_minutes(record):
    steps = [
        shapes.Step(
            step["title"],
            step["grouping"],
            step["minutes_min"],
            step["minutes"],
            step["minutes_max"],
            repeat=step["repeat"],
            optional=step["optional"],
            mode=step["mode"],
        )
        for step in record["steps"]
    ]
    return timing.duration(steps, repeats=[shapes.Repeat(**repeat) for repeat in record["repeats"]]).ideal


def same_minutes(step, facts):
    """Whether the minutes agree; half a minute may be rounded either way."""
    ours = step["minutes_min"], step["minutes"], step["minutes_max"]
    return all(
        their is None or our in (floor(their), ceil(their)) for our, their in zip(ours, facts, strict=True)
    )


def step_differences(step, facts):
    """What differs between a step and its facts: pairs of what, and theirs → ours."""
    title, grouping, sizes = step["title"], step["grouping"], [step["size_min"], step["size_max"]]
    if not same_minutes(step, facts["minutes"]):
        ours = [step["minutes_min"], step["minutes"], step["minutes_max"]]
        yield f"minutes of {title}", f"{facts['minutes']} → {ours}"
    if facts["config"] == "nested":
        if step["nested"] != facts["nested"]:
            yield f"structure inside {title}", f"{facts['nested']} → {step['nested']}"
    elif GROUPINGS.get(facts["config"]) != grouping:
        yield f"grouping of {title}", f"{facts['config']} → {grouping}"
    elif "sizes" in facts and grouping in WITH_SIZES and sizes != facts["sizes"]:
        yield f"sizes of {title}", f"{facts['sizes']} → {sizes}"
    for key, absent in (("repeat", ""), ("optional", False), ("mode", "both")):
        if step[key] != facts.get(key, absent):
            yield f"{key} of {title}", f"{facts.get(key, absent)} → {step[key]}"


def paired(steps, facts):
    """Steps beside their facts, in order, with the fewest differences; None where one has no partner."""

    @cache
    def best(i, j):
        if i == len(steps) or j == len(facts):
            return len(steps) - i + len(facts) - j, [
                *zip(steps[i:], repeat(None)),
                *zip(repeat(None), facts[j:]),
            ]
        distance = 0.6 * len(dict(step_differences(steps[i], facts[j]))) + 0.1 * (
            steps[i]["title"] != facts[j]["title"]
        )
        options = (
            (distance, (steps[i], facts[j]), best(i + 1, j + 1)),
            (1, (steps[i], None), best(i + 1, j)),
            (1, (None, facts[j]), best(i, j + 1)),
        )
        cost, pair, (rest, pairs) = min(options, key=lambda option: option[0] + option[2][0])
        return cost + rest, [pair, *pairs]

    return best(0, 0)[1]


def differences(record):
    """Every difference between a structure and its facts, as {what: theirs → ours}."""
    facts = FACTS[record["slug"]]
    found = {}
    if facts["people_min"] not in (None, record["people_min"]):
        found["fewest people"] = f"{facts['people_min']} → {record['people_min']}"
    if facts["steps"]:
        found |= dict(repeat_differences(record["repeats"], facts["repeat_blocks"]))
        found |= dict(recipe_differences(record["steps"], facts["steps"]))
    return found


def repeat_differences(repeats, facts):
    ours = {repeat["key"]: [repeat["count_min"], repeat["count"], repeat["count_max"]] for repeat in repeats}
    for key in sorted(ours.keys() | facts.keys()):
        if ours.get(key) != facts.get(key):
            yield f"repeat {key}", f"{facts.get(key)} → {ours.get(key)}"


def recipe_differences(steps, facts):
    for step, step_facts in paired(steps, facts):
        if step and step_facts:
            yield from step_differences(step, step_facts)
        elif step:
            yield f"step {step['title']}", "added"
        else:
            yield f"step {step_facts['title']}", "left out"


def test_every_structure_has_facts_and_every_fact_a_structure(catalogue_files):
    assert {record["slug"] for record in catalogue_files.structures} == FACTS.keys()


def test_computed_minutes_lie_within_the_facts(published):
    outside = {
        record["slug"]: (ideal_minutes(record), FACTS[record["slug"]]["total_minutes"])
        for record in published
        if not FACTS[record["slug"]]["total_minutes"][0]
        <= ideal_minutes(record)
        <= FACTS[record["slug"]]["total_minutes"][2]
    }
    assert outside == {}


def test_steps_repeats_and_groups_differ_from_the_facts_only_on_purpose(published):
    found = {(record["slug"], what): how for record in published for what, how in differences(record).items()}
    intended = {(row["structure"], what): how for row in INTENDED for what, how in row["how"].items()}
    assert found == intended


def test_a_difference_would_be_found(catalogue_files):
    troika = copy.deepcopy(
        next(one for one in catalogue_files.structures if one["slug"] == "troika-consulting")
    )
    assert differences(troika) == {}
    troika["people_min"] = 2
    troika["repeats"][0]["count_max"] = 4
    troika["steps"][0]["grouping"] = "pairs"
    troika["steps"][1]["minutes"] = 3
    troika["steps"][2]["repeat"] = ""
    troika["steps"][4]["optional"] = True
    del troika["steps"][5]
    titles = [step["title"] for step in troika["steps"]]
    assert differences(troika) == {
        "fewest people": "3 → 2",
        "repeat C": "[3, 3, 3] → [3, 3, 4]",
        f"grouping of {titles[0]}": "individual → pairs",
        f"minutes of {titles[1]}": "[1, 1.5, 2] → [1, 3, 2]",
        f"repeat of {titles[2]}": "C → ",
        f"optional of {titles[4]}": "False → True",
        "step Feedback": "left out",
    }


def test_every_intended_difference_has_a_reason():
    assert [row for row in INTENDED if not row["why"].strip()] == []


def test_mccandless_named_these_and_there_are_four_more_for_each(catalogue_files):
    named = {
        question["slug"]: {fit["structure"] for fit in question["fits"] if fit["strength"] == "named"}
        for question in catalogue_files.questions
    }
    assert named == NAMED
    assert {
        q["slug"]: len(q["fits"])
        for q in catalogue_files.questions
        if len(q["fits"]) < 4 + len(NAMED[q["slug"]])
    } == {}


def test_the_menu_is_whole(published):
    numbers = {
        family: sorted(
            record["menu_number"]
            for record in published
            if record["family"] == family and record["menu_number"]
        )
        for family in ("menu", "newer")
    }
    assert numbers == {"menu": list(range(1, 34)), "newer": list(range(34, 44))}
