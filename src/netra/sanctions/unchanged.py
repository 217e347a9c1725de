"""Why an allegation stays as it is: the answer of this room to `cases.weighing`."""

from __future__ import annotations

from django.utils.translation import gettext as _

from netra.cases.models import Allegation
from netra.sanctions.models import Proceeding
from netra.sanctions.routes import cleared
from netra.sanctions.states import CATEGORY_OF_ROUTE, ROUTE_LABELS, ProceedingState, Route
from netra.sanctions.weighed import administrative, is_standing, judged_by, weighed_by


def why_unchanged(allegation: Allegation, category: str) -> str:
    """Why no officer may decide that it is of this category ("" where he drops it); "" where he may.

    A proceeding is about what it weighs: without that there would be nothing to decide and no way to its end. And one
    that has called the person takes nothing more in, while its route is opened once only.
    """
    handed = _why_handed_over(allegation) if not category else ""
    if handed:
        return handed
    proceedings = administrative(allegation.party)
    for each in proceedings:
        if _is_undecided(each) and allegation in weighed_by(each):
            return _(
                "Dugaan ini sedang ditimbang dalam penanganan %(ref)s («%(route)s»), jadi tidak dapat diubah atau "
                "dihentikan di sini. Selesaikan dahulu penanganan itu: putuskan, atau hentikan bila pemeriksaan tidak "
                "membuktikannya."
            ) % _named(each)
        if not _is_undecided(each) and allegation in judged_by(each):
            return _(
                "Dugaan ini sudah dijawab dalam penanganan %(ref)s («%(route)s»), jadi tidak diubah lagi. Bila ada "
                "fakta baru, catat sebagai laporan atau temuan baru."
            ) % _named(each)
    called = next((each for each in proceedings if each.called_at and _category(each) == category), None)
    if called:
        return _(
            "Penanganan %(ref)s («%(route)s») sudah memanggil terlapor tanpa dugaan ini, dan jalur itu hanya dibuka "
            "satu kali dalam satu perkara. Perbuatan ini memerlukan pemeriksaan sendiri: daftarkan sebagai laporan "
            "atau temuan baru, lalu minta pleno atau analis pengawasan menghentikan dugaan ini dengan alasan."
        ) % _named(called)
    return ""


def _why_handed_over(allegation: Allegation) -> str:
    """What others judge as a crime is not taken from under them; what proved to be none may be dropped here."""
    handed = Proceeding.objects.filter(ref=allegation.handed_over_ref).first() if allegation.handed_over_ref else None
    if handed is None or cleared(handed):
        return ""
    if handed.state == ProceedingState.CLOSED:
        return _(
            "Atas dugaan ini terlapor sudah dipidana (penanganan %(ref)s), jadi dugaan ini tidak diubah atau "
            "dihentikan."
        ) % {"ref": handed.ref}
    return _(
        "Dugaan ini sudah diserahkan kepada penegak hukum dalam penanganan %(ref)s, jadi tidak diubah atau dihentikan "
        "sebelum hasilnya diketahui. Tutup dahulu penanganan itu dengan hasilnya beserta nomor dan tanggal suratnya."
    ) % {"ref": handed.ref}


def _is_undecided(proceeding: Proceeding) -> bool:
    return is_standing(proceeding) and not hasattr(proceeding, "decision")


def _category(proceeding: Proceeding) -> str:
    return CATEGORY_OF_ROUTE[Route(proceeding.route)]


def _named(proceeding: Proceeding) -> dict[str, str]:
    return {"ref": proceeding.ref, "route": _(ROUTE_LABELS[proceeding.route])}
