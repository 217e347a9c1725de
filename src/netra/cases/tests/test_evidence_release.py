"""What a reporter sent stays with the supervisor until an officer lets the agency read it: it may show who sent it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, Clarification
from netra.cases.papers import evidence_for, open_evidence, withheld
from netra.cases.queries import case_file
from netra.cases.tests.builders import (
    ADVICE,
    BUDI,
    CITY,
    PROVINCE,
    Cast,
    at,
    carry_to_referral,
    confirm_identity,
    day,
    from_report,
    make_report,
    register,
)
from netra.intake.access import reporter_of
from netra.intake.operations import report_message_add
from netra.intake.states import Kind
from netra.intake.tests.builders import BUDI as REPORTED
from netra.intake.uploads import NewFile
from netra.trust import evidence, trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
PICTURE = b"\x89PNG\r\n\x1a\n" + b"tangkapan layar" * 20
IDENTITY_CARD = b"\x89PNG\r\n\x1a\n" + b"kartu Sari" * 20
ON = day("2024-10-25")


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
@told_once
def report(cast):
    made = make_report(cast)
    evidence.receive(
        content=PICTURE, original_name="layar.png", by=cast.wayan, at=at("2024-10-18", 9), chain=f"report:{made.ref}"
    )
    return made


@pytest.fixture
@told_once
def case(cast, report):
    """Referred; Sari sent her identity card by her code after the registration."""
    case = register(cast, report)
    report_message_add(
        report_ref=report.ref,
        body="Ini kartu saya.",
        token="pesan-1",
        by=reporter_of(report),
        at=at("2024-10-18", 12),
        files=(NewFile("KTP-Sari.png", IDENTITY_CARD),),
    )
    carry_to_referral(cast, case)
    return Case.objects.get(pk=case.pk)


def sent(case):
    """The screenshot and the identity card, as the supervisor holds them."""
    return evidence.items_of(f"report:{case.report_ref}")


def test_the_agency_of_the_accused_sees_none_of_it_by_itself(cast, case):
    picture, card = sent(case)
    assert [item.ref for item in evidence_for(cast.wayan, case, on=ON)] == [picture.ref, card.ref]
    for reader in (cast.dewi, cast.rahmat):
        assert evidence_for(reader, case, on=ON) == []
        with pytest.raises(NotFound):
            open_evidence(reader, case.ref, card.ref, on=ON, at=at("2024-10-25"))


def test_the_auditor_of_that_agency_reads_no_more_than_it_and_that_of_the_region_all(cast, case):
    """An agency's own auditor sits in the house whose people were reported; he learns no more."""
    picture, _card = sent(case)
    of_the_agency = grant(make_user("irma"), Role.AUDITOR, agency=CITY)
    of_the_region = grant(make_user("indra"), Role.AUDITOR, region="15.71")
    assert evidence_for(of_the_agency, case, on=ON) == []
    with pytest.raises(NotFound):
        open_evidence(of_the_agency, case.ref, picture.ref, on=ON, at=at("2024-10-25"))
    assert len(evidence_for(of_the_region, case, on=ON)) == 2


def test_it_reads_what_an_officer_released_and_nothing_else(cast, case):
    picture, card = sent(case)
    act.evidence_release(case_ref=case.ref, refs=[picture.ref], agencies=[CITY], by=cast.wayan, at=at("2024-10-22"))
    assert open_evidence(cast.dewi, case.ref, picture.ref, on=ON, at=at("2024-10-25"))[1] == PICTURE
    with pytest.raises(NotFound):
        open_evidence(cast.dewi, case.ref, card.ref, on=ON, at=at("2024-10-25"))
    told = [event for event in trail.history(case.chain) if event.verb == "cases.evidence_release"]
    assert [dict(event.payload) for event in told] == [{"case": case.ref, "evidence": picture.ref, "agency": CITY}]


def test_the_accused_is_shown_nothing_that_the_agency_may_not_read(cast, case):
    picture, _card = sent(case)
    wanted = {"case_ref": case.ref, "party": 1, "until": at("2024-11-20"), "shown": (picture.ref,), "by": cast.dewi}
    with pytest.raises(act.ActRefused, match="tidak ada pada perkara ini"):
        act.answer_link_issue(**wanted, at=at("2024-10-25"))
    act.evidence_release(case_ref=case.ref, refs=[picture.ref], agencies=[CITY], by=cast.wayan, at=at("2024-10-25"))
    assert act.answer_link_issue(**wanted, at=at("2024-10-25"))


def test_a_release_names_files_of_the_report_and_only_once(cast, case):
    picture, _card = sent(case)
    with pytest.raises(act.ActRefused, match="bukan berkas laporan"):
        act.evidence_release(case_ref=case.ref, refs=["BKT-LAIN"], agencies=[CITY], by=cast.wayan, at=at("2024-10-22"))
    act.evidence_release(case_ref=case.ref, refs=[picture.ref], agencies=[CITY], by=cast.wayan, at=at("2024-10-22"))
    with pytest.raises(act.ActRefused, match="belum dibuka"):
        act.evidence_release(case_ref=case.ref, refs=[picture.ref], agencies=[CITY], by=cast.wayan, at=at("2024-10-22"))
    with pytest.raises(act.ActRefused, match="bukan instansi terlapor"):
        act.evidence_release(
            case_ref=case.ref, refs=[picture.ref], agencies=[PROVINCE], by=cast.wayan, at=at("2024-10-22")
        )
    with pytest.raises(NotAllowed):
        act.evidence_release(case_ref=case.ref, refs=[picture.ref], agencies=[CITY], by=cast.dewi, at=at("2024-10-25"))


def test_where_two_agencies_have_people_in_it_each_reads_what_was_released_to_it(cast, report):
    """Citra of the province is accused beside Budi; the picture shows Budi's desk and is released to the city alone."""
    opening = from_report(report)
    people = (BUDI, replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE))
    case = act.case_register(
        opening=replace(opening, parties=people), report_ref=report.ref, by=cast.wayan, at=at("2024-10-18", 11)
    )
    carry_to_referral(cast, case)
    (picture,) = sent(case)
    act.evidence_release(case_ref=case.ref, refs=[picture.ref], agencies=[CITY], by=cast.wayan, at=at("2024-10-22"))
    case.refresh_from_db()
    fitri = grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=PROVINCE)
    assert [item.ref for item in evidence_for(cast.dewi, case, on=ON)] == [picture.ref]
    assert evidence_for(fitri, case, on=ON) == []
    assert withheld(case, sent(case)) == {picture.ref: [PROVINCE]}


def test_what_the_reporter_and_a_witness_said_stays_with_the_supervisor_too(cast, case):
    for ordinal, invitee in enumerate(("REPORTER", "WITNESS", "ACCUSED"), start=1):
        Clarification.objects.create(
            case=case,
            ordinal=ordinal,
            party=case.parties.get() if invitee == "ACCUSED" else None,
            invitee=invitee,
            name="" if invitee == "ACCUSED" else "Sari (contoh)",
            meeting_at=at("2024-10-18", 14),
            place="Ruang klarifikasi",
            attended=True,
            statement="Saya bendahara satu-satunya di sana.",
            recorded_at=at("2024-10-18", 15),
        )
    heard = {
        reader.username: [each.invitee for each in case_file(reader, case.ref, on=ON).case.clarifications.all()]
        for reader in (cast.wayan, cast.dewi, cast.rahmat)
    }
    assert heard == {
        cast.wayan.username: ["REPORTER", "WITNESS", "ACCUSED"],
        cast.dewi.username: ["ACCUSED"],
        cast.rahmat.username: ["ACCUSED"],
    }


class WhenTheReportIsAboutPressureByASuperior:
    """The case goes past the city, where the superior serves; the recommendation goes to the province."""

    @pytest.fixture
    def tuti(self, cast):
        return grant(make_user("tuti"), Role.PERSONNEL_OFFICER, agency=PROVINCE)

    @pytest.fixture
    @told_once
    def pressed(self, cast):
        """Referred, with a screenshot that came with the report."""
        superior = replace(REPORTED, agency="Pemerintah Kota Jambi", is_superior=True)
        report = make_report(cast, kind=Kind.SUPERIOR_PRESSURE, persons=(superior,))
        evidence.receive(
            content=PICTURE, original_name="a.png", by=cast.wayan, at=at("2024-10-18", 9), chain=f"report:{report.ref}"
        )
        case = register(cast, report)
        carry_to_referral(cast, case)
        return Case.objects.get(pk=case.pk)

    @pytest.fixture
    @told_once
    def advised(self, cast, pressed):
        confirm_identity(cast, pressed, at("2024-10-28", 8))
        advice = replace(ADVICE, agency_code=PROVINCE)
        act.case_recommend(case_ref=pressed.ref, advice=advice, by=cast.ani, at=at("2024-10-28"))
        return Case.objects.get(pk=pressed.pk)

    @staticmethod
    def release(cast, case, agency):
        (picture,) = sent(case)
        return act.evidence_release(
            case_ref=case.ref, refs=[picture.ref], agencies=[agency], by=cast.wayan, at=at("2024-10-29")
        )

    def it_is_released_to_the_agency_that_handles_it_and_to_the_accused_there(self, cast, tuti, advised):
        (picture,) = sent(advised)
        assert evidence_for(tuti, advised, on=day("2024-10-29")) == []
        released = self.release(cast, advised, PROVINCE)
        assert evidence_for(tuti, released, on=day("2024-10-29")) == [picture]
        wanted = {"case_ref": advised.ref, "party": 1, "until": at("2024-11-20"), "shown": (picture.ref,)}
        assert act.answer_link_issue(**wanted, by=tuti, at=at("2024-10-30"))

    def it_is_never_released_to_the_agency_it_goes_past(self, cast, pressed):
        with pytest.raises(act.ActRefused, match="dilewatkan dari instansi JAMBI-KOTA"):
            self.release(cast, pressed, CITY)
        assert not Case.objects.get(pk=pressed.pk).released_evidence_refs

    def it_is_not_released_to_it_after_the_recommendation_either(self, cast, advised):
        with pytest.raises(act.ActRefused, match="dilewatkan dari instansi JAMBI-KOTA"):
            self.release(cast, advised, CITY)

    def it_waits_for_the_agency_that_handles_it_and_no_other(self, cast, advised):
        (picture,) = sent(advised)
        assert withheld(advised, [picture]) == {picture.ref: [PROVINCE]}
        assert withheld(self.release(cast, advised, PROVINCE), [picture]) == {}
