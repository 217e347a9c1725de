"""What an objection under PP 53/2010 becomes that nobody answered in its term: the penalty is void (Ps 37(4))."""

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


def refuse_after_silence(lapsed: Deadline | None, outcome: str) -> None:
    """Nobody upholds or changes what the law has made void."""
    if lapsed is not None and outcome != "ANNULLED":
        raise ActRefused(
            _(
                "Keberatan ini tidak diputus sampai %(due)s (%(term)s), jadi hukumannya batal demi hukum (%(void)s). "
                "Yang dapat dicatat hanya «Dibatalkan»."
            )
            % {"due": long_date(lapsed.due_date), "term": lapsed.citation, "void": VOID}
        )
