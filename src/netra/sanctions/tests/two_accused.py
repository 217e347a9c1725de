"""Budi is punished and Citra cleared in one case: the story carried to where both proceedings have ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from netra.cases import operations as cases
from netra.cases.models import Case
from netra.cases.tests.builders import BUDI, CITY, LIKE, Cast, at
from netra.intake.uploads import NewFile
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import HEARING, RULING, TEAM, Story, deed, recommend_story
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.told_once import told_once

# As `confirm_identity` found them before anything was recommended.
HIS_NIP, NIP = "198001012005011100", "198001012005011101"
CITRA = replace(BUDI, name="Citra (contoh)", position_title="Lurah Citra", unit_name="Kelurahan Citra")
STORY = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(BUDI, CITRA))
HER_DEED = replace(LIKE, conduct="online_campaign", narrative="Citra terlihat di panggung.", place="Rumah Citra")
# Closed on 9 December 2024, and two years of retention after it.
CLOSED, DUE = "2024-12-09", "2026-12-09"


class TwoAccused:
    """The cast, and the case of Budi and Citra carried to where both proceedings have ended."""

    def __init__(self, *, hers: str) -> None:
        self.cast = Cast()
        people = (BUDI, replace(CITRA, agency_code=hers))
        self.case: Case = recommend_story(self.cast, replace(STORY, people=people))
        self.hers = grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=hers) if hers != CITY else self.cast.dewi
        self.sinta = grant(make_user("sinta"), Role.INTAKE_OFFICER, region="15")
        self._tell_of_citra()
        self.budis, self.citras = self._open(1, self.cast.dewi), self._open(2, self.hers)
        self._punish_budi()
        self._clear_citra(grant(make_user("rini"), Role.APPOINTING_AUTHORITY, agency=hers))

    def _tell_of_citra(self) -> None:
        wayan: dict[str, Any] = {"case_ref": self.case.ref, "by": self.cast.wayan}
        cases.act_add(**wayan, act=HER_DEED, at=at("2024-10-29", 10))
        cases.allegation_assess(**wayan, party=2, act=2, at=at("2024-10-29", 11))
        reason = "Foto Citra di panggung."
        cases.allegation_confirm(**wayan, party=2, act=2, reason=reason, at=at("2024-10-29", 12))
        photo = NewFile(name="Citra.txt", content=b"Citra di rumah")
        cases.answer_record(**wayan, party=2, text="Saya Citra, di rumah.", files=(photo,), at=at("2024-10-29", 13))
        cases.answer_record(**wayan, party=1, text="Saya Budi, khilaf.", at=at("2024-10-29", 13))

    def _open(self, party: int, by: User) -> Proceeding:
        return act.proceeding_open(case_ref=self.case.ref, party=party, route="DISCIPLINE", by=by, at=at("2024-10-30"))

    def _examine(self, proceeding: Proceeding, by: User, authority: User, *, proven: bool) -> None:
        ref = proceeding.ref
        level, analysis = ("SEVERE", "Terbukti.") if proven else ("", "Menurut saksi Citra di rumah.")
        act.team_form(ref=ref, members=TEAM, by=authority, at=at("2024-10-31"))
        act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang 7", by=by, at=at("2024-11-01"))
        act.examination_record(ref=ref, hearing=HEARING, by=by, at=at("2024-11-06", 15))
        findings = act.Findings(proven=proven, analysis=analysis, proposed_level=level)
        act.examination_report(ref=ref, findings=findings, by=by, at=at("2024-11-07"))

    def _punish_budi(self) -> None:
        ref, dewi = self.budis.ref, self.cast.dewi
        self._examine(self.budis, dewi, self.cast.rahmat, proven=True)
        act.decision_make(ref=ref, ruling=RULING, by=self.cast.rahmat, at=at("2024-11-11"))
        handover = act.Handover(manner="IN_PERSON", received_date=date(2024, 11, 13), place="BKPSDM")
        act.decision_deliver(ref=ref, handover=handover, by=dewi, at=at("2024-11-13"))
        act.decision_enforce(ref=ref, by=dewi, at=at("2024-12-05"))
        act.decision_finalise(ref=ref, by=dewi, at=at("2024-12-06"))
        act.decision_execute(ref=ref, document="SK 5/2024, 6 Desember 2024", by=dewi, at=at("2024-12-06", 10))

    def _clear_citra(self, authority: User) -> None:
        self._examine(self.citras, self.hers, authority, proven=False)
        reason = "Citra berada di rumah."
        act.proceeding_stop(ref=self.citras.ref, reason=reason, by=authority, at=at("2024-11-11"))

    def close(self) -> Case:
        act.proceeding_close(ref=self.citras.ref, by=self.hers, at=at(CLOSED))
        act.proceeding_close(ref=self.budis.ref, by=self.cast.dewi, at=at(CLOSED, 10))
        return Case.objects.get(pk=self.case.pk)

    def erase(self) -> None:
        ref = self.case.ref
        cases.erasure_request(case_ref=ref, reason="Jadwal retensi.", by=self.cast.wayan, at=at(DUE))
        cases.erasure_approve(case_ref=ref, by=self.sinta, at=at(DUE, 10))


@told_once
def two_accused(*, hers: str = CITY) -> TwoAccused:
    """The story told; `hers` is the agency that Citra serves."""
    return TwoAccused(hers=hers)
