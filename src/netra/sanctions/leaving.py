"""What becomes of a proceeding when the accused is a civil servant no more: by what happened and where it stands.

Read: PP 53/2010 Ps 40 and PP 79/2021 Ps 29, on remedies alone. What they leave open is derived, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from netra.cases.leaving import LAPSING, RESUMING, Leaving
from netra.law.dated import Source, Verification
from netra.law.procedure import Step
from netra.sanctions.court import PP_79

LEFT, MISTAKEN = "sanctions.servant_left", "sanctions.servant_left_correct"
LAPSE, RESUME = "sanctions.proceeding_lapse", "sanctions.proceeding_resume"

_SAID_BY_NOBODY = ("OPENED", "SUMMONED_1", "MISSED_1", "SUMMONED_2", "MISSED_2", "EXAMINED", "REPORTED")
# A code of ethics is for who is bound by it (PP 42/2004 Ps 1); its council states nothing of who is not.
_BEFORE_A_COUNCIL = ("OPENED", "COUNCIL_FORMED", "COUNCIL_SUMMONED", "HEARD", "COUNCIL_DECIDED")
UNDECIDED = frozenset({*_SAID_BY_NOBODY, *_BEFORE_A_COUNCIL})
NOT_IN_FORCE = frozenset({"DECIDED", "DELIVERY_MISSED", "DECISION_SENT", "DELIVERED"})
NOT_CARRIED_OUT = frozenset({"IN_FORCE", "FINAL"})

# Nothing was decided, or what was decided never held: nobody is found to be in breach by it.
NO_DECISION = _("Berakhir tanpa putusan")
NEVER_HELD = _("Keputusan tidak sempat berlaku")
# The decision stands, and is carried out no more, or counts as carried out.
SERVED = _("Dianggap telah selesai menjalani hukuman disiplin")
NOT_EXECUTED = _("Keputusan tetap, pelaksanaannya tidak mungkin lagi")
OUTCOMES = (NO_DECISION, NEVER_HELD, SERVED, NOT_EXECUTED)
PROVES_NOTHING = frozenset({NO_DECISION, NEVER_HELD})


@dataclass(frozen=True, slots=True)
class Consequence:
    """How a proceeding ends; `source` is its own article where one was read, else that of the step."""

    outcome: str
    source: Source | None = None


def consequence(kind: str, state: str, *, dismissal: bool, on: date) -> Consequence | None:
    """How a proceeding ends in which that became of the accused; None where it goes on as it stands.

    A dismissal outlives the service: an appeal is decided after the age of retirement (PP 53/2010 Ps 40(2) b, PP
    79/2021 Ps 29(2), (4)), and one that holds has taken effect. What lies before a court is the court's, what was
    handed over as a crime the prosecutor's, and what was annulled is given back.
    """
    if state in UNDECIDED:
        return Consequence(NO_DECISION)
    if state == "APPEALED":
        return Consequence(NEVER_HELD, _died_while_asking(on, appeal=True)) if kind == Leaving.DIED else None
    if dismissal:
        return Consequence(NEVER_HELD) if kind == Leaving.DIED and state in NOT_IN_FORCE else None
    if state == "OBJECTED":
        return _while_objecting(kind, on)
    if state in NOT_IN_FORCE:
        return Consequence(NEVER_HELD)
    return Consequence(NOT_EXECUTED) if state in NOT_CARRIED_OUT else None


def _while_objecting(kind: str, on: date) -> Consequence:
    if kind == Leaving.DIED:
        return Consequence(NEVER_HELD, _died_while_asking(on, appeal=False))
    if kind == Leaving.RETIRED:
        if on < PP_79:
            return Consequence(SERVED, Source("PP 53/2010", "Pasal 40 ayat (2) huruf a", Verification.SEEN))
        said = "Pasal 29 (hanya menyebut banding; pensiun sebelum keberatan diputus tidak disebut)"
        return Consequence(SERVED, Source("PP 79/2021", said, Verification.DERIVED))
    return Consequence(NEVER_HELD)


def _died_while_asking(on: date, *, appeal: bool) -> Source:
    """PP 53/2010 Ps 40(1) speaks of every remedy, PP 79/2021 Ps 29(1) of an appeal alone."""
    if on < PP_79:
        return Source("PP 53/2010", "Pasal 40 ayat (1)", Verification.SEEN)
    if appeal:
        return Source("PP 79/2021", "Pasal 29 ayat (1) dan (3)", Verification.SEEN)
    said = "Pasal 29 ayat (1) (hanya menyebut banding; meninggal sebelum keberatan diputus tidak disebut)"
    return Source("PP 79/2021", said, Verification.DERIVED)


def _there_and_back(*states: str) -> tuple[Step, ...]:
    return (
        *(Step(LAPSE, state, "CLOSED", LAPSING) for state in states),
        *(Step(RESUME, "CLOSED", state, RESUMING) for state in states),
    )


LEAVING_DISCIPLINE = _there_and_back(
    *_SAID_BY_NOBODY, "DECIDED", "DELIVERY_MISSED", "DECISION_SENT", "DELIVERED", "OBJECTED", "APPEALED", "IN_FORCE",
    "FINAL",
)  # fmt: skip
LEAVING_STATUS = _there_and_back(*_SAID_BY_NOBODY, "DECIDED", "DELIVERED", "APPEALED")
LEAVING_ETHICS = _there_and_back(*_BEFORE_A_COUNCIL, "DECIDED", "FINAL")
