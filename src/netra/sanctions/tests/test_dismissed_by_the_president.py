"""Who holds the highest posts is dismissed by decree of the President (PP 94/2021 Ps 17(2), PP 53/2010 Ps 15(1))."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, CITY, Cast, at, confirm_identity
from netra.law.dated import Verification
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.registry.models import Agency
from netra.sanctions import operations as act
from netra.sanctions.bounds import penalties_offered
from netra.sanctions.competence import dismissed_by, ending_note
from netra.sanctions.offers import offers
from netra.sanctions.queries import decision_sheet
from netra.sanctions.tests.builders import (
    HEARING,
    PARTISAN_2019,
    RULING,
    TEAM,
    Story,
    carry_to_decision,
    deed,
    deliver,
    make_proceeding,
    open_story,
)
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
KEPPRES = "12/K/2024 (contoh)"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
@told_once
def proceeding(cast):
    """Of the secretary of a province, a JPT madya, whose office the story calls by the city's code."""
    person = replace(BUDI, position="JPT_MADYA", grade="IV/d")
    story = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(person,))
    proceeding = open_story(cast, story)
    Agency.objects.filter(code=CITY).update(kind="PROVINCE")
    ref, members = proceeding.ref, tuple(replace(each, position="JPT_MADYA", grade="IV/e") for each in TEAM)
    confirm_identity(cast, proceeding.case, at("2024-10-31", 8))
    act.team_form(ref=ref, members=members, by=cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
    act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    found = act.Findings(proven=True, analysis="Terbukti.", proposed_level="SEVERE")
    act.examination_report(ref=ref, findings=found, by=cast.dewi, at=at("2024-11-07"))
    return proceeding


@told_once
def decide(cast, proceeding, **over):
    return act.decision_make(ref=proceeding.ref, ruling=replace(RULING, **over), by=cast.rahmat, at=at("2024-11-11"))


def test_his_decree_is_named_and_none_of_the_governor_is_written(cast, proceeding):
    ends = decision_sheet(proceeding, on=date(2024, 11, 11)).ends
    assert ends is not None and str(ends.source) == "PP 94/2021 Pasal 17 ayat (2) huruf a"
    with pytest.raises(ActRefused, match=r"ditetapkan Presiden .*PP 94/2021 Pasal 17 .* nomor Keputusan Presiden"):
        decide(cast, proceeding, sanction_code="honourable_dismissal")
    made = decide(cast, proceeding, sanction_code="honourable_dismissal", document=KEPPRES, imposed_by="OFFICIAL")
    assert (made.signer_title, made.document, made.letter_ref) == ("Presiden", KEPPRES, "")
    assert (made.kind, made.imposed_by) == ("DISCIPLINE", "APPOINTING_AUTHORITY")
    assert made.competence_note == (
        "Pemberhentian pemegang jabatan ini ditetapkan Presiden (PP 94/2021 Pasal 17 ayat (2) huruf a), atas usul PPK "
        "(Pasal 17 ayat (3) huruf b)."
    )
    assert not Letter.objects.filter(kind__startswith="DECISION").exists()
    deliver(cast, proceeding, "2024-11-13")
    assert (Letter.objects.get(kind="DELIVERY_RECORD").data or {})["document_number"] == KEPPRES
    proceeding.refresh_from_db()
    assert trail.verify_database().ok


# PP 79/2021 Ps 1 angka 5 and Ps 10 speak of the authority's decisions alone, PP 94/2021 Ps 16 of the President beside
# the authority; what is admissible is for BPASN to say (Ps 12(2)).
DOUBTED = (
    "PP 79/2021 Pasal 1 angka 5 dan Pasal 10 membuka banding administratif atas Keputusan PPK; PP 94/2021 Pasal 16 "
    "menyebut Presiden dan PPK sendiri-sendiri."
)


def test_an_appeal_against_his_dismissal_is_taken_with_its_doubt_on_page_term_and_receipt(cast, proceeding):
    decide(cast, proceeding, sanction_code="honourable_dismissal", document=KEPPRES)
    deliver(cast, proceeding, "2024-11-13")
    proceeding.refresh_from_db()
    offered = {each.act: each.source for each in offers(cast.dewi, proceeding, on=date(2024, 11, 20))}
    opened = offered["sanctions.appeal_file"]
    assert opened is not None and opened.verification == Verification.DERIVED
    filed = date(2024, 11, 20)
    act.appeal_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2024-11-20"))
    for rule in ("appeal_filing", "appeal_reply", "appeal_decision"):
        term = proceeding.case.deadlines.get(rule=rule)
        assert term.needs_review and term.notes[-1].startswith(DOUBTED), rule
        assert term.verification == "DERIVED", rule
    receipt = Letter.objects.get(kind="APPEAL_RECEIPT")
    assert (receipt.data or {})["decision"] == (
        "Keputusan Presiden: Pemberhentian dengan hormat tidak atas permintaan sendiri sebagai PNS"
    )
    assert says(pdf(receipt.ref), DOUBTED)
    assert trail.verify_database().ok


def test_a_dismissal_by_the_authority_itself_leaves_no_doubt_of_its_appeal(cast):
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding, replace(RULING, sanction_code="honourable_dismissal"))
    deliver(cast, proceeding, "2024-11-13")
    proceeding.refresh_from_db()
    assert proceeding.decision.appeal_doubt == ""
    filing = proceeding.case.deadlines.get(rule="appeal_filing")
    assert (filing.needs_review, filing.verification) == (False, "SEEN")
    filed = date(2024, 11, 20)
    act.appeal_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2024-11-20"))
    receipt = Letter.objects.get(kind="APPEAL_RECEIPT").data or {}
    assert receipt["decision"].startswith("Keputusan Wali Kota Jambi tentang ") and not receipt.get("doubt")


def test_another_severe_penalty_stays_with_the_governor(cast, proceeding):
    """PP 94/2021 Ps 18(1): all but the dismissal."""
    made = decide(cast, proceeding)
    assert (made.document, made.competence_note) == ("", "")
    assert (Letter.objects.get(ref=made.letter_ref).data or {})["authority_title"] == "Wali Kota Jambi"


@pytest.mark.parametrize(
    ("position", "said"),
    [
        # Ps 17(3): a. the coordinating minister proposes for JPT utama; b. the authority for JPT madya and for other
        # posts that the President fills. Of an ahli utama, whom (2) b names apart from those, (3) says nothing.
        (
            "JPT_UTAMA",
            "Pasal 17 ayat (1) huruf a), atas usul menteri yang mengoordinasikan (Pasal 17 ayat (3) huruf a).",
        ),
        ("JPT_MADYA", "Pasal 17 ayat (2) huruf a), atas usul PPK (Pasal 17 ayat (3) huruf b)."),
        (
            "FUNCTIONAL_AHLI_UTAMA",
            "Pasal 17 ayat (2) huruf b), siapa yang mengusulkan bagi jabatan ini tidak disebut Pasal 17 ayat (3).",
        ),
    ],
)
def test_who_proposes_the_dismissal_to_him_is_told_by_post(cast, position, said):
    proceeding = make_proceeding(cast)
    Agency.objects.filter(code=CITY).update(kind="CENTRAL")
    proceeding.party.position = position
    offered = {each.code: each for each in penalties_offered("DISC-94", date(2024, 11, 11))}
    ends = dismissed_by(proceeding, "DISC-94", offered["honourable_dismissal"])
    assert ends is not None and ending_note(ends).endswith(f"ditetapkan Presiden (PP 94/2021 {said}")


def test_before_pp_94_it_is_said_that_no_remedy_is_left(proceeding):
    """PP 53/2010 Ps 33 a and 43 a."""
    offered = {each.code: each for each in penalties_offered("DISC-53", date(2019, 3, 20))}
    assert dismissed_by(proceeding, "DISC-53", offered["demotion"]) is None
    ends = dismissed_by(proceeding, "DISC-53", offered["dishonourable_dismissal"])
    assert ends is not None
    assert ending_note(ends).startswith(
        "Pemberhentian pemegang jabatan ini ditetapkan Presiden (PP 53/2010 Pasal 15 ayat (1)), atas usul PPK "
        "(Pasal 15 ayat (2)). Hukuman yang dijatuhkan Presiden berlaku sejak"
    )
    assert "Pasal 33 huruf a" in ending_note(ends)


@pytest.fixture
@told_once
def of_old(cast):
    """A JPT madya of a province, dismissed by decree of the President on 20 March 2019 under PP 53/2010."""
    person = replace(BUDI, position="JPT_MADYA", grade="IV/d")
    proceeding = open_story(cast, replace(PARTISAN_2019, people=(person,)))
    Agency.objects.filter(code=CITY).update(kind="PROVINCE")
    confirm_identity(cast, proceeding.case, at("2019-03-04", 7))
    ref, members = proceeding.ref, tuple(replace(each, position="JPT_MADYA", grade="IV/e") for each in TEAM)
    act.team_form(ref=ref, members=members, by=cast.rahmat, at=at("2019-03-04", 8))
    act.summons_issue(ref=ref, meeting_at=at("2019-03-14"), place="Ruang", by=cast.dewi, at=at("2019-03-04"))
    hearing = replace(HEARING, held_date=date(2019, 3, 14))
    act.examination_record(ref=ref, hearing=hearing, by=cast.dewi, at=at("2019-03-14", 15))
    found = act.Findings(proven=True, analysis="Terbukti.", proposed_level="SEVERE")
    act.examination_report(ref=ref, findings=found, by=cast.dewi, at=at("2019-03-18"))
    decreed = replace(
        RULING,
        sanction_code="honourable_dismissal",
        decided_date=date(2019, 3, 20),
        deviation_reason="Berulang (contoh).",
        document="5/K/2019 (contoh)",
    )
    act.decision_make(ref=ref, ruling=decreed, by=cast.rahmat, at=at("2019-03-21"))
    proceeding.refresh_from_db()
    return proceeding


def test_before_pp_94_his_dismissal_holds_at_once_and_no_term_of_a_remedy_runs(cast, of_old):
    """PP 53/2010 Ps 33 a: nothing can be filed; Ps 43 a: it holds since the day of the decree."""
    deliver(cast, of_old, "2019-03-25")
    of_old.refresh_from_db()
    rules = set(of_old.case.deadlines.filter(subject_ref=of_old.ref).values_list("rule", flat=True))
    assert not rules & {"appeal_filing", "objection_filing", "discipline_in_force"}
    assert of_old.decision.delivery.in_force_date == date(2019, 3, 20)
    offered = {each.act for each in offers(cast.dewi, of_old, on=date(2019, 3, 25))}
    assert "sanctions.decision_enforce" in offered
    assert not offered & {"sanctions.appeal_file", "sanctions.objection_file", "sanctions.objection_reject"}
    for file in (act.appeal_file, act.objection_file):
        with pytest.raises(ActRefused, match=r"dijatuhkan Presiden.*PP 53/2010 Pasal 33 huruf a.*Pasal 43 huruf a"):
            file(ref=of_old.ref, filed_date=date(2019, 3, 26), grounds="Keliru.", by=cast.dewi, at=at("2019-03-26"))
    act.decision_enforce(ref=of_old.ref, by=cast.dewi, at=at("2019-03-26"))
    assert trail.history(of_old.case.chain)[-1].payload["rule"] == "PP 53/2010 Pasal 43 huruf a"
    act.decision_finalise(ref=of_old.ref, by=cast.dewi, at=at("2019-03-26", 11))
    assert trail.verify_database().ok


def test_before_pp_94_whoever_stays_away_is_reached_on_the_fifteenth_day(cast, of_old):
    """PP 53/2010 Ps 46 says it of everybody: 25 March 2019 and fifteen days."""
    handover = act.Handover(
        "SENT", date(2019, 3, 29), "Kantor", meant_date=date(2019, 3, 25), sent_date=date(2019, 3, 26)
    )
    act.decision_deliver(ref=of_old.ref, handover=handover, by=cast.dewi, at=at("2019-03-29"))
    of_old.refresh_from_db()
    assert of_old.decision.delivery.in_force_date == date(2019, 4, 9)
