"""The environment of the tests, and what is only slow in tests. Everything else is as in production."""

import os

os.environ.update(
    DEBUG="false",
    SECRET_KEY="only-for-tests",  # noqa: S106
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    HTTPS="false",
    EMAIL_BACKEND="console",
    DEFAULT_FROM_EMAIL="Convening <convening@example.org>",
)

from convening.settings import *  # noqa: E402, F403
from convening.settings import PLAIN_FILES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": PLAIN_FILES}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # from static/, without collecting
