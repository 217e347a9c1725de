"""Forms of the officers who receive reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.intake.requirements import WORDING, Requirement
from netra.intake.states import (
    CLOSING_STATES,
    LABELS,
    ApartReason,
    Channel,
    CloseReason,
    DuplicateReason,
    Kind,
    RerouteReason,
    State,
    label,
)
from netra.web.forms import intake as pages
from netra.web.forms.case_fields import AgencyField, LineField, hour_label
from netra.web.forms.intake import line, one_of, people_shown, person_fields, story
from netra.web.forms.widgets import DayInput

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from netra.registry.models import Agency


def labelled(kind: type[StrEnum]) -> list[tuple[str, str]]:
    """The codes of a kind with their words."""
    return [(code.value, label(code)) for code in kind]


def kind_choices() -> list[tuple[str, StrPromise]]:
    """The kinds of report; translated when they are drawn, for the form is made before anybody asks."""
    return [(kind.value, cast("StrPromise", LABELS[Kind][kind])) for kind in Kind]


def state_choices() -> list[tuple[str, str]]:
    return [("", str(_("Semua"))), *labelled(State)]


def requirement_choices() -> list[tuple[str, str]]:
    return [(requirement.value, str(WORDING[requirement].label)) for requirement in Requirement]


def closing_choices() -> list[tuple[str, str]]:
    return [(state.value, label(state)) for state in sorted(CLOSING_STATES)]


class FilterForm(forms.Form):
    """Which reports to list."""

    state = forms.ChoiceField(label=_("Keadaan"), choices=state_choices, required=False)

    def wanted(self) -> State | None:
        """The state asked for; anything unknown lists everything."""
        return State(self.cleaned_data["state"]) if self.is_valid() and self.cleaned_data["state"] else None


class CheckForm(forms.Form):
    """Which requirements are not met; none means that the report is complete."""

    missing = forms.TypedMultipleChoiceField(
        label=_("Yang belum terpenuhi"),
        help_text=_(
            "Yang menurut Netra belum ada sudah dicentang; selama dicentang, dihitung belum terpenuhi. Hilangkan "
            "centangnya bila ada. Tidak ada yang dicentang: laporan lengkap."
        ),
        choices=requirement_choices,
        coerce=Requirement,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class CompletionForm(forms.Form):
    """What the reporter is asked to add, and a word to them."""

    missing = forms.TypedMultipleChoiceField(
        label=_("Yang diminta"),
        choices=requirement_choices,
        coerce=Requirement,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    note = story(
        _("Pesan kepada pelapor"),
        _("Kalimat pendek dan ramah. Daftar yang kurang dan petunjuknya ditambahkan sendiri."),
    )


class CloseForm(forms.Form):
    """How a report ends without being registered, and what the reporter is told."""

    outcome = forms.TypedChoiceField(
        label=_("Ditutup sebagai"), choices=closing_choices, coerce=State, widget=forms.RadioSelect
    )
    reason = forms.TypedChoiceField(label=_("Alasan"), choices=lambda: labelled(CloseReason), coerce=CloseReason)
    explanation = story(
        _("Penjelasan untuk pelapor"),
        _("Apa yang diperiksa, dan mengapa tidak diregistrasi. Pelapor membacanya dengan kodenya."),
        needed=True,
    )


class WithdrawalForm(forms.Form):
    """The letter by which a reporter takes the report back."""

    document = LineField(
        label=_("Surat pencabutan"), max_length=120, help_text=_("Nomor dan tanggal surat. Jangan menulis nama orang.")
    )


class RerouteForm(forms.Form):
    """Which office handles the report from now on, and why."""

    region = line(
        _("Wilayah kantor tujuan"), _("Kabupaten, kota, atau provinsi; “nasional” untuk Bawaslu RI."), needed=True
    )
    reason = forms.TypedChoiceField(label=_("Alasan"), choices=lambda: labelled(RerouteReason), coerce=RerouteReason)

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Ask back which of several regions is meant."""
        if choices:
            self.fields["region_choice"] = one_of(_("Yang mana?"), choices)
            self.order_fields(["region", "region_choice", "reason"])


class BypassForm(forms.Form):
    """The agencies of the superiors: those that may be meant, those named before, and others by code or name."""

    def __init__(self, *args: Any, meant: Sequence[Agency] = (), named: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        names = dict.fromkeys(named, "") | {agency.code: f"{agency.name_then} ({agency.code})" for agency in meant}
        if names:
            self.fields["known"] = forms.MultipleChoiceField(
                label=_("Instansi atasan"),
                choices=[(code, name or code) for code, name in names.items()],
                initial=list(named),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        for number in (1, 2, 3):
            label = _("Instansi lain") if number == 1 else _("Satu lagi")
            self.fields[f"other_{number}"] = AgencyField(
                label=label, required=False, help_text=_("Kode atau nama lengkap instansi.")
            )

    def agency_codes(self) -> list[str]:
        """Everything chosen and written, without the empty lines."""
        written = [self.cleaned_data[f"other_{number}"] for number in (1, 2, 3)]
        return [code for code in (*self.cleaned_data.get("known", ()), *written) if code]


class DuplicateForm(forms.Form):
    """Why two reports are held to be about the same."""

    reason = forms.TypedChoiceField(
        label=_("Keduanya serupa karena"),
        choices=lambda: labelled(DuplicateReason),
        coerce=DuplicateReason,
        widget=forms.RadioSelect,
    )


class CopiesForm(DuplicateForm):
    """Which of several copies are about the same as the report they were found with."""

    others = forms.MultipleChoiceField(
        label=_("Laporan yang serupa dengannya"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Centang hanya yang sudah Anda bandingkan."),
    )
    field_order = ("others", "reason")

    def __init__(self, *args: Any, copies: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].label = _("Semuanya serupa karena")
        self.fields["others"].choices = list(copies)  # type: ignore[attr-defined]


class ApartForm(forms.Form):
    """Why two reports that look alike are held not to be about the same."""

    reason = forms.TypedChoiceField(
        label=_("Keduanya berbeda karena"),
        choices=lambda: labelled(ApartReason),
        coerce=ApartReason,
        widget=forms.RadioSelect,
    )


class SignerForm(forms.Form):
    """Who signs the receipt."""

    name = forms.CharField(label=_("Penanda tangan"), max_length=200)
    position = forms.CharField(label=_("Jabatan"), max_length=200)


class EraseForm(forms.Form):
    """Why a report is erased."""

    reason = story(_("Alasan"), _("Tersimpan dalam jejak. Jangan menulis nama siapa pun."), needed=True, rows=3)


class ConfirmForm(forms.Form):
    """Nothing but the button."""


def channel_choices() -> list[tuple[str, str]]:
    return [(channel.value, label(channel)) for channel in Channel if channel is not Channel.WEB]


# The same questions, asked about somebody who is not at the keyboard.
_ABOUT_THE_REPORTER = {
    "what": _("Apa yang terjadi menurut pelapor"),
    "known_date": _("Sejak kapan pelapor mengetahuinya?"),
    "how_known": _("Dari mana pelapor tahu?"),
    "mode": _("Bagaimana pelapor ingin dikenal?"),
    "capacity": _("Melapor sebagai"),
    "reporter_name": _("Nama pelapor"),
    "reporter_address": _("Alamat pelapor"),
    "reporter_contact": _("Telepon atau surel pelapor"),
}


class RecordForm(forms.Form):
    """All questions on one page, for a report that came by telephone, letter, WhatsApp or in person."""

    channel = forms.TypedChoiceField(
        label=_("Laporan sampai lewat"), choices=channel_choices, coerce=Channel, widget=forms.RadioSelect
    )
    received_date = forms.DateField(label=_("Diterima tanggal"), widget=DayInput())
    received_time = forms.TimeField(label=_("Pukul"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    kind = one_of(_("Jenis laporan"), kind_choices())
    secret = forms.CharField(widget=forms.HiddenInput, max_length=100)

    def __init__(self, answers: Mapping[str, str], *, more: bool = False, region_code: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.fields["received_time"].label = hour_label(region_code)
        self.people = people_shown(answers, more=more)
        under_pressure = answers.get("kind") == Kind.SUPERIOR_PRESSURE
        self.fields |= _copies(pages.WhatForm)
        for number in range(1, self.people + 1):
            self.fields |= person_fields(number, under_pressure=under_pressure)
        for form in (pages.WhereForm, pages.WhenForm, pages.HowForm, pages.EvidenceForm):
            self.fields |= _copies(form)
        self.fields |= _copies(pages.ReporterForm) | _copies(pages.IdentityForm)
        for name, label_text in _ABOUT_THE_REPORTER.items():
            self.fields[name].label = label_text
        # Only asked of those who want to be known; the room says so where it is missing.
        self.fields["reporter_name"].required = False

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Ask back which of several regions is meant."""
        if choices:
            names = list(self.fields)
            place = names.index("region") + 1
            self.fields["region_choice"] = one_of(_("Yang mana?"), choices)
            self.order_fields([*names[:place], "region_choice", *names[place:]])


def _copies(form: type[forms.Form]) -> dict[str, forms.Field]:
    return dict(form().fields)
