"""The demo's roles page: sign in as one of the cast with one click; served in demo mode only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from netra.trust import queries
from netra.trust.acts import Role
from netra.web.cases.names import agency_names, region_name
from netra.web.doors import today

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


TASKS: Mapping[Role, StrPromise] = {
    Role.INTAKE_OFFICER: _("Memeriksa laporan, menyusun kajian, meneruskan perkara."),
    Role.PLENARY_MEMBER: _("Memutus hasil kajian."),
    Role.OVERSIGHT_ANALYST: _("Memberi rekomendasi, mengingatkan, memblokir data."),
    Role.PERSONNEL_OFFICER: _("Memanggil, memeriksa, menyerahkan keputusan."),
    Role.UNIT_HEAD: _("Melihat pencegahan di unitnya, dan mengurus yang belum."),
    Role.EXAMINER: _("Memeriksa; hanya melihat penanganan yang ditugaskan kepadanya."),
    Role.APPOINTING_AUTHORITY: _("Memutus, dengan batas bawah dan batas atas hukum di depan mata."),
    Role.IDENTITY_CUSTODIAN: _("Menyetujui atau menolak pembukaan identitas pelapor."),
    Role.AUDITOR: _("Membaca dan memeriksa jejak; tidak mengubah apa pun."),
    Role.ADMINISTRATOR: _("Mengurus akun, peran, dan registri; tidak melihat isi perkara."),
}


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
    held = [(user, queries.own_roles(user, on=today())) for user in users]
    agencies = agency_names({each.agency_code for _user, roles in held for each in roles}, on=today())
    cast = [(user, [(each, _place(each, agencies), TASKS[each.role]) for each in roles]) for user, roles in held]
    return render(request, "demo/demo_roles.html", {"cast": cast})


def _place(held: queries.HeldRole, agencies: Mapping[str, str]) -> str:
    """Where a role holds, by name: a visitor knows no codes of regions."""
    if held.region_code:
        return region_name(held.region_code)
    return " / ".join(filter(None, (agencies.get(held.agency_code), held.unit_code))) or held.place


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
