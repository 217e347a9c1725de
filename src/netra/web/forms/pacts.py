"""Forms of integrity pacts: the text, a list of a ceremony, a refusal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.prevention.pact_entries import PactEntry
from netra.web.forms.case_fields import LineField, StoryField, reason_field
from netra.web.forms.meetings import lines_of
from netra.web.forms.prevention import DigitsForm, SomePresentFields
from netra.web.forms.registry_agencies import listed
from netra.web.forms.widgets import DayInput

if TYPE_CHECKING:
    from netra.registry.models import Agency


class PactForm(forms.Form):
    """What people are asked to sign."""

    agency_code = forms.ChoiceField(label=_("Instansi"))
    unit_code = LineField(
        label=_("Kode unit"),
        required=False,
        max_length=60,
        widget=listed("unit"),
        help_text=_("Kosong berarti semua unit; sebuah unit mencakup semua di bawahnya."),
    )
    title = LineField(label=_("Judul pakta"), max_length=300)
    points = StoryField(label=_("Butir ikrar"), rows=6, help_text=_("Satu butir pada satu baris; tercetak bernomor."))
    legal_basis = StoryField(
        label=_("Dasar hukum"), rows=3, required=False, help_text=_("Satu peraturan pada satu baris, dengan pasalnya.")
    )

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = cast(forms.ChoiceField, self.fields["agency_code"])
        field.choices = [(each.code, each.name_then) for each in agencies]

    def entry(self, earlier_ref: str) -> PactEntry:
        """The text that was typed, for a form that is valid."""
        told = self.cleaned_data
        return PactEntry(
            agency_code=told["agency_code"],
            unit_code=told["unit_code"],
            title=told["title"],
            points=lines_of(told["points"]),
            legal_basis=lines_of(told["legal_basis"]),
            earlier_ref=earlier_ref,
        )


class SignersForm(SomePresentFields):
    """Who signed at a ceremony, on which day, with the list that they signed."""

    field_order = ("held_date", "file", "text", "proof")

    held_date = forms.DateField(label=_("Hari upacara"), widget=DayInput())
    proof = forms.FileField(label=_("Pindaian daftar atau foto"), required=False, max_length=200)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["file"].label = _("Daftar penanda tangan (CSV atau XLSX)")


class RefusalForm(forms.Form):
    """Who refused, when and why."""

    nip = LineField(label=_("NIP pegawai yang menolak"), max_length=30)
    held_date = forms.DateField(label=_("Hari menolak"), widget=DayInput())
    reason = reason_field()
    proof = forms.FileField(label=_("Surat penolakan (bila ada)"), required=False, max_length=200)


class OwnRefusalForm(DigitsForm):
    """Why the person behind a link does not sign."""

    reason = StoryField(label=_("Alasan Anda, bila menolak"), rows=3, required=False)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["digits"].widget = forms.HiddenInput()
