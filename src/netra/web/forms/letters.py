"""The form of how an agency writes the numbers of its letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.letters.forms import FORMS
from netra.letters.numbering import DEFAULT_PATTERN
from netra.web.forms.case_fields import LineField
from netra.web.words import translated

_KIND = "kind_"


class NumberFormatForm(forms.Form):
    """The pattern, the short name of the agency, and its own code for each kind of letter, where it has one."""

    pattern = LineField(
        label=_("Pola nomor"),
        max_length=120,
        initial=DEFAULT_PATTERN,
        help_text=_(
            "Wajib memuat {seq} (urutan) dan {year} (tahun); boleh {code}, {agency}, {month} dan {month_roman}. "
            "{seq:03d} menulis urutan dengan tiga angka."
        ),
    )
    agency_label = LineField(
        label=_("Singkatan instansi"), max_length=40, help_text=_("Menggantikan {agency}, misalnya BKPSDM.")
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for kind, form in FORMS.items():
            self.fields[f"{_KIND}{kind}"] = LineField(label=translated(form.label), required=False, max_length=40)

    def own_fields(self) -> Iterator[forms.BoundField]:
        """The fields that every agency fills."""
        return (field for field in self if not field.name.startswith(_KIND))

    def kind_fields(self) -> Iterator[forms.BoundField]:
        """One field for each kind of letter."""
        return (field for field in self if field.name.startswith(_KIND))

    def classification(self) -> dict[str, str]:
        """The agency's own codes by kind, for a form that is valid."""
        filled = {name: code for name, code in self.cleaned_data.items() if name.startswith(_KIND) and code}
        return {name.removeprefix(_KIND): code for name, code in filled.items()}

    @staticmethod
    def initial_of(pattern: str, agency_label: str, classification: dict[str, str]) -> dict[str, str]:
        """What the form shows of a format that was saved."""
        kinds = {f"{_KIND}{kind}": code for kind, code in classification.items()}
        return {"pattern": pattern, "agency_label": agency_label, **kinds}
