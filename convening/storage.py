"""How static files are named in production, and what of them travels."""

import re
from typing import Any

from django.contrib.staticfiles.storage import HashedFilesMixin
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

COMMENTS = {
    "css": re.compile(rb"/\*.*?\*/\n?", re.DOTALL),
    "js": re.compile(rb"^ *(?://[^\n]*|/\*\*.*?\*/)\n", re.DOTALL | re.MULTILINE),
}
"""By our own folders: those of styles, and of scripts those on lines of their own. What follows code may be a text."""


class NamedByContent(CompressedManifestStaticFilesStorage):
    """Names follow the content, also where one of our scripts imports another: it must be the same one everywhere.

    Our comments stay at home: they are a seventh of what our styles and scripts weigh.
    """

    support_js_module_import_aggregation = True
    # Only in our own folder: libraries name what is not there.
    _js_module_import_aggregation_patterns = (
        "js/*.js",
        HashedFilesMixin._js_module_import_aggregation_patterns[1],
    )

    def _save(self, name: str, content: Any) -> str:
        comments = COMMENTS.get(name.partition("/")[0])
        if comments:
            content = ContentFile(comments.sub(b"", b"".join(content.chunks())))
        return super()._save(name, content)
