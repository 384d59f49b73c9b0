"""The one script: what it needs, what it skips the second time, and what it says when it cannot go on."""

import ast
import re
import subprocess
import sys

import pytest
from django.conf import settings

import dev


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """Run in an empty folder and only note what would have been run."""
    ran = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dev, "HERE", str(tmp_path))
    monkeypatch.setattr(dev, "do", lambda *words: ran.append(words))
    for name in (dev.RUNTIME, dev.DEVELOPMENT):
        (tmp_path / name).write_text("django==5.2\n")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    return ran


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse((settings.BASE_DIR / "dev.py").read_text())
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]

    assert [name for name in names if name not in sys.stdlib_module_names] == []
    assert [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)] == []


def test_make_knows_only_what_it_knows():
    (targets,) = re.findall(r"^\.PHONY: (.*)$", (settings.BASE_DIR / "Makefile").read_text(), re.MULTILINE)

    assert set(targets.split()) == set(dev.COMMANDS) - {"manage"}


@pytest.mark.parametrize("words", [[], ["sing"], ["--help"]])
def test_anything_else_is_answered_with_what_it_can_do(words):
    with pytest.raises(SystemExit, match="python3 dev.py run"):
        dev.main(words)


def test_an_old_python_is_told_so(monkeypatch):
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit, match="^Convening needs Python 3.11 or newer; this is 3.9.2"):
        dev.main(["run"])


def test_what_is_installed_is_not_installed_again_until_the_lock_changes(commands, tmp_path):
    dev.install(dev.VENV, dev.RUNTIME)
    dev.install(dev.VENV, dev.RUNTIME)
    first = len(commands)
    (tmp_path / dev.RUNTIME).write_text("django==5.3\n")
    dev.install(dev.VENV, dev.RUNTIME)

    assert (first, len(commands)) == (1, 2)
    assert "--require-hashes" in commands[0]


def test_installing_for_development_also_serves_for_running(commands):
    dev.install(dev.VENV, dev.DEVELOPMENT, covers=[dev.RUNTIME, dev.DEVELOPMENT])
    dev.install(dev.VENV, dev.RUNTIME)

    assert len(commands) == 1


def test_a_python_without_venv_is_told_which_package_to_install(commands, monkeypatch, tmp_path):
    (tmp_path / ".venv" / "bin" / "python").unlink()
    monkeypatch.setattr(dev, "starts", lambda python: False)

    with pytest.raises(SystemExit, match=r"sudo apt install python3\.\d+-venv"):
        dev.install(dev.VENV, dev.RUNTIME)

    assert commands == []


def test_the_database_is_prepared_once_and_again_when_the_catalogue_changes(commands, monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "db.sqlite3").touch()
    catalogue = tmp_path / "structures" / "catalogue"
    catalogue.mkdir(parents=True)
    (catalogue / "triz.toml").write_text('name = "TRIZ"\n')

    dev.prepare_database()
    dev.prepare_database()
    once = [words[2] for words in commands]
    (catalogue / "triz.toml").write_text('name = "Creative Destruction"\n')
    dev.prepare_database()

    assert once == ["migrate", "load_catalogue"]
    assert len(commands) == 4


def test_a_database_of_ones_own_is_prepared_every_time(commands, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://u@db.example/c")

    dev.prepare_database()
    dev.prepare_database()

    assert len(commands) == 4


def test_development_settings_never_replace_what_is_set(monkeypatch):
    environment = {"SECRET_KEY_FILE": "/run/secrets/key", "DEBUG": "false"}
    monkeypatch.setattr(dev.os, "environ", environment)

    dev.use_development_settings()

    assert (environment["DEBUG"], environment.get("SECRET_KEY")) == ("false", None)
    assert environment["EMAIL_BACKEND"] == "console"


def test_a_python_that_only_prints_an_error_is_not_taken_for_one(tmp_path):
    stub = tmp_path / "python3.13"
    stub.write_text("#!/bin/sh\necho 'not installed' >&2\nexit 127\n")
    stub.chmod(0o755)

    assert (dev.starts(str(stub)), dev.starts(sys.executable)) == (False, True)


def test_the_ci_script_can_be_read_by_bash():
    answer = subprocess.run(["bash", "-n", ".ci/run"], cwd=settings.BASE_DIR, capture_output=True, text=True)

    assert (answer.returncode, answer.stderr) == (0, "")
