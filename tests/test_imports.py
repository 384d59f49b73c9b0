"""Who may import whom. Read from the source, so that an import inside a function counts as well."""

import ast
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PACKAGES = ["convening", "structures", "sessions"]

# Inside a package a module imports from its own layer or a lower one. What is not listed stands outside.
LAYERS = {
    "structures": [["domain"], ["models"], ["forms"], ["views", "api"], ["urls"]],
    "sessions": [
        ["domain"],
        ["models"],
        ["board", "agenda"],
        ["forms", "exports"],
        ["views", "api"],
        ["urls"],
    ],
}


def complaints(module: str, source: str) -> list[str]:
    """What ``module`` imports against the rules, as ``module → imported``."""
    return [f"{module} → {name}" for name in imported(module, source) if not allowed(module, name)]


def imported(module: str, source: str) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            names += names_of(module, node)
    return names


def names_of(module: str, node: ast.ImportFrom) -> list[str]:
    base = node.module or ""
    if node.level:
        base = ".".join([*module.split(".")[: -node.level], *base.split(".")]).rstrip(".")
    # `from structures import models` imports structures.models.
    return [f"{base}.{alias.name}" for alias in node.names] if base in PACKAGES else [base]


def allowed(module: str, name: str) -> bool:
    package, target = module.split(".")[0], name.split(".")[0]
    if is_domain(module):
        return fit_for_domain(package, name)
    if target == "convening":
        return package == "convening"
    if target == "sessions" and package == "structures":
        return False
    if target != package:
        return True
    own, other = layer(module), layer(name)
    return own is None or other is None or other <= own


def is_domain(name: str) -> bool:
    return name.split(".")[1:2] == ["domain"]


def fit_for_domain(package: str, name: str) -> bool:
    """The standard library, the domain itself, and below it the domain of the structures."""
    domains = {"structures": ["structures.domain"], "sessions": ["structures.domain", "sessions.domain"]}[
        package
    ]
    return name.split(".")[0] in sys.stdlib_module_names or any(
        name == domain or name.startswith(f"{domain}.") for domain in domains
    )


def layer(name: str) -> int | None:
    """The number of the layer, counted from below, or None for what stands outside."""
    package, *rest = name.split(".")
    for number, names in enumerate(LAYERS.get(package, [])):
        if rest and rest[0] in names:
            return number
    return None


def test_imports_point_one_way():
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found += complaints(module, path.read_text(encoding="utf-8"))

    assert found == []


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("structures.domain.timing", "import math\nfrom structures.domain.shapes import Step", []),
        ("structures.domain.timing", "from . import shapes", []),
        ("structures.domain.timing", "from django.db import models", ["django.db"]),
        ("structures.domain.timing", "from structures.models import Step", ["structures.models"]),
        ("structures.domain.timing", "from sessions.domain import clock", ["sessions.domain"]),
        ("sessions.domain.timeline", "from structures.domain import shapes", []),
        ("sessions.domain.timeline", "from structures.words import say", ["structures.words"]),
        ("sessions.domain.timeline", "def f():\n    import requests", ["requests"]),
        ("structures.models.step", "from sessions.models import Journey", ["sessions.models"]),
        ("structures.models.step", "from structures.forms import StepForm", ["structures.forms"]),
        ("structures.models.step", "from ..views import page", ["structures.views"]),
        ("structures.models.__init__", "from . import step", []),
        ("structures.views.page", "from structures.forms import StepForm", []),
        ("structures.views.page", "from structures import urls", ["structures.urls"]),
        ("structures.admin", "from structures.views import page", []),
        (
            "sessions.board",
            "from structures.models import Structure\nfrom sessions.models import Journey",
            [],
        ),
        ("sessions.board", "from sessions.views.builder import builder", ["sessions.views.builder"]),
        ("sessions.views.builder", "from convening.models import User", ["convening.models"]),
        ("convening.adapters", "from sessions.models import Journey\nfrom convening.models import User", []),
    ],
)
def test_the_rules_catch_what_they_should(module, source, found):
    assert complaints(module, source) == [f"{module} → {name}" for name in found]
