"""What an objection under PP 53/2010 becomes that nobody answered in its term: the penalty is void (Ps 37(4)).

That article speaks of objections alone. Nobody upholds what it has made void, and nobody brings it before a court:
there is no decision left to contest. What was filed there before is ended as what it is.
"""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from netra.cases.models import Deadline
from netra.cases.operations import ActRefused
from netra.sanctions.models import Remedy
from netra.sanctions.states import PP_79
from netra.trust.language import long_date

VOID = "PP 53/2010 Pasal 37 ayat (4)"


def lapsed_term(remedy: Remedy, decided: date) -> Deadline | None:
    """The term of Ps 36(3) that had run out by then while PP 53/2010 governed; else None.

    A term that ended on or after 10 August 2021 is not decided here: PP 79/2021 Ps 31 a and PP 94/2021 Ps 40(2) point
    to different rules, which the notes of the term tell.
    """
    proceeding = remedy.decision.proceeding
    terms = proceeding.case.deadlines.filter(subject_ref=proceeding.ref, rule="objection_decision")
    return terms.filter(citation__startswith="PP 53/2010", due_date__lt=min(decided, PP_79)).first()


def void_when_sued(remedy: Remedy, filed: date) -> Deadline | None:
    """The term that had run out unanswered when a suit was filed, so that nothing was left to bring before a court."""
    return lapsed_term(remedy, filed) if remedy.decided_date is None else None


def refuse_after_silence(lapsed: Deadline | None, outcome: str) -> None:
    """Nobody upholds or changes what the law has made void."""
    if lapsed is not None and outcome != "ANNULLED":
        raise ActRefused(
            _(
                "Keberatan ini tidak diputus sampai %(due)s (%(term)s), jadi hukumannya batal demi hukum (%(void)s). "
                "Yang dapat dicatat hanya «Dibatalkan»."
            )
            % _told(lapsed)
        )


def refuse_suing_what_is_void(lapsed: Deadline | None) -> None:
    """A court is asked about a decision, and the law has left none."""
    if lapsed is not None:
        raise ActRefused(
            _(
                "Keberatan ini tidak diputus sampai %(due)s (%(term)s), jadi hukumannya batal demi hukum (%(void)s) "
                "dan tidak ada lagi yang digugat. Catat putusan keberatan «Dibatalkan»; bila hukuman itu sudah "
                "dilaksanakan, yang diambil dikembalikan sesudahnya."
            )
            % _told(lapsed)
        )


def refuse_reviving(lapsed: Deadline | None, outcome: str) -> None:
    """A suit that was recorded all the same: no ruling brings the void penalty into force."""
    if lapsed is not None and outcome != "ANNULLED":
        raise ActRefused(
            _(
                "Keberatan atas hukuman ini tidak diputus sampai %(due)s (%(term)s), jadi hukumannya sudah batal demi "
                "hukum (%(void)s) sebelum digugat dan tidak menjadi berlaku karena putusan pengadilan. Catat "
                "«Dibatalkan» sebagai akibatnya, dan tulis bunyi putusan itu dalam pertimbangan."
            )
            % _told(lapsed)
        )


def _told(lapsed: Deadline) -> dict[str, str]:
    return {"due": long_date(lapsed.due_date), "term": lapsed.citation, "void": VOID}
