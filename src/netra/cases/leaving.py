"""Bukan lagi pegawai: an accused dies, retires or leaves the service before his matter is answered.

No regulation that was read says how a report, a study or an examination ends then. What is read is that the service
ends (`_SERVICE_ENDS`) and that discipline binds who is in service; that nothing is left to decide is derived from both,
and stands so in every citation. Nothing is proven by it, and nothing is refuted.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from netra.law.dated import Source, Verification
from netra.law.procedure import Basis


class Leaving(StrEnum):
    """Why somebody is a civil servant no more."""

    DIED = "DIED"
    RETIRED = "RETIRED"
    LEFT = "LEFT"


LEAVING_LABELS: dict[str, str] = {
    Leaving.DIED: _("Meninggal dunia"),
    Leaving.RETIRED: _("Mencapai batas usia pensiun"),
    Leaving.LEFT: _("Berhenti atau diberhentikan karena hal lain"),
}

# How the trail tells of a case that ended so; the reporter reads no more than that it ended.
LAPSED = _("Berakhir tanpa putusan: terlapor bukan lagi pegawai")


def leaving_choices() -> list[tuple[str, str]]:
    return list(LEAVING_LABELS.items())


_UNSAID = "(berakhirnya status pegawai; bahwa penanganan berakhir karenanya tidak disebut)"
_DERIVED, _UNVERIFIED = Verification.DERIVED, Verification.UNVERIFIED
PP_11, PP_49 = date(2017, 4, 7), date(2018, 11, 28)
# PP 11/2017 Ps 239 and 243 and UU 5/2014 Ps 87(1) a and c name PNS, PP 11/2017 Ps 37 candidates, PP 49/2018 Ps 53(1)
# PPPK. What UU 20/2023 Ps 52 says of death and retirement was not read; PP 11/2017 goes on beside it.
LAPSING: tuple[Basis, ...] = (
    Basis(Source("PP 49/2018", f"Pasal 53 ayat (1) {_UNSAID}", _DERIVED), PP_49, employment="PPPK"),
    Basis(Source("PP 11/2017", f"Pasal 37 {_UNSAID}", _DERIVED), PP_11, employment="CPNS"),
    Basis(Source("UU 5/2014", f"Pasal 87 ayat (1) {_UNSAID}", _DERIVED), date(2014, 1, 15), PP_11),
    Basis(Source("PP 11/2017", f"Pasal 239 dan 243 {_UNSAID}", _DERIVED), PP_11),
)
# No article takes up again what ended by a mistake: the duty to summon never ended (PP 94/2021 Ps 26(1), PP 53/2010
# Ps 23(1)).
_MISTAKEN = "(pengakhiran yang keliru; pembukaan kembali tidak disebut)"
RESUMING: tuple[Basis, ...] = (
    Basis(Source("PP 53/2010", f"Pasal 23 ayat (1) {_MISTAKEN}", _DERIVED), date(2010, 6, 6), date(2021, 8, 31)),
    Basis(Source("PP 94/2021", f"Pasal 26 ayat (1) {_MISTAKEN}", _DERIVED), date(2021, 8, 31)),
)
