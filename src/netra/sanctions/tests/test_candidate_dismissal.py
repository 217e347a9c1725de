"""A candidate PNS dismissed as such for a breach of discipline (PP 11/2017 Ps 37(2) c), from decree to effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import pdf_text
from netra.sanctions import operations as act
from netra.sanctions.bounds import penalties_offered
from netra.sanctions.models.decision import DISMISSALS
from netra.sanctions.offers import offers
from netra.sanctions.queries import decision_sheet
from netra.sanctions.tests.builders import RULING, Story, deed, deliver, examine, open_story
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
LIKED = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)))


@pytest.fixture
def cast() -> Cast:
    return Cast()


def reported(cast, employment="CPNS"):
    """A severe breach, proven by the report of 7 November 2024."""
    proceeding = open_story(cast, replace(LIKED, people=(replace(BUDI, employment=employment),)))
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07")
    return proceeding


def paper(kind):
    return Letter.objects.get(kind=kind).data or {}


@told_once
def dismissed(cast, proceeding, **over):
    ruling = replace(RULING, sanction_code="candidate_dismissal", **over)
    return act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))


def test_it_is_offered_after_the_penalties_and_says_that_no_official_is_named(cast):
    sheet = decision_sheet(reported(cast), on=date(2024, 11, 11))
    offer = sheet.offered[-1]
    assert offer.sanction.code == "candidate_dismissal"
    assert str(offer.sanction.source) == "PP 11/2017 Pasal 37 ayat (2) huruf c"
    assert offer.competence is not None
    assert "tidak menyebut pejabat" in offer.competence.unknown
    assert "demotion_12m" in {each.sanction.code for each in sheet.offered}


def test_what_dismisses_a_pns_is_not_for_whoever_is_none_yet(cast):
    proceeding = reported(cast)
    assert "honourable_dismissal" not in {
        each.sanction.code for each in decision_sheet(proceeding, on=RULING.decided_date).offered
    }
    with pytest.raises(ActRefused, match=r"belum PNS.*PP 11/2017 Pasal 37 ayat \(2\) huruf c"):
        act.decision_make(
            ref=proceeding.ref,
            ruling=replace(RULING, sanction_code="honourable_dismissal"),
            by=cast.rahmat,
            at=at("2024-11-11"),
        )
    codes = {each.code for each in penalties_offered("DISC-53", date(2017, 4, 6), employment="CPNS")}
    assert "demotion" in codes and codes.isdisjoint(DISMISSALS)


def test_it_is_not_for_a_pns_nor_before_7_april_2017(cast):
    proceeding = reported(cast, "PNS")
    assert "candidate_dismissal" not in {
        each.sanction.code for each in decision_sheet(proceeding, on=RULING.decided_date).offered
    }
    with pytest.raises(ActRefused, match="tidak ada dalam daftar"):
        dismissed(cast, proceeding)


def test_it_is_the_law_and_no_deviation_where_the_breach_is_severe(cast):
    """Ps 37(2) c has it for a moderate or severe breach, so it lies above no ceiling of such a breach."""
    made = dismissed(cast, reported(cast))
    assert (made.kind, made.level, made.above_ceiling, made.below_floor) == (
        "STATUS_TERMINATION",
        "TERMINATION",
        False,
        False,
    )
    assert made.basis == "PP 11/2017 Pasal 37 ayat (2) huruf c"
    assert trail.verify_database().ok


def test_the_decree_dismisses_the_candidate_names_no_day_and_tells_the_way_to_bpasn(cast):
    """Ps 37(2) says neither how nor from when; PP 79/2021 Ps 19 opens Ps 10 to candidates."""
    words = " ".join(pdf_text(pdf(dismissed(cast, reported(cast)).letter_ref)).split())
    assert "Memberhentikan sebagai Calon Pegawai Negeri Sipil:" in words
    assert "karena terbukti melakukan pelanggaran disiplin tingkat sedang atau berat:" in words
    assert "terhitung mulai tanggal" not in words
    assert "Pasal 37 ayat (2) huruf c Peraturan Pemerintah Nomor 11 Tahun 2017" in words
    assert "banding administratif kepada Badan Pertimbangan Aparatur Sipil Negara" in words


class WhenItWasDelivered:
    @pytest.fixture
    def proceeding(self, cast):
        proceeding = reported(cast)
        dismissed(cast, proceeding)
        deliver(cast, proceeding, "2024-11-13")
        proceeding.refresh_from_db()
        return proceeding

    def it_may_be_appealed_against_and_holds_from_no_computed_day(self, cast, proceeding):
        """Fourteen working days, as in test_remedies: until 4 December 2024."""
        assert proceeding.decision.delivery.in_force_date is None
        terms = dict(proceeding.case.deadlines.filter(met_date=None).values_list("rule", "due_date"))
        assert terms["appeal_filing"] == date(2024, 12, 4)
        assert "discipline_in_force" not in terms
        assert "sanctions.appeal_file" in {each.act for each in offers(cast.dewi, proceeding, on=date(2024, 11, 20))}

    def it_is_named_by_its_own_title_in_the_papers_that_follow(self, cast, proceeding):
        title = "Keputusan Wali Kota Jambi tentang Pemberhentian sebagai Calon Pegawai Negeri Sipil"
        assert paper("DELIVERY_RECORD")["document"] == title
        day = date(2024, 11, 20)
        act.appeal_file(ref=proceeding.ref, filed_date=day, grounds="Keliru.", by=cast.dewi, at=at("2024-11-20"))
        assert paper("APPEAL_RECEIPT")["decision"] == title

    def it_takes_effect_when_recorded_after_the_term_of_appeal(self, cast, proceeding):
        with pytest.raises(ActRefused, match="masih dapat diajukan sampai 4 Desember 2024"):
            act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-04"))
        act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05"))
        proceeding.decision.delivery.refresh_from_db()
        assert proceeding.decision.delivery.in_force_date == date(2024, 12, 5)
        told = trail.history(proceeding.case.chain)[-1].payload
        assert told["rule"] == "PP 11/2017 Pasal 37 ayat (2) huruf c (hari berlakunya tidak disebut)"

    def it_marks_no_deviation_where_bpasn_upholds_it(self, cast, proceeding):
        act.appeal_file(
            ref=proceeding.ref, filed_date=date(2024, 11, 20), grounds="Keliru.", by=cast.dewi, at=at("2024-11-20")
        )
        answer = act.Answer("UPHELD", date(2024, 12, 9), "Sudah tepat.")
        act.appeal_decide(ref=proceeding.ref, answer=answer, by=cast.ani, at=at("2024-12-10"))
        proceeding.case.refresh_from_db()
        assert not proceeding.case.deviates
        assert trail.verify_database().ok
