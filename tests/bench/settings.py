"""Settings as in production, with a database and collected files that live as long as the measurement.

``python -m tests.bench`` names the folder for both.
"""

import os
from pathlib import Path

FOLDER = Path(os.environ["BENCH_FOLDER"])
os.environ["DATABASE_URL"] = f"sqlite:///{FOLDER / 'bench.sqlite3'}"

from tests.settings import *  # noqa: E402, F403
from tests.settings import NAMED_BY_CONTENT, STORAGES  # noqa: E402

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": NAMED_BY_CONTENT}}
STATIC_ROOT = FOLDER / "static"
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = False
ROOT_URLCONF = "tests.bench.urls"
