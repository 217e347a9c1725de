"""The acts that carry a case on: one page each, its article, one button, and a polite word for the second officer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from netra.cases.letters import invitation
from netra.cases.models import Case
from netra.cases.tests.builders import make_report, take_back
from netra.letters.queries import letters_of
from netra.trust.tests.told_once import told_once
from netra.web.forms.case_study import InvitationForm
from netra.web.tests.cases_scene import (
    LIKE,
    OPENING,
    Cast,
    Client,
    act,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    carry_to_referral,
    carry_to_study,
    confirm_identity,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    return Cast()


def address(case: Case, rest: str) -> str:
    return f"/perkara/{case.ref}/{rest}/"


def registered(cast: Cast) -> Case:
    return make_case(cast)


def preliminary(cast: Cast) -> Case:
    return act.case_start_preliminary(case_ref=make_case(cast).ref, by=cast.wayan, at=at("2024-10-17", 10))


def studied(cast: Cast) -> Case:
    case = make_case(cast)
    carry_to_study(cast, case)
    return Case.objects.get(pk=case.pk)


def before_the_plenary(cast: Cast) -> Case:
    case = make_case(cast)
    carry_to_plenary(cast, case)
    return Case.objects.get(pk=case.pk)


@told_once
def to_refer(cast: Cast) -> Case:
    return act.plenary_decide(
        case_ref=before_the_plenary(cast).ref,
        outcome="TO_REFER",
        held_date=at("2024-10-19").date(),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )


def referred(cast: Cast) -> Case:
    case = make_case(cast)
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-21", 11))
    return Case.objects.get(pk=case.pk)


STUDY = {"facts": "Akun terbuka.", "analysis": "Unsur terpenuhi.", "proposal": "Diteruskan kepada BKN."}
PLENARY = {"outcome": "TO_REFER", "held_date": "2024-10-19", "members": "3", "reason": "Unsur terpenuhi."}
ADVICE = {
    "party": "1",
    "level": "SEVERE",
    "basis": "PP 94/2021 Pasal 14 huruf i",
    "reason": "Dukungan setelah penetapan calon.",
    "follow_up_days": "14",
    "follow_up_unit": "WORKING_DAY",
}
OPENING_OF_REPORT = replace(OPENING, received_date=at("2024-10-18").date())
REASON = {"reason": "Menurut berita acara."}
MEETING = {"held_date": "2024-10-21", "members": "3", "reason": "Pelapor mencabut; tidak ada bukti lain."}

# Where the case stands, the page, who does it, what is typed, where it leads, a piece of the article.
STEPS = [
    (registered, "kajian-awal", "wayan", {}, "PRELIMINARY_STUDY", "Perbawaslu 8/2020"),
    (preliminary, "kajian", "wayan", {}, "STUDY", "Pasal 134 ayat (5)–(6)"),
    (studied, "kajian/selesai", "wayan", STUDY, "PLENARY", "Pasal 134 ayat (5)–(6)"),
    (before_the_plenary, "pleno", "putu", PLENARY, "TO_REFER", "Pasal 134 ayat (5)–(6)"),
    (to_refer, "teruskan", "wayan", {}, "REFERRED", "UU 10/2016 Pasal 30 huruf e"),
    (referred, "rekomendasi", "ani", ADVICE, "RECOMMENDED", "SE MenPANRB 4/2024"),
    (referred, "tidak-direkomendasikan", "ani", REASON, "NOT_PROVEN", "SE MenPANRB 4/2024"),
    (registered, "kedaluwarsa", "putu", MEETING, "EXPIRED", "Pasal 134"),
]
IDS = [step[1] for step in STEPS]


@pytest.mark.parametrize(("stands", "rest", "who", "typed", "target", "article"), STEPS, ids=IDS)
class WhenAnActIsAStep:
    def test_its_page_shows_the_article(self, cast, stands, rest, who, typed, target, article):
        assert article in page(getattr(cast, who), address(stands(cast), rest))

    def test_it_is_done_and_leads_to_its_state(self, cast, stands, rest, who, typed, target, article):
        case = stands(cast)
        response = signed_in(getattr(cast, who)).post(address(case, rest), typed)
        assert response.headers["Location"] == f"/perkara/{case.ref}/"
        case.refresh_from_db()
        assert case.state == target

    def test_opening_it_changes_nothing(self, cast, stands, rest, who, typed, target, article):
        case = stands(cast)
        signed_in(getattr(cast, who)).get(address(case, rest))
        assert Case.objects.get(pk=case.pk).state == case.state

    def test_a_visitor_is_asked_to_sign_in(self, cast, stands, rest, who, typed, target, article):
        case = stands(cast)
        assert Client().post(address(case, rest), typed).headers["Location"].startswith("/masuk/")
        assert Case.objects.get(pk=case.pk).state == case.state

    def test_maria_may_not_and_mostly_does_not_find_it(self, cast, stands, rest, who, typed, target, article):
        case = stands(cast)
        assert signed_in(cast.maria).post(address(case, rest), typed).status_code in {403, 404}
        assert Case.objects.get(pk=case.pk).state == case.state

    def test_the_second_officer_is_told_politely_and_keeps_what_he_typed(
        self, cast, stands, rest, who, typed, target, article
    ):
        case = stands(cast)
        client = signed_in(getattr(cast, who))
        client.post(address(case, rest), typed)
        second = client.post(address(case, rest), typed)
        shown = second.content.decode()
        assert second.status_code == 422
        assert "Belum dapat dilanjutkan" in shown
        assert all(text in shown for text in typed.values())


def test_a_recommendation_offers_each_level_under_the_breach_that_it_answers(cast):
    shown = page(cast.ani, address(referred(cast), "rekomendasi"))
    start = shown.index('<optgroup label="Pelanggaran kode etik">')
    assert "sanksi moral" in shown[start : shown.index("</optgroup>", start)]
    assert "hukuman disiplin berat" not in shown[start : shown.index("</optgroup>", start)]
    assert '<optgroup label="Tidak ada bentuk' not in shown


def test_the_page_of_a_recommendation_names_whom_nobody_confirmed_and_leads_to_confirming_him(cast):
    case = referred(cast)
    shown = page(cast.ani, address(case, "rekomendasi"))
    assert "Belum dipastikan orangnya" not in shown
    case.parties.update(nip="", identified_by_attribute="")
    shown = page(cast.ani, address(case, "rekomendasi"))
    assert "Belum dipastikan orangnya" in shown and f"/perkara/{case.ref}/terlapor/1/identitas/" in shown
    refused = signed_in(cast.ani).post(address(case, "rekomendasi"), ADVICE)
    assert refused.status_code == 422 and "Identitas terlapor T1 belum dipastikan" in refused.content.decode()


def test_a_recommended_level_is_kept_with_the_breach_that_it_answers(cast):
    case = referred(cast)
    signed_in(cast.ani).post(address(case, "rekomendasi"), ADVICE | {"level": "MORAL", "category": "DISCIPLINE"})
    made = case.recommendations.get()
    assert (made.category, made.level) == ("ETHICS", "MORAL")


def test_the_page_of_a_referral_tells_how_the_body_came_by_its_task_and_what_a_court_ordered(cast):
    shown = page(cast.wayan, address(to_refer(cast), "teruskan"))
    assert "yang diterima tetapi belum diproses beralih ke BKN" in shown
    assert "121/PUU-XXII/2024" in shown


def test_a_page_that_is_opened_too_late_says_what_can_be_done_now(cast):
    response = signed_in(cast.wayan).get(address(to_refer(cast), "kajian"))
    assert response.status_code == 409
    assert "Perkara diteruskan" in response.content.decode()


def test_a_case_whose_report_was_withdrawn_is_ended_by_the_plenary_which_reads_that_no_article_says_so(cast):
    report = make_report(cast)
    case = act.case_register(opening=OPENING_OF_REPORT, report_ref=report.ref, by=cast.wayan, at=at("2024-10-18", 11))
    refused = signed_in(cast.putu).post(address(case, "dicabut"), MEETING)
    assert (refused.status_code, "tidak dicabut" in refused.content.decode()) == (422, True)
    assert "/dicabut/" not in page(cast.putu, f"/perkara/{case.ref}/")
    take_back(case)
    assert "/dicabut/" in page(cast.putu, f"/perkara/{case.ref}/")
    assert "/dicabut/" not in page(cast.wayan, f"/perkara/{case.ref}/")
    assert signed_in(cast.wayan).post(address(case, "dicabut"), MEETING).status_code == 403
    shown = page(cast.putu, address(case, "dicabut"))
    assert "tetap terutang: PP 94/2021 Pasal 26 ayat (1)" in shown
    assert "belum diverifikasi ke naskah asli" in shown
    signed_in(cast.putu).post(address(case, "dicabut"), MEETING)
    assert Case.objects.get().state == "WITHDRAWN"


def test_a_late_case_with_an_allegation_of_discipline_is_offered_for_referral_and_not_for_an_end(cast):
    """Due on the 20th of October, it is the 21st; Budi's like is discipline, and the plenary may still refer it."""
    case = before_the_plenary(cast)
    shown = page(cast.putu, f"/perkara/{case.ref}/")
    assert "/pleno/" in shown
    assert "/kedaluwarsa/" not in shown
    assert "Tenggat penanganan sudah lewat, tetapi perkara ini tidak berakhir karenanya" in shown
    refused = signed_in(cast.putu).post(address(case, "kedaluwarsa"), MEETING)
    assert (refused.status_code, "teruskan" in refused.content.decode()) == (422, True)


def test_a_late_case_in_which_nothing_is_alleged_ends_by_plenary_as_a_reading(cast):
    case = make_case(cast)
    assert "/kedaluwarsa/" in page(cast.putu, f"/perkara/{case.ref}/")
    assert "disimpulkan dari sumber lain" in page(cast.putu, address(case, "kedaluwarsa"))
    signed_in(cast.putu).post(address(case, "kedaluwarsa"), MEETING)
    assert Case.objects.get().state == "EXPIRED"


@pytest.mark.parametrize(
    ("stands", "rest", "who", "typed", "words"),
    [
        (studied, "kajian/selesai", "wayan", {**STUDY, "facts": ""}, "Fakta"),
        (before_the_plenary, "pleno", "putu", {**PLENARY, "members": "1"}, "sekurangnya dua anggota"),
        (before_the_plenary, "pleno", "putu", {**PLENARY, "held_date": "2024-10-30"}, "masa depan"),
        (referred, "rekomendasi", "ani", {**ADVICE, "follow_up_days": "0"}, "Jangka waktu tindak lanjut"),
        (referred, "rekomendasi", "ani", {**ADVICE, "party": "9"}, "Terlapor"),
    ],
)
def test_what_cannot_be_accepted_is_said_and_nothing_typed_is_lost(cast, stands, rest, who, typed, words):
    case = stands(cast)
    response = signed_in(getattr(cast, who)).post(address(case, rest), typed)
    shown = response.content.decode()
    assert response.status_code == 422
    assert words in shown
    longest = max(typed.values(), key=len)
    assert longest in shown
    assert Case.objects.get(pk=case.pk).state == case.state


def test_the_study_waits_for_an_officer_to_decide_on_every_allegation(cast):
    case = studied(cast)
    act.act_add(
        case_ref=case.ref, act=act.NewAct("other", at("2024-10-15").date(), "Lain."), by=cast.wayan, at=at("2024-10-19")
    )
    act.allegation_assess(case_ref=case.ref, party=1, act=2, by=cast.wayan, at=at("2024-10-19"))
    response = signed_in(cast.wayan).post(address(case, "kajian/selesai"), STUDY)
    assert response.status_code == 422
    assert "Perangkat lunak tidak memutus" in response.content.decode()


def test_a_referral_names_the_body_of_that_day_and_writes_a_letter(cast):
    case = to_refer(cast)
    assert "Badan Kepegawaian Negara" in page(cast.wayan, address(case, "teruskan"))
    signed_in(cast.wayan).post(address(case, "teruskan"))
    assert letters_of(case.chain)[-1].kind == "REFERRAL"


def test_a_second_recommendation_for_the_same_accused_is_refused(cast):
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    Case.objects.filter(pk=case.pk).update(state="REFERRED")
    response = signed_in(cast.ani).post(address(case, "rekomendasi"), ADVICE)
    assert response.status_code == 422
    assert "sudah mempunyai rekomendasi" in response.content.decode()


class WhenSomebodyIsInvited:
    INVITED = {
        "invitee": "ACCUSED",
        "party": "1",
        "day": "2024-10-23",
        "time": "09:30",
        "place": "Kantor Bawaslu Kota Jambi",
    }

    def test_the_letter_goes_out(self, cast):
        case = studied(cast)
        response = signed_in(cast.wayan).post(address(case, "klarifikasi"), self.INVITED)
        assert response.status_code == 302
        invited = case.clarifications.get()
        assert invited.meeting_at == at("2024-10-23").replace(hour=9, minute=30)
        assert letters_of(case.chain)[-1].kind == "CLARIFICATION_INVITATION"

    def test_in_denpasar_the_hour_is_typed_and_printed_as_the_clocks_there_show_it(self, cast):
        case = studied(cast)
        form = InvitationForm(self.INVITED, parties=[(1, "T1")], region_code="51.71")
        assert form.is_valid()
        assert form.fields["time"].label == "Pukul (WITA)"
        case.region_code = "51.71"
        invited = form.invitation()
        assert invited.meeting_at == datetime(2024, 10, 23, 1, 30, tzinfo=UTC)
        letter = invitation(case, invited, None, date(2024, 10, 18))
        assert (letter["hearing_date"], letter["hearing_time"]) == (date(2024, 10, 23), "09.30 WITA")

    def test_a_reporter_never_gets_a_name(self, cast):
        case = studied(cast)
        typed = {**self.INVITED, "invitee": "REPORTER", "party": "", "name": "Sari (contoh)"}
        signed_in(cast.wayan).post(address(case, "klarifikasi"), typed)
        assert case.clarifications.get().name == ""

    @pytest.mark.parametrize(
        ("over", "words"),
        [
            ({"party": ""}, "Pilih terlapor yang diundang"),
            ({"invitee": "WITNESS"}, "Tulis siapa yang diundang"),
            ({"day": "2024-10-20"}, "sudah lewat"),
        ],
    )
    def test_a_refusal_keeps_the_place(self, cast, over, words):
        response = signed_in(cast.wayan).post(address(studied(cast), "klarifikasi"), {**self.INVITED, **over})
        shown = response.content.decode()
        assert response.status_code == 422
        assert words in shown
        assert "Kantor Bawaslu Kota Jambi" in shown

    def test_what_was_said_is_kept_once(self, cast):
        case = studied(cast)
        wanted = act.Invitation("ACCUSED", at("2024-10-21"), "Kantor", party=1)
        act.clarification_invite(case_ref=case.ref, invitation=wanted, by=cast.wayan, at=at("2024-10-19"))
        said = {"attended": "yes", "statement": "Akun itu milik saya."}
        client = signed_in(cast.wayan)
        assert client.post(address(case, "klarifikasi/1"), said).status_code == 302
        again = client.post(address(case, "klarifikasi/1"), said)
        assert again.status_code == 422
        assert "sudah dicatat" in again.content.decode()
        assert "Akun itu milik saya." in again.content.decode()

    def test_an_invitation_that_was_never_made_is_not_found(self, cast):
        assert signed_in(cast.wayan).get(address(studied(cast), "klarifikasi/7")).status_code == 404


class WhenACrimeIsToBeHandedOverWithin24Hours:
    """UU 1/2015 Pasal 135 ayat (2): from the decision on, hour by hour, by the clocks of the region."""

    @pytest.fixture
    def case(self, cast) -> Case:
        case = make_case(cast, acts=(replace(LIKE, conduct="partisan_decision"),))
        carry_to_plenary(cast, case)
        return case

    def decided(self, cast: Cast, case: Case, hour: str) -> str:
        meant = {"outcome": "TO_REFER", "held_date": "2024-10-21", "held_time": hour, "members": "3", "reason": "Ya."}
        answer = signed_in(cast.putu).post(address(case, "pleno"), meant, follow=True)
        return answer.content.decode()

    def its_page_says_at_which_hour_that_ends(self, cast, case):
        assert "Pukul (WIB)" in page(cast.putu, address(case, "pleno"))
        shown = self.decided(cast, case, "10:30")
        assert "Selasa, 22 Oktober 2024 pukul 10.30 WIB" in shown and "bukan jamnya" not in shown

    def its_page_says_that_only_the_day_is_known_where_nobody_wrote_the_hour(self, cast, case):
        shown = self.decided(cast, case, "")
        assert "Selasa, 22 Oktober 2024" in shown and "bukan jamnya" in shown

    def an_hour_to_come_is_refused_and_nothing_is_lost(self, cast, case):
        shown = self.decided(cast, case, "12:30")
        assert "Jam putusan pleno belum lewat" in shown and 'value="12:30"' in shown
