"""The living style page (`/gaya/`), for developers; served in demo mode and in tests only."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from netra.law.deadlines import compute
from netra.trust.acts import ACTS
from netra.trust.trail import Entry
from netra.web.forms.widgets import DayInput
from netra.web.words import translated

SHOWN_ON = date(2026, 7, 14)


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Nama", help_text="Seperti tertulis pada dokumen.", max_length=200)
    day = forms.DateField(label="Tanggal kejadian", widget=DayInput(), required=False)
    channel = forms.ChoiceField(
        label="Bagaimana Anda mengetahuinya?",
        choices=[("seen", "Melihat sendiri"), ("told", "Diberi tahu orang"), ("read", "Membaca di media")],
        widget=forms.RadioSelect,
    )
    office = forms.ChoiceField(label="Instansi", choices=[("", "Pilih"), ("a", "Dinas Contoh")])
    story = forms.CharField(label="Uraian", widget=forms.Textarea, help_text="Apa, siapa, di mana, kapan.")
    file = forms.FileField(label="Berkas bukti", required=False, help_text="Foto, video, atau dokumen.")
    sure = forms.BooleanField(label="Saya menyatakan uraian ini benar menurut pengetahuan saya.")


def sample_trail() -> list[Entry]:
    """Two events as `trust.trail.history` gives them."""
    acts = (("intake.report_submit", "Pelapor PLP-2026-CONTOH"), ("cases.case_register", "Petugas penerima laporan"))
    return [
        Entry(
            seq=seq,
            at=datetime(2026, 7, 6, 2 + seq, 15, tzinfo=UTC),
            verb=verb,
            label=translated(ACTS[verb].label),
            actor_ref="user:0",
            actor_label=actor,
            subject="PKR-2026-7K3QX9",
            payload={"report": "LPR-2026-2M8RT4"},
            citation="Perbawaslu 7/2022",
            clock_regressed=False,
            hash="0f3a" * 16,
        )
        for seq, (verb, actor) in enumerate(acts, start=1)
    ]


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Every component with the tag that draws it."""
    if not (settings.DEMO or settings.TESTING):
        raise Http404
    messages.success(request, "Contoh pesan: tersimpan, surat bernomor 005/12/2026.")
    deadlines = [
        compute("discipline_in_force", date(2026, 6, 11)),
        compute("discipline_in_force", date(2026, 7, 14)),
        compute("discipline_in_force", date(2029, 5, 2)),
    ]
    context = {
        "form": SampleForm({"day": "kemarin"}),
        "deadlines": deadlines,
        "shown_on": SHOWN_ON,
        "trail": sample_trail(),
        "steps": ["Apa", "Siapa", "Di mana", "Kapan", "Dari mana Anda tahu", "Bukti", "Tentang Anda"],
    }
    return render(request, "style/style.html", context)


urlpatterns: list[URLPattern] = [path("gaya/", style, name="style")]
