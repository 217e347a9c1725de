"""Forms of elections, their stages and their tickets, and of the search for a region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.law.dated import Verification
from netra.law.elections import PublishedStage
from netra.registry.entries import ElectionEntry, StageEntry, TicketEntry
from netra.registry.queries import region_editions
from netra.registry.states import ElectionKind, Office, election_kind_choices, office_choices
from netra.web.forms.case_fields import LineField, RegionField
from netra.web.forms.widgets import DayInput
from netra.web.words import translated_choices

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

STAGE_LABELS: Mapping[PublishedStage, StrPromise] = {
    PublishedStage.PARTIES_DETERMINED: _("Penetapan partai peserta"),
    PublishedStage.REGISTRATION: _("Pendaftaran calon"),
    PublishedStage.DETERMINATION: _("Penetapan calon"),
    PublishedStage.ANNOUNCEMENT: _("Pengumuman daftar calon tetap"),
    PublishedStage.DRAW: _("Pengundian nomor urut"),
    PublishedStage.CAMPAIGN: _("Masa kampanye"),
    PublishedStage.QUIET_DAYS: _("Masa tenang"),
    PublishedStage.VOTING: _("Pemungutan suara"),
}
VERIFICATION_LABELS: Mapping[Verification, StrPromise] = {
    Verification.SEEN: _("Naskah asli dibaca"),
    Verification.SECONDARY: _("Dibaca dari sumber kedua"),
    Verification.UNVERIFIED: _("Belum diverifikasi ke naskah asli"),
    Verification.DERIVED: _("Disimpulkan dari sumber lain"),
}


def stage_choices() -> list[tuple[str, StrPromise]]:
    return [(stage.value, label) for stage, label in STAGE_LABELS.items()]


def verification_field() -> forms.ChoiceField:
    """How the source was checked; nothing is taken as checked until somebody says so."""
    return forms.ChoiceField(
        label=_("Verifikasi"),
        choices=[(mark.value, label) for mark, label in VERIFICATION_LABELS.items()],
        initial=Verification.UNVERIFIED.value,
    )


def region_field(help_text: StrPromise) -> RegionField:
    return RegionField(label=_("Wilayah"), required=False, help_text=help_text)


class ElectionForm(forms.Form):
    """An election; of one that exists already the code stays as it is."""

    code = LineField(label=_("Kode"), max_length=40, help_text=_("Misalnya PILKADA-2029. Tidak dapat diubah."))
    name = LineField(label=_("Nama"))
    kind = forms.ChoiceField(
        label=_("Jenis"), choices=translated_choices(election_kind_choices), widget=forms.RadioSelect
    )
    office = forms.ChoiceField(
        label=_("Jabatan yang dipilih"),
        required=False,
        choices=translated_choices(office_choices, ("", _("Beberapa jabatan"))),
    )
    region_code = region_field(_("Nama atau kode. Kosongkan bila seluruh Indonesia."))
    voting_date = forms.DateField(label=_("Hari pemungutan suara"), widget=DayInput())
    start_date = forms.DateField(
        label=_("Dibuka"),
        widget=DayInput(),
        help_text=_("Sejak hari ini perbuatan yang tidak menyebut pemilihan dibaca mengarah ke pemilihan ini."),
    )
    until_date = forms.DateField(
        label=_("Ditutup"), widget=DayInput(), help_text=_("Hari pertama sesudah pemilihan ini.")
    )

    def __init__(self, *arguments: Any, known_code: str = "", **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._known_code = known_code
        if known_code:
            del self.fields["code"]

    def entry(self) -> ElectionEntry:
        """The election that was typed, for a form that is valid."""
        told: dict[str, Any] = {"code": self._known_code, **self.cleaned_data}
        office = Office(told["office"]) if told["office"] else None
        return ElectionEntry(**{**told, "kind": ElectionKind(told["kind"]), "office": office})


class StageForm(forms.Form):
    """When a stage ran, with the document that says so."""

    stage = forms.ChoiceField(label=_("Tahapan"), choices=stage_choices)
    region_code = region_field(
        _("Tanggal wilayah sendiri mengalahkan tanggal nasional di sana. Kosong: semua wilayah.")
    )
    office = forms.ChoiceField(
        label=_("Jabatan yang dipilih"),
        required=False,
        choices=translated_choices(office_choices, ("", _("Semua jabatan"))),
    )
    start_date = forms.DateField(label=_("Mulai"), widget=DayInput())
    until_date = forms.DateField(
        label=_("Sampai sebelum"), required=False, widget=DayInput(), help_text=_("Hari pertama sesudah tahapan ini.")
    )
    source_instrument = LineField(
        label=_("Dasar"), max_length=300, help_text=_("Misalnya Keputusan KPU Kota Jambi Nomor 14 Tahun 2018.")
    )
    source_article = LineField(label=_("Pasal atau halaman"), required=False, max_length=100)
    verification = verification_field()

    def entry(self) -> StageEntry:
        """The stage that was typed, for a form that is valid."""
        told = self.cleaned_data
        office = Office(told["office"]) if told["office"] else None
        return StageEntry(**{**told, "verification": Verification(told["verification"]), "office": office})


class TicketForm(forms.Form):
    """A ticket with its ballot number, and where that was read."""

    office = forms.ChoiceField(
        label=_("Jabatan yang dipilih"), choices=translated_choices(office_choices, ("", _("Pilih")))
    )
    region_code = region_field(_("Nama atau kode. Kosongkan bila seluruh Indonesia."))
    number = forms.IntegerField(label=_("Nomor urut"), min_value=1, max_value=99)
    head_name = LineField(label=_("Calon"))
    deputy_name = LineField(label=_("Calon wakil"), required=False)
    parties = LineField(label=_("Partai pengusung"), required=False, max_length=500)
    source = LineField(label=_("Sumber"), max_length=500)
    verification = verification_field()

    def entry(self) -> TicketEntry:
        """The ticket that was typed, for a form that is valid."""
        told = self.cleaned_data
        marks = {"verification": Verification(told["verification"]), "office": Office(told["office"])}
        return TicketEntry(**{**told, **marks})


class RegionForm(forms.Form):
    """A name or a code, and the edition in which to look it up."""

    q = LineField(label=_("Nama atau kode wilayah"), max_length=100)
    edition = forms.TypedChoiceField(
        label=_("Edisi"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=lambda: [("", _("Semua edisi")), *((str(year), str(year)) for year in region_editions())],
    )
