"""Forms of the list of cases."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.cases.queries import CaseFilter
from netra.cases.states import state_choices
from netra.trust.plain_text import one_line
from netra.web.words import translated_choices


class FilterForm(forms.Form):
    """What to narrow the list by; none of it names a person, so it stands in the address."""

    state = forms.ChoiceField(
        label=_("Tahap"), choices=translated_choices(state_choices, ("", _("Semua"))), required=False
    )
    overdue = forms.BooleanField(label=_("Hanya yang lewat tenggat"), required=False)

    def narrow(self, *, text: str) -> CaseFilter:
        """The filter; an unknown state narrows nothing."""
        self.is_valid()
        state = self.cleaned_data.get("state", "")
        return CaseFilter(state=state, overdue=self.cleaned_data.get("overdue", False), text=text)


class SearchForm(forms.Form):
    """A reference or the NIP of an accused; sent by POST, so that it never stands in an address or a log."""

    text = forms.CharField(
        label=_("Nomor perkara atau NIP terlapor"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "type": "search"}),
    )

    def clean_text(self) -> str:
        return one_line(self.cleaned_data["text"])
