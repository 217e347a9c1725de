"""Forms of civil servants and the positions they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.registry import queries
from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.states import Employment, Position, employment_choices, position_choices
from netra.trust.errors import NotFound
from netra.web.forms.case_fields import LineField
from netra.web.forms.registry_agencies import listed
from netra.web.forms.widgets import DayInput
from netra.web.words import translated_choices

PRIMARY, ACTING = "PRIMARY", "ACTING"


def nip_input() -> forms.TextInput:
    """Eighteen digits that no browser keeps."""
    return forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "spellcheck": "false"})


def known(find: Callable[[str], str], code: str) -> str:
    """The code that was found; where nothing is found the field says so, and nothing typed is lost."""
    try:
        return find(code)
    except NotFound as missing:
        raise ValidationError(str(missing)) from missing


class SearchForm(forms.Form):
    """A NIP or a name; sent by POST, so that it never stands in an address or a log."""

    text = LineField(
        label=_("NIP atau nama"),
        max_length=100,
        help_text=_("Sedikitnya tiga huruf atau angka, dari awal NIP atau awal salah satu bagian nama."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )


class PersonForm(forms.Form):
    """Name and kind of employment; the NIP of a person who is known stays as it is."""

    name = LineField(label=_("Nama lengkap"), help_text=_("Tanpa gelar, seperti tertulis pada surat keputusan."))
    employment = forms.ChoiceField(label=_("Jenis pegawai"), choices=employment_choices, widget=forms.RadioSelect)

    def entry(self, nip: str) -> CivilServantEntry:
        """The person that was typed, for a form that is valid."""
        data = self.cleaned_data
        return CivilServantEntry(nip=nip, name=data["name"], employment=Employment(data["employment"]))


class PositionForm(forms.Form):
    """A position in an agency."""

    agency_code = LineField(label=_("Kode instansi"), max_length=60, widget=listed("instansi"))
    unit_code = LineField(label=_("Kode unit"), required=False, max_length=60, widget=listed("unit"))
    title = LineField(label=_("Jabatan"), help_text=_("Misalnya Analis Kepegawaian."))
    position = forms.ChoiceField(
        label=_("Jenjang jabatan"), choices=translated_choices(position_choices), initial=Position.UNKNOWN.value
    )
    grade = LineField(label=_("Golongan"), required=False, max_length=20, help_text=_("Misalnya III/d."))
    superior_nip = LineField(
        label=_("NIP atasan langsung"), required=False, max_length=30, widget=nip_input(), help_text=_("18 angka.")
    )
    start_date = forms.DateField(label=_("Mulai jabatan (TMT)"), widget=DayInput())
    until_date = forms.DateField(
        label=_("Sampai sebelum"),
        required=False,
        widget=DayInput(),
        help_text=_("Hari pertama tanpa jabatan ini. Kosongkan bila belum ditentukan."),
    )
    is_primary = forms.BooleanField(
        label=_("Jabatan definitif"),
        required=False,
        initial=True,
        help_text=_("Kosongkan bagi pelaksana tugas (Plt.), yang tetap memegang jabatannya sendiri."),
    )

    leads_unit = forms.BooleanField(
        label=_("Kepala unit"),
        required=False,
        help_text=_("Jabatan ini memimpin unit di atas, selama jabatannya berjalan; pengingat dialamatkan kepadanya."),
    )

    def clean_agency_code(self) -> str:
        """The code of an agency that the registry knows."""
        return known(lambda code: queries.agency(code).code, self.cleaned_data["agency_code"].upper())

    def clean_unit_code(self) -> str:
        """The code of a unit of that agency, or none."""
        code: str = self.cleaned_data["unit_code"].upper()
        agency_code = self.cleaned_data.get("agency_code")
        if not code or not agency_code:
            return code
        return known(lambda unit_code: queries.unit(agency_code, unit_code).code, code)

    def position_entry(self) -> PositionEntry:
        """The position that was typed, for a form that is valid."""
        told = {name: self.cleaned_data[name] for name in PositionForm.base_fields}
        return PositionEntry(**{**told, "position": Position(told["position"])})


class NewPersonForm(PersonForm, PositionForm):
    """A person and the position that brings them into the agency; somebody without one is in nobody's reach."""

    nip = LineField(
        label=_("NIP"), max_length=30, widget=nip_input(), help_text=_("18 angka. Nomor induk PPPK juga di sini.")
    )
    field_order = ("nip", "name", "employment")


class PositionEndForm(forms.Form):
    """Which position ends, and when."""

    which = forms.ChoiceField(label=_("Jabatan"), widget=forms.RadioSelect)
    until_date = forms.DateField(label=_("Berakhir"), widget=DayInput(), help_text=_("Hari pertama tanpa jabatan ini."))

    def __init__(self, *arguments: Any, open_positions: Iterable[tuple[bool, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        which = cast(forms.ChoiceField, self.fields["which"])
        choices = {PRIMARY if is_primary else ACTING: title for is_primary, title in open_positions}
        which.choices = list(choices.items())
        which.initial = next(iter(choices), None)
        which.error_messages["required"] = gettext("Pilih jabatan yang berakhir.")
