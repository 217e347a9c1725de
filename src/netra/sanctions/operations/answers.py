"""How a remedy or a court may answer, and the penalty that holds by its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused
from netra.law.sanctions import Sanction
from netra.sanctions.bounds import penalties_after
from netra.sanctions.models import Remedy

# Outcomes after which another penalty holds than the one decided.
NEW_PENALTY = frozenset({"LIGHTENED", "AGGRAVATED", "CHANGED"})
OUTCOMES = {
    "UPHELD": "dikuatkan",
    "LIGHTENED": "diperingan",
    "AGGRAVATED": "diperberat",
    "CHANGED": "diubah",
    "REVOKED": "dicabut",
    "ANNULLED": "dibatalkan",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """How a remedy was decided. `sanction_after` says what holds now, where it was changed."""

    outcome: str
    decided_date: date
    reason: str
    sanction_after: str = ""


def penalty_after(answer: Answer, remedy: Remedy) -> Sanction:
    """The penalty that replaces the one that holds: of the same catalogue, and on the side that the outcome says.

    What holds is what the answer to the remedy left; before there is one, what was decided.
    """
    decision = remedy.decision
    known = penalties_after(decision)
    places = {sanction.code: place for place, sanction in enumerate(known)}
    place = places.get(answer.sanction_after)
    if place is None:
        raise ActRefused(
            _("Pilih hukuman setelah putusan: %(known)s.") % {"known": "; ".join(_(each.label) for each in known)}
        )
    after, holds = known[place], remedy.sanction_after or decision.sanction_code
    before = places.get(holds, len(known))
    right = {"LIGHTENED": place < before, "AGGRAVATED": place > before, "CHANGED": place != before}[answer.outcome]
    if not right:
        label = known[before].label if remedy.sanction_after in places else decision.sanction_label
        raise ActRefused(
            _("«%(after)s» tidak %(outcome)s dari «%(before)s». Pilih putusan atau hukuman yang sesuai.")
            % {"after": _(after.label), "outcome": _(OUTCOMES[answer.outcome]), "before": _(label)}
        )
    return after
