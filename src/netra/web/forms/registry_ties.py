"""Forms of ties between two civil servants."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.registry.entries import TieEntry
from netra.registry.states import TieKind, TieSource, tie_kind_choices, tie_source_choices
from netra.web.forms.case_fields import LineField
from netra.web.forms.registry_people import nip_input
from netra.web.forms.widgets import DayInput
from netra.web.words import translated_choices


class TieForm(forms.Form):
    """What binds this person to another, since when, and who or what says so."""

    other_nip = LineField(
        label=_("NIP pihak lain"),
        max_length=30,
        widget=nip_input(),
        help_text=_("18 angka; ia sudah ada dalam registri."),
    )
    kind = forms.ChoiceField(
        label=_("Jenis hubungan"), choices=translated_choices(tie_kind_choices), widget=forms.RadioSelect
    )
    degree = LineField(
        label=_("Hubungan dalam kata"),
        help_text=_("Misalnya saudara kandung, suami istri, satu tim kampanye pasangan calon nomor 1 pada 2018."),
    )
    start_date = forms.DateField(
        label=_("Sejak"), required=False, widget=DayInput(), help_text=_("Kosongkan bagi kerabat.")
    )
    until_date = forms.DateField(
        label=_("Sampai sebelum"), required=False, widget=DayInput(), help_text=_("Kosongkan bila masih berlangsung.")
    )
    source = forms.ChoiceField(
        label=_("Sumber"), choices=translated_choices(tie_source_choices), widget=forms.RadioSelect
    )
    declared_by = LineField(label=_("Dinyatakan oleh"), required=False, help_text=_("Bila dinyatakan oleh orang lain."))
    document = LineField(label=_("Dokumen"), required=False, help_text=_("Jenis, nomor, dan tanggalnya."))
    was_read = forms.BooleanField(label=_("Naskah dokumen itu sudah saya baca"), required=False)

    def entry(self) -> TieEntry:
        """The tie that was typed, for a form that is valid."""
        told = self.cleaned_data
        return TieEntry(**{**told, "kind": TieKind(told["kind"]), "source": TieSource(told["source"])})


class TieReasonForm(forms.Form):
    """Why a tie is struck."""

    reason = LineField(
        label=_("Alasan"), max_length=500, help_text=_("Tersimpan pada hubungan ini, tidak dalam jejak.")
    )


class TieEndForm(TieReasonForm):
    """From which day on a tie is no more, and how that is known."""

    until_date = forms.DateField(
        label=_("Sampai sebelum"), widget=DayInput(), help_text=_("Hari pertama tanpa hubungan ini.")
    )
    field_order = ("until_date", "reason")
