"""People of two agencies in one case: each agency finds, reads of and handles its own people, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.access import visible_to
from netra.cases.operations import (
    Reading,
    act_add,
    allegation_assess,
    allegation_change,
    answer_record,
    case_recommend,
    case_refer,
    party_add,
    plenary_decide,
)
from netra.cases.papers import letters_for, open_evidence, reading_agencies
from netra.cases.queries import CaseFilter, case_file, case_page
from netra.cases.tests.builders import (
    ADVICE,
    BUDI,
    CITY,
    LIKE,
    PROVINCE,
    Cast,
    at,
    carry_to_plenary,
    carry_to_referral,
    confirm_identity,
    make_case,
    make_report,
    register,
)
from netra.intake.states import Kind
from netra.intake.tests.builders import BUDI as REPORTED
from netra.intake.uploads import NewFile
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.registry.models import Agency
from netra.sanctions import operations as act
from netra.sanctions.access import proceeding_for
from netra.sanctions.queries import case_with_routes, follow_up_board, owed_by, proceedings_of, reminder_pdf
from netra.sanctions.tests.builders import Story, deed, recommend_story
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db

COLLEAGUE = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
TWO = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(BUDI, COLLEAGUE))
LATER = date(2024, 10, 30)
NIPS = ("198001012005011100", "198001012005011101")  # as `confirm_identity` found them


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def fitri(cast):
    """Personnel officer of the province, to which the second accused belongs."""
    return grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=PROVINCE)


@pytest.fixture
def case(cast):
    return recommend_story(cast, TWO)


def names(user, case):
    return [party.name for party in case_file(user, case.ref, on=LATER).case.parties.all()]


def test_each_agency_finds_the_case_and_reads_of_its_own_people_alone(cast, fitri, case):
    assert list(visible_to(fitri, on=LATER)) == list(visible_to(cast.dewi, on=LATER)) == [case]
    assert names(cast.dewi, case) == ["Budi (contoh)"]
    assert names(fitri, case) == ["Citra (contoh)"]
    assert names(cast.wayan, case) == names(cast.ani, case) == ["Budi (contoh)", "Citra (contoh)"]


def test_no_paper_that_an_agency_may_open_names_somebody_of_another(cast, fitri, case):
    """Study and referral tell of Budi and of Citra; each agency reads the recommendation about its own."""
    for reader, stranger in ((cast.dewi, "Citra"), (fitri, "Budi")):
        papers = letters_for(reader, case, on=LATER)
        assert [letter.kind for letter in papers] == ["RECOMMENDATION"]
        assert not any(says(pdf(letter.ref), stranger) for letter in papers)


def test_an_act_that_is_alleged_of_another_agencys_people_alone_is_not_told(cast, fitri, case):
    """What Citra did by herself is told to the province; what both did, and what nobody assessed yet, to both."""
    wayan = {"case_ref": case.ref, "by": cast.wayan}
    hers = replace(LIKE, narrative="Citra terlihat di panggung.")
    for act_, moment in ((hers, at("2024-10-29")), (replace(LIKE, narrative="Belum dinilai."), at("2024-10-29", 10))):
        act_add(**wayan, act=act_, at=moment)
    allegation_assess(**wayan, party=2, act=2, at=at("2024-10-29", 11))

    def ordinals(user):
        return sorted(each.ordinal for each in case_file(user, case.ref, on=LATER).case.acts.all())

    assert ordinals(cast.dewi) == [1, 3]
    assert ordinals(fitri) == ordinals(cast.wayan) == [1, 2, 3]


def test_the_file_that_came_with_an_answer_stays_with_the_agency_of_whoever_answered(cast, fitri, case):
    """Citra sends a doctor's letter to explain herself; it is no business of the city."""
    answer = answer_record(
        case_ref=case.ref,
        party=2,
        text="Saya sakit pada hari itu.",
        files=(NewFile("surat-dokter.pdf", b"%PDF-1.4 surat dokter"),),
        by=cast.wayan,
        at=at("2024-10-29"),
    )
    (sent,) = answer.evidence_refs
    moment = at("2024-11-04")
    assert open_evidence(fitri, case.ref, sent, on=LATER, at=moment)[1] == b"%PDF-1.4 surat dokter"
    with pytest.raises(NotFound):
        open_evidence(cast.dewi, case.ref, sent, on=LATER, at=moment)


def test_before_the_referral_neither_sees_it(cast, fitri, case):
    with unlocked():
        type(case).objects.update(referred=False)
    assert not visible_to(fitri, on=LATER).exists() and not visible_to(cast.dewi, on=LATER).exists()


def test_each_agency_opens_the_proceeding_of_its_own_people(cast, fitri, case):
    assert {choice.party.ordinal for choice in case_with_routes(fitri, case.ref, on=LATER)[1]} == {2}
    opened = act.proceeding_open(case_ref=case.ref, party=2, route="DISCIPLINE", by=fitri, at=at("2024-10-30"))
    assert opened.agency_code == PROVINCE
    with pytest.raises(NotFound):
        act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=fitri, at=at("2024-10-30"))
    with pytest.raises(NotFound):
        act.proceeding_open(case_ref=case.ref, party=2, route="ETHICS", by=cast.dewi, at=at("2024-10-30"))


def test_an_agency_of_nobody_in_it_sees_nothing(cast, case):
    stranger = grant(make_user("yusuf"), Role.PERSONNEL_OFFICER, agency="BATANGHARI")
    assert not visible_to(stranger, on=LATER).exists()


def test_an_agency_that_was_recommended_to_past_a_superiors_agency_opens_the_proceeding(cast):
    """Both are of the city, which is passed; the second recommendation goes to the province, where Fitri works."""
    Agency.objects.create(code="BATANGHARI", name="Pemerintah Kabupaten Batang Hari", kind="REGENCY")
    superior = replace(REPORTED, agency="Pemerintah Kota Jambi", is_superior=True)
    report = make_report(cast, kind=Kind.SUPERIOR_PRESSURE, persons=(superior,))
    case = register(cast, report)
    party_add(case_ref=case.ref, party=replace(COLLEAGUE, agency_code=CITY), by=cast.wayan, at=at("2024-10-18", 11))
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    for party, agency in ((1, "BATANGHARI"), (2, PROVINCE)):
        advice = replace(ADVICE, party=party, agency_code=agency)
        case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at("2024-10-28", 8 + party))
    fitri = grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=PROVINCE)
    assert {choice.party.ordinal for choice in case_with_routes(fitri, case.ref, on=LATER)[1]} == {2}
    opened = act.proceeding_open(case_ref=case.ref, party=2, route="DISCIPLINE", by=fitri, at=at("2024-10-30"))
    assert opened.agency_code == PROVINCE
    assert list(proceedings_of(fitri, case, on=LATER)) == [opened]
    assert not visible_to(cast.dewi, on=LATER).exists()


class WhenSomebodyAuditsOneAgency:
    """Irma audits the city: Budi is hers to read of, Citra of the province is not."""

    @pytest.fixture
    def irma(self, cast):
        return grant(make_user("irma"), Role.AUDITOR, agency=CITY)

    def it_shows_the_people_of_that_agency_and_how_many_others_there_are(self, irma, case):
        assert names(irma, case) == ["Budi (contoh)"]
        shown = case_file(irma, case.ref, on=LATER)
        assert {each.party.name for each in shown.allegations} == {"Budi (contoh)"}
        assert {each.party.name for each in shown.case.recommendations.all()} == {"Budi (contoh)"}
        assert shown.hidden == 1

    def it_shows_everybody_to_the_auditor_of_the_region_and_of_the_nation(self, cast, case):
        indra = grant(make_user("indra"), Role.AUDITOR, region="15.71")
        for auditor in (indra, cast.hasan):
            assert names(auditor, case) == ["Budi (contoh)", "Citra (contoh)"]
            assert case_file(auditor, case.ref, on=LATER).hidden == 0

    def it_shows_no_letter_that_names_the_others(self, irma, cast, case):
        """Study and referral are written about both; each recommendation about one."""

        def kinds(user):
            return [letter.kind for letter in letters_for(user, case, on=LATER)]

        assert kinds(cast.hasan) == ["STUDY", "REFERRAL", "RECOMMENDATION", "RECOMMENDATION"]
        assert kinds(irma) == ["RECOMMENDATION"]
        assert kinds(cast.dewi) == ["RECOMMENDATION"]
        mine = letters_for(irma, case, on=LATER)[0].ref
        assert mine == case.recommendations.get(party__ordinal=1).letter_ref

    def it_shows_no_proceeding_against_the_others(self, irma, cast, fitri, case):
        ours = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-30"))
        theirs = act.proceeding_open(case_ref=case.ref, party=2, route="DISCIPLINE", by=fitri, at=at("2024-10-30"))
        assert list(proceedings_of(irma, case, on=LATER)) == [ours]
        assert proceeding_for(irma, ours.ref, on=LATER) == ours
        with pytest.raises(NotFound):
            proceeding_for(irma, theirs.ref, on=LATER)

    def it_finds_the_case_by_the_number_of_its_own_people_alone(self, irma, case):
        found = {nip: len(case_page(irma, on=LATER, narrow=CaseFilter(text=nip)).cases) for nip in NIPS}
        assert found == {NIPS[0]: 1, NIPS[1]: 0}

    def it_shows_what_that_agency_owes_and_nothing_of_what_others_owe(self, irma, cast, case):
        assert [row.agency.code for row in follow_up_board(irma, on=LATER).rows] == [CITY]
        assert [row.party and row.party.name for row in owed_by(irma, CITY, on=LATER).terms] == ["Budi (contoh)"]
        with pytest.raises(NotFound):
            owed_by(irma, PROVINCE, on=LATER)

    def it_opens_no_reminder_that_went_to_another_agency(self, irma, cast, case):
        late = at("2024-11-18")
        sent = {
            term.agency_code: act.reminder_issue(deadline_id=term.pk, by=cast.ani, at=late)
            for term in case.deadlines.filter(rule="follow_up")
        }
        assert reminder_pdf(irma, CITY, sent[CITY].letter_ref, on=late.date())
        with pytest.raises(NotFound):
            reminder_pdf(irma, PROVINCE, sent[PROVINCE].letter_ref, on=late.date())


class WhenSomebodyWasClearedInTheStudy:
    """Wayan finds nothing against Citra and drops it before he refers the case about Budi."""

    @pytest.fixture
    def cleared(self, cast):
        def make(agency: str):
            case = make_case(cast, parties=(BUDI, replace(COLLEAGUE, agency_code=agency)))
            carry_to_plenary(cast, case)
            allegation_change(
                case_ref=case.ref, party=2, act=1, reading=None, reason="Bukan dia.", by=cast.wayan, at=at("2024-10-18")
            )
            plenary_decide(
                case_ref=case.ref,
                outcome="TO_REFER",
                held_date=date(2024, 10, 19),
                members=3,
                reason="Unsur terpenuhi.",
                by=cast.putu,
                at=at("2024-10-19"),
            )
            case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
            return case

        return make

    def it_is_not_told_to_his_agency_that_handles_the_other(self, cast, cleared):
        case = cleared(CITY)
        file = case_file(cast.dewi, case.ref, on=LATER)
        assert [party.name for party in file.case.parties.all()] == ["Budi (contoh)"]
        assert [letter.kind for letter in letters_for(cast.dewi, case, on=LATER)] == ["REFERRAL"]
        for reader in (cast.wayan, cast.ani, cast.hasan):
            assert names(reader, case) == ["Budi (contoh)", "Citra (contoh)"]

    def it_is_no_case_of_an_agency_of_which_nobody_else_is_accused(self, cast, fitri, cleared):
        case = cleared(PROVINCE)
        assert not visible_to(fitri, on=LATER).exists()
        assert reading_agencies(case) == [CITY]

    def it_is_told_again_when_the_allegation_is_taken_up_again(self, cast, fitri, cleared):
        case = cleared(PROVINCE)
        reading = Reading("DISCIPLINE", "MODERATE", "SEVERE")
        allegation_change(
            case_ref=case.ref, party=2, act=1, reading=reading, reason="Ia tetap.", by=cast.wayan, at=at("2024-10-29")
        )
        assert names(fitri, case) == ["Citra (contoh)"]
