"""Colours of the tokens as numbers: text and question hues can be read on paper, in light and in dark."""

import math
import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[1] / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
PAIR = re.compile(r"--(\w+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)")
TEXT = ["ink", "soft", "go", "warn", "stop", *(f"q{number}" for number in range(8))]


def tokens(css):
    return {
        name: tuple(tuple(float(part.rstrip("%")) for part in colour.split()) for colour in pair)
        for name, *pair in PAIR.findall(css)
    }


NORMAL, MORE = (tokens(part) for part in CSS.split("@media (prefers-contrast: more)"))


def luminance(lightness, chroma, hue):
    """Relative luminance of an OKLCH colour (lightness in per cent), by way of linear sRGB."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long, medium, short = (
        (lightness / 100 + p * a + q * b) ** 3
        for p, q in [
            (0.3963377774, 0.2158037573),
            (-0.1055613458, -0.0638541728),
            (-0.0894841775, -1.291485548),
        ]
    )
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
    return sum(
        part * min(1, max(0, value)) for part, value in [(0.2126, red), (0.7152, green), (0.0722, blue)]
    )


def contrast(one, other):
    low, high = sorted([luminance(*one), luminance(*other)])
    return (high + 0.05) / (low + 0.05)


def failing(names, grounds, colours, least):
    return [
        (name, ground, scheme)
        for name in names
        for ground in grounds
        for scheme in (0, 1)
        if contrast(colours[name][scheme], colours[ground][scheme]) < least
    ]


def test_contrast_is_computed_as_everyone_does():
    assert contrast((0, 0, 0), (100, 0, 0)) == pytest.approx(21, abs=0.01)


def test_text_and_hues_can_be_read():
    assert failing(TEXT, ["paper", "sheet", "well"], NORMAL, 4.5) == []


def test_edges_of_fields_can_be_seen():
    assert failing(["edge"], ["paper", "sheet", "well"], NORMAL, 3) == []


def test_more_contrast_is_seven_to_one():
    assert failing(TEXT, ["paper"], NORMAL | MORE, 7) == []
