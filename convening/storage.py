"""How static files are named in production."""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):
    """Names follow the content, also where one of our scripts imports another: it must be the same one everywhere."""

    support_js_module_import_aggregation = True
    # Only in our own folder: libraries name what is not there.
    _js_module_import_aggregation_patterns = (
        "js/*.js",
        HashedFilesMixin._js_module_import_aggregation_patterns[1],
    )
