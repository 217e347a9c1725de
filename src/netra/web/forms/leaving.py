"""Forms by which an officer records that an accused is a civil servant no more, or takes that back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.cases.leaving import leaving_choices
from netra.sanctions.operations import Departure
from netra.web.forms.case_fields import LineField, StoryField
from netra.web.forms.sanctions import day
from netra.web.words import translated_choices


class LeavingForm(forms.Form):
    """What happened, since when, and by which paper."""

    kind = forms.ChoiceField(
        label=_("Apa yang terjadi"), choices=translated_choices(leaving_choices), widget=forms.RadioSelect
    )
    left_date = day(
        _("Sejak tanggal"), _("Hari meninggal, atau hari mulai berlakunya pensiun atau pemberhentian menurut dokumen.")
    )
    document = LineField(
        label=_("Dokumen dasarnya"),
        max_length=120,
        help_text=_("Nomor dan tanggal, tanpa nama orang, misalnya: 800/12/BKPSDM/2024, 18 Oktober 2024."),
    )

    def departure(self) -> Departure:
        """What is recorded, for a form that is valid."""
        return Departure(**self.cleaned_data)


class MistakenForm(forms.Form):
    """Why it was a mistake."""

    reason = StoryField(label=_("Alasan"), help_text=_("Apa yang keliru, dan dari mana yang benar diketahui."))
