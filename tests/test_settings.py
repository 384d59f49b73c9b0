"""Settings come from the environment, and what it cannot mean is refused with a sentence."""

import os
import re
import runpy
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from convening import env

PRODUCTION = {
    "SECRET_KEY": "a-long-random-key-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "ALLOWED_HOSTS": "convening.example.org",
    "EMAIL_HOST": "mail.example.org",
    "DEFAULT_FROM_EMAIL": "convening@example.org",
}

READ = r'\b(?:text|boolean|integer|choice|listing|secret|time_zone|database)\(\s*"([A-Z_]+)"'
SOURCES = [settings.BASE_DIR / "convening" / name for name in ("settings.py", "env.py")]
VARIABLES = {name for path in SOURCES for name in re.findall(READ, path.read_text())}


@pytest.fixture
def settings_with(monkeypatch):
    """``settings_with(NAME="value")`` reads the settings file anew, with nothing else in the environment."""

    def read(**environment):
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(f"{name}_FILE", raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(settings.BASE_DIR / "convening" / "settings.py"))

    return read


def test_a_server_with_the_required_variables_passes_every_check_for_deployment():
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "DEBUG"]

    answer = subprocess.run(
        command,
        env={**kept, **PRODUCTION},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )

    said = "System check identified no issues (0 silenced).\n"
    assert (answer.stdout, answer.stderr, answer.returncode) == (said, "", 0)


def test_the_readme_lists_every_variable_and_no_other():
    readme = (settings.BASE_DIR / "README.md").read_text()

    assert sorted(re.findall(r"^\| `([A-Z_]+)` \|", readme, re.MULTILINE)) == sorted(VARIABLES)


@pytest.mark.parametrize("name", sorted(PRODUCTION))
def test_each_required_variable_is_missed_by_name(settings_with, name):
    environment = {key: value for key, value in PRODUCTION.items() if key != name}

    with pytest.raises(
        ImproperlyConfigured, match=f"^{name} is not set. It has no default outside development.$"
    ):
        settings_with(**environment)


def test_mail_to_the_console_needs_no_server(settings_with):
    environment = {**PRODUCTION, "EMAIL_BACKEND": "console", "EMAIL_HOST": ""}

    assert settings_with(**environment)["MAIL_BACKEND"] == "django.core.mail.backends.console.EmailBackend"


@pytest.mark.parametrize(
    ("name", "environment", "value"),
    [
        ("DEBUG", {}, False),
        ("DEBUG", {"DEBUG": "on"}, True),
        ("ALLOWED_HOSTS", {"ALLOWED_HOSTS": "a.example, b.example,"}, ["a.example", "b.example"]),
        ("CSRF_TRUSTED_ORIGINS", {}, []),
        ("CSRF_TRUSTED_ORIGINS", {"CSRF_TRUSTED_ORIGINS": "https://a.example"}, ["https://a.example"]),
        ("SECURE_SSL_REDIRECT", {}, True),
        ("SECURE_SSL_REDIRECT", {"HTTPS": "false"}, False),
        ("SECURE_SSL_REDIRECT", {"DEBUG": "true"}, False),
        ("SECURE_HSTS_SECONDS", {}, 31_536_000),
        ("SECURE_HSTS_SECONDS", {"HSTS_SECONDS": "60"}, 60),
        ("SECURE_HSTS_SECONDS", {"HTTPS": "false"}, 0),
        ("SECURE_PROXY_SSL_HEADER", {}, None),
        ("SECURE_PROXY_SSL_HEADER", {"PROXIES": "1"}, ("HTTP_X_FORWARDED_PROTO", "https")),
        ("ALLAUTH_TRUSTED_PROXY_COUNT", {"PROXIES": "2"}, 2),
        ("TIME_ZONE", {}, "UTC"),
        ("TIME_ZONE", {"TIME_ZONE": "Europe/London"}, "Europe/London"),
        ("SESSION_COOKIE_AGE", {}, 2_592_000),
        ("LOGIN_REDIRECT_URL", {}, "/journeys/"),
    ],
)
def test_what_the_environment_says_is_what_is_set(settings_with, name, environment, value):
    assert settings_with(**{**PRODUCTION, **environment})[name] == value


@pytest.mark.parametrize(
    ("environment", "key", "value"),
    [
        ({}, "NAME", str(settings.BASE_DIR / "db.sqlite3")),
        ({}, "OPTIONS", env.SQLITE),
        ({"DATABASE_URL": "sqlite:////data/my.db"}, "NAME", "/data/my.db"),
        ({"DATABASE_URL": "postgres://u:p@db.example:5433/c"}, "ENGINE", "django.db.backends.postgresql"),
        ({"DATABASE_URL": "postgres://u:p@db.example:5433/c"}, "HOST", "db.example"),
        ({"DATABASE_URL": "postgresql://u:p@db.example:5433/c"}, "PORT", 5433),
        ({"DATABASE_URL": "postgres://u:p@db.example/c"}, "CONN_MAX_AGE", 60),
        ({"DATABASE_URL": "postgres://u:p@db.example/c"}, "CONN_HEALTH_CHECKS", True),
        ({"DATABASE_URL": "postgres://u@%2Fvar%2Frun/c"}, "HOST", "/var/run"),
    ],
)
def test_the_database(settings_with, environment, key, value):
    assert settings_with(**{**PRODUCTION, **environment})["DATABASES"]["default"][key] == value


@pytest.mark.parametrize(("debug", "names"), [("false", "NAMED_BY_CONTENT"), ("true", "PLAIN_FILES")])
def test_static_files_are_named_by_their_content_except_in_development(settings_with, debug, names):
    read = settings_with(**PRODUCTION, DEBUG=debug)

    assert read["STORAGES"]["staticfiles"]["BACKEND"] == read[names]


@pytest.mark.parametrize(
    ("security", "port", "options"),
    [("starttls", "587", (True, False)), ("tls", "465", (False, True)), ("none", "25", (False, False))],
)
def test_the_mail_server(monkeypatch, tmp_path, security, port, options):
    (tmp_path / "password").write_text("s3cret\n")
    monkeypatch.setenv("EMAIL_HOST", "mail.example.org")
    monkeypatch.setenv("EMAIL_PORT", port)
    monkeypatch.setenv("EMAIL_SECURITY", security)
    monkeypatch.setenv("EMAIL_HOST_PASSWORD_FILE", str(tmp_path / "password"))

    server = env.mail_server()

    assert (server["use_tls"], server["use_ssl"]) == options
    assert (server["port"], server["password"]) == (int(port), "s3cret")


@pytest.mark.parametrize("word", ["true", "Yes", "ON", "1"])
def test_yes(monkeypatch, word):
    monkeypatch.setenv("SWITCH", word)

    assert env.boolean("SWITCH", default=False) is True


@pytest.mark.parametrize("word", ["false", "No", "OFF", "0"])
def test_no(monkeypatch, word):
    monkeypatch.setenv("SWITCH", word)

    assert env.boolean("SWITCH", default=True) is False


@pytest.mark.parametrize(
    ("read", "value", "said"),
    [
        (lambda: env.boolean("IT", default=False), "maybe", "IT must be true or false, not “maybe”."),
        (
            lambda: env.integer("IT", default=1, low=1),
            "0",
            "IT must be a whole number of at least 1, not “0”.",
        ),
        (lambda: env.integer("IT", default=1), "-5", "IT must be a whole number of at least 0, not “-5”."),
        (lambda: env.integer("IT", default=1), "1.5", "IT must be a whole number of at least 0, not “1.5”."),
        (lambda: env.choice("IT", ["a", "b"], default="a"), "c", "IT must be one of a, b, not “c”."),
        (
            lambda: env.time_zone("IT", default="UTC"),
            "Mars/Olympus",
            "IT must be a time zone such as Europe/London, not “Mars/Olympus”.",
        ),
        (
            lambda: env.time_zone("IT", default="UTC"),
            "../passwd",
            "IT must be a time zone such as Europe/London, not “../passwd”.",
        ),
        (
            lambda: env.database("IT", default=""),
            "mysql://u:secret@h/d",
            "IT must begin with sqlite:// or postgres://.",
        ),
        (lambda: env.listing("IT"), "", "IT is not set. It has no default outside development."),
    ],
)
def test_what_a_variable_cannot_mean_is_refused_in_a_sentence(monkeypatch, read, value, said):
    monkeypatch.setenv("IT", value)

    with pytest.raises(ImproperlyConfigured) as refusal:
        read()

    assert str(refusal.value) == said


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("SWITCH", "")

    assert env.boolean("SWITCH", default=True) is True


def test_a_secret_comes_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "key").write_text("from a file\n")
    monkeypatch.setenv("KEY_FILE", str(tmp_path / "key"))

    assert env.secret("KEY") == "from a file"


def test_a_secret_in_two_places_is_refused(monkeypatch, tmp_path):
    (tmp_path / "key").write_text("from a file")
    monkeypatch.setenv("KEY_FILE", str(tmp_path / "key"))
    monkeypatch.setenv("KEY", "from the environment")

    with pytest.raises(ImproperlyConfigured, match="^KEY and KEY_FILE are both set. Keep one of them.$"):
        env.secret("KEY")


@pytest.mark.parametrize(("content", "said"), [(None, "which cannot be read"), ("", "which is empty")])
def test_a_secret_file_that_says_nothing_is_refused(monkeypatch, tmp_path, content, said):
    path = tmp_path / "key"
    if content is not None:
        path.write_text(content)
    monkeypatch.setenv("KEY_FILE", str(path))

    with pytest.raises(ImproperlyConfigured, match=f"^KEY_FILE points to .*key, {said}.$"):
        env.secret("KEY")
