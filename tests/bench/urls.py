"""The real addresses, and one more: the empty page that everything is measured against."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from convening.urls import urlpatterns as real


def empty(request: HttpRequest) -> HttpResponse:
    """``base.html`` with nothing in it."""
    return render(request, "base.html")


urlpatterns = [*real, path("empty/", empty)]
