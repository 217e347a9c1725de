"""Forms of agencies, their appointing authority and their units."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.registry.entries import AgencyEntry, AppointingAuthorityEntry, RetentionEntry, UnitEntry
from netra.registry.states import AgencyKind, Fate, agency_kind_choices, fate_choices
from netra.web.forms.case_fields import LineField, RegionField
from netra.web.forms.widgets import DayInput
from netra.web.words import translated_choices


def listed(name: str) -> forms.TextInput:
    """A line that offers the codes of a list on the same page."""
    return forms.TextInput(attrs={"list": name, "autocomplete": "off", "spellcheck": "false"})


class AgencyFilter(forms.Form):
    """What to narrow the list of agencies by; agencies are public, so it stands in the address."""

    text = LineField(label=_("Kode atau nama"), required=False, max_length=60)
    kind = forms.ChoiceField(
        label=_("Jenis"), choices=translated_choices(agency_kind_choices, ("", _("Semua"))), required=False
    )
    on = forms.DateField(label=_("Yang ada pada"), required=False, widget=DayInput())


class AgencyForm(forms.Form):
    """An agency; of one that exists already the code stays as it is."""

    code = LineField(
        label=_("Kode instansi"),
        max_length=60,
        help_text=_("Huruf, angka, titik dan garis. Kode dipakai pada peran dan nomor surat, dan tidak dapat diubah."),
    )
    name = LineField(label=_("Nama instansi"))
    kind = forms.ChoiceField(label=_("Jenis"), choices=translated_choices(agency_kind_choices, ("", _("Pilih"))))
    region_code = RegionField(
        label=_("Wilayah"),
        required=False,
        or_nation=True,
        help_text=_(
            "Nama atau kode, misalnya Kota Jambi atau 15.71; 00 (nasional) untuk Bawaslu RI. Wajib untuk pemerintah "
            "daerah dan kantor Bawaslu."
        ),
    )
    parent_code = LineField(label=_("Kode instansi induk"), required=False, max_length=60, widget=listed("instansi"))
    since = forms.DateField(
        label=_("Nama dan induk berlaku sejak"),
        required=False,
        widget=DayInput(),
        help_text=_(
            "Isi bila instansi berganti nama atau induk: hari sebelumnya tetap memakai yang lama. Kosongkan bila hanya "
            "memperbaiki ejaan; perbaikan berlaku juga untuk waktu lampau."
        ),
    )
    former_name = LineField(
        label=_("Nama sebelumnya"),
        required=False,
        help_text=_("Nama sampai hari itu, bila registri belum mengenalnya."),
    )
    address = LineField(label=_("Alamat"), required=False, max_length=300, help_text=_("Tercetak pada kop surat."))
    phone = LineField(label=_("Telepon"), required=False, max_length=60)
    city = LineField(label=_("Kota penandatanganan"), required=False, max_length=100)
    valid_from = forms.DateField(label=_("Berdiri"), required=False, widget=DayInput())
    valid_until = forms.DateField(
        label=_("Berakhir"), required=False, widget=DayInput(), help_text=_("Hari pertama instansi ini tidak ada lagi.")
    )

    def __init__(self, *arguments: Any, known_code: str = "", **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._known_code = known_code
        if known_code:
            del self.fields["code"]

    def entry(self) -> AgencyEntry:
        """The agency that was typed, for a form that is valid."""
        told: dict[str, Any] = {"code": self._known_code, **self.cleaned_data}
        return AgencyEntry(**{**told, "kind": AgencyKind(told["kind"])})


class AuthorityForm(forms.Form):
    """Who appoints the civil servants of an agency, from a day on."""

    office_title = LineField(label=_("Jabatan"), max_length=150, help_text=_("Misalnya Wali Kota Jambi."))
    holder_name = LineField(label=_("Nama pejabat"))
    holder_nip = LineField(
        label=_("NIP"), required=False, max_length=30, help_text=_("Kosongkan bagi kepala daerah, yang tidak ber-NIP.")
    )
    superior_title = LineField(
        label=_("Atasan pejabat"),
        required=False,
        max_length=150,
        help_text=_("Kepada siapa tembusan pengingat dikirim, misalnya Gubernur Jambi."),
    )
    superior_name = LineField(label=_("Nama atasan pejabat"), required=False)
    start_date = forms.DateField(label=_("Mulai menjabat"), widget=DayInput())
    until_date = forms.DateField(
        label=_("Sampai sebelum"),
        required=False,
        widget=DayInput(),
        help_text=_("Hari pertama tidak lagi menjabat. Kosongkan bila belum ditentukan."),
    )

    def entry(self, agency_code: str) -> AppointingAuthorityEntry:
        """The authority that was typed, for a form that is valid."""
        return AppointingAuthorityEntry(agency_code=agency_code, **self.cleaned_data)


class RetentionForm(forms.Form):
    """The archive schedule of an agency, from a day on."""

    start_date = forms.DateField(label=_("Berlaku mulai"), widget=DayInput())
    active_years = forms.IntegerField(
        label=_("Retensi aktif (tahun)"), help_text=_("Sejak perkara berakhir, menurut jadwal instansi.")
    )
    inactive_years = forms.IntegerField(
        label=_("Retensi inaktif (tahun)"), help_text=_("Sesudah retensi aktif. Isi 0 bila tidak ada.")
    )
    fate = forms.ChoiceField(label=_("Nasib akhir"), choices=translated_choices(fate_choices), widget=forms.RadioSelect)
    document = LineField(
        label=_("Keputusan"), help_text=_("Nomor dan tanggal keputusan instansi yang memuat jadwal itu.")
    )

    def entry(self, agency_code: str) -> RetentionEntry:
        """The schedule that was typed, for a form that is valid."""
        given = self.cleaned_data
        return RetentionEntry(agency_code=agency_code, **{**given, "fate": Fate(given["fate"])})


class UnitForm(forms.Form):
    """A unit; of one that exists already the code stays as it is."""

    code = LineField(label=_("Kode unit"), max_length=60, help_text=_("Kode tidak dapat diubah setelah disimpan."))
    name = LineField(label=_("Nama unit"))
    parent_code = LineField(
        label=_("Kode unit induk"),
        required=False,
        max_length=60,
        help_text=_("Kosongkan untuk unit paling atas."),
        widget=listed("unit"),
    )

    def __init__(self, *arguments: Any, known_code: str = "", **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._known_code = known_code
        if known_code:
            del self.fields["code"]

    def entry(self, agency_code: str) -> UnitEntry:
        """The unit that was typed, for a form that is valid."""
        return UnitEntry(**{"agency_code": agency_code, "code": self._known_code, **self.cleaned_data})
