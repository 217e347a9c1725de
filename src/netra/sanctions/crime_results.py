"""What became of a crime that was handed over."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

# What police, prosecutor or court made of a crime that was handed over: nothing is proven here before a court said so.
CONVICTED = _("Dipidana dengan putusan berkekuatan tetap")
CRIME_RESULTS: dict[str, str] = {
    "NOT_CONTINUED": _("Tidak dilanjutkan oleh penegak hukum"),
    "ACQUITTED": _("Diputus bebas atau lepas"),
    "CONVICTED": CONVICTED,
}


def crime_result_choices() -> list[tuple[str, str]]:
    return list(CRIME_RESULTS.items())
