"""The decree by which a seat of a team or council is given to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netra.cases.letters import LetterData, person
from netra.sanctions.letters.decrees import decree, formed_by, regulation_of, who
from netra.sanctions.letters.people import ROLE_WORDS, named
from netra.sanctions.letters.wording import alleged, clause
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.signing import Signed
from netra.sanctions.states import Route


def seat_decree(
    proceeding: Proceeding, left: Sequence[TeamMember], members: Sequence[TeamMember], signed: Signed, on: date
) -> LetterData:
    """Keputusan perubahan susunan: who leave which seats and why, who come, and `members`, the whole from then on."""
    came = {each.replaces_id: each.name for each in members}
    ethics = proceeding.route == Route.ETHICS
    group = "Majelis Kode Etik" if ethics else "Tim Pemeriksa"
    formed = formed_by(proceeding, "COUNCIL_DECREE" if ethics else "TEAM_DECREE", on)
    considering = [
        f"{who(proceeding)}, diperiksa oleh {group} yang dibentuk dengan {formed}",
    ]
    for each in left:
        why = clause(each.left_reason)
        considering += [
            f"{each.name}, {ROLE_WORDS[each.role]} {group}, perlu diganti: {why}",
            f"penggantinya {came[each.pk]}",
        ]
    pppk = proceeding.party.employment == "PPPK"
    rests = ["PP 42/2004 Pasal 17–18"] if ethics and not pppk else regulation_of(proceeding, on)
    kind = "COUNCIL_CHANGE" if ethics else "TEAM_CHANGE"
    return decree(kind, proceeding, on, considering, rests, signed) | {
        "examinee": person(proceeding.party),
        "allegation": alleged(proceeding),
        "changed": formed,
        "members": named(proceeding, members),
    }
