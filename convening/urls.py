"""Every address begins here."""

from django.contrib import admin
from django.urls import include, path, re_path

from convening.api import PREFIX, nothing
from convening.api import api as served
from convening.views.account_confirm_login_code import account_confirm_login_code
from convening.views.account_reset_password_from_key import account_reset_password_from_key
from convening.views.api import api, journey_schema
from convening.views.health import health
from convening.views.home import home
from convening.views.tokens import token_revoke, tokens

urlpatterns = [
    path("", home, name="home"),
    path("", include("structures.urls")),
    path("", include("sessions.urls")),
    path(PREFIX, api, name="api"),
    path(f"{PREFIX}journey.schema.json", journey_schema, name="journey_schema"),
    path(PREFIX, served.urls),
    re_path(rf"^{PREFIX}", nothing, name="api_nothing"),
    path("accounts/login/code/confirm/", account_confirm_login_code, name="account_confirm_login_code"),
    re_path(
        r"^accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account_reset_password_from_key,
        name="account_reset_password_from_key",
    ),
    path("accounts/tokens/", tokens, name="tokens"),
    path("accounts/tokens/revoke/", token_revoke, name="token_revoke"),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("healthz", health, name="health"),
]
