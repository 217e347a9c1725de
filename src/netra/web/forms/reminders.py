"""Forms of reminders said aloud: their rhythm, its end, and one that was given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.prevention.reminder_entries import GivenEntry, RoutineEntry
from netra.prevention.reminder_states import EVERY_WEEK, Occasion, occasion_choices
from netra.web.forms.case_fields import LineField, reason_field
from netra.web.forms.meetings import EVERY, WEEKDAYS, WEEKS, file_of
from netra.web.forms.registry_agencies import listed
from netra.web.forms.widgets import DayInput
from netra.web.words import translated_choices

if TYPE_CHECKING:
    from netra.registry.models import Agency, OrgUnit

RHYTHMS = ((EVERY_WEEK, _("Setiap minggu")), *EVERY)


class RoutineForm(forms.Form):
    """At which gathering, how often."""

    agency_code = forms.ChoiceField(label=_("Instansi"))
    unit_code = LineField(
        label=_("Kode unit"),
        required=False,
        max_length=60,
        widget=listed("unit"),
        help_text=_("Kosong berarti semua unit; sebuah unit mencakup semua di bawahnya."),
    )
    occasion = forms.ChoiceField(label=_("Kesempatan"), choices=translated_choices(occasion_choices))
    every_months = forms.TypedChoiceField(label=_("Seberapa sering"), choices=RHYTHMS, coerce=int)
    week = forms.TypedChoiceField(
        label=_("Pada minggu"),
        choices=[(0, _("(setiap minggu)")), *enumerate(WEEKS, start=1)],
        coerce=int,
        help_text=_("Hanya bila tidak setiap minggu: minggu pertama sampai keempat dalam bulannya."),
    )
    weekday = forms.TypedChoiceField(label=_("Hari"), choices=list(enumerate(WEEKDAYS)), coerce=int)
    start_date = forms.DateField(label=_("Mulai"), widget=DayInput())

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = cast(forms.ChoiceField, self.fields["agency_code"])
        field.choices = [(each.code, each.name_then) for each in agencies]

    def entry(self) -> RoutineEntry:
        """The rhythm that was typed, for a form that is valid."""
        told = self.cleaned_data
        return RoutineEntry(
            agency_code=told["agency_code"],
            unit_code=told["unit_code"],
            occasion=Occasion(told["occasion"]),
            every_months=told["every_months"],
            week=told["week"],
            weekday=told["weekday"],
            start_date=told["start_date"],
        )


class RoutineEndForm(forms.Form):
    """From when on no reminder is expected, and why."""

    until_date = forms.DateField(
        label=_("Tidak lagi mulai"), widget=DayInput(), help_text=_("Hari pertama tanpa pengingat rutin ini.")
    )
    reason = reason_field()


class RetractForm(forms.Form):
    """Why a reminder that was written down was not given."""

    reason = reason_field()


class GivenForm(forms.Form):
    """Which unit was reminded on which day."""

    unit_code = forms.ChoiceField(label=_("Unit"), required=False)
    held_date = forms.DateField(
        label=_("Hari disampaikan"),
        widget=DayInput(),
        help_text=_("Hari yang sebenarnya. Apel tanpa jaringan boleh dicatat kemudian; kedua harinya tersimpan."),
    )
    with_beneath = forms.BooleanField(label=_("Unit di bawahnya ikut berkumpul dan mendengarnya"), required=False)
    photo = forms.FileField(
        label=_("Foto (bila ada)"),
        required=False,
        max_length=200,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )

    def __init__(self, *arguments: Any, to_all: bool, units: Iterable[OrgUnit], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = cast(forms.ChoiceField, self.fields["unit_code"])
        everybody = [("", _("Seluruh instansi sekaligus"))] if to_all else []
        field.choices = [*((each.code, each.name) for each in units), *everybody]

    def entry(self) -> GivenEntry:
        """What was typed, for a form that is valid."""
        told = self.cleaned_data
        return GivenEntry(
            held_date=told["held_date"],
            unit_code=told["unit_code"],
            with_beneath=told["with_beneath"],
            photo=file_of(told["photo"]),
        )
