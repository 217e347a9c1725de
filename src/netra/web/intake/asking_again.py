"""The page of the code for whoever's visit has ended; a message that was just written is carried along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from netra.web.forms.intake import CodeForm


def ask_again(request: HttpRequest, why: str = "") -> HttpResponse:
    """Asks for the code once more."""
    context = {
        "form": CodeForm(),
        "written": request.POST.get("body", ""),
        "why": why or _("Demi keamanan, halaman ini menutup sendiri setelah 30 menit. Masukkan kode sekali lagi."),
    }
    return render(request, "intake/report_follow.html", context, status=403)
