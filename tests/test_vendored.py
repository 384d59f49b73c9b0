"""Files from elsewhere are what VENDORED.md says they are."""

import hashlib
import re
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
ROW = re.compile(r"^\| `([^`]+)` \| [^|]+ \| [^|]+ \| `([0-9a-f]{64})` \|$", re.MULTILINE)
ENGLISH_FONTS = [
    "atkinson-latin.woff2",
    "literata-latin.woff2",
    "literata-italic-latin.woff2",
]


def listed():
    return dict(ROW.findall((STATIC / "vendor" / "VENDORED.md").read_text(encoding="utf-8")))


def present():
    files = [*STATIC.glob("vendor/*/*"), *STATIC.glob("fonts/*")]
    return {str(file.relative_to(STATIC)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_every_vendored_file_is_listed_with_its_hash():
    assert present() == listed()


def test_every_vendored_folder_carries_its_licence():
    folders = [folder for folder in (STATIC / "vendor").iterdir() if folder.is_dir()]
    assert len(folders) == 3
    assert [folder.name for folder in folders if not (folder / "LICENSE").is_file()] == []


def test_fonts_of_an_english_page_stay_small():
    assert sum((STATIC / "fonts" / name).stat().st_size for name in ENGLISH_FONTS) <= 125_000
