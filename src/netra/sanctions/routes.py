"""Which routes fit an accused, and in words why the others do not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from netra.cases.models import Party
from netra.sanctions.bounds import CATEGORY_OF_ROUTE, allegations_of
from netra.sanctions.states import ROUTE_LABELS, Route

CIVIL_SERVANTS = ("PNS", "CPNS", "PPPK")


def why_not(accused: Party, route: str) -> str:
    """Why this route cannot be taken for this person; "" where it fits."""
    if accused.employment not in CIVIL_SERVANTS:
        return _(
            "Terlapor ini bukan ASN, jadi tidak dapat dijatuhi sanksi disiplin, kode etik, atau "
            "pemberhentian ASN. Rezim yang berlaku: hukum desa atau hukum pemerintahan daerah; dugaan "
            "pidana dapat diteruskan."
        )
    if not accused.agency_code and not accused.case.agency_code:
        return _("Instansi terlapor belum diketahui. Lengkapi instansinya sebelum membuka penanganan.")
    allegations = allegations_of(accused)
    if not allegations:
        return _("Tidak ada dugaan yang masih berlaku terhadap terlapor ini.")
    wanted = CATEGORY_OF_ROUTE[Route(route)]
    if all(_never(each.category, wanted) for each in allegations):
        return _(
            "Tidak ada dugaan terhadap terlapor ini yang masuk jalur «%(route)s». Lihat kategori setiap "
            "dugaan, atau ubah penilaiannya dengan alasan."
        ) % {"route": _(ROUTE_LABELS[route])}
    return ""


def has_crime(accused: Party) -> bool:
    """Whether the law of the day names an election crime or an administrative election breach in what is alleged."""
    return any(
        row["category"] in {"ELECTION_CRIME", "ELECTION_ADMINISTRATION"} and row["in_force"]
        for allegation in allegations_of(accused)
        for row in allegation.assessment["forms"]
    )


def _never(category: str, wanted: str) -> bool:
    """Ethics and discipline may be combined (PP 42/2004 Ps 16); the end of status needs its own allegation."""
    if wanted == "STATUS_TERMINATION":
        return category != "STATUS_TERMINATION"
    return category not in {"ETHICS", "DISCIPLINE", "NONE"}
