"""The title under which a decision is signed: the register's, or another one with the paper on which it rests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netra.cases.models import Case
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast
from netra.intake.written_documents import UnnamedDocument
from netra.letters.models import Letter
from netra.registry.models import AppointingAuthority
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.tests.builders import RULING, carry_to_decision, make_proceeding
from netra.trust import trail
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
RANI = "Rani Wulandari (contoh)"
PAPER = "Surat Perintah 800/77/BKPSDM/2024, 1 November 2024"
# A name in it would outlive the case: kind, number and day are kept.
KEPT = "Surat 800/77/BKPSDM/2024, 1 November 2024"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def decided(cast: Cast, **over: Any) -> Decision:
    """On 11 November 2024, when the register knows the Wali Kota Jambi."""
    carry_to_decision(cast, make_proceeding(cast), replace(RULING, **over))
    return Decision.objects.get()


def signed_as(made: Decision) -> tuple[object, object]:
    """The title over the decree, and who stands under it."""
    data = Letter.objects.get(ref=made.letter_ref).data or {}
    return data["authority_title"], data["signer"]


def kept(made: Decision) -> tuple[str, str, str]:
    return made.signer_title, made.registered_title, made.signer_basis


@pytest.mark.parametrize("name", ["", "H. Wali Kota Jambi (contoh)"])
@pytest.mark.parametrize("typed", ["Wali Kota Jambi", "  wali kota  Jambi "])
def test_the_title_of_the_register_needs_nothing_more(cast, typed, name):
    made = decided(cast, signer_title=typed, signer_name=name, signer_basis=PAPER)
    assert kept(made) == ("Wali Kota Jambi", "", "")
    assert signed_as(made) == ("Wali Kota Jambi", {"name": "Wali Kota Jambi (contoh)", "position": "Wali Kota Jambi"})


class WhenTheRegisterLagsBehindANewHead:
    """Rani was sworn in, and the register still names whoever was before her."""

    def it_prints_her_name_under_his_title_with_her_paper(self, cast):
        made = decided(cast, signer_name=RANI, signer_basis=PAPER)
        assert kept(made) == ("Wali Kota Jambi", "", KEPT)
        assert signed_as(made) == ("Wali Kota Jambi", {"name": RANI, "position": "Wali Kota Jambi"})
        assert trail.verify_database().ok

    def it_never_drops_her_name_silently(self, cast):
        with pytest.raises(ActRefused, match=r"ialah Wali Kota Jambi \(contoh\), bukan Rani .* isi dasar jabatan"):
            decided(cast, signer_name=RANI)
        assert not Decision.objects.exists()

    def it_is_not_the_accused(self, cast):
        with pytest.raises(ActRefused, match="adalah terlapor"):
            decided(cast, signer_name="Budi (contoh)", signer_basis=PAPER)


@pytest.mark.parametrize(
    "typed", ["Plt. Wali Kota Jambi", "Plh. Wali Kota Jambi", "Pjs Wali Kota Jambi", "Bupati Jambi"]
)
def test_another_title_keeps_both_and_the_paper_on_which_it_rests(cast, typed):
    made = decided(cast, signer_title=typed, signer_name=RANI, signer_basis=PAPER)
    assert kept(made) == (typed, "Wali Kota Jambi", KEPT)
    assert signed_as(made) == (typed, {"name": RANI, "position": typed})
    told = next(each for each in trail.history(Case.objects.get().chain) if each.verb == "sanctions.decision_make")
    assert told.payload["document"] == KEPT
    assert trail.verify_database().ok


def test_another_title_without_a_paper_is_refused_and_told_what_the_register_has(cast):
    with pytest.raises(ActRefused, match=r"«Plt. Wali Kota Jambi» lain daripada daftar .* «Wali Kota Jambi»"):
        decided(cast, signer_title="Plt. Wali Kota Jambi")
    assert not Decision.objects.exists()
    assert Proceeding.objects.get().state == "REPORTED"


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "Isi nama yang menandatangani"), ("Dr. BUDI (contoh), S.H.", "adalah terlapor")],
)
def test_another_title_needs_somebody_else_than_the_accused_under_it(cast, name, why):
    with pytest.raises(ActRefused, match=why):
        decided(cast, signer_title="Plt. Wali Kota Jambi", signer_name=name, signer_basis=PAPER)


def test_the_paper_needs_a_number_and_a_day(cast):
    with pytest.raises(UnnamedDocument):
        decided(cast, signer_title="Plt. Wali Kota Jambi", signer_basis="surat perintah")


class WhenAnotherOfficialImposesIt:
    """He is not in the register of heads, so his title is his own; an acting one says since which paper."""

    def it_takes_his_title(self, cast):
        made = decided(cast, imposed_by="OFFICIAL", signer_title="Kepala Dinas Tata Ruang")
        assert kept(made) == ("Kepala Dinas Tata Ruang", "", "")
        assert signed_as(made) == ("Kepala Dinas Tata Ruang", {"position": "Kepala Dinas Tata Ruang"})

    @pytest.mark.parametrize("title", ["wali kota jambi", "Walikota Jambi", "Plt. Wali Kota Jambi"])
    def it_is_not_the_head_of_the_register(self, cast, title):
        """An objection against the head's own decision goes to him, not to his superior (PP 79/2021 Ps 3(2))."""
        with pytest.raises(ActRefused, match=r"adalah jabatan PPK menurut daftar .* Pasal 3;"):
            decided(cast, imposed_by="OFFICIAL", signer_title=title, signer_name=RANI, signer_basis=PAPER)

    def it_asks_an_acting_one_for_his_paper(self, cast):
        with pytest.raises(ActRefused, match=r"Isi dasar penunjukan «Plt. Kepala Dinas Tata Ruang»"):
            decided(cast, imposed_by="OFFICIAL", signer_title="Plt. Kepala Dinas Tata Ruang")

    def it_keeps_that_paper(self, cast):
        acting = {"signer_title": "Plt. Kepala Dinas Tata Ruang", "signer_basis": PAPER, "signer_name": RANI}
        assert kept(decided(cast, imposed_by="OFFICIAL", **acting)) == (acting["signer_title"], "", KEPT)


def test_where_the_register_knows_no_head_the_title_is_taken_as_it_is(cast):
    AppointingAuthority.objects.all().delete()
    assert kept(decided(cast, signer_title="Bupati Jambi")) == ("Bupati Jambi", "", "")


def test_where_the_register_knows_the_acting_head_he_needs_no_paper(cast):
    AppointingAuthority.objects.filter(office_title="Wali Kota Jambi").update(office_title="Penjabat Wali Kota Jambi")
    assert kept(decided(cast, signer_title="Penjabat Wali Kota Jambi")) == ("Penjabat Wali Kota Jambi", "", "")


def test_the_check_of_the_trail_finds_another_paper(cast):
    decided(cast, signer_title="Plt. Wali Kota Jambi", signer_name=RANI, signer_basis=PAPER)
    with unlocked():
        Decision.objects.update(signer_basis="Surat 1, 2 November 2024")
    (found,) = trail.verify_database().problems
    assert "dasar jabatan penanda tangan menurut jejak" in found.message
