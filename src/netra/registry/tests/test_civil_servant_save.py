"""Who a civil servant is, by NIP, and whose it is to say."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.checks import InvalidEntry
from netra.registry.entries import CivilServantEntry
from netra.registry.models import CivilServant
from netra.registry.operations import civil_servant_save
from netra.registry.states import Employment
from netra.registry.tests import builders as make
from netra.trust.access import NotAllowed
from netra.trust.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def budi() -> CivilServant:
    make.make_agency()
    make.make_muaro()
    return make.make_person()


def person(nip: str = make.BUDI_NIP, employment: Employment = Employment.PNS, name: str = "Budi (contoh)"):
    return CivilServantEntry(nip=nip, name=name, employment=employment)


class WhenACivilServantIsSaved:
    def it_takes_birth_and_sex_from_the_nip(self, budi):
        assert (budi.birth_date, budi.sex) == (date(1980, 1, 1), "MALE")

    def it_has_a_reference_that_tells_nothing(self, budi):
        assert budi.ref.startswith("PEG-2018-")
        assert budi.nip not in str(budi)

    def it_keeps_the_nip_out_of_the_trail(self, budi):
        texts = [f"{event.subject} {event.payload}" for event in Event.objects.all()]
        assert texts
        assert not any(budi.nip in text or "Budi" in text for text in texts)

    @pytest.mark.parametrize(
        ("entry", "reason"),
        [
            (person(nip="198001012005011"), "18 angka"),
            (person(nip="199001012017211001"), "bernomor PPPK"),
            (person(nip="199001012017211001", employment=Employment.CPNS), "bernomor PPPK"),
            (person(nip="198701012010012005", employment=Employment.PPPK), "belum ada PPPK pada 2010"),
            (person(nip="198701012015012005", employment=Employment.PPPK), "berbentuk nomor PNS"),
            (person(nip="199001012018041001"), "masih akan datang"),
            (person(name="\u200f"), "Nama wajib diisi"),
        ],
    )
    def it_is_refused_with_the_reason(self, entry, reason):
        make.make_agency()
        with pytest.raises(InvalidEntry, match=reason):
            civil_servant_save(entry=entry, agency_code=make.JAMBI, by=make.SYSTEM, at=make.AT)

    @pytest.mark.parametrize(
        ("nip", "employment"),
        [
            ("198701012015012005", Employment.PNS),
            ("198701012015012005", Employment.CPNS),
            ("198701012015212005", Employment.PPPK),
        ],
    )
    def it_is_saved_where_number_and_kind_of_employment_agree(self, nip, employment):
        make.make_agency()
        entry = person(nip=nip, employment=employment)
        saved = civil_servant_save(entry=entry, agency_code=make.JAMBI, by=make.SYSTEM, at=make.AT)
        assert (saved.nip, saved.employment) == (nip, employment)

    def it_is_refused_as_pppk_once_known_under_the_number_of_pns(self, budi):
        with pytest.raises(InvalidEntry, match="jenis pegawainya PPPK"):
            civil_servant_save(
                entry=person(employment=Employment.PPPK), agency_code=make.JAMBI, by=make.SYSTEM, at=make.AT
            )

    def it_belongs_to_the_agency_where_the_person_works(self, budi):
        make.make_position(budi, agency_code=make.MUARO)
        with pytest.raises(NotAllowed):
            civil_servant_save(entry=person(name="Lain"), agency_code=make.JAMBI, by=make.make_dewi(), at=make.AT)
