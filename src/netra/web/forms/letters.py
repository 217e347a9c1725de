"""Forms of letters: how an agency writes its numbers, a notice to a reporter, who certifies a copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.letters.forms import FORMS
from netra.letters.numbering import DEFAULT_PATTERN
from netra.web.forms.case_fields import LineField, StoryField
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


class CertifierForm(forms.Form):
    """Who certifies a copy."""

    name = LineField(label=_("Nama pejabat yang mengesahkan"))
    position = LineField(label=_("Jabatan"))
    nip = LineField(label=_("NIP"), required=False, max_length=30)


class NoticeForm(forms.Form):
    """What an officer writes to a reporter by letter."""

    outcome = LineField(label=_("Status laporan"), help_text=_("Satu kalimat, misalnya: Diterima dan diperiksa."))
    explanation = StoryField(
        label=_("Penjelasan"), help_text=_("Jangan menyebut nama atau ciri yang dapat membuka siapa pelapornya.")
    )
    next_steps = StoryField(label=_("Langkah berikutnya"), required=False, rows=3)
    signer_name = LineField(label=_("Penanda tangan"))
    signer_position = LineField(label=_("Jabatan"))
