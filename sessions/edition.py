"""Which edition of our own files a page was made with: kept pages of another edition are not shown any more."""

from functools import cache

from django.conf import settings

FOLDERS = ("templates", "static", "locale", "sessions", "structures")
KINDS = (".html", ".css", ".js", ".svg", ".woff2", ".mo", ".py")


def edition() -> str:
    """The same until a file changes. While developing, files change under a running server."""
    return newest_file() if settings.DEBUG else edition_of_this_process()


@cache
def edition_of_this_process() -> str:
    return newest_file()


def newest_file() -> str:
    """When one of the files that make a page was last written, in nanoseconds."""
    paths = (path for folder in FOLDERS for path in (settings.BASE_DIR / folder).rglob("*.*"))
    return f"{max(path.stat().st_mtime_ns for path in paths if path.suffix in KINDS):x}"
