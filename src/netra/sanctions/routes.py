"""Which routes fit an accused, and in words why the others do not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from netra.cases.fitting import answers, not_a_civil_servant
from netra.cases.models import Party
from netra.cases.states import CaseState
from netra.sanctions.bounds import CATEGORY_OF_ROUTE, allegations_of
from netra.sanctions.models import Proceeding
from netra.sanctions.states import ROUTE_LABELS, UNDONE, ProceedingState, Route

# A crime is handed over once the plenary has decided so; the plenary may see none once the study lies before it, and a
# word that comes before its decision spares the term of handing over.
CRIME_STATES = frozenset({CaseState.TO_REFER, CaseState.REFERRED, CaseState.RECOMMENDED, CaseState.PROCEEDING})
SETTING_ASIDE = CRIME_STATES | {CaseState.PLENARY}
ENDED = (ProceedingState.STOPPED, ProceedingState.CLOSED)


def why_not(accused: Party, route: str) -> str:
    """Why this route cannot be taken for this person; "" where it fits."""
    refusal = not_a_civil_servant(accused)
    if refusal:
        return refusal
    if not accused.agency_code and not accused.case.agency_code:
        return _("Instansi terlapor belum diketahui. Lengkapi instansinya sebelum membuka penanganan.")
    ended = next((each for each in accused.proceedings.all() if each.state in ENDED and cleared(each)), None)
    if ended:
        return _(
            "Penanganan %(ref)s atas dugaan yang sama berakhir tanpa terbukti, dan nama terlapor sudah bersih. Dugaan "
            "itu tidak diperiksa lagi lewat jalur lain. Bila ada fakta baru, catat sebagai laporan atau temuan baru."
        ) % {"ref": ended.ref}
    allegations = allegations_of(accused)
    if not allegations:
        return _("Tidak ada dugaan yang masih berlaku terhadap terlapor ini.")
    if not answers(CATEGORY_OF_ROUTE[Route(route)], allegations):
        return _(
            "Tidak ada dugaan terhadap terlapor ini yang masuk jalur «%(route)s». Lihat kategori setiap "
            "dugaan, atau ubah penilaiannya dengan alasan."
        ) % {"route": _(ROUTE_LABELS[route])}
    return ""


def cleared(proceeding: Proceeding) -> bool:
    """Whether a proceeding that ended proved nothing: no decision was made, or the one that was made was revoked."""
    if proceeding.route == Route.CRIME:
        return False
    decision = getattr(proceeding, "decision", None)
    remedy = getattr(decision, "remedy", None)
    return decision is None or (remedy is not None and remedy.outcome in UNDONE)
