#!/usr/bin/env python3
"""The way in, for a machine with nothing but Python 3.11 or newer.

python3 dev.py run        serve on http://127.0.0.1:8000 (PORT=8080 python3 dev.py run for another port)
python3 dev.py test       run every test; further words go to pytest
python3 dev.py check      formatter, linters, types, models, catalogue, then every test
python3 dev.py bench      measure speed
python3 dev.py manage …   one of Django's commands, with development settings
python3 dev.py setup      only install what is needed
python3 dev.py lock       write the requirements files anew (needs uv); --upgrade for newer versions
"""

import glob
import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
VENV, VENV_NEXT = ".venv", ".venv-next"
RUNTIME, DEVELOPMENT, NEXT = "requirements.txt", "requirements-dev.txt", "requirements-next.txt"
DJANGO_NEXT = "django>=6.1,<6.2"
OLDEST, PYTHON_NEXT = (3, 11), "3.13"
DATABASE_STAMP = ".setup-database"
NO_VENV = f"""This Python comes without venv. Debian and Ubuntu keep it in a package of its own:
  sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv
Then run the same command again."""

DEFAULTS = {
    "DEBUG": "true",
    "SECRET_KEY": "for-development-only",
    "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
    "EMAIL_BACKEND": "console",
    "DEFAULT_FROM_EMAIL": "Convening <convening@localhost>",
    "DJANGO_RUNSERVER_HIDE_WARNING": "true",
}


def main(words):
    refuse_old_python()
    command, rest = (words[0], words[1:]) if words else ("help", [])
    if command not in COMMANDS:
        sys.exit((f"There is no command “{command}”.\n\n" if words else "") + __doc__.strip())
    os.chdir(HERE)
    COMMANDS[command](rest)


def setup(rest):
    install(VENV, DEVELOPMENT, covers=[RUNTIME, DEVELOPMENT])
    say("Ready: python3 dev.py run")


def run(rest):
    install(VENV, RUNTIME)
    port = free_port()
    use_development_settings()
    prepare_database()
    say(f"Convening is at http://127.0.0.1:{port} (Ctrl+C stops it). Mail appears below.")
    say("To make an admin: python3 dev.py manage createsuperuser, then /admin/ in the browser.")
    become(python_in(VENV), "manage.py", "runserver", "127.0.0.1:" + port, *rest)


def free_port():
    """The port to serve on; said before anything is prepared when it cannot be had."""
    port = os.environ.get("PORT") or "8000"
    if not (port.isdecimal() and 0 < int(port) < 65536):
        sys.exit(f"PORT must be a number from 1 to 65535, not “{port}”.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except OSError:
            sys.exit(f"Port {port} is taken. Try another: PORT={int(port) + 1} python3 dev.py run")
    return port


def manage(rest):
    install(VENV, RUNTIME)
    use_development_settings()
    become(python_in(VENV), "manage.py", *rest)


def test(rest):
    install(VENV, DEVELOPMENT, covers=[RUNTIME, DEVELOPMENT])
    become(python_in(VENV), "-m", "pytest", *rest)


def bench(rest):
    install(VENV, DEVELOPMENT, covers=[RUNTIME, DEVELOPMENT])
    become(python_in(VENV), "-m", "tests.bench", *rest)


def check(rest):
    install(VENV, DEVELOPMENT, covers=[RUNTIME, DEVELOPMENT])
    templates = sorted(glob.glob("templates/**/*.html", recursive=True))
    in_venv("ruff", "format", "--check", ".")
    in_venv("ruff", "check", ".")
    in_venv("djade", "--check", "--target-version", "5.2", *templates)
    in_venv("mypy")
    use_development_settings()
    for command in (["check"], ["makemigrations", "--check", "--dry-run"], ["load_catalogue", "--check"]):
        do(python_in(VENV), "manage.py", *command)
    check_next_django()
    do(python_in(VENV), "-m", "pytest", *rest)


def check_next_django():
    """The suite, without browser, on the Django after ours: what will break is known early."""
    python = find_next_python()
    if not python:
        say(f"SKIPPED: the suite on {DJANGO_NEXT}, because no Python {PYTHON_NEXT} was found.")
        return
    install(VENV_NEXT, NEXT, python=python)
    do(python_in(VENV_NEXT), "-m", "pytest", "-m", "not browser")


def lock(rest):
    uv = shutil.which("uv") or os.path.join(os.path.dirname(python_in(VENV)), "uv")
    common = [
        "--universal",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--only-binary",
        ":all:",
        *rest,
    ]
    compile_ = [uv, "pip", "compile", "--quiet", "pyproject.toml", *common]
    do(*compile_, "-o", RUNTIME)
    do(*compile_, "--group", "dev", "--constraints", RUNTIME, "-o", DEVELOPMENT)
    with tempfile.TemporaryDirectory() as folder:
        overrides = os.path.join(folder, "overrides.txt")
        write(overrides, DJANGO_NEXT)
        do(*compile_, "--group", "dev", "--python-version", PYTHON_NEXT, "--overrides", overrides, "-o", NEXT)


# --- Installing -----------------------------------------------------------------------------------


def refuse_old_python():
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Convening needs Python 3.11 or newer; this is {found} ({sys.executable}).")


def install(venv, requirements, covers=None, python=sys.executable):
    """Bring ``venv`` to what the file says. A stamp of the file makes the next time instant."""
    stamp = os.path.join(venv, "installed.json")
    wanted = {name: digest([name]) for name in covers or [requirements]}
    known = read_json(stamp)
    if all(known.get(name) == value for name, value in wanted.items()):
        return
    make_venv(venv, python)
    say(f"Installing {requirements} into {venv} …")
    do(python_in(venv), "-m", "pip", "install", "-qq", "--disable-pip-version-check",
       "--require-hashes", "--only-binary", ":all:", "-r", requirements)  # fmt: skip
    write(stamp, json.dumps({**known, **wanted}))


def make_venv(venv, python):
    if os.path.exists(python_in(venv)):
        return
    if not starts(python):
        sys.exit(NO_VENV)
    do(python, "-m", "venv", venv)


def python_in(venv):
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(HERE, venv, folder, name)


def find_next_python():
    """A Python that really starts; version managers leave stubs on the PATH that only print an error."""
    pyenv = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    installed = sorted(glob.glob(os.path.join(pyenv, "versions", PYTHON_NEXT + ".*", "bin", "python")))
    candidates = [shutil.which("python" + PYTHON_NEXT), *installed]
    return next((python for python in candidates if python and starts(python)), None)


def starts(python):
    """Whether this Python runs and can make an environment with pip inside."""
    return subprocess.run([python, "-c", "import venv, ensurepip"], capture_output=True).returncode == 0


# --- Running --------------------------------------------------------------------------------------


def use_development_settings():
    for name, value in DEFAULTS.items():
        if not os.environ.get(name) and not os.environ.get(name + "_FILE"):
            os.environ[name] = value


def prepare_database():
    """Migrate and load the catalogue, unless neither changed since the last time on our own SQLite file."""
    state = {"database": digest([RUNTIME, *database_files()])}
    ours = not (os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE"))
    if ours and os.path.exists("db.sqlite3") and read_json(DATABASE_STAMP) == state:
        return
    do(python_in(VENV), "manage.py", "migrate", "--verbosity", "0")
    do(python_in(VENV), "manage.py", "load_catalogue")
    if ours:
        write(DATABASE_STAMP, json.dumps(state))


def database_files():
    patterns = ["*/migrations/*.py", "structures/**/*.py", "structures/catalogue/*.toml"]
    return sorted({path for pattern in patterns for path in glob.glob(pattern, recursive=True)})


def in_venv(tool, *words):
    do(os.path.join(os.path.dirname(python_in(VENV)), tool), *words)


def do(*command):
    """Run to the end; stop everything if it fails."""
    say("$ " + " ".join(shown(command)))
    code = subprocess.run(command).returncode
    if code:
        sys.exit(code)


def shown(command):
    words = [os.path.relpath(word) if word.startswith(HERE) else word for word in command]
    return words if len(words) < 12 else [*words[:8], "…"]


def become(*command):
    """Run as this very process where the system can, so that Ctrl+C and signals arrive."""
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)


def say(words):
    print(words, flush=True)


# --- Files ----------------------------------------------------------------------------------------


def digest(paths):
    total = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            total.update(path.encode() + file.read())
    return total.hexdigest()


def read_json(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write(path, content):
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)


COMMANDS = {
    "setup": setup,
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "manage": manage,
    "lock": lock,
}

if __name__ == "__main__":
    main(sys.argv[1:])
