"""Forms of a consultation: the question, the answer, a search, a withdrawal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.prevention.meeting_entries import AnswerEntry, ConsultationEntry
from netra.web.forms.case_fields import LineField, StoryField, reason_field
from netra.web.forms.meetings import file_of
from netra.web.forms.widgets import DayInput

if TYPE_CHECKING:
    from netra.registry.models import Agency


class ConsultationForm(forms.Form):
    """What a body outside was asked."""

    agency_code = forms.ChoiceField(label=_("Instansi yang bertanya"))
    body = LineField(label=_("Lembaga yang ditanya"), max_length=300)
    subject = LineField(label=_("Perihal"), max_length=300)
    question = StoryField(label=_("Pertanyaan"), rows=5)
    asked_date = forms.DateField(label=_("Hari bertanya"), widget=DayInput())
    place = LineField(
        label=_("Tempat"), max_length=300, required=False, help_text=_("Kosongkan bila ditanyakan dengan surat.")
    )

    def __init__(self, *arguments: Any, agencies: Iterable[Agency], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = cast(forms.ChoiceField, self.fields["agency_code"])
        field.choices = [(each.code, each.name_then) for each in agencies]

    def entry(self) -> ConsultationEntry:
        """The question that was typed, for a form that is valid."""
        return ConsultationEntry(**self.cleaned_data)


class AnswerForm(forms.Form):
    """What the body said, when, through whom."""

    answer = StoryField(label=_("Jawaban"), rows=6)
    answered_date = forms.DateField(label=_("Hari menjawab"), widget=DayInput())
    answered_by = LineField(
        label=_("Yang menjawab"), max_length=300, help_text=_("Jabatan dan lembaganya; nama bila tertulis di naskah.")
    )
    paper = forms.FileField(label=_("Naskah jawaban"), required=False, max_length=200)

    def entry(self) -> AnswerEntry:
        """The answer that was typed, for a form that is valid."""
        told = self.cleaned_data
        return AnswerEntry(told["answer"], told["answered_date"], told["answered_by"], file_of(told["paper"]))


class ConsultationSearchForm(forms.Form):
    """Words of a consultation."""

    text = LineField(label=_("Cari kata, lembaga, atau nomor"), required=False, max_length=200)


class WithdrawalForm(forms.Form):
    """Why no answer is waited for."""

    reason = reason_field()
