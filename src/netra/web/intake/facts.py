"""What a report says, in words: as its officer reads it, alone or beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from netra.intake.states import Capacity, Precision
from netra.intake.written_dates import in_words
from netra.law.conducts import CONDUCTS
from netra.web.doors import today
from netra.web.intake.regions import region_words
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.intake.models import Report


def facts(report: Report) -> dict[str, str]:
    """What the report says, in words; what it does not say is an empty text."""
    elections = {"GENERAL": _("Pemilu"), "REGIONAL": _("Pemilihan kepala daerah")}
    return {
        _("Jenis"): report.get_kind_display(),
        _("Uraian"): report.what,
        _("Bentuk menurut pelapor"): translated(CONDUCTS[report.conduct].label) if report.conduct in CONDUCTS else "",
        _("Wilayah"): region_words(report.region_code, today()),
        _("Tempat"): report.place,
        _("Kejadian"): in_words(report.act_date, Precision(report.act_precision)) if report.act_date else "",
        _("Diketahui pelapor"): in_words(report.known_date) if report.known_date else "",
        _("Pemilihan"): report.election_code or elections.get(report.election_kind, ""),
        _("Dari mana pelapor tahu"): report.how_known,
        _("Bukti lain"): report.other_evidence,
        _("Pelapor"): _reporter(report),
    }


def _reporter(report: Report) -> str:
    capacity = "" if report.capacity == Capacity.UNKNOWN else report.get_capacity_display()
    parts = (report.designation, report.get_mode_display(), capacity)
    return ", ".join(part for part in parts if part)
