"""The one settings file. What differs between machines comes from the environment.

Nothing here is a secret and nothing is set for development: ``dev.py`` gives development its
environment. The README has the table of variables.
"""

from pathlib import Path

import django
from django.utils.translation import gettext_lazy as _

from convening import env

BASE_DIR = Path(__file__).resolve().parent.parent
DAY = 24 * 60 * 60  # seconds

# --- Safety -------------------------------------------------------------------------------------

DEBUG = env.boolean("DEBUG", default=False)
SECRET_KEY = env.secret("SECRET_KEY")
ALLOWED_HOSTS = env.listing("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.listing("CSRF_TRUSTED_ORIGINS", default="")
X_FRAME_OPTIONS = "DENY"

HTTPS = env.boolean("HTTPS", default=not DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # probes knock on the server itself, without TLS
SECURE_HSTS_SECONDS = env.integer("HSTS_SECONDS", default=365 * DAY) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS

# Headers that say where a request came from are believed only when a proxy of ours sets them.
PROXIES = env.integer("PROXIES", default=0)
ALLAUTH_TRUSTED_PROXY_COUNT = NINJA_NUM_PROXIES = PROXIES
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None

CONTENT_POLICY = {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
}
CSP_IS_BUILT_IN = django.VERSION >= (6,)
if CSP_IS_BUILT_IN:
    SECURE_CSP = CONTENT_POLICY
else:
    CONTENT_SECURITY_POLICY = {"DIRECTIVES": CONTENT_POLICY}

# --- Parts --------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "convening.apps.ConveningConfig",
    "structures.apps.StructuresConfig",
    "sessions.apps.SessionsConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",  # the same static files in development as in production
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    *([] if CSP_IS_BUILT_IN else ["csp"]),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware"
    if CSP_IS_BUILT_IN
    else "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "convening.urls"
WSGI_APPLICATION = "convening.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- What is kept -------------------------------------------------------------------------------

DATABASES = {"default": env.database("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
# Three, each for one process: what strangers read must not push out the counts that slow down guessing.
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": MEMORY, "LOCATION": "limits", "OPTIONS": {"MAX_ENTRIES": 20_000}},
    "agendas": {"BACKEND": MEMORY, "LOCATION": "agendas", "OPTIONS": {"MAX_ENTRIES": 500}},
    "calls": {"BACKEND": MEMORY, "LOCATION": "calls", "OPTIONS": {"MAX_ENTRIES": 20_000}},
}
SESSION_COOKIE_AGE = 30 * DAY  # a guest's journeys live as long as this

# --- People -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "convening.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/journeys/"
LOGOUT_REDIRECT_URL = "home"

ACCOUNT_ADAPTER = "convening.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "convening.forms.SignupForm"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds: mail can be slow
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
# A room of 60 people shares one address, so what is strict is counted per account ("key") and
# what is counted per address ("ip") leaves a whole room space to sign in during the same minute.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "300/m/ip,5/5m/key",
    "signup": "120/m/ip",
    "request_login_code": "120/m/ip,3/m/key",
    "reset_password": "120/m/ip,5/m/key",
    "reset_password_from_key": "120/m/ip",
    "invite": "40/h/user,5/h/key",
    "wanting": "60/h/ip",
}
# Calls of the API, for a person with a token and for the address of anybody else, where again a whole room sits.
API_RATES = {
    "read": {"person": "600/m", "address": "1200/m"},
    "costly": {"person": "60/m", "address": "300/m"},
    "draft": {"person": "10/m", "address": "10/m"},
    "write": {"person": "120/m", "address": "120/m"},
    "guess": {"address": "60/m"},
}

# --- Words, dates, mail -------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = env.time_zone("TIME_ZONE", default="UTC")

MAIL = env.choice("EMAIL_BACKEND", ["smtp", "console"], default="smtp")
MAIL_BACKEND = f"django.core.mail.backends.{MAIL}.EmailBackend"
MAIL_OPTIONS = env.mail_server() if MAIL == "smtp" else {}
if django.VERSION >= (6, 1):
    MAILERS = {"default": {"BACKEND": MAIL_BACKEND, "OPTIONS": MAIL_OPTIONS}}
else:
    EMAIL_BACKEND = MAIL_BACKEND
    EMAIL_HOST = MAIL_OPTIONS.get("host", "")
    EMAIL_PORT = MAIL_OPTIONS.get("port", 0)
    EMAIL_HOST_USER = MAIL_OPTIONS.get("username", "")
    EMAIL_HOST_PASSWORD = MAIL_OPTIONS.get("password", "")
    EMAIL_USE_TLS = MAIL_OPTIONS.get("use_tls", False)
    EMAIL_USE_SSL = MAIL_OPTIONS.get("use_ssl", False)
    EMAIL_TIMEOUT = MAIL_OPTIONS.get("timeout")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL")

# --- Files and logs -----------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
PLAIN_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"
NAMED_BY_CONTENT = "convening.storage.NamedByContent"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_FILES if DEBUG else NAMED_BY_CONTENT},
}

# Without this, Django tells nobody of an error once DEBUG is off.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "INFO"}},
}
