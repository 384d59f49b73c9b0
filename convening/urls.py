"""Every address begins here."""

from django.contrib import admin
from django.urls import include, path

from convening.views.health import health
from convening.views.home import home

urlpatterns = [
    path("", home, name="home"),
    path("", include("structures.urls")),
    path("", include("sessions.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("healthz", health, name="health"),
]
