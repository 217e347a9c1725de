"""Who may impose which penalty on whom, as the table of authorities says; the answer informs, it forbids nothing."""

from __future__ import annotations

from dataclasses import dataclass

from netra.law.authority import Authority, AuthorityUnknown, who_may_punish
from netra.law.candidates import NO_OFFICIAL
from netra.law.end_of_service import WhoEnds
from netra.law.sanctions import Sanction
from netra.registry.queries import agency
from netra.sanctions.models import Proceeding
from netra.sanctions.models.decision import CANDIDATE_END, DISMISSALS

_FINAL_OF_OLD = (
    "Hukuman yang dijatuhkan Presiden berlaku sejak ditetapkan dan terhadapnya tidak dapat diajukan upaya "
    "administratif (PP 53/2010 Pasal 33 huruf a dan Pasal 43 huruf a)."
)


@dataclass(frozen=True, slots=True)
class Competence:
    """The officials whom the law names for one penalty; where it names none, why not."""

    officials: tuple[Authority, ...]
    unknown: str = ""

    def note(self, imposed_by: str = "APPOINTING_AUTHORITY") -> str:
        """A sentence where the law gives the penalty to somebody else than the one who imposes it, else ""."""
        mine = imposed_by == "APPOINTING_AUTHORITY"
        if self.unknown or any((each.code == "APPOINTING_AUTHORITY") == mine for each in self.officials):
            return self.unknown
        names = "; ".join(f"{each.title} ({each.source})" for each in self.officials)
        return f"Menurut tabel kewenangan, hukuman ini dijatuhkan oleh: {names}."


def competence_for(proceeding: Proceeding, agency_kind: str, regime: str, sanction: Sanction) -> Competence:
    """Who may impose this penalty on the holder of that post, in an agency of that kind."""
    if sanction.code == CANDIDATE_END:
        return Competence((), NO_OFFICIAL)
    # PP 94/2021 and PP 53/2010 bind PNS only; whom PP 49/2018 names for a PPPK stands in rows of its own.
    own = "PPPK" if proceeding.party.employment == "PPPK" else regime
    try:
        officials = who_may_punish(
            regime=own,
            agency_kind=agency_kind,
            position=proceeding.party.position,
            level=sanction.level,
            penalty_code=sanction.code,
        )
    except (AuthorityUnknown, ValueError) as error:
        return Competence((), str(error))
    return Competence(officials)


def dismissed_by(proceeding: Proceeding, regime: str, sanction: Sanction) -> WhoEnds | None:
    """The President, where the law gives the dismissal of the holder of that post to him alone; else None.

    PP 94/2021 Ps 17(1)–(2), PP 53/2010 Ps 15(1); who proposes it differs by post (Ps 17(3), Ps 15(2)). Other penalties
    that are his are noted (`Competence.note`).
    """
    if sanction.code not in DISMISSALS:
        return None
    officials = competence_for(proceeding, agency(proceeding.agency_code).kind, regime, sanction).officials
    if not officials or any(each.code != "PRESIDENT" for each in officials):
        return None
    own = next((each for each in officials if each.penalties), officials[0])
    return WhoEnds(by_president=True, source=own.source, proposal=own.condition)


def ending_note(ends: WhoEnds) -> str:
    """What the decision on the end of a status or a contract keeps, where it belongs to the President."""
    said = f"Pemberhentian pemegang jabatan ini ditetapkan Presiden ({ends.source}), {ends.proposal}."
    return f"{said} {_FINAL_OF_OLD}" if ends.source.instrument == "PP 53/2010" else said


def competence_note(proceeding: Proceeding, regime: str, sanction: Sanction, imposed_by: str) -> str:
    """What a decision keeps about competence: see `Competence.note`."""
    return competence_for(proceeding, agency(proceeding.agency_code).kind, regime, sanction).note(imposed_by)
