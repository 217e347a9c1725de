""" "Bolehkah saya?": the answers a civil servant gets before acting, on both sides of the dates that matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.law.data_files import MalformedData
from netra.law.dated import Verification
from netra.law.intentions import INTENTIONS, Circumstance, Verdict, load_intentions
from netra.law.may_i import CannotAnswer, Question, answer
from netra.law.vocabulary import ElectionKind, Employment, Office, Phase

AFTER_DETERMINATION = date(2024, 10, 15)
BEFORE_DETERMINATION = date(2024, 9, 21)


def asked(intention, on=AFTER_DETERMINATION, **changes):
    return answer(Question(intention, changes.pop("kind", ElectionKind.REGIONAL), on, **changes))


def cited(found):
    return [str(source) for source in found.sources]


def conditions(found):
    return {change.condition: (change.verdict, change.levels) for change in found.changes}


def test_voting_is_a_right_in_both_elections():
    assert cited(asked("vote")) == ["UU 1/2015 Pasal 56 ayat (1)"]
    found = asked("vote", date(2024, 2, 14), kind=ElectionKind.GENERAL)
    assert (found.verdict, found.headline) == (Verdict.ALLOWED, "Boleh")
    assert cited(found) == ["UU 7/2017 Pasal 198 ayat (1)"]


EARLIER_LAWS = [  # kind, day, the laws of that day, the law that this page begins with
    (ElectionKind.GENERAL, date(2014, 4, 9), ["UU 8/2012", "UU 42/2008"], "UU 7/2017 (16 Agustus 2017)"),
    (ElectionKind.GENERAL, date(2017, 8, 15), ["UU 8/2012", "UU 42/2008"], "UU 7/2017 (16 Agustus 2017)"),
    (ElectionKind.REGIONAL, date(2014, 10, 1), ["UU 32/2004"], "UU 1/2015 (2 Februari 2015)"),
    (ElectionKind.REGIONAL, date(2015, 2, 1), ["Perppu 1/2014"], "UU 1/2015 (2 Februari 2015)"),
]


@pytest.mark.parametrize(("kind", "on", "laws", "begins"), EARLIER_LAWS)
def test_voting_before_the_election_laws_of_this_page_names_the_law_of_that_day_and_where_the_page_begins(
    kind, on, laws, begins
):
    found = asked("vote", on, kind=kind)
    assert found.verdict is Verdict.ASK_FIRST and found.needs_review
    assert [source.instrument for source in found.sources] == laws
    assert {source.verification for source in found.sources} == {Verification.UNVERIFIED}
    assert any(begins in sentence and "hak memilih" not in sentence for sentence in found.explanation)


@pytest.mark.parametrize("intention", INTENTIONS)
def test_every_answer_on_a_day_before_the_election_laws_of_this_page_says_so(intention):
    general, regional = ElectionKind.GENERAL, ElectionKind.REGIONAL
    for kind, last in ((general, date(2017, 8, 15)), (regional, date(2015, 2, 1))):
        first = date.fromordinal(last.toordinal() + 1)
        assert any("yang dimuat di sini mulai" in each for each in asked(intention, last, kind=kind).explanation)
        assert not any("yang dimuat di sini mulai" in each for each in asked(intention, first, kind=kind).explanation)


def test_a_like_is_moral_the_day_before_the_determination_and_severe_on_the_day():
    before = asked("social_media_reaction", BEFORE_DETERMINATION)
    after = asked("social_media_reaction", date(2024, 9, 22))
    assert (before.verdict, before.levels) == (Verdict.NOT_ALLOWED, "sanksi moral")
    assert (after.verdict, after.levels) == (Verdict.NOT_ALLOWED, "hukuman disiplin berat")
    assert before.phase is Phase.PROSPECTIVE and after.phase is Phase.CANDIDATE
    assert conditions(before)["Bila calon sudah ditetapkan KPU"] == (Verdict.NOT_ALLOWED, "hukuman disiplin berat")


def test_a_recorded_conflict_is_told():
    found = asked("social_media_reaction")
    assert found.needs_review is True
    assert any("kode etik" in sentence for sentence in found.explanation)


def test_whoever_approaches_a_party_is_told_that_the_level_stands_on_the_news_alone():
    found = asked("approach_party", BEFORE_DETERMINATION)
    assert (found.verdict, found.levels, found.needs_review) == (Verdict.NOT_ALLOWED, "hukuman disiplin sedang", True)
    assert any("kolom sanksi baris 3" in sentence for sentence in found.explanation)


@pytest.mark.parametrize("on", [BEFORE_DETERMINATION, AFTER_DETERMINATION])
def test_a_letter_of_support_with_the_identity_card_is_forbidden_in_both_phases(on):
    """PP 94/2021 Pasal 5 huruf n angka 7 names no phase; row 11 of the decree names prospective candidates."""
    found = asked("support_letter_with_id", on)
    assert (found.verdict, found.levels) == (Verdict.NOT_ALLOWED, "hukuman disiplin berat")
    assert cited(found)[0] == "PP 94/2021 Pasal 5 huruf n angka 7 jo. Pasal 14 huruf i angka 5"
    assert ("SKB 2/2022 Lampiran II-B baris 11" in cited(found)) is (on == BEFORE_DETERMINATION)


def test_the_decree_of_2020_does_not_answer_for_a_general_election_and_both_readings_are_told():
    found = asked("social_media_reaction", date(2022, 7, 1), kind=ElectionKind.GENERAL, office=Office.DPR)
    assert found.verdict is Verdict.ASK_FIRST
    assert any("menurut bacaan lain" in sentence for sentence in found.explanation)


def test_listening_without_attributes_is_forbidden_now_and_the_missing_level_is_shown():
    found = asked("passive_attendance")
    assert found.verdict is Verdict.NOT_ALLOWED
    assert found.levels == "tingkat sanksinya tidak disebut atau belum terbaca"
    assert found.sanctions == () and found.floor is None
    assert cited(found) == ["PP 94/2021 Pasal 5 huruf n angka 1 dan penjelasannya"]
    allowed = [condition for condition, (verdict, _) in conditions(found).items() if verdict is Verdict.ALLOWED]
    assert any("lewat media" in condition for condition in allowed)


def test_where_no_row_is_in_force_the_answer_is_to_ask_and_the_principle_is_cited():
    found = asked("social_media_reaction", date(2018, 5, 1))
    assert found.verdict is Verdict.ASK_FIRST
    assert cited(found) == ["UU 5/2014 Pasal 2 huruf f dan Pasal 9 ayat (2)"]
    assert any("tidak berarti boleh" in sentence for sentence in found.explanation)


def test_running_for_office_needs_a_written_resignation():
    staying = asked("run_for_office")
    leaving = asked("run_for_office", circumstances=frozenset({Circumstance.RESIGNED}))
    assert (staying.verdict, leaving.verdict) == (Verdict.ASK_FIRST, Verdict.ALLOWED)
    assert "UU 10/2016 Pasal 7 ayat (2) huruf t" in cited(leaving)
    assert "Bila Anda sudah mengundurkan diri secara tertulis" in conditions(staying)


def test_the_article_on_permanent_staff_does_not_answer_a_contract_employee():
    found = asked("run_for_office", employment=Employment.PPPK, circumstances=frozenset({Circumstance.RESIGNED}))
    assert found.verdict is Verdict.ASK_FIRST
    assert cited(found) == ["UU 20/2023 Pasal 9 ayat (2) dan Pasal 24 ayat (1)"]


PARTY_ARTICLES = [
    (Employment.PNS, "2016-10-30", ["UU 5/2014 Pasal 87 ayat (4) huruf c (PNS)", "PP 37/2004 Pasal 9"]),
    (
        Employment.PNS,
        "2017-04-07",
        ["UU 5/2014 Pasal 87 ayat (4) huruf c (PNS)", "PP 37/2004 Pasal 9", "PP 11/2017 Pasal 255"],
    ),
    (Employment.PPPK, "2016-10-30", ["UU 5/2014 Pasal 105 ayat (3) huruf c (PPPK)"]),
    (
        Employment.PPPK,
        "2018-11-28",
        [
            "UU 5/2014 Pasal 105 ayat (3) huruf c (PPPK)",
            "PP 49/2018 Pasal 53 ayat (3) huruf c",
            "PP 49/2018 Pasal 74",
        ],
    ),
]


@pytest.mark.parametrize(("employment", "on", "articles"), PARTY_ARTICLES)
def test_party_membership_cites_what_was_in_force_that_day_for_that_person(employment, on, articles):
    assert cited(asked("party_membership", date.fromisoformat(on), employment=employment)) == articles


def test_running_for_office_cites_no_regulation_that_came_later():
    assert cited(asked("run_for_office", date(2016, 7, 1))) == ["UU 10/2016 Pasal 7 ayat (2) huruf t"]
    assert "PP 11/2017 Pasal 254" in cited(asked("run_for_office", date(2017, 4, 7)))


OF_THE_SERVICE = "UU 5/2014 Pasal 123 ayat (3) dan penjelasannya (Presiden, DPR, dan DPD; bukan DPRD)"
OF_THE_MANAGEMENT = "PP 11/2017 Pasal 254 (Presiden, DPR, dan DPD; bukan DPRD)"
RUNNING_FOR_PARLIAMENT = [  # day, the articles on the service of that day, the words on the moment of resigning
    ("2014-01-15", [OF_THE_SERVICE], ["sejak mendaftarkan diri"]),
    ("2017-04-06", [OF_THE_SERVICE], ["sejak mendaftarkan diri"]),
    ("2017-04-07", [OF_THE_SERVICE, OF_THE_MANAGEMENT], ["sejak mendaftarkan diri", "pada saat ditetapkan"]),
    ("2017-08-15", [OF_THE_SERVICE, OF_THE_MANAGEMENT], ["sejak mendaftarkan diri", "pada saat ditetapkan"]),
    ("2017-08-16", [OF_THE_SERVICE, OF_THE_MANAGEMENT], ["sejak mendaftarkan diri", "pada saat ditetapkan"]),
    ("2023-10-30", [OF_THE_SERVICE, OF_THE_MANAGEMENT], ["sejak mendaftarkan diri", "pada saat ditetapkan"]),
    ("2023-10-31", [OF_THE_MANAGEMENT], ["syarat pencalonan"]),
]


@pytest.mark.parametrize(("on", "articles", "moments"), RUNNING_FOR_PARLIAMENT)
def test_who_runs_for_parliament_resigns_by_the_act_on_the_service_and_reads_where_the_regulation_says_otherwise(
    on, articles, moments
):
    """UU 5/2014 Ps 123(3) (to 30 October 2023): when registering; PP 11/2017 Ps 254(1): when determined."""
    day = date.fromisoformat(on)
    for employment in (Employment.PNS, Employment.CPNS):
        staying = asked("run_for_office", day, kind=ElectionKind.GENERAL, employment=employment)
        leaving = asked("run_for_office", day, kind=ElectionKind.GENERAL, employment=employment, circumstances=RESIGNED)
        assert (staying.verdict, leaving.verdict) == (Verdict.ASK_FIRST, Verdict.ALLOWED)
        for found in (staying, leaving):
            assert [text for text in cited(found) if "UU 5/2014" in text or "PP 11/2017" in text] == articles
            assert found.needs_review
        assert all(moment in leaving.explanation[0] for moment in moments)


def test_the_law_of_elections_before_2017_is_named_as_unread_to_who_runs_for_parliament():
    found = asked("run_for_office", date(2014, 3, 1), kind=ElectionKind.GENERAL)
    unread = {each.instrument for each in found.sources if each.verification is Verification.UNVERIFIED}
    assert unread == {"UU 8/2012", "UU 42/2008"}


RESIGNED = frozenset({Circumstance.RESIGNED})
ON_REGISTERING, ON_DETERMINATION = "sejak mendaftarkan diri sebagai calon", "sejak ditetapkan"
SERVICE_ACT = "UU 5/2014 Pasal 123 ayat (3) dan penjelasannya"
COURT = "Putusan MK 46/PUU-XIII/2015 amar tentang Pasal 7 huruf t dan huruf u"
RUNNING_IN_A_REGION = [  # day, the articles of that day, the moment at which a PNS resigns
    ("2015-02-01", [SERVICE_ACT], ON_REGISTERING),
    ("2015-02-02", ["UU 1/2015 Pasal 7 huruf s", SERVICE_ACT], ON_REGISTERING),
    ("2015-03-17", ["UU 1/2015 Pasal 7 huruf s", SERVICE_ACT], ON_REGISTERING),
    ("2015-03-18", ["UU 1/2015 jo. UU 8/2015 Pasal 7 huruf t", SERVICE_ACT], ON_REGISTERING),
    ("2015-07-08", ["UU 1/2015 jo. UU 8/2015 Pasal 7 huruf t", SERVICE_ACT], ON_REGISTERING),
    ("2015-07-09", ["UU 1/2015 jo. UU 8/2015 Pasal 7 huruf t", SERVICE_ACT, COURT], ON_DETERMINATION),
    ("2016-06-30", ["UU 1/2015 jo. UU 8/2015 Pasal 7 huruf t", SERVICE_ACT, COURT], ON_DETERMINATION),
    ("2016-07-01", ["UU 10/2016 Pasal 7 ayat (2) huruf t"], ON_DETERMINATION),
]


@pytest.mark.parametrize(("on", "articles", "moment"), RUNNING_IN_A_REGION)
def test_a_permanent_employee_who_runs_in_a_region_resigns_at_the_moment_that_the_law_of_that_day_names(
    on, articles, moment
):
    staying = asked("run_for_office", date.fromisoformat(on))
    leaving = asked("run_for_office", date.fromisoformat(on), circumstances=RESIGNED)
    assert (staying.verdict, leaving.verdict) == (Verdict.ASK_FIRST, Verdict.ALLOWED)
    assert cited(staying) == cited(leaving) == articles
    assert moment in staying.explanation[0] and moment in leaving.explanation[0]


def test_who_ran_after_the_court_spoke_is_told_the_words_of_the_act_too_and_that_the_decision_is_known_from_the_news():
    for circumstances in (frozenset(), RESIGNED):
        found = asked("run_for_office", date(2015, 8, 1), circumstances=circumstances)
        assert ON_REGISTERING in found.explanation[0] and "terbaca dari berita" in found.explanation[0]
        assert {str(each): each.verification for each in found.sources}[COURT] is Verification.SECONDARY


def test_a_contract_employee_who_ran_in_2015_is_not_answered_from_the_articles_on_permanent_staff():
    found = asked("run_for_office", date(2015, 8, 1), employment=Employment.PPPK, circumstances=RESIGNED)
    assert found.verdict is Verdict.ASK_FIRST
    assert cited(found) == ["UU 5/2014 Pasal 2 huruf f dan Pasal 9 ayat (2)"]


FOR_PERMANENT_STAFF = {"PP 42/2004", "PP 53/2010", "PP 94/2021"}  # each says in its Pasal 1 that it is about PNS
PPPK_DAYS = [date(2014, 1, 15), date(2018, 11, 27), date(2018, 11, 28), date(2023, 10, 30), date(2023, 10, 31)]


@pytest.mark.parametrize("on", PPPK_DAYS)
@pytest.mark.parametrize("intention", INTENTIONS)
def test_no_answer_to_a_contract_employee_rests_on_a_regulation_on_permanent_staff(intention, on):
    found = asked(intention, on, employment=Employment.PPPK)
    assert FOR_PERMANENT_STAFF.isdisjoint(source.instrument for source in found.sources)


def test_a_contract_employee_who_listens_at_a_campaign_is_told_that_no_article_on_it_binds_him():
    """PP 94/2021 Ps 5 n angka 1 and PP 53/2010 speak to PNS; PP 49/2018 Ps 52 leaves him to the rules of his agency."""
    for on, act in ((date(2024, 10, 15), "UU 20/2023"), (date(2019, 2, 10), "UU 5/2014")):
        found = asked("passive_attendance", on, employment=Employment.PPPK, phase=Phase.CANDIDATE)
        assert (found.verdict, found.needs_review) == (Verdict.ASK_FIRST, True)
        assert found.sources[0].instrument == act
        assert cited(found)[-1] == "PP 49/2018 Pasal 52 (peraturan disiplin instansi belum terbaca)"
        assert any("tidak mengikat PPPK" in sentence for sentence in found.explanation)
        assert not any("Pejabat memilih dasar" in sentence for sentence in found.explanation)


def test_a_contract_employee_is_bound_by_the_joint_decree_that_names_every_asn():
    """SKB 2/2022 II-B row 8; the article of PP 94/2021 beside it is named as that of PNS."""
    found = asked("partisan_activity", employment=Employment.PPPK, phase=Phase.CANDIDATE)
    assert found.verdict is Verdict.NOT_ALLOWED
    assert cited(found)[0] == "SKB 2/2022 Lampiran II-B baris 8"
    assert any("PP 94/2021 Pasal 5 huruf n angka 6" in sentence for sentence in found.explanation)


def test_a_permanent_employee_who_listens_at_a_campaign_keeps_the_answer_of_his_own_regulation():
    assert cited(asked("passive_attendance")) == ["PP 94/2021 Pasal 5 huruf n angka 1 dan penjelasannya"]


ALLOWED_TO_CONTRACT_STAFF = ["relative_is_candidate", "refuse_order", "read_programme", "share_official_information"]
ACTS_ON_THE_SERVICE = [  # day, the act whose principle binds every ASN that day, where the PPPK's discipline stands
    ("2014-01-15", "UU 5/2014", "UU 5/2014 Pasal 104"),
    ("2018-11-27", "UU 5/2014", "UU 5/2014 Pasal 104"),
    ("2018-11-28", "UU 5/2014", "PP 49/2018 Pasal 52"),
    ("2023-10-30", "UU 5/2014", "PP 49/2018 Pasal 52"),
    ("2023-10-31", "UU 20/2023", "PP 49/2018 Pasal 52"),
]


@pytest.mark.parametrize("intention", ALLOWED_TO_CONTRACT_STAFF)
@pytest.mark.parametrize(("on", "act", "discipline"), ACTS_ON_THE_SERVICE)
def test_a_contract_employee_is_allowed_by_the_act_on_the_service_and_sent_to_the_unread_rules_of_the_agency(
    intention, on, act, discipline
):
    found = asked(intention, date.fromisoformat(on), employment=Employment.PPPK)
    assert (found.verdict, found.needs_review) == (Verdict.ALLOWED, True)
    assert found.sources[0].instrument == act and "Pasal 9 ayat (2)" in found.sources[0].article
    assert any(text.startswith(discipline) for text in cited(found))
    assert "aturan disiplin PPPK instansi Anda tidak dimuat di sini" in found.explanation[0]


@pytest.mark.parametrize("intention", ALLOWED_TO_CONTRACT_STAFF)
def test_permanent_staff_keep_the_answer_of_their_own_regulation(intention):
    for employment in (Employment.PNS, Employment.CPNS):
        found = asked(intention, employment=employment)
        assert (found.verdict, found.needs_review) == (Verdict.ALLOWED, False)
        assert FOR_PERMANENT_STAFF.issuperset(source.instrument for source in found.sources)


@pytest.mark.parametrize("circumstances", [frozenset(), frozenset({Circumstance.RESIGNED})])
def test_pasal_254_is_not_cited_for_the_regional_councils_that_it_does_not_name(circumstances):
    """It names President, DPR, DPD and heads of regions; DPRD stands in UU 7/2017 Pasal 240 alone."""
    found = asked("run_for_office", date(2024, 1, 10), kind=ElectionKind.GENERAL, circumstances=circumstances)
    assert [text for text in cited(found) if "Pasal 254" in text] == [
        "PP 11/2017 Pasal 254 (Presiden, DPR, dan DPD; bukan DPRD)"
    ]


def test_a_contract_employee_who_runs_is_not_answered_from_the_regulation_on_permanent_staff():
    found = asked("run_for_office", date(2024, 1, 10), kind=ElectionKind.GENERAL, employment=Employment.PPPK)
    assert found.verdict is Verdict.ASK_FIRST
    assert not any("PP 11/2017" in source for source in cited(found))


def test_unpaid_leave_changes_the_answer_for_a_spouse_and_not_for_a_like():
    on_leave = frozenset({Circumstance.ON_UNPAID_LEAVE})
    assert asked("spouse_campaign_without_leave").verdict is Verdict.NOT_ALLOWED
    assert asked("spouse_campaign_without_leave", circumstances=on_leave).verdict is Verdict.ASK_FIRST
    like = asked("social_media_reaction", circumstances=on_leave)
    assert like.verdict is Verdict.NOT_ALLOWED
    assert any("tidak mengubah jawaban" in sentence for sentence in like.explanation)


def test_a_resignation_handed_in_does_not_yet_free_anybody():
    found = asked("social_media_reaction", circumstances=frozenset({Circumstance.RESIGNED}))
    assert found.verdict is Verdict.NOT_ALLOWED
    assert any("tetap pegawai ASN" in sentence for sentence in found.explanation)


def test_family_ties_are_no_breach():
    found = asked("relative_is_candidate")
    assert found.verdict is Verdict.ALLOWED
    assert cited(found) == ["PP 42/2004 Pasal 11 huruf c"]


def test_a_rule_for_the_campaign_threatens_nobody_before_it():
    before = asked("partisan_decision", date(2018, 1, 20), office=Office.MAYOR)
    during = asked("partisan_decision", date(2018, 2, 15), office=Office.MAYOR)
    assert (before.verdict, before.sanctions, before.floor) == (Verdict.ASK_FIRST, (), None)
    assert any("hanya selama masa kampanye" in sentence for sentence in before.explanation)
    assert (during.verdict, during.levels) == (Verdict.NOT_ALLOWED, "hukuman disiplin berat")


def test_a_crime_of_state_officials_threatens_no_ordinary_civil_servant():
    found = asked("partisan_decision", date(2024, 1, 10), kind=ElectionKind.GENERAL, phase=Phase.CANDIDATE)
    assert (found.verdict, found.levels, found.crimes) == (Verdict.NOT_ALLOWED, "hukuman disiplin berat", ())
    assert not any("547" in source for source in cited(found))
    assert not any("Pejabat negara" in sentence or "penjara" in sentence for sentence in found.explanation)


def test_a_donor_is_not_judged_as_a_member_of_the_team():
    found = asked("donate", date(2023, 12, 26), kind=ElectionKind.GENERAL, office=Office.DPR, phase=Phase.CANDIDATE)
    assert (found.verdict, found.crimes, found.floor) == (Verdict.NOT_ALLOWED, (), None)
    assert not any("SKB" in source or "494" in source for source in cited(found))
    assert found.needs_review is True


def test_a_donor_was_punished_moderately_under_the_old_regulation():
    found = asked("donate", date(2019, 2, 10), kind=ElectionKind.GENERAL, office=Office.DPR, phase=Phase.CANDIDATE)
    assert (found.verdict, found.levels) == (Verdict.NOT_ALLOWED, "hukuman disiplin sedang")


def test_before_the_determination_a_donor_is_told_to_ask():
    assert asked("donate", BEFORE_DETERMINATION).verdict is Verdict.ASK_FIRST


def test_a_crime_is_named_beside_the_discipline():
    found = asked("use_state_facility")
    assert found.verdict is Verdict.NOT_ALLOWED and found.levels == "hukuman disiplin berat"
    assert len(found.crimes) == 1 and "UU 1/2015 Pasal 187 ayat (3)" in found.crimes[0]


def test_a_contract_employee_is_shown_the_own_sanctions():
    found = asked("party_membership", employment=Employment.PPPK)
    assert {sanction.source.instrument for sanction in found.sanctions} == {"PP 49/2018"}


def test_a_contract_employee_of_2015_is_shown_the_act_and_not_a_regulation_to_come():
    found = asked("party_membership", date(2015, 10, 1), employment=Employment.PPPK)
    assert (found.levels, found.sanctions) == ("pemberhentian status", ())
    assert cited(found) == ["UU 5/2014 Pasal 105 ayat (3) huruf c (PPPK)"]
    assert not any("PP 49/2018 Pasal 52" in sentence for sentence in found.explanation)


def test_what_is_not_in_the_list_is_asked_first():
    assert asked("other").verdict is Verdict.ASK_FIRST
    assert asked("other", date(2018, 1, 5)).verdict is Verdict.ASK_FIRST


@pytest.mark.parametrize("intention", INTENTIONS)
@pytest.mark.parametrize("on", [date(2014, 1, 15), date(2018, 1, 5), date(2020, 10, 15), date(2026, 11, 1)])
@pytest.mark.parametrize("kind", ElectionKind)
def test_every_answer_cites_and_explains(intention, on, kind):
    found = asked(intention, on, kind=kind)
    assert found.sources and found.explanation and found.headline
    assert (found.verdict is Verdict.ALLOWED) <= (found.sanctions == ())


@pytest.mark.parametrize("intention", INTENTIONS)
def test_no_sentence_for_the_public_shows_a_code(intention):
    found = asked(intention)
    shown = " ".join([*found.explanation, *found.crimes, *(change.condition for change in found.changes)])
    assert "disc_" not in shown and "coe_" not in shown and "pil_" not in shown


REFUSED = [
    ({"intention": "terbang"}, "tidak dikenal"),
    ({"employment": Employment.VILLAGE_HEAD}, "Bagi yang lain berlaku hukum lain"),
    ({"on": date(2013, 12, 31)}, "di luarnya"),
    ({"on": date(2028, 1, 1)}, "di luarnya"),
    ({"office": Office.DPR}, "tidak dipilih dalam pemilihan"),
]


@pytest.mark.parametrize(("changes", "message"), REFUSED)
def test_a_question_outside_what_is_known_is_refused_with_the_reason(changes, message):
    question = replace(Question("vote", ElectionKind.REGIONAL, AFTER_DETERMINATION), **changes)
    with pytest.raises(CannotAnswer, match=message):
        answer(question)


def test_an_intention_that_nothing_answers_does_not_load():
    with pytest.raises(MalformedData, match="neither a conduct nor a ruling"):
        load_intentions({"x": {"label": "X", "group": "Y"}})


def test_an_intention_compared_with_nothing_known_does_not_load():
    with pytest.raises(MalformedData, match="compares with unknown y"):
        load_intentions({"x": {"label": "X", "group": "Y", "conduct": "other", "compare": ["y"]}})


class WhenTheOnlyLetterNamesAnotherContest:
    """PP 53/2010 Ps 4 angka 13 huruf b speaks of the election of the President; of legislators only angka 12 does."""

    def campaigning(self, office):
        return asked("partisan_activity", date(2019, 2, 1), kind=ElectionKind.GENERAL, office=office)

    def test_it_says_so_and_prints_no_range(self):
        found = self.campaigning(Office.DPRD)
        reason = "huruf yang dikutip hanya menyebut pemilihan Presiden dan Wakil Presiden"
        assert any(reason in sentence and "perlu ditelaah" in sentence for sentence in found.explanation)
        assert (found.floor, found.ceiling, found.sanctions) == (None, None, ())
        assert found.levels == "belum pasti: huruf yang dikutip tidak menyebut pemilihan ini"
        # UU 7/2017 Ps 283 bans it for every civil servant; it names no sanction.
        assert found.verdict is Verdict.NOT_ALLOWED
        assert found.needs_review

    def test_for_the_president_it_is_forbidden_with_its_level(self):
        found = self.campaigning(Office.PRESIDENT)
        assert (found.verdict, found.levels) == (Verdict.NOT_ALLOWED, "hukuman disiplin sedang")
        assert not any("hanya menyebut pemilihan" in sentence for sentence in found.explanation)

    def test_where_no_office_was_said_the_answer_stands_beside_that_doubt(self):
        found = self.campaigning(None)
        assert (found.verdict, found.levels) == (Verdict.NOT_ALLOWED, "hukuman disiplin sedang")
        assert any(sentence.startswith("Jabatan yang dipilih tidak disebut") for sentence in found.explanation)


class WhenABanNamesNoSanction:
    """UU 7/2017 Ps 283 forbids partisan activities to every civil servant, and threatens no crime."""

    DAYS = (date(2018, 12, 1), date(2019, 2, 1), date(2021, 9, 15), date(2022, 9, 21))

    @pytest.mark.parametrize("on", DAYS)
    def test_a_contract_employee_is_told_no_like_everybody_else(self, on):
        """Once the page said "Boleh" to him, and cited the article that forbids it."""
        found = asked(
            "partisan_activity",
            on,
            kind=ElectionKind.GENERAL,
            office=Office.PRESIDENT,
            phase=Phase.CANDIDATE,
            employment=Employment.PPPK,
        )
        assert (found.verdict, found.crimes) == (Verdict.NOT_ALLOWED, ())
        assert "UU 7/2017 Pasal 283 ayat (1)-(2)" in cited(found)

    @pytest.mark.parametrize("intention", INTENTIONS)
    def test_what_is_forbidden_to_a_pns_is_allowed_to_no_other_civil_servant(self, intention):
        for kind in ElectionKind:
            for on in (date(2016, 1, 1), *self.DAYS, AFTER_DETERMINATION, date(2026, 5, 1)):
                for phase in Phase:
                    pns = asked(intention, on, kind=kind, phase=phase).verdict
                    others = {
                        each: asked(intention, on, kind=kind, phase=phase, employment=each).verdict
                        for each in (Employment.CPNS, Employment.PPPK)
                    }
                    assert pns is not Verdict.NOT_ALLOWED or Verdict.ALLOWED not in others.values(), (kind, on, phase)
