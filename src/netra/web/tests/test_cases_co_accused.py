"""Budi of the city and Citra of the province in one case: Dewi of the city reads nothing of Citra, nor acts for her."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netra.cases.links import link_of
from netra.cases.models import Allegation, Answer, Case, CitedAdvice
from netra.cases.queries import case_file
from netra.cases.tests.builders import PROVINCE
from netra.intake.uploads import NewFile
from netra.sanctions import operations as sanctions
from netra.sanctions.letters.wording import alleged
from netra.sanctions.tests.builders import Story, deed, recommend_story
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.locks import unlocked
from netra.web.tests.cases_scene import BUDI, Cast, act, at, page, signed_in, the_clock_shows
from netra.web.urls import urlpatterns

pytestmark = pytest.mark.django_db
CITRA = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
TWO = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(BUDI, CITRA))
MOMENT = at("2024-10-30")
UNTIL = at("2024-11-20")
# Every address under one accused of a case, as the doors know them, and those that are an agency's.
ABOUT_ONE = sorted(str(each.name) for each in urlpatterns if "terlapor/<int:party>/" in str(each.pattern))
FOR_AN_AGENCY = {"advice_cite", "answer_link_issue", "answer_link_revoke", "answer_record", "servant_left"}
SUPERVISED = {"party_identify", "party_correct", "data_block", "data_unblock", "servant_left_correct"}


@pytest.fixture
def cast(monkeypatch):
    the_clock_shows(monkeypatch, MOMENT)
    return Cast()


@pytest.fixture
def case(cast):
    return recommend_story(cast, TWO)


@pytest.fixture
def citra(case):
    return case.parties.get(ordinal=2)


@pytest.fixture
def fitri(cast):
    """Personnel officer of the province."""
    return grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=PROVINCE)


def opened(user, case, name, party):
    """What this user is answered at the address, when he opens it and when he sends an empty form."""
    address = reverse(name, kwargs={"ref": case.ref, "party": party})
    browser = signed_in(user)
    return browser.get(address), browser.post(address)


class WhenAnAgencyTypesTheNumberOfAnothersAccused:
    """Every address under `terlapor/<n>/`, and the acts themselves."""

    def it_knows_the_addresses(self):
        assert set(ABOUT_ONE) == FOR_AN_AGENCY | SUPERVISED

    @pytest.mark.parametrize("name", ABOUT_ONE)
    def it_is_not_found_or_not_his(self, cast, case, name):
        expected = 404 if name in FOR_AN_AGENCY else 403
        for answer in opened(cast.dewi, case, name, 2):
            assert answer.status_code == expected
            assert "Citra" not in answer.content.decode()

    @pytest.mark.parametrize("name", sorted(FOR_AN_AGENCY))
    def it_opens_for_her_own_agency(self, cast, fitri, case, name):
        assert opened(fitri, case, name, 2)[0].status_code == 200
        assert opened(cast.dewi, case, name, 1)[0].status_code == 200

    @pytest.mark.parametrize("name", sorted(FOR_AN_AGENCY))
    def it_opens_for_the_supervisor(self, cast, case, name):
        assert opened(cast.wayan, case, name, 2)[0].status_code == 200

    def it_makes_no_link_and_ends_none(self, cast, case, citra):
        act.answer_link_issue(case_ref=case.ref, party=2, until=UNTIL, by=cast.wayan, at=MOMENT)
        held = link_of(citra, at=MOMENT)
        with pytest.raises(NotFound, match="Terlapor nomor 2 tidak ada"):
            act.answer_link_issue(case_ref=case.ref, party=2, until=UNTIL, by=cast.dewi, at=MOMENT)
        with pytest.raises(NotFound, match="Terlapor nomor 2 tidak ada"):
            act.answer_link_revoke(case_ref=case.ref, party=2, by=cast.dewi, at=MOMENT)
        assert held is not None and link_of(citra, at=MOMENT) == held

    def it_speaks_and_cites_nothing_for_her(self, cast, case):
        with pytest.raises(NotFound, match="Terlapor nomor 2 tidak ada"):
            act.answer_record(case_ref=case.ref, party=2, text="Saya mengaku.", by=cast.dewi, at=MOMENT)
        with pytest.raises(NotFound, match="Terlapor nomor 2 tidak ada"):
            act.advice_cite(case_ref=case.ref, party=2, number="1", note="Sama.", by=cast.dewi, at=MOMENT)
        assert not Answer.objects.exists() and not CitedAdvice.objects.exists()

    def it_records_what_her_own_agency_or_the_supervisor_took_down(self, cast, fitri, case, citra):
        for officer in (fitri, cast.wayan):
            act.answer_record(case_ref=case.ref, party=2, text="Saya tidak hadir.", by=officer, at=MOMENT)
        assert citra.answers.count() == 2

    def it_says_the_same_as_for_a_number_that_nobody_has(self, cast, case):
        def told(number):
            with pytest.raises(NotFound) as refusal:
                act.answer_link_revoke(case_ref=case.ref, party=number, by=cast.dewi, at=MOMENT)
            return str(refusal.value).replace(str(number), "n", 1)

        assert told(2) == told(9)


class WhenTheProceedingOfAnothersAccusedHasBegun:
    """Fitri opens and summons; Dewi has done nothing yet."""

    @pytest.fixture
    def theirs(self, cast, case, fitri):
        """Her proceeding, her summons, her answer with a file, and her link."""
        opened = sanctions.proceeding_open(case_ref=case.ref, party=2, route="DISCIPLINE", by=fitri, at=MOMENT)
        sanctions.summons_issue(ref=opened.ref, meeting_at=at("2024-11-08"), place="Ruang 1", by=fitri, at=MOMENT)
        letter = NewFile("surat.pdf", b"%PDF-1.4 surat dokter")
        act.answer_record(case_ref=case.ref, party=2, text="Saya sakit.", files=(letter,), by=fitri, at=MOMENT)
        act.answer_link_issue(case_ref=case.ref, party=2, until=UNTIL, by=fitri, at=MOMENT)
        return opened

    @staticmethod
    def trail(user, case):
        """The trail and what is said below it, as this user reads them."""
        return page(user, f"/perkara/{case.ref}/").partition('id="jejak"')[2]

    def it_tells_the_city_nothing_of_it_in_the_trail(self, cast, case, theirs):
        told = self.trail(cast.dewi, case)
        assert "Penanganan dibuka" not in told and "Panggilan diterbitkan" not in told
        assert "Jawaban terlapor dicatat" not in told and "Tautan pribadi diterbitkan" not in told
        assert "Pemerintah Provinsi Jambi" not in told and theirs.ref not in told

    def it_keeps_what_is_about_her_own_people_and_about_the_case(self, cast, case, theirs):
        told = self.trail(cast.dewi, case)
        for label in ("Perkara diregistrasi", "Pleno memutuskan", "Perkara diteruskan"):
            assert label in told
        assert told.count("Rekomendasi diterbitkan") == 1
        assert self.trail(cast.wayan, case).count("Rekomendasi diterbitkan") == 2

    def it_says_how_much_is_left_out_and_to_the_supervisor_shows_all(self, cast, case, fitri, theirs):
        assert "peristiwa tentang pegawai instansi lain tidak ditampilkan" in self.trail(cast.dewi, case)
        whole = self.trail(cast.wayan, case)
        assert "Panggilan diterbitkan" in whole and "tidak ditampilkan" not in whole
        assert "Panggilan diterbitkan" in self.trail(fitri, case)

    def it_counts_no_term_of_the_province_among_those_of_the_city(self, cast, case, fitri, theirs, citra):
        def subjects(user):
            return {each.subject_ref for each in case_file(user, case.ref, on=MOMENT.date()).deadlines} - {""}

        budi = case.parties.get(ordinal=1)
        assert subjects(cast.dewi) == {budi.ref}
        assert subjects(fitri) == {citra.ref, theirs.ref}
        assert subjects(cast.wayan) == {budi.ref, citra.ref, theirs.ref}

    def it_says_whose_each_term_is_and_on_every_link_that_changes_one(self, cast, case, theirs):
        """Two terms of the same name: whoever extends one must know for whom."""
        shown = page(cast.ani, f"/perkara/{case.ref}/")
        label = "Batas PPK menindaklanjuti rekomendasi, terlapor"
        for whose in ("T1", "T2"):
            assert f"<p>{label} {whose}: " in shown
            assert f'Perpanjang<span class="unseen">: {label} {whose}</span>' in shown
        assert f", terlapor T2 · {theirs.ref}: " in shown
        of_citra = case.parties.get(ordinal=2).ref
        first = list(case.deadlines.order_by("pk").values_list("subject_ref", flat=True)).index(of_citra) + 1
        assert f"{label} T2: " in page(cast.ani, f"/perkara/{case.ref}/tenggat/{first}/perpanjang/")

    def it_tells_nothing_of_a_longer_term_that_was_given_to_them(self, cast, case, citra, theirs):
        budi = case.parties.get(ordinal=1)
        for party, document, hour in ((citra, "7/BKN/2024", 10), (budi, "8/BKN/2024", 11)):
            act.deadline_extend(
                case_ref=case.ref,
                deadline_id=case.deadlines.get(rule="follow_up", subject_ref=party.ref).pk,
                due=date(2025, 1, 10),
                reason="Diminta.",
                document=f"Nomor {document} tanggal 30 Oktober 2024",
                by=cast.ani,
                at=at("2024-10-30", hour),
            )
        told = self.trail(cast.dewi, case)
        assert "7/BKN/2024" not in told and "8/BKN/2024" in told

    def it_leaves_the_way_of_the_case_as_it_is_without_the_article_of_the_others(self, cast, case, theirs):
        def way(user):
            return page(user, f"/perkara/{case.ref}/").partition('id="jalan"')[2].partition("</ol>")[0]

        mine, whole = way(cast.dewi), way(cast.wayan)
        assert "Ditangani" in mine
        assert mine.count("PP 94/2021") < whole.count("PP 94/2021")


class WhenTheTitleNamesSomebodyOfAnotherAgency:
    """Whoever registered the case wrote both names into its title."""

    TITLE = "Budi (contoh) dan Kepala Dinas Citra (contoh) di panggung"

    @pytest.fixture
    def named(self, cast, case):
        with unlocked():
            Case.objects.filter(pk=case.pk).update(title=self.TITLE)
        return case

    @pytest.mark.parametrize("address", ["/perkara/", "/", "/perkara/{ref}/"])
    def it_is_not_read_by_the_agency_of_one_of_them(self, cast, fitri, named, address):
        for user in (cast.dewi, fitri):
            shown = page(user, address.format(ref=named.ref))
            assert named.ref in shown and "di panggung" not in shown
            assert "Dugaan pelanggaran netralitas" in shown
        assert self.TITLE in page(cast.wayan, address.format(ref=named.ref))

    def it_is_not_read_where_the_case_is_found_by_a_search(self, cast, named):
        found = signed_in(cast.dewi).post("/perkara/cari/", {"text": named.ref}, follow=True).content.decode()
        assert named.ref in found and "di panggung" not in found

    def it_is_read_by_nobody_once_one_of_them_is_cleared_and_closed(self, cast, named, citra):
        with unlocked():
            type(citra).objects.filter(pk=citra.pk).update(erase_date=date(2026, 12, 9))
        for user in (cast.wayan, cast.dewi, cast.hasan):
            assert "di panggung" not in page(user, "/perkara/") + page(user, f"/perkara/{named.ref}/")

    def it_stands_in_no_paper_about_an_accused_whose_allegation_was_dropped(self, cast, named):
        """Without an act that is alleged of him the paper speaks of the matter in general, not of what others did."""
        opened = sanctions.proceeding_open(case_ref=named.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=MOMENT)
        Allegation.objects.filter(party=opened.party).update(state="DROPPED")
        told = alleged(opened)
        assert told == "Dugaan pelanggaran netralitas pegawai ASN."


def test_the_titles_of_many_cases_are_one_question(cast, case):
    client = signed_in(cast.dewi)
    client.get("/perkara/")
    with CaptureQueriesContext(connection) as one:
        client.get("/perkara/")
    for _again in range(3):
        recommend_story(cast, TWO)
    with CaptureQueriesContext(connection) as four:
        client.get("/perkara/")
    assert len(four) == len(one)
