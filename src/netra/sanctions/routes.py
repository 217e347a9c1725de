"""Which routes fit an accused, and in words why the others do not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from netra.cases.fitting import answers, not_a_civil_servant, why_left
from netra.cases.models import Party
from netra.cases.states import CaseState
from netra.sanctions.crime_results import CONVICTED
from netra.sanctions.leaving import PROVES_NOTHING
from netra.sanctions.models import Proceeding
from netra.sanctions.states import CATEGORY_OF_ROUTE, ROUTE_LABELS, UNDONE, ProceedingState, Route
from netra.sanctions.weighed import administrative, allegations_of, is_standing, left_to_judge

# A crime is handed over once the plenary has decided so; the plenary may see none once the study lies before it, and a
# word that comes before its decision spares the term of handing over.
CRIME_STATES = frozenset({CaseState.TO_REFER, CaseState.REFERRED, CaseState.RECOMMENDED, CaseState.PROCEEDING})
SETTING_ASIDE = CRIME_STATES | {CaseState.PLENARY}


def why_not(accused: Party, route: str) -> str:
    """Why this route cannot be taken for this person; "" where it fits."""
    refusal = not_a_civil_servant(accused) or why_left(accused)
    if refusal:
        return refusal
    if not accused.agency_code and not accused.case.agency_code:
        return _("Instansi terlapor belum diketahui. Lengkapi instansinya sebelum membuka penanganan.")
    category = CATEGORY_OF_ROUTE[Route(route)]
    held, left = allegations_of(accused), left_to_judge(accused)
    if answers(category, held) and not answers(category, left):
        ended = next(each for each in administrative(accused) if not is_standing(each))
        return _(
            "Penanganan %(ref)s atas dugaan yang sama berakhir tanpa terbukti, dan nama terlapor sudah bersih. Dugaan "
            "itu tidak diperiksa lagi lewat jalur lain. Bila ada fakta baru, catat sebagai laporan atau temuan baru."
        ) % {"ref": ended.ref}
    if not held:
        return _(
            "Tidak ada dugaan yang berlaku terhadap terlapor ini: usulan perangkat lunak tidak dihitung sebelum "
            "petugas mengonfirmasi atau mengubahnya dengan alasan pada halaman perkara."
        )
    if not answers(category, left):
        return _(
            "Tidak ada dugaan terhadap terlapor ini yang masuk jalur «%(route)s». Lihat kategori setiap "
            "dugaan, atau ubah penilaiannya dengan alasan."
        ) % {"route": _(ROUTE_LABELS[route])}
    return ""


def cleared(proceeding: Proceeding) -> bool:
    """Whether a proceeding that ended proved nothing: no decision was made, or the one that was made was revoked.

    What never held because he was a civil servant no more proves nothing either.
    A crime that was handed over is proven by a conviction alone.
    """
    if proceeding.route == Route.CRIME:
        return proceeding.state == ProceedingState.CLOSED and proceeding.outcome != CONVICTED
    if proceeding.outcome in PROVES_NOTHING:
        return True
    decision = getattr(proceeding, "decision", None)
    remedy = getattr(decision, "remedy", None)
    return decision is None or (remedy is not None and remedy.outcome in UNDONE)
