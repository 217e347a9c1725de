"""Every decree of a head who is away bears the title and the name of whoever acts for him, never the absent one's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast, at
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import pdf_text
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import (
    HEARING,
    RULING,
    TEAM,
    carry_to_decision,
    carry_to_delivery,
    confirm_identity,
    deliver,
    make_proceeding,
    open_story,
)
from netra.sanctions.tests.test_council import COUNCIL, PHOTO
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
TITLE, RANI = "Plt. Wali Kota Jambi", "Rani Wulandari (contoh)"
PAPER = "Surat 800/77/BKPSDM/2024, 1 Oktober 2024"
EARLIER = "Surat 800/51/BKPSDM/2024, 1 Juli 2024"
ACTING = act.Signing(title=TITLE, name=RANI, basis=PAPER)
HEAD = "Wali Kota Jambi (contoh)"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@told_once
def examined(cast: Cast, *, proven: bool) -> Proceeding:
    """By a team that the acting head formed, up to the report."""
    proceeding = make_proceeding(cast)
    ref = proceeding.ref
    confirm_identity(cast, proceeding.case, at("2024-10-31", 8))
    act.team_form(ref=ref, members=TEAM, signing=ACTING, by=cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
    act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    level = "SEVERE" if proven else ""
    found = act.Findings(proven=proven, analysis="Dari bukti dan keterangan.", proposed_level=level)
    act.examination_report(ref=ref, findings=found, by=cast.dewi, at=at("2024-11-07"))
    return proceeding


def paper(kind: str) -> dict[str, Any]:
    return Letter.objects.get(kind=kind).data or {}


def said(kind: str) -> str:
    return " ".join(pdf_text(pdf(Letter.objects.get(kind=kind).ref)).split())


def bases(proceeding: Proceeding) -> dict[str, object]:
    """What the trail tells of the paper behind a title, by act."""
    told = trail.history(proceeding.case.chain)
    return {each.verb.partition(".")[2]: each.payload["document"] for each in told if each.payload.get("document")}


def test_from_the_team_to_the_answer_on_the_objection(cast):
    proceeding = examined(cast, proven=True)
    ref = proceeding.ref
    ruling = replace(RULING, signer_title=TITLE, signer_name=RANI, signer_basis=PAPER)
    act.decision_make(ref=ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))
    deliver(cast, proceeding, "2024-11-13")
    act.objection_file(ref=ref, filed_date=date(2024, 11, 20), grounds="Berat.", by=cast.dewi, at=at("2024-11-20"))
    answer = act.Answer("UPHELD", date(2024, 11, 25), "Sudah tepat.")
    act.objection_decide(ref=ref, answer=answer, signing=ACTING, by=cast.rahmat, at=at("2024-11-25"))
    for kind in ("TEAM_DECREE", "DECISION_SEVERE", "OBJECTION_DECISION"):
        assert (paper(kind)["authority_title"], paper(kind)["signer"]) == (TITLE, {"name": RANI, "position": TITLE})
        words = said(kind)
        assert "KEPUTUSAN PLT. WALI KOTA JAMBI" in words
        assert f"{TITLE}, {RANI}" in words
        assert HEAD not in words
    assert paper("EXAMINATION_RECORD")["mandate"].startswith(f"Keputusan {TITLE} Nomor ")
    assert bases(proceeding) == dict.fromkeys(("team_form", "decision_make", "objection_decide"), PAPER)
    assert trail.verify_database().ok


def test_a_late_objection_is_turned_away_under_that_title(cast):
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    late = {"filed_date": date(2024, 12, 9), "signing": ACTING, "by": cast.rahmat, "at": at("2024-12-10")}
    act.objection_reject(ref=proceeding.ref, **late)
    assert paper("OBJECTION_REJECTION")["signer"] == {"name": RANI, "position": TITLE}
    assert bases(proceeding) == {"objection_reject": PAPER}


class WhenNothingWasProven:
    def it_is_stopped_under_that_title_and_no_invented_one(self, cast):
        proceeding = examined(cast, proven=False)
        stop = {"ref": proceeding.ref, "reason": "Bukan akunnya.", "by": cast.rahmat, "at": at("2024-11-08")}
        with pytest.raises(ActRefused, match="«Bupati Muaro Jambi» lain daripada daftar"):
            act.proceeding_stop(**stop, signing=act.Signing("Bupati Muaro Jambi"))
        with pytest.raises(ActRefused, match="Isi nama yang menandatangani"):
            act.proceeding_stop(**stop, signing=act.Signing(TITLE, basis=PAPER))
        act.proceeding_stop(**stop, signing=act.Signing(TITLE, RANI, PAPER))
        assert paper("DECISION_STOP")["signer"] == {"name": RANI, "position": TITLE}
        assert HEAD not in said("DECISION_STOP")
        assert bases(proceeding)["proceeding_stop"] == PAPER


class WhenTheDirectSuperiorReleasesFromDuty:
    """The registry does not know Budi's superior, so a title alone is his; an acting one has name and paper."""

    @pytest.fixture
    def release(self, cast):
        proceeding = make_proceeding(cast)
        ref = proceeding.ref
        act.team_form(ref=ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
        act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
        act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        return lambda **typed: act.duty_release(
            ref=ref, reason="agar tenang", signing=act.Signing(**typed), by=cast.rahmat, at=at("2024-11-07")
        )

    def it_bears_his_title(self, release):
        release(title="Kepala Dinas Tata Ruang")
        assert paper("DUTY_RELEASE")["signer"] == {"position": "Kepala Dinas Tata Ruang"}

    def it_asks_for_whoever_acts_for_him(self, release):
        title = "Plh. Kepala Dinas Tata Ruang"
        with pytest.raises(ActRefused, match="Isi dasar penunjukan"):
            release(title=title, name=RANI)
        release(title=title, name=RANI, basis=PAPER)
        assert paper("DUTY_RELEASE")["authority_title"] == title
        assert paper("DUTY_RELEASE")["signer"] == {"name": RANI, "position": title}


def test_the_record_of_delivery_and_the_receipt_of_an_objection_are_signed_by_whoever_acts_too(cast):
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding)
    handover = act.Handover(manner="IN_PERSON", received_date=date(2024, 11, 13), place="BKPSDM")
    act.decision_deliver(ref=proceeding.ref, handover=handover, signing=ACTING, by=cast.dewi, at=at("2024-11-13"))
    filed = date(2024, 11, 20)
    act.objection_file(
        ref=proceeding.ref, filed_date=filed, grounds="Berat.", signing=ACTING, by=cast.dewi, at=at("2024-11-20")
    )
    for kind in ("DELIVERY_RECORD", "OBJECTION_RECEIPT"):
        assert paper(kind)["signer"] == {"name": RANI, "position": TITLE}
        assert RANI in said(kind) and HEAD not in said(kind)
    assert bases(proceeding) == {"decision_deliver": PAPER, "objection_file": PAPER}


def test_what_an_official_decided_is_handed_over_by_him_and_contested_before_his_superior(cast):
    """PP 94/2021 Ps 37: whoever punishes hands over, or has it done; PP 79/2021 Ps 3(3): his superior is asked."""
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding, replace(RULING, imposed_by="OFFICIAL", signer_title="Kepala Dinas Tata Ruang"))
    handover = act.Handover(manner="IN_PERSON", received_date=date(2024, 11, 13), place="BKPSDM")
    act.decision_deliver(ref=proceeding.ref, handover=handover, by=cast.dewi, at=at("2024-11-13"))
    filed = date(2024, 11, 20)
    act.objection_file(ref=proceeding.ref, filed_date=filed, grounds="Berat.", by=cast.dewi, at=at("2024-11-20"))
    assert paper("DELIVERY_RECORD")["signer"] == {"position": "Kepala Dinas Tata Ruang"}
    assert paper("OBJECTION_RECEIPT")["signer"] == {"position": "Atasan Kepala Dinas Tata Ruang"}


def test_a_receipt_under_another_title_needs_its_paper(cast):
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    with pytest.raises(ActRefused, match="dasar jabatan ini"):
        act.objection_file(
            ref=proceeding.ref,
            filed_date=date(2024, 11, 20),
            grounds="Berat.",
            signing=act.Signing(title=TITLE, name=RANI),
            by=cast.dewi,
            at=at("2024-11-20"),
        )


def test_the_call_of_the_council_is_signed_by_whoever_acts(cast):
    proceeding = open_story(cast, PHOTO, "ETHICS")
    act.council_form(ref=proceeding.ref, members=COUNCIL, by=cast.rahmat, at=at("2024-08-01"))
    act.council_summon(
        ref=proceeding.ref,
        meeting_at=at("2024-08-07"),
        place="Aula",
        signing=replace(ACTING, basis=EARLIER),
        by=cast.dewi,
        at=at("2024-08-02"),
    )
    assert paper("COUNCIL_SUMMONS")["signer"] == {"name": RANI, "position": TITLE}
    assert RANI in said("COUNCIL_SUMMONS") and HEAD not in said("COUNCIL_SUMMONS")
    assert bases(proceeding) == {"council_summon": EARLIER}
