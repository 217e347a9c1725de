"""Forms about the people and the acts of a case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.cases.operations import NewAct, NewParty
from netra.cases.states import (
    attribute_choices,
    channel_choices,
    phase_choices,
    precision_choices,
    source_choices,
)
from netra.law.conducts import CONDUCTS
from netra.law.vocabulary import Employment
from netra.registry.states import position_choices
from netra.web.forms.case_fields import AgencyField, LineField, StoryField
from netra.web.forms.widgets import DayInput
from netra.web.words import translated, translated_choices


def conduct_choices() -> list[tuple[str, Any]]:
    """The vocabulary of the law room."""
    return [("", _("Pilih")), *((conduct.code, translated(conduct.label)) for conduct in CONDUCTS.values())]


EMPLOYMENT_LABELS: Mapping[Employment, Any] = {
    Employment.PNS: "PNS",
    Employment.CPNS: "CPNS",
    Employment.PPPK: "PPPK",
    Employment.VILLAGE_HEAD: _("Kepala desa"),
    Employment.STATE_OFFICIAL: _("Pejabat negara"),
    Employment.OTHER: _("Lainnya"),
}


def employment_choices() -> list[tuple[str, Any]]:
    """Whom a case may be about; the sanctions of each are their own."""
    return [(kind.value, label) for kind, label in EMPLOYMENT_LABELS.items()]


class PartyForm(forms.Form):
    """An accused as known now; everything may still be unknown."""

    use_required_attribute = False

    name = LineField(
        label=_("Nama terlapor"), required=False, help_text=_("Kosongkan bila belum diketahui. Jangan menebak.")
    )
    position_title = LineField(label=_("Jabatan"), required=False)
    position = forms.ChoiceField(
        label=_("Jenjang jabatan"), choices=translated_choices(position_choices), initial="UNKNOWN"
    )
    employment = forms.ChoiceField(label=_("Kepegawaian"), choices=employment_choices, initial="PNS")
    grade = LineField(label=_("Pangkat/golongan"), required=False, max_length=8, help_text=_("Contoh: III/d"))
    agency_code = AgencyField(label=_("Instansi"), required=False, help_text=_("Kode atau nama lengkap instansi."))
    unit_name = LineField(label=_("Unit kerja"), required=False)

    def party(self) -> NewParty:
        """The accused, for a form that is valid."""
        return NewParty(**self.cleaned_data)

    def looks_in_register(self, *, shown_in: str, search: str, choice: str) -> None:
        """Have the page look for the name while it is typed: where it shows whom it finds, and what it sends."""
        told = {"data-possible": shown_in, "data-search": search, "data-choice": choice}
        self.fields["name"].widget.attrs.update({"autocomplete": "off", "spellcheck": "false", **told})


class CorrectionForm(PartyForm):
    """The accused as an officer knows better now, and from where."""

    source = forms.ChoiceField(
        label=_("Dari mana data yang benar itu"), choices=translated_choices(source_choices, ("", _("Pilih")))
    )

    def party(self) -> NewParty:
        """The accused, for a form that is valid."""
        return NewParty(**{name: value for name, value in self.cleaned_data.items() if name != "source"})


class ActForm(forms.Form):
    """An observable act with its day, which chooses the law."""

    use_required_attribute = False

    conduct = forms.ChoiceField(label=_("Bentuk perbuatan"), choices=conduct_choices)
    act_date = forms.DateField(
        label=_("Tanggal perbuatan"),
        widget=DayInput(),
        help_text=_(
            "Bentuk, tahap, dan kode etik dinilai menurut hukum pada tanggal ini; rezim disiplin menurut hari "
            "diperiksa dan diputus."
        ),
    )
    act_date_precision = forms.ChoiceField(
        label=_("Seberapa pasti tanggal itu?"),
        widget=forms.RadioSelect,
        choices=translated_choices(precision_choices),
        initial="DAY",
    )
    narrative = StoryField(
        label=_("Uraian"), help_text=_("Apa yang terlihat, tanpa menyimpulkan. Jangan menyebut pelapor.")
    )
    place = LineField(label=_("Tempat atau akun"), required=False, max_length=300)
    channel = forms.ChoiceField(label=_("Cara"), choices=translated_choices(channel_choices), initial="OTHER")
    phase = forms.ChoiceField(
        label=_("Tahap pemilihan"),
        required=False,
        choices=translated_choices(phase_choices),
        help_text=_("Ubah hanya bila Anda mengetahui tanggal penetapan yang berbeda."),
    )
    other_conducts = forms.MultipleChoiceField(
        label=_("Dapat pula dibaca sebagai"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: conduct_choices()[1:],
    )

    def act(self) -> NewAct:
        """The act, for a form that is valid."""
        return acted(self.cleaned_data)


class ActCorrectionForm(ActForm):
    """An act as an officer knows it better now, why, and by which paper."""

    reason = StoryField(label=_("Alasan"), help_text=_("Apa yang keliru, dan dari mana yang benar diketahui."))
    document = LineField(
        label=_("Dokumen dasarnya, bila ada"),
        required=False,
        max_length=120,
        help_text=_("Nomor dan tanggal, misalnya: 800/12/BKPSDM/2024, 18 Oktober 2024."),
    )

    def act(self) -> NewAct:
        """The act, for a form that is valid."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in {"reason", "document"}}
        return acted(said)

    def why(self) -> dict[str, str]:
        """Why, and by which paper."""
        return {name: self.cleaned_data[name] for name in ("reason", "document")}


def acted(given: Mapping[str, Any]) -> NewAct:
    """The act that a form says; its main form is not among the others."""
    others = tuple(code for code in given["other_conducts"] if code != given["conduct"])
    return NewAct(**{**given, "other_conducts": others})


class ChoiceForm(forms.Form):
    """What an officer checked of the person chosen from the register, where a case is registered."""

    use_required_attribute = False

    attribute = forms.ChoiceField(
        label=_("Ciri kedua yang Anda periksa"),
        choices=translated_choices(attribute_choices, ("", _("Pilih"))),
        help_text=_("Diisi bila Anda memilih seseorang di atas. Cukup macamnya; isinya tidak dicatat."),
        error_messages={
            "required": _(
                "Nama saja tidak memastikan siapa terlapor. Pilih ciri kedua yang Anda periksa, atau pilih "
                "«Tidak ada yang cocok, atau belum dipastikan»."
            )
        },
    )
    same_person = forms.BooleanField(
        label=_("Nama di registri berbeda, tetapi orangnya sama"),
        required=False,
        help_text=_("Centang hanya setelah Anda membandingkan kedua nama. Surat memakai nama registri."),
    )


class IdentifyForm(forms.Form):
    """A NIP, typed or of whom an officer chose from the register, and the second attribute that was checked."""

    sought = LineField(
        label=_("Nama yang dicari di registri"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "data-possible": "possible"}),
        help_text=_("Seperti tertulis dalam laporan; gelar dan ejaan lain tidak mengganggu."),
    )
    nip = LineField(
        label=_("NIP"),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("18 angka. Spasi dan titik boleh. Tidak perlu diisi bila Anda memilih orangnya di atas."),
    )
    attribute = forms.ChoiceField(
        label=_("Ciri kedua yang Anda periksa"),
        choices=translated_choices(attribute_choices, ("", _("Pilih"))),
        help_text=_("Cukup macamnya; isinya tidak dicatat."),
    )
    same_person = forms.BooleanField(
        label=_("Nama di registri berbeda, tetapi orangnya sama"),
        required=False,
        help_text=_("Centang hanya bila diminta, setelah Anda membandingkan kedua nama. Surat memakai nama registri."),
    )

    def __init__(self, *given: Any, chosen_nip: str = "", **options: Any) -> None:
        super().__init__(*given, **options)
        self.chosen_nip = chosen_nip
        self.fields["nip"].required = not chosen_nip

    def clean_nip(self) -> str:
        """Who was chosen; a number typed beside it must be the same."""
        typed: str = self.cleaned_data["nip"]
        if self.chosen_nip and typed and re.sub(r"\D", "", typed) != self.chosen_nip:
            raise forms.ValidationError(
                _("NIP ini bukan NIP orang yang Anda pilih di atas. Kosongkan NIP, atau pilih «Tidak ada yang cocok».")
            )
        return self.chosen_nip or typed

    def confirmed(self) -> dict[str, Any]:
        """What the officer confirms, for a form that is valid; what was looked for is kept nowhere."""
        return {name: value for name, value in self.cleaned_data.items() if name != "sought"}
