"""What became of a crime that was handed over."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_noop as _

from netra.law.dated import Source, Verification
from netra.law.procedure import Basis, Step

# What police, prosecutor or court made of a crime that was handed over: nothing is proven here before a court said so.
CONVICTED = _("Dipidana dengan putusan berkekuatan tetap")
DIED = "DIED"
ENDED_BY_DEATH = _("Penuntutan gugur karena terlapor meninggal dunia")
CRIME_RESULTS: dict[str, str] = {
    "NOT_CONTINUED": _("Tidak dilanjutkan oleh penegak hukum"),
    "ACQUITTED": _("Diputus bebas atau lepas"),
    "CONVICTED": CONVICTED,
    DIED: ENDED_BY_DEATH,
}

# Nobody is prosecuted after his death. The code before UU 1/2023 (in force since 2 January 2026, Ps 624) was not read.
_NEW_CODE = date(2026, 1, 2)
_OLD, _NEW = ("KUHP lama (UU 1/1946)", "Pasal 77"), ("KUHP (UU 1/2023)", "Pasal 132 ayat (1) huruf b")
BY_DEATH = (
    Basis(Source(*_OLD, Verification.UNVERIFIED), date.min, _NEW_CODE),
    Basis(Source(*_NEW, Verification.SEEN), _NEW_CODE),
)
# No article takes the file up again: it never ended where nobody died.
_MISTAKEN = "(pengakhiran yang keliru; pembukaan kembali tidak disebut)"
ALIVE = (
    Basis(Source(_OLD[0], f"{_OLD[1]} {_MISTAKEN}", Verification.UNVERIFIED), date.min, _NEW_CODE),
    Basis(Source(_NEW[0], f"{_NEW[1]} {_MISTAKEN}", Verification.DERIVED), _NEW_CODE),
)
DEATH_TAKEN_BACK = Step("sanctions.proceeding_resume", "CLOSED", "HANDED_OVER", ALIVE)


def crime_result_choices() -> list[tuple[str, str]]:
    return list(CRIME_RESULTS.items())


def lapses_by_death(died: date) -> Source:
    """The article by which nobody is prosecuted who died on that day."""
    return next(each.source for each in BY_DEATH if each.fits("", died))
