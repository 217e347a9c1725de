"""Pages that belong to no room: the start page, which is an officer's desk, and the pages about Netra itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from netra.web import desk


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, and the doors into it; for an officer, the pages of their work."""
    if request.user.is_authenticated:
        return render(request, "public/desk.html", desk.on_the_desk(request.user, request.path))
    return render(request, "public/home.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What Netra is for and what it never does."""
    return render(request, "public/about.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about whom, for how long, and who may see it."""
    return render(request, "public/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How the pages can be used, and whom to tell when one cannot."""
    return render(request, "public/accessibility.html")


# A token would need a cookie on every public page. The worst a forged request can do is to show a page in English.
choose_language = csrf_exempt(require_POST(set_language))

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("tentang/", about, name="about"),
    path("privasi/", privacy, name="privacy"),
    path("aksesibilitas/", accessibility, name="accessibility"),
    path("bahasa/", choose_language, name="set_language"),
]
