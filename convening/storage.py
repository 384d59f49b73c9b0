"""How static files are named in production, and what of them travels."""

import re
from typing import Any

from django.contrib.staticfiles.storage import HashedFilesMixin
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SCRIPT = re.compile(rb"^ *(?://[^\n]*|/\*\*.*?\*/)\n", re.DOTALL | re.MULTILINE)
"""Comments of our scripts on lines of their own: what follows code may be a text."""

STYLE = re.compile(rb"""("[^"]*"|'[^']*')|/\*.*?\*/|\s*([{};])\s*|\s+""", re.DOTALL)
"""Of our styles: texts, which stay, and what may go. Comments, and blanks for the eye alone."""

IMPORTED = re.compile(rb"""@import url\("([\w.-]+\.css)"\);\n?""")
"""As it is once the file that is imported is named by its content."""


def bare_script(content: bytes) -> bytes:
    return SCRIPT.sub(b"", content)


def bare_style(content: bytes) -> bytes:
    """Without comments, and with as few blanks as it needs."""

    def kept(found: re.Match[bytes]) -> bytes:
        return found[1] or found[2] or (b"" if found[0].startswith(b"/*") else b" ")

    return STYLE.sub(kept, content).strip()


BARE = {"css": bare_style, "js": bare_script}
"""By our own folders: what of a file travels."""


class NamedByContent(CompressedManifestStaticFilesStorage):
    """Names follow the content, also where one of our scripts imports another: it must be the same one everywhere.

    Our comments stay at home: they are a seventh of what our styles and scripts weigh. A style sheet that imports
    others travels with them as one: compressed together they are a quarter lighter.
    """

    support_js_module_import_aggregation = True
    # Only in our own folder: libraries name what is not there.
    _js_module_import_aggregation_patterns = (
        "js/*.js",
        HashedFilesMixin._js_module_import_aggregation_patterns[1],
    )

    def _save(self, name: str, content: Any) -> str:
        folder = name.partition("/")[0]
        if folder in BARE:
            whole = IMPORTED.sub(self._imported, b"".join(content.chunks()))
            content = ContentFile(BARE[folder](whole))
        return super()._save(name, content)

    def _imported(self, found: re.Match[bytes]) -> bytes:
        """What the file says that is imported; it stays an import until that has its last name."""
        name = f"css/{found[1].decode()}"
        if not self.exists(name):
            return found[0]
        with self.open(name) as file:
            return bytes(file.read())
