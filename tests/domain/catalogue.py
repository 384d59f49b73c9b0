"""The published structures as the engine's plain values, read from their files."""

import tomllib
from functools import cache
from pathlib import Path

from structures.domain.shapes import Material, Repeat, Step

FILES = Path(__file__).parents[2] / "structures" / "catalogue"


@cache
def structure(slug):
    """Its steps, its repeats, and what people left over do."""
    told = tomllib.loads((FILES / f"{slug}.toml").read_text())
    steps = [
        Step(**{name: one[name] for name in one if name in Step.__dataclass_fields__})
        for one in told["steps"]
    ]
    repeats = tuple(Repeat(**one) for one in told.get("repeats", ()))
    return tuple(steps), repeats, told["remainder"]


@cache
def materials(slug):
    told = tomllib.loads((FILES / f"{slug}.toml").read_text())
    return tuple(Material(**one) for one in told.get("materials", ()))


def _name(slug):
    """What it is called, where it is published."""
    told = tomllib.loads((FILES / f"{slug}.toml").read_text())
    return told["name"] if told["status"] == "published" else None


SLUGS = sorted(path.stem for path in FILES.glob("*.toml") if path.stem != "questions")
NAMED = {name: slug for slug in SLUGS if (name := _name(slug))}
"""The slugs of the published structures, by their names."""
