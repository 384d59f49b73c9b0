"""The addresses of the catalogue: a route, its view and its test share one name."""

from django.urls import path

from structures import views

urlpatterns = [
    path("structures/", views.structures, name="structures"),
    path("structures/<slug:slug>/", views.structure, name="structure"),
    path("wanting/", views.wanting, name="wanting"),
    path("questions/", views.questions, name="questions"),
    path("questions/<slug:slug>/", views.question, name="question"),
]
