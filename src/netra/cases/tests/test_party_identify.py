"""Who an accused is: added as known, identified by a NIP and a second attribute, never by a name."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from netra.cases import operations as act
from netra.cases.models import Party
from netra.cases.tests.builders import (
    Cast,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    carry_to_referral,
    day,
    make_case,
)
from netra.registry.nip import InvalidNip
from netra.registry.tests.builders import make_person, make_position
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db
# Born 1 January 1980, appointed January 2005, a man, serial 001; invented.
NIP = "198001012005011001"
ANOTHER = "199003012015031001"
SEALED_ON = day("2024-10-19")


def identify(cast: Cast, case, *, nip=NIP, attribute="UNIT", by=None, ordinal=1, on="2024-10-18", same_person=False):
    return act.party_identify(
        case_ref=case.ref,
        ordinal=ordinal,
        nip=nip,
        attribute=attribute,
        same_person=same_person,
        by=by or cast.wayan,
        at=at(on),
    )


class WhenAPersonIsAdded:
    def it_gets_the_next_number_and_the_agency_of_the_case(self):
        cast = Cast()
        case = make_case(cast)
        party = act.party_add(
            case_ref=case.ref, party=act.NewParty(name="Citra (contoh)"), by=cast.wayan, at=at("2024-10-18")
        )
        assert (party.ordinal, party.ref, party.agency_code) == (2, f"{case.ref}/T2", "JAMBI-KOTA")
        assert dict(trail.history(case.chain)[-1].payload) == {"case": case.ref, "party": 2}

    def it_is_refused_after_the_end(self):
        cast = Cast()
        case = not_proven(cast)
        with pytest.raises(act.WrongState, match="sudah berakhir"):
            act.party_add(case_ref=case.ref, party=act.NewParty(), by=cast.wayan, at=at("2024-10-20"))

    def it_is_not_for_strangers(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(NotFound):
            act.party_add(case_ref=case.ref, party=act.NewParty(), by=cast.maria, at=at("2024-10-18"))


class WhenAPersonIsIdentified:
    def it_takes_a_number_with_blanks_and_keeps_the_digits(self):
        cast = Cast()
        party = identify(cast, make_case(cast), nip="19800101 200501 1 001")
        assert (party.nip, party.identified_by_attribute, party.identified_at) == (NIP, "UNIT", at("2024-10-18"))

    def it_puts_the_attribute_but_not_the_number_into_the_trail(self):
        cast = Cast()
        case = make_case(cast)
        identify(cast, case)
        told = {"case": case.ref, "party": 1, "attribute": "UNIT", "changed": ""}
        assert dict(trail.history(case.chain)[-1].payload) == told

    @pytest.mark.parametrize("typed", ["", "  ", "lahir 1 Januari 1980", "Jalan Contoh 7", "unit"])
    def it_never_goes_by_the_name_alone_and_keeps_nothing_typed_for_ever(self, typed):
        """Once "tanggal lahir" was suggested and forty typed characters went into the trail, which nobody can erase."""
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match=r"dari nama saja.*Unit kerja, Jabatan, Tanggal lahir"):
            identify(cast, case, attribute=typed)
        assert case.parties.get().nip == ""
        assert "cases.party_identify" not in [entry.verb for entry in trail.history(case.chain)]

    def it_still_shows_the_words_of_who_was_confirmed_before_there_was_a_list(self):
        cast = Cast()
        case = make_case(cast)
        assert identify(cast, case, attribute="PHOTO").attribute_label == "Foto pada kartu pegawai"
        case.parties.update(identified_by_attribute="kartu pegawai")
        assert case.parties.get().attribute_label == "kartu pegawai"

    @pytest.mark.parametrize(
        ("nip", "words"),
        [
            ("12345", "harus 18 angka, tertulis 5 angka"),
            ("198013012005011001", "bukan tanggal lahir"),
            ("198001012005013001", "jenis kelamin"),
            ("198001012005011000", "tidak boleh 000"),
            ("1.98001E+17", "tersimpan sebagai angka"),
            ("19800101200501100l", "hanya boleh berisi angka"),
        ],
    )
    def it_says_what_is_wrong_with_a_number(self, nip, words):
        cast = Cast()
        with pytest.raises((act.ActRefused, InvalidNip), match=words):
            identify(cast, make_case(cast), nip=nip)
        assert Party.objects.get().nip == ""

    def it_needs_somebody_who_is_there(self):
        cast = Cast()
        with pytest.raises(NotFound, match="Terlapor nomor 7"):
            identify(cast, make_case(cast), ordinal=7)

    def it_may_be_done_by_the_oversight_body_after_the_referral(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        assert identify(cast, case, by=cast.ani, on="2024-10-22").nip == NIP

    def it_may_be_corrected_until_something_was_recommended(self):
        cast = Cast()
        case = make_case(cast)
        identify(cast, case)
        assert identify(cast, case, nip=ANOTHER).nip == ANOTHER

    def it_is_never_exchanged_for_somebody_else_once_something_was_recommended(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        known = case.parties.get().nip
        with pytest.raises(act.ActRefused, match="tidak dapat diganti"):
            identify(cast, case, nip=ANOTHER, on="2024-11-20")
        assert identify(cast, case, nip=known, attribute="PHOTO", on="2024-11-20").nip == known
        with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
            case.parties.update(nip=ANOTHER)

    def it_is_not_for_the_agency_that_sees_the_case(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        with pytest.raises(NotAllowed):
            identify(cast, case, by=cast.dewi, on="2024-10-22")


def not_proven(cast: Cast):
    """A case that ended without a proven breach."""
    case = make_case(cast)
    carry_to_plenary(cast, case)
    return act.plenary_decide(
        case_ref=case.ref,
        outcome="NOT_PROVEN",
        held_date=SEALED_ON,
        members=3,
        reason="Unsur tidak terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )


def test_nobody_is_identified_any_more_in_a_sealed_case():
    cast = Cast()
    case = not_proven(cast)
    with pytest.raises(act.WrongState, match="sudah berakhir"):
        identify(cast, case, on="2024-10-20")
    assert case.parties.get().nip == ""


class WhenTheStaffRecordsKnowTheNumber:
    """The reporter wrote «Budi Santosa» and nothing more; the records have a «Budi Santoso, S.T.» under that number."""

    @pytest.fixture
    def cast(self):
        return Cast()

    @pytest.fixture
    def case(self, cast):
        make_position(make_person(NIP, "Budi Santoso, S.T. (contoh)"), start_date=day("2020-01-01"), grade="III/d")
        return make_case(cast, parties=(act.NewParty(name="Budi Santosa", position_title="Lurah"),))

    def it_says_both_names_and_confirms_nobody_until_the_officer_compared_them(self, cast, case):
        with pytest.raises(act.AnotherName, match=r"«Budi Santoso, S\.T\. \(contoh\)».*«Budi Santosa»"):
            identify(cast, case)
        assert case.parties.get().nip == ""

    def it_takes_the_registered_name_and_what_the_case_left_open(self, cast, case):
        identify(cast, case, same_person=True)
        party = case.parties.get()
        assert (party.name, party.grade, party.position_title) == ("Budi Santoso, S.T. (contoh)", "III/d", "Lurah")
        assert trail.history(case.chain)[-1].payload["changed"] == "grade name"

    def it_asks_nothing_where_only_titles_differ(self, cast, case):
        case.parties.update(name="H. Budi Santoso")
        assert identify(cast, case).name == "Budi Santoso, S.T. (contoh)"

    def it_leaves_what_the_law_is_read_by_to_a_correction_which_reads_it_again(self, cast, case):
        assert identify(cast, case, same_person=True).position == "UNKNOWN"
