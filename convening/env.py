"""Readers of the environment, for settings.

Each returns a value or raises ``ImproperlyConfigured`` with a sentence that names the variable. An
empty variable counts as one that is not set, because that is what container tools pass for "unset".
No message repeats a value that may be a secret.
"""

import os
import zoneinfo
from collections.abc import Sequence
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

YES = {"true", "yes", "on", "1"}
NO = {"false", "no", "off", "0"}


def text(name: str, default: str | None = None) -> str:
    """The value as it is. Without a default the variable is required."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set. It has no default outside development.")
    return default


def boolean(name: str, default: bool) -> bool:
    """true/yes/on/1 or false/no/off/0, in any case."""
    value = text(name, str(default)).lower()
    if value in YES | NO:
        return value in YES
    raise ImproperlyConfigured(f"{name} must be true or false, not “{value}”.")


def integer(name: str, default: int, low: int = 0) -> int:
    """A whole number of at least ``low``."""
    value = text(name, str(default))
    if value.isdecimal() and int(value) >= low:
        return int(value)
    raise ImproperlyConfigured(f"{name} must be a whole number of at least {low}, not “{value}”.")


def choice(name: str, options: Sequence[str], default: str) -> str:
    """One of the given words."""
    value = text(name, default)
    if value in options:
        return value
    raise ImproperlyConfigured(f"{name} must be one of {', '.join(options)}, not “{value}”.")


def listing(name: str, default: str | None = None) -> list[str]:
    """Values separated by commas. A default of "" allows none."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def secret(name: str, default: str | None = None) -> str:
    """The value of ``name``, or the content of the file that ``name``_FILE points to; never both."""
    path = text(f"{name}_FILE", "")
    if not path:
        return text(name, default)
    if text(name, ""):
        raise ImproperlyConfigured(f"{name} and {name}_FILE are both set. Keep one of them.")
    return _content(f"{name}_FILE", Path(path))


def _content(name: str, path: Path) -> str:
    try:
        content = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{name} points to {path}, which cannot be read.") from error
    if not content:
        raise ImproperlyConfigured(f"{name} points to {path}, which is empty.")
    return content


def time_zone(name: str, default: str) -> str:
    """A name from the IANA time zone database, such as Europe/London."""
    value = text(name, default)
    try:
        zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ImproperlyConfigured(
            f"{name} must be a time zone such as Europe/London, not “{value}”."
        ) from error
    return value


def database(name: str, default: str) -> dict[str, object]:
    """A Django database from a URL: ``sqlite:///file`` or ``postgres://user:password@host/name``."""
    url = secret(name, default)
    scheme = url.partition("://")[0]
    if scheme == "sqlite":
        return {**dj_database_url.parse(url), "OPTIONS": SQLITE}
    if scheme in ("postgres", "postgresql"):
        return {**dj_database_url.parse(url), **POSTGRESQL}
    raise ImproperlyConfigured(f"{name} must begin with sqlite:// or postgres://.")


def mail_server() -> dict[str, object]:
    """How to reach the SMTP server, as options of Django's backend."""
    security = choice("EMAIL_SECURITY", ["starttls", "tls", "none"], default="starttls")
    return {
        "host": text("EMAIL_HOST"),
        "port": integer("EMAIL_PORT", default=587, low=1),
        "username": text("EMAIL_HOST_USER", default=""),
        "password": secret("EMAIL_HOST_PASSWORD", default=""),
        "use_tls": security == "starttls",
        "use_ssl": security == "tls",
        "timeout": 10,  # seconds
    }


# WAL lets readers read while one person writes. IMMEDIATE takes the write lock when a transaction
# begins, so two writers wait for each other (5 s at most) instead of failing half-way.
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 5,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
POSTGRESQL = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
