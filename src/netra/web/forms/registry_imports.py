"""The form of a file to be imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.registry.imports import ImportKind
from netra.web.forms.case_fields import LineField
from netra.web.forms.registry_agencies import listed

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

KIND_LABELS: Mapping[ImportKind, StrPromise] = {
    ImportKind.CIVIL_SERVANTS: _("Pegawai dan jabatannya"),
    ImportKind.UNITS: _("Unit kerja"),
    ImportKind.AGENCIES: _("Instansi"),
}
# About eighty thousand people. A worker holds the whole file while it works; the command line takes larger ones.
LIMIT_BYTES = 10 * 1024 * 1024
_MEGABYTE = 1024 * 1024


class ImportForm(forms.Form):
    """What is in the file, whose rows they are where the file does not say, and the file."""

    kind = forms.ChoiceField(label=_("Isi berkas"), widget=forms.RadioSelect)
    agency_code = LineField(
        label=_("Kode instansi"),
        required=False,
        max_length=60,
        help_text=_("Untuk baris yang tidak menyebut instansi."),
        widget=listed("instansi"),
    )
    file = forms.FileField(
        label=_("Berkas CSV atau XLSX"),
        allow_empty_file=True,
        max_length=200,
        help_text=format_lazy(_("Paling besar {limit} MB."), limit=LIMIT_BYTES // _MEGABYTE),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.parquet,.txt"}),
    )

    def __init__(self, *arguments: Any, kinds: Iterable[ImportKind], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = cast(forms.ChoiceField, self.fields["kind"])
        allowed = set(kinds)
        field.choices = [(kind.value, label) for kind, label in KIND_LABELS.items() if kind in allowed]
        field.initial = field.choices[0][0] if allowed else None

    def clean_file(self) -> UploadedFile[Any]:
        """The file, unless it is larger than this page takes."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LIMIT_BYTES:
            raise ValidationError(
                gettext(
                    "Berkas %(size)s MB melebihi batas %(limit)s MB halaman ini. Bagi menjadi beberapa berkas, atau "
                    "minta administrator memakai perintah “netra import”."
                )
                % {"size": -(-(file.size or 0) // _MEGABYTE), "limit": LIMIT_BYTES // _MEGABYTE}
            )
        return file
