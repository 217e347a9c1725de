"""Forms of a meeting: its plan, who was there, its minutes, its tasks; and of a series."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.prevention.meeting_entries import File, ItemEntry, MeetingEntry, MinutesEntry, Outsider, SeriesEntry
from netra.web.forms.case_fields import AgencyField, LineField, StoryField, reason_field
from netra.web.forms.prevention import PresentFields
from netra.web.forms.rows import RowsForm
from netra.web.forms.widgets import DayInput, TimeInput

if TYPE_CHECKING:
    from netra.prevention.models import MeetingSeries
    from netra.registry.models import Agency

WEEKDAYS = (_("Senin"), _("Selasa"), _("Rabu"), _("Kamis"), _("Jumat"), _("Sabtu"), _("Minggu"))
WEEKS = (_("pertama"), _("kedua"), _("ketiga"), _("keempat"))
EVERY = (
    (1, _("Setiap bulan")),
    (2, _("Setiap dua bulan")),
    (3, _("Setiap tiga bulan")),
    (6, _("Setiap enam bulan")),
    (12, _("Setiap tahun")),
)


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def file_of(uploaded: Any) -> File | None:
    """An uploaded file, or nothing."""
    return File(uploaded.read(), uploaded.name or "") if uploaded else None


class PartiesForm(RowsForm):
    """The agencies that take part, one a row."""

    typed: ClassVar[tuple[str, ...]] = ("party",)
    first_rows: ClassVar[int] = 2

    agency_code = forms.ChoiceField(label=_("Instansi yang mengundang"))

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = cast(forms.ChoiceField, self.fields["agency_code"])
        field.choices = [(each.code, each.name_then) for each in agencies]

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        return {"party": AgencyField(label=_("Instansi yang diundang"), required=False, max_length=200)}

    def parties(self) -> list[str]:
        """The codes that were typed, for a form that is valid."""
        return [row["party"] for row in self.filled_rows()]


class MeetingForm(PartiesForm):
    """The plan of a meeting."""

    title = LineField(label=_("Judul rapat"), max_length=300)
    planned_date = forms.DateField(label=_("Hari"), widget=DayInput())
    start_time = forms.TimeField(
        label=_("Pukul"), required=False, widget=TimeInput(), help_text=_("Kosongkan bila jamnya tidak diketahui.")
    )
    place = LineField(label=_("Tempat"), max_length=300)
    agenda = StoryField(label=_("Acara"), rows=4, help_text=_("Satu acara pada satu baris."))
    series_ref = forms.ChoiceField(
        label=_("Bagian dari rangkaian"),
        required=False,
        help_text=_("Rapat rutin dihitung pada bulannya."),
    )

    def __init__(self, *arguments: Any, series: Iterable[MeetingSeries], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = cast(forms.ChoiceField, self.fields["series_ref"])
        field.choices = [("", _("Bukan rapat rutin")), *((each.ref, each.title) for each in series)]

    def entry(self) -> MeetingEntry:
        """The plan that was typed, for a form that is valid."""
        told = self.cleaned_data
        return MeetingEntry(
            agency_code=told["agency_code"],
            title=told["title"],
            place=told["place"],
            planned_date=told["planned_date"],
            start_time=told["start_time"],
            agenda=lines_of(told["agenda"]),
            parties=self.parties(),
            series_ref=told["series_ref"],
        )


class SeriesForm(PartiesForm):
    """A rule by which a meeting recurs."""

    title = LineField(label=_("Judul rapat rutin"), max_length=300)
    place = LineField(label=_("Tempat yang biasa"), max_length=300, required=False)
    every_months = forms.TypedChoiceField(label=_("Seberapa sering"), choices=EVERY, coerce=int)
    week = forms.TypedChoiceField(
        label=_("Pada minggu ke-"), choices=[(number, number) for number in range(1, 5)], coerce=int
    )
    weekday = forms.TypedChoiceField(label=_("Hari"), choices=list(enumerate(WEEKDAYS)), coerce=int)
    start_date = forms.DateField(label=_("Mulai"), widget=DayInput())

    def entry(self) -> SeriesEntry:
        """The rule that was typed, for a form that is valid."""
        told = self.cleaned_data
        return SeriesEntry(
            agency_code=told["agency_code"],
            title=told["title"],
            place=told["place"],
            every_months=told["every_months"],
            week=told["week"],
            weekday=told["weekday"],
            start_date=told["start_date"],
            parties=self.parties(),
        )


class SeriesEndForm(forms.Form):
    """From when on no meeting is expected, and why."""

    until_date = forms.DateField(
        label=_("Tidak lagi mulai"), widget=DayInput(), help_text=_("Hari pertama tanpa rapat rutin ini.")
    )
    reason = reason_field()


class HoldForm(forms.Form):
    """On which day a meeting took place."""

    held_date = forms.DateField(label=_("Hari terlaksana"), widget=DayInput())


class CancelForm(forms.Form):
    """Why a meeting does not take place."""

    reason = reason_field()


class StrikeForm(forms.Form):
    """Why somebody stands on an attendance list by mistake."""

    reason = reason_field()


class OutsidersForm(RowsForm):
    """Rows for those whom the registry does not know: name and office."""

    typed: ClassVar[tuple[str, ...]] = ("name", "office")
    first_rows: ClassVar[int] = 2

    proof = forms.FileField(label=_("Foto atau daftar bertanda tangan"), required=False, max_length=200)

    def row_fields(self, number: int) -> dict[str, forms.Field]:
        return {
            "name": LineField(label=_("Nama"), required=False),
            "office": LineField(label=_("Jabatan dan instansi"), required=False),
        }

    def outsiders(self) -> list[Outsider]:
        """Those who were named, for a form that is valid; each with the row it was typed in."""
        told = self.cleaned_data
        rows = ((number, told[f"name_{number}"], told[f"office_{number}"]) for number in range(self.count))
        return [Outsider(number + 1, name, office) for number, name, office in rows if name or office]


class MeetingAttendanceForm(PresentFields, OutsidersForm):
    """Who was there: a file or a list of NIP for those whom the registry knows, rows for the others."""


class MinutesForm(forms.Form):
    """What a meeting came to."""

    text = StoryField(
        label=_("Notulen"), rows=8, required=False, help_text=_("Jalannya rapat; boleh kosong bila naskahnya diunggah.")
    )
    decisions = StoryField(
        label=_("Keputusan"), rows=4, required=False, help_text=_("Satu keputusan pada satu baris; tercetak bernomor.")
    )
    document = forms.FileField(label=_("Naskah yang sudah ditandatangani"), required=False, max_length=200)

    def __init__(self, *arguments: Any, corrects: bool = False, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if corrects:
            self.fields["reason"] = reason_field(_("Mengapa notulen yang sudah disahkan diralat."))

    def entry(self) -> MinutesEntry:
        """The minutes that were typed, for a form that is valid."""
        told = self.cleaned_data
        return MinutesEntry(
            text=told["text"],
            decisions=lines_of(told["decisions"]),
            reason=told.get("reason", ""),
            document=file_of(told["document"]),
        )


class ItemForm(forms.Form):
    """Who does what until when."""

    task = LineField(label=_("Apa yang dikerjakan"), max_length=600)
    agency_code = forms.ChoiceField(label=_("Instansi yang mengerjakan"))
    office = LineField(
        label=_("Jabatan atau unit penanggung jawab"), help_text=_("Sebut jabatannya, bukan nama orangnya.")
    )
    due_date = forms.DateField(label=_("Paling lambat"), widget=DayInput())

    def __init__(self, *arguments: Any, parties: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        cast(forms.ChoiceField, self.fields["agency_code"]).choices = list(parties)

    def entry(self) -> ItemEntry:
        """The task that was typed, for a form that is valid."""
        return ItemEntry(**self.cleaned_data)


class FinishForm(forms.Form):
    """What was done, and what shows it."""

    note = StoryField(label=_("Apa yang sudah dikerjakan"), rows=3)
    proof = forms.FileField(label=_("Bukti"), required=False, max_length=200)


class DropForm(forms.Form):
    """Why nobody has to do it any more."""

    reason = reason_field()
