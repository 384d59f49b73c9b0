"""Questions that practitioners published, each with the structure they used, divided by their sources in two.

The *tuning* part may be read, and anything may be learned from it. The *reporting* part is only ever counted: no
line of the catalogue, no weight and no word of kin was written with it in view. One source is wholly in one part,
since two questions of one author are alike.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent.parent / "data" / "pairs.json"
TUNING, REPORTING = "tuning", "reporting"


def part_of(source: str) -> str:
    """The first part where the digest of the source is even, the second where it is odd."""
    return REPORTING if int(hashlib.sha256(source.encode()).hexdigest(), 16) % 2 else TUNING


def rows_of(part: str) -> list[dict[str, Any]]:
    """The rows of a part, without those whose question shares a word with the structure's name."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    return [row for row in rows if part_of(row["source"]) == part and not row["name_overlap"]]


if __name__ == "__main__":  # python -m tests.structures.pairs > tuning.json: what may be read
    print(json.dumps(rows_of(TUNING), ensure_ascii=False, indent=1))
