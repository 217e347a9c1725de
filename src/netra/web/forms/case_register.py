"""What a case begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.registry.states import election_kind_choices, office_choices
from netra.web.forms.case_fields import AgencyField, LineField, RegionField
from netra.web.forms.widgets import DayInput
from netra.web.words import translated_choices


class OpeningForm(forms.Form):
    """The matter itself; who and what stand in the forms beside it."""

    title = LineField(
        label=_("Judul perkara"),
        help_text=_("Singkat dan tanpa nama orang: judul tampak pada daftar. Contoh: Dugaan dukungan di media sosial."),
    )
    election_kind = forms.ChoiceField(
        label=_("Pemilihan"),
        widget=forms.RadioSelect,
        choices=translated_choices(election_kind_choices),
        initial="REGIONAL",
    )
    office = forms.ChoiceField(
        label=_("Jabatan yang dipilih"),
        required=False,
        choices=translated_choices(office_choices, ("", _("Belum jelas"))),
    )
    region_code = RegionField(
        label=_("Wilayah kejadian"),
        or_nation=True,
        help_text=_(
            "Nama atau kode kabupaten/kota, misalnya Kota Jambi atau 15.71. Perkara kantor nasional: 00 (nasional)."
        ),
    )
    handling_agency_code = forms.ChoiceField(label=_("Ditangani oleh"))
    agency_code = AgencyField(
        label=_("Instansi terlapor"), required=False, help_text=_("Kode atau nama lengkap. Boleh menyusul.")
    )
    received_date = forms.DateField(label=_("Tanggal diterima atau ditemukan"), widget=DayInput())

    def __init__(
        self, *args: Any, offices: Sequence[tuple[str, str]], day_is_known: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handling_agency_code"].choices = list(offices)  # type: ignore[attr-defined]
        if day_is_known:
            # The day of a report is a fact of the report, that of a planned visit one of it; nobody chooses it again.
            del self.fields["received_date"]
