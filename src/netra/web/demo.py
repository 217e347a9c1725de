"""The demo's roles page: sign in as one of the cast with one click; served in demo mode only."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from netra.trust import queries
from netra.web.doors import today


def in_demo_only(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Outside demo mode the page does not exist. Asked at every request, not when the house starts."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request)

    return guarded


@require_safe
@in_demo_only
def demo_roles(request: HttpRequest) -> HttpResponse:
    """Everybody one can be here, and what each of them holds."""
    users = get_user_model().objects.filter(is_active=True).order_by("pk")[:50]
    cast = [(user, queries.own_roles(user, on=today())) for user in users]
    return render(request, "demo/demo_roles.html", {"cast": cast})


@require_POST
@in_demo_only
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """From here on the visitor is that one of the cast."""
    user = get_object_or_404(get_user_model(), username=request.POST.get("username", ""), is_active=True)
    login(request, user)
    return redirect("home")


urlpatterns: list[URLPattern] = [
    path("peraga/", demo_roles, name="demo_roles"),
    path("peraga/masuk/", demo_sign_in, name="demo_sign_in"),
]
