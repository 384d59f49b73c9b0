"""Whether a structure's recipe is still the one that a plan copied."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from functools import lru_cache
from zlib import crc32

from structures.domain.shapes import Repeat, Step


def fingerprint(steps: Sequence[Step], repeats: Sequence[Repeat]) -> str:
    """Eight characters that change when a step, its minutes, its groups or how often it runs changes."""
    return _fingerprint(tuple(steps), tuple(repeats))


@lru_cache(maxsize=1024)
def _fingerprint(steps: tuple[Step, ...], repeats: tuple[Repeat, ...]) -> str:
    written = json.dumps([[astuple(one) for one in steps], [astuple(one) for one in repeats]])
    return f"{crc32(written.encode()):08x}"
