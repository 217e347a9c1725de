"""Every step has its letter; no letter knows the reporter; numbers have no gap per agency and year."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import letters
from netra.cases import operations as act
from netra.cases.cited_rules import rules_of
from netra.cases.models import Case
from netra.cases.papers import letters_for
from netra.cases.tests.builders import (
    ADVICE,
    BAWASLU,
    BKN,
    CITY,
    LIKE,
    OPENING,
    Cast,
    at,
    carry_to_plenary,
    carry_to_referral,
    confirm_identity,
    from_report,
    invite,
    make_case,
    make_report,
)
from netra.intake.states import Mode
from netra.intake.submission import Reporter
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.trust.acts import Role
from netra.trust.errors import Refused
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db
CANARY = "Kenari"


def sequences(agency_code: str, year: int) -> list[int]:
    rows = Letter.objects.filter(agency_code=agency_code, year=year).order_by("pk")
    return [row.sequence or 0 for row in rows]


def whole_way(cast: Cast) -> Case:
    """From the report of a reporter whose every field has the canary to the recommendation."""
    reporter = Reporter(
        mode=Mode.NAMED, name=f"{CANARY} (contoh)", address=f"Jalan {CANARY}", contact=f"{CANARY}@contoh.id"
    )
    report = make_report(cast, reporter=reporter)
    opening = replace(from_report(report), received_date=date(2024, 10, 18))
    case = act.case_register(opening=opening, report_ref=report.ref, by=cast.wayan, at=at("2024-10-18", 11))
    wayan: dict[str, Any] = {"case_ref": case.ref, "by": cast.wayan}
    act.case_start_preliminary(**wayan, at=at("2024-10-18", 12))
    act.case_start_study(**wayan, at=at("2024-10-18", 13))
    for invitee in ("REPORTER", "ACCUSED"):
        invite(cast, case, invitee)
    act.clarification_record(**wayan, ordinal=1, attended=True, statement="Saya hadir.", at=at("2024-10-19", 11))
    act.allegation_assess(**wayan, party=1, act=1, at=at("2024-10-19", 12))
    act.allegation_confirm(**wayan, party=1, act=1, reason="Dibaca.", at=at("2024-10-19", 13))
    act.case_finish_study(**wayan, proposal="Teruskan.", facts="Fakta.", analysis="Unsur.", at=at("2024-10-20"))
    act.plenary_decide(
        case_ref=case.ref,
        outcome="TO_REFER",
        held_date=date(2024, 10, 21),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-21"),
    )
    act.case_refer(**wayan, at=at("2024-10-22"))
    confirm_identity(cast, case, at("2024-10-28", 8))
    act.case_recommend(case_ref=case.ref, advice=ADVICE, by=cast.ani, at=at("2024-10-28"))
    return case


def test_no_letter_of_the_whole_way_knows_who_reported():
    cast = Cast()
    case = whole_way(cast)
    letters = Letter.objects.filter(chain=case.chain).order_by("pk")
    assert [letter.kind for letter in letters] == [
        "CLARIFICATION_INVITATION",
        "CLARIFICATION_INVITATION",
        "STUDY",
        "REFERRAL",
        "RECOMMENDATION",
    ]
    for letter in letters:
        printed = pdf(letter.ref)
        assert says(printed, letter.number)
        assert says(printed, case.ref)
        assert not says(printed, CANARY), letter.kind
        assert CANARY not in json.dumps(letter.data), letter.kind


def test_the_study_says_which_of_the_two_sources_it_has():
    cast = Cast()
    whole_way(cast)
    carry_to_plenary(cast, make_case(cast))
    sources = [(letter.data or {})["source"] for letter in Letter.objects.filter(kind="STUDY").order_by("pk")]
    assert sources == ["Laporan", "Temuan"]


def test_the_letters_of_a_mayoral_case_do_not_cite_the_limb_on_the_president():
    cast = Cast()
    deed = replace(LIKE, conduct="partisan_activity", act_date=date(2018, 4, 22), phase="candidate")
    case = make_case(cast, on="2018-04-24", received_date=date(2018, 4, 24), acts=(deed,))
    act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2018-04-24", 10))
    act.case_start_study(case_ref=case.ref, by=cast.wayan, at=at("2018-04-24", 11))
    act.allegation_assess(case_ref=case.ref, by=cast.wayan, party=1, act=1, at=at("2018-04-24", 12))
    act.allegation_confirm(
        case_ref=case.ref, by=cast.wayan, party=1, act=1, reason="Fakta cocok.", at=at("2018-04-24", 13)
    )
    cited = rules_of(letters.allegations_of(case))
    assert cited == ["Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9 Peraturan Pemerintah Nomor 53 Tahun 2010"]


@pytest.mark.parametrize(
    ("category", "said"),
    [
        ("ELECTION_CRIME", "Diduga tindak pidana pemilu/pemilihan;"),
        ("ELECTION_ADMINISTRATION", "Diduga pelanggaran administrasi pemilihan;"),
        ("DISCIPLINE", "Diduga pelanggaran disiplin;"),
        ("NONE", "Belum masuk bentuk yang berlaku;"),
    ],
)
def test_a_suspicion_is_told_once(category, said):
    cast = Cast()
    case = make_case(cast)
    carry_to_plenary(cast, case)
    allegation = letters.allegations_of(case)[0]
    allegation.category = category
    assert f" {said} ancaman:" in letters.allegation_words(allegation)


class WhenManyCasesWriteLetters:
    def it_numbers_each_agency_without_a_gap_though_acts_are_refused_between(self):
        cast = Cast()
        for _number in range(3):
            case = make_case(cast)
            carry_to_referral(cast, case)
            confirm_identity(cast, case, at("2024-10-21", 12))
            with pytest.raises(Refused):
                act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-22"))
            with pytest.raises(Refused):
                act.case_recommend(case_ref=case.ref, advice=replace(ADVICE, party=9), by=cast.ani, at=at("2024-10-28"))
            act.case_recommend(case_ref=case.ref, advice=ADVICE, by=cast.ani, at=at("2024-10-28"))
        # A study and a referral of each case; a recommendation of each.
        assert sequences(BAWASLU, 2024) == [1, 2, 3, 4, 5, 6]
        assert sequences(BKN, 2024) == [1, 2, 3]

    def it_begins_again_with_the_year(self):
        cast = Cast()
        for on in ("2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02"):
            opening = replace(OPENING, received_date=date.fromisoformat(on))
            case = act.case_register(opening=opening, by=cast.wayan, at=at(on))
            Case.objects.filter(pk=case.pk).update(state="TO_REFER")
            act.case_refer(case_ref=case.ref, by=cast.wayan, at=at(on, 12))
        assert (sequences(BAWASLU, 2024), sequences(BAWASLU, 2025)) == ([1, 2], [1, 2])

    def it_counts_the_year_in_jambi(self):
        """1 January 2025, 01.00 WIB, is still 2024 in Greenwich."""
        cast = Cast()
        case = make_case(cast, on="2024-12-31", received_date=date(2024, 12, 31))
        Case.objects.filter(pk=case.pk).update(state="TO_REFER")
        act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2025-01-01", 1))
        letter = Letter.objects.get()
        assert (letter.year, letter.letter_date) == (2025, date(2025, 1, 1))


class WhenTheInspectorateOfTheAgencyAudits:
    """Irma audits the city alone. She reads what the city reads, and what was said behind its closed doors."""

    def it_sees_no_letter_by_which_bawaslu_invited_the_reporter_or_the_accused(self):
        cast = Cast()
        irma = grant(make_user("irma"), Role.AUDITOR, agency=CITY)
        case = whole_way(cast)
        written = {letter.kind for letter in letters_for(cast.wayan, case, on=date(2024, 10, 30))}
        shown = {letter.kind for letter in letters_for(irma, case, on=date(2024, 10, 30))}
        assert written - shown == {"CLARIFICATION_INVITATION"}
        assert shown == {"STUDY", "REFERRAL", "RECOMMENDATION"}
