"""Forms of the public way of reporting: they ask, and the room `intake` judges what was answered.

A form here never refuses a text by itself. Every answer is saved first, and the messages come from
`intake.submission.read_submission`, so that a step, the check before sending and an officer's entry say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.intake.states import Capacity, Mode
from netra.intake.submission import MAX_PERSONS
from netra.law.conducts import CONDUCTS
from netra.web.words import translated

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Choices = Iterable[tuple[str, "StrPromise | str"]]


class AnswerField(forms.CharField):
    """A text as it was typed. `required` only tells the reader; the room says what is wrong."""

    def clean(self, value: Any) -> str:
        return str(value or "")


class ChoiceField(forms.ChoiceField):
    """One of several; an unknown value is named by the room."""

    def clean(self, value: Any) -> str:
        return str(value or "")


class ManyFilesInput(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """A list of files; empty ones come through, because the room says why they cannot be taken."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return list(data or [])


def line(label: StrPromise, help_text: StrPromise | str = "", *, needed: bool = False, **attrs: str) -> AnswerField:
    """One line; the browser is told not to remember it."""
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return AnswerField(label=label, help_text=help_text, required=needed, widget=widget)


def story(label: StrPromise, help_text: StrPromise | str = "", *, needed: bool = False, rows: int = 6) -> AnswerField:
    """Several lines."""
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return AnswerField(label=label, help_text=help_text, required=needed, widget=widget)


def one_of(label: StrPromise, choices: Choices, help_text: StrPromise | str = "") -> ChoiceField:
    """A few choices, all of them visible."""
    return ChoiceField(label=label, choices=list(choices), help_text=help_text, widget=forms.RadioSelect)


def files_field(label: StrPromise, help_text: StrPromise | str = "") -> ManyFilesField:
    return ManyFilesField(label=label, help_text=help_text, required=False)


def conduct_choices() -> list[tuple[str, str]]:
    """What can be observed, in the words of the law room."""
    return [("", str(_("Saya tidak tahu"))), *((code, translated(conduct.label)) for code, conduct in CONDUCTS.items())]


def election_choices() -> list[tuple[str, StrPromise]]:
    return [
        ("GENERAL", _("Pemilu: presiden, DPR, DPD, atau DPRD")),
        ("REGIONAL", _("Pemilihan kepala daerah: gubernur, bupati, atau wali kota")),
        ("", _("Saya tidak tahu, atau di luar masa pemilihan")),
    ]


def capacity_choices() -> list[tuple[str, StrPromise]]:
    return [
        (Capacity.VOTER.value, _("Warga negara Indonesia yang punya hak pilih")),
        (Capacity.MONITOR.value, _("Pemantau pemilu atau pemilihan")),
        (Capacity.PARTICIPANT.value, _("Peserta pemilu atau pemilihan")),
        (Capacity.UNKNOWN.value, _("Tidak saya sebutkan")),
    ]


class WhatForm(forms.Form):
    """What happened."""

    what = story(
        _("Ceritakan apa yang terjadi"),
        _("Siapa berbuat apa, kepada siapa. Satu kalimat pun cukup untuk mulai."),
        needed=True,
        rows=8,
    )
    conduct = ChoiceField(
        label=_("Paling mirip dengan yang mana?"),
        choices=conduct_choices,
        required=False,
        help_text=_("Tidak perlu tepat. Petugas yang menentukan."),
    )


PARTS = ("name", "position", "agency", "nip", "superior")


def person_fields(number: int, *, under_pressure: bool) -> dict[str, forms.Field]:
    """What is asked about one person; who the superior is, only where a superior is reported."""
    fields: dict[str, forms.Field] = {
        "name": line(_("Nama"), _("Tidak tahu? Kosongkan.")),
        "position": line(_("Jabatan atau ciri"), _("Misalnya: kepala seksi, guru, ajudan.")),
        "agency": line(_("Instansi atau tempat kerja"), _("Misalnya: Dinas Pendidikan Kota Jambi.")),
        "nip": line(_("NIP"), _("Tidak wajib. Anda tidak perlu mencarinya."), inputmode="numeric"),
    }
    if under_pressure:
        fields["superior"] = forms.BooleanField(label=_("Orang ini atasan saya"), required=False)
    return {f"person_{number}_{part}": field for part, field in fields.items()}


def people_shown(answers: Mapping[str, str], *, more: bool = False) -> int:
    """How many people the page asks about: those who were named, at least one, and one more if asked for."""
    named = [number for number in range(1, MAX_PERSONS + 1) if _is_named(answers, number)]
    return min(max(named, default=1) + more, MAX_PERSONS)


def _is_named(answers: Mapping[str, str], number: int) -> bool:
    return any(answers.get(f"person_{number}_{part}") for part in ("name", "position", "agency", "nip"))


class WhereForm(forms.Form):
    """The region as somebody writes it, and the place."""

    region = line(
        _("Kabupaten, kota, atau provinsi"),
        _("Tulis lengkap, misalnya “Kota Jambi” atau “Kabupaten Muaro Jambi”. Tidak di satu provinsi? Kosongkan."),
    )
    nationwide = forms.BooleanField(
        label=_("Tidak di satu provinsi"),
        required=False,
        help_text=_("Di luar negeri, di beberapa provinsi, atau tidak terikat tempat. Ditangani Bawaslu RI."),
    )
    place = line(_("Tempatnya"), _("Gedung, lapangan, atau nama akun dan grup bila di media sosial."))

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Ask back which of several regions is meant."""
        if choices:
            self.fields["region_choice"] = one_of(_("Yang mana?"), choices)
            self.order_fields(["region", "region_choice", "nationwide", "place"])


class WhenForm(forms.Form):
    """When it happened and when the reporter came to know, which starts the term."""

    act_date = line(_("Kapan terjadinya?"), _("Misalnya 15-10-2024, Oktober 2024, atau 2024 saja."))
    known_date = line(
        _("Sejak kapan Anda mengetahuinya?"),
        _("Tanggal lengkap. Jangka waktu pelaporan dihitung dari hari itu."),
    )
    election_kind = one_of(_("Berkaitan dengan pemilihan apa?"), election_choices())


class HowForm(forms.Form):
    """How the reporter knows."""

    how_known = story(
        _("Dari mana Anda tahu?"),
        _("Melihat sendiri, mendengar dari orang, membaca di media sosial. Ada saksi lain?"),
    )


class EvidenceForm(forms.Form):
    """Files, and what is no file."""

    uploads = files_field(_("Tambah berkas"))
    other_evidence = story(
        _("Bukti lain"), _("Tautan, nama akun, nama saksi, atau bukti yang masih di tempat lain."), rows=4
    )


class ReporterForm(forms.Form):
    """Whether the reporter wants to be known, and in which capacity they report."""

    mode = one_of(
        _("Bagaimana Anda ingin dikenal?"),
        [
            (Mode.ANONYMOUS.value, _("Tanpa nama: tidak ada yang tahu, juga petugas")),
            (Mode.CONFIDENTIAL.value, _("Rahasia: nama disegel, hanya dibuka oleh dua orang dengan alasan tertulis")),
            (Mode.NAMED.value, _("Dengan nama: nama tetap disegel dan boleh disebut dalam penanganan")),
        ],
    )
    capacity = one_of(_("Anda melapor sebagai"), capacity_choices())


class IdentityForm(forms.Form):
    """Who reports; sealed apart from the report."""

    reporter_name = line(_("Nama Anda"), needed=True)
    reporter_address = line(_("Alamat"), _("Syarat formal undang-undang; boleh disusulkan."))
    reporter_contact = line(
        _("Telepon atau surel"), _("Hanya bila Anda mau dihubungi. Jangan nomor atau surel kantor.")
    )


class CodeForm(forms.Form):
    """The code, however it was written down."""

    code = AnswerField(
        label=_("Kode"),
        help_text=_("17 huruf dan angka. Huruf besar, huruf kecil, spasi, dan tanda hubung tidak masalah."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "maxlength": "60"}
        ),
    )


class MessageForm(forms.Form):
    """A message of either side; the token makes a message that is sent twice one message."""

    body = story(_("Pesan"), rows=5)
    uploads = files_field(_("Lampirkan berkas"))
    token = forms.CharField(widget=forms.HiddenInput, max_length=64)


class LateIdentityForm(IdentityForm):
    """Somebody who reported without a name gives it later."""

    mode = one_of(
        _("Bagaimana Anda ingin dikenal?"),
        [
            (Mode.CONFIDENTIAL.value, _("Rahasia: nama disegel, hanya dibuka oleh dua orang dengan alasan tertulis")),
            (Mode.NAMED.value, _("Dengan nama: nama tetap disegel dan boleh disebut dalam penanganan")),
        ],
    )
    capacity = one_of(_("Anda melapor sebagai"), capacity_choices())
    field_order = ("mode", "reporter_name", "reporter_address", "reporter_contact", "capacity")
