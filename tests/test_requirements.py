"""The lock files: complete, pinned, hashed, and the same wherever they are installed from."""

import re
import tomllib
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-next.txt"]


def name_of(requirement):
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


def pins(lock):
    """Package name → set of its pinned versions (a universal lock may hold one for each platform)."""
    found = {}
    for name, version in re.findall(
        r"^([\w.-]+)(?:\[.*?\])?==([^ ;\\]+)", (ROOT / lock).read_text(), re.MULTILINE
    ):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock):
    text = (ROOT / lock).read_text()

    assert re.findall(r"://|index-url|find-links|file:|@ ", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_a_pin_with_hashes(lock):
    text = (ROOT / lock).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip()]

    odd = [
        line
        for line in lines
        if not re.fullmatch(r"[\w.\[\],-]+==\S+( ; [^#]*?)?( +--hash=sha256:[0-9a-f]{64})+ *", line)
    ]

    assert odd == []


def test_the_locks_hold_what_the_project_asks_for():
    runtime = {name_of(item) for item in PROJECT["project"]["dependencies"]}
    tools = {name_of(item) for item in PROJECT["dependency-groups"]["dev"]}

    assert runtime - set(pins("requirements.txt")) == set()
    assert runtime | tools <= set(pins("requirements-dev.txt"))
    assert runtime | tools <= set(pins("requirements-next.txt"))


def test_development_runs_on_the_versions_of_production():
    development = pins("requirements-dev.txt")

    assert {name: development.get(name) for name in pins("requirements.txt")} == pins("requirements.txt")


def test_the_next_lock_differs_in_django():
    assert [version[:3] for version in pins("requirements.txt")["django"]] == ["5.2"]
    assert [version[:2] for version in pins("requirements-next.txt")["django"]] == ["6."]
