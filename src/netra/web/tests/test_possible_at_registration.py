"""Where a case is registered, the page proposes who the accused may be; a second attribute confirms it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from netra.cases.models import Case
from netra.cases.tests.builders import CITY, make_report
from netra.intake.models import Report, ReportedPerson
from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.models import CivilServant, NameGeneration
from netra.registry.names.rebuilding import rebuild_names
from netra.registry.operations import civil_servant_save, position_start
from netra.registry.states import Employment, Position
from netra.trust.actors import SystemActor
from netra.trust.models import Event
from netra.trust.tests.locks import unlocked
from netra.web.tests.cases_scene import Cast, at, page, signed_in, the_clock_shows
from netra.web.tests.test_cases_register import NEW, finding

pytestmark = pytest.mark.django_db

NIP, OTHER_NIP = "198501012010011001", "197505152000032002"
BY = SystemActor("tests")
NOBODY = "Tidak ada yang cocok, atau belum dipastikan."
PART = {"Netra-Part": "possible"}


@pytest.fixture
def cast(monkeypatch: pytest.MonkeyPatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    rebuild_names()
    return Cast()


@pytest.fixture
def ramlan(cast: Cast) -> CivilServant:
    return entered(NIP, "MUHAMMAD RAMLAN SADEWA, S.T. (contoh)")


def entered(nip: str, name: str, *, agency: str = CITY) -> CivilServant:
    entry = CivilServantEntry(nip=nip, name=name, employment=Employment.PNS)
    person = civil_servant_save(entry=entry, agency_code=agency, by=BY, at=at("2024-10-01"))
    if agency:
        title, began = "Kepala Bidang (contoh)", date(2020, 1, 1)
        post = PositionEntry(agency_code=agency, title=title, start_date=began, position=Position.ADMINISTRATOR)
        position_start(person_ref=person.ref, entry=post, by=BY, at=at("2024-10-01"))
    return person


def named(**over: str) -> dict[str, str]:
    return finding(**{"terlapor-1-name": "Pak H. Moh. Ramlan Sadewa", "terlapor-1-position": "UNKNOWN", **over})


def sent(cast: Cast, typed: dict[str, str], address: str = NEW, **options: Any) -> tuple[int, str]:
    response = signed_in(cast.wayan).post(address, typed, **options)
    return response.status_code, response.content.decode()


class WhenTheReportNamesSomebody:
    @pytest.fixture
    def report(self, cast: Cast) -> Report:
        report = make_report(cast)
        with unlocked():
            ReportedPerson.objects.filter(report=report).update(name="Pak H. Moh. Ramlan Sadewa", agency_code=CITY)
        return report

    def test_the_page_proposes_who_it_may_be_with_reasons(
        self, cast: Cast, ramlan: CivilServant, report: Report
    ) -> None:
        shown = page(cast.wayan, f"{NEW}{report.ref}/")
        assert "MUHAMMAD RAMLAN SADEWA" in shown
        assert "“Moh” ditulis “Muhammad”" in shown
        assert 'name="terlapor-1-person" value="" checked' in shown
        assert NOBODY in shown
        assert NIP not in shown

    def test_where_the_index_was_never_made_the_page_says_so_and_registers(self, cast: Cast, report: Report) -> None:
        NameGeneration.objects.all().delete()
        assert "netra names rebuild" in page(cast.wayan, f"{NEW}{report.ref}/")
        assert sent(cast, named(), f"{NEW}{report.ref}/")[0] == 302


class WhenTheOfficerLooksForAName:
    def test_the_button_shows_the_page_as_it_was_filled_in_and_registers_nothing(
        self, cast: Cast, ramlan: CivilServant
    ) -> None:
        typed = named(search="terlapor-1", title="", **{"perbuatan-other_conducts": "attend_declaration_or_campaign"})
        status, shown = sent(cast, typed)
        assert status == 200
        assert "MUHAMMAD RAMLAN SADEWA" in shown
        assert "Menyukai unggahan pasangan calon." in shown
        assert re.search(r'value="attend_declaration_or_campaign"[^>]* checked', shown)
        assert "field-error" not in shown
        assert not Case.objects.exists()

    def test_a_script_gets_the_part_alone(self, cast: Cast, ramlan: CivilServant) -> None:
        status, shown = sent(cast, named(search="terlapor-1"), headers=PART)
        assert status == 200
        assert 'name="terlapor-1-person"' in shown
        assert "<html" not in shown

    def test_nobody_fits_is_an_answer(self, cast: Cast, ramlan: CivilServant) -> None:
        _status, shown = sent(cast, named(search="terlapor-1", **{"terlapor-1-name": "Yosafat Manurung"}))
        assert "Tidak ada orang di register ini yang namanya cocok." in shown

    @pytest.mark.parametrize("name", ["", "A", "x" * 500, "🔥", "<b>Ramlan</b>"])
    def test_a_name_that_is_none_breaks_nothing(self, cast: Cast, ramlan: CivilServant, name: str) -> None:
        status, shown = sent(cast, named(search="terlapor-1", **{"terlapor-1-name": name}))
        assert status == 200
        assert "<b>Ramlan</b>" not in shown

    def test_maria_of_another_place_finds_nobody_of_this_one(self, cast: Cast, ramlan: CivilServant) -> None:
        response = signed_in(cast.maria).post(NEW, named(search="terlapor-1"), headers=PART)
        assert "Tidak ada orang di register ini yang namanya cocok." in response.content.decode()


class WhenTheOfficerChooses:
    def test_a_second_attribute_confirms_together_with_the_registration(self, cast: Cast, ramlan: CivilServant) -> None:
        chosen = {"terlapor-1-person": ramlan.ref, "terlapor-1-attribute": "UNIT", "terlapor-1-same_person": "on"}
        assert sent(cast, named(**chosen))[0] == 302
        case = Case.objects.get()
        party = case.parties.get()
        assert (party.nip, party.name, party.position_title) == (NIP, ramlan.name, "Kepala Bidang (contoh)")
        verbs = Event.objects.filter(chain=case.chain).order_by("pk").values_list("verb", flat=True)
        assert list(verbs) == ["cases.case_register", "cases.party_identify"]

    def test_a_name_alone_confirms_nobody_and_nothing_typed_is_lost(self, cast: Cast, ramlan: CivilServant) -> None:
        status, shown = sent(cast, named(**{"terlapor-1-person": ramlan.ref}))
        assert status == 422
        assert "Nama saja tidak memastikan siapa terlapor." in shown
        assert f'value="{ramlan.ref}" checked' in shown
        assert "Menyukai unggahan pasangan calon." in shown
        assert not Case.objects.exists()

    def test_another_name_without_a_word_on_it_registers_nothing(self, cast: Cast, ramlan: CivilServant) -> None:
        other = {"terlapor-1-name": "Galih", "terlapor-1-person": ramlan.ref, "terlapor-1-attribute": "UNIT"}
        status, shown = sent(cast, named(**other))
        assert status == 422
        assert "Registri mencatat NIP itu atas nama" in shown
        assert not Case.objects.exists()

    def test_nobody_fits_registers_the_name_as_it_was_written(self, cast: Cast, ramlan: CivilServant) -> None:
        assert sent(cast, named(**{"terlapor-1-person": "", "terlapor-1-attribute": ""}))[0] == 302
        party = Case.objects.get().parties.get()
        assert (party.name, party.nip) == ("Pak H. Moh. Ramlan Sadewa", "")

    def test_somebody_out_of_reach_cannot_be_chosen(self, cast: Cast) -> None:
        ani = entered(OTHER_NIP, "Ani (contoh)", agency="")
        chosen = {"terlapor-1-person": ani.ref, "terlapor-1-attribute": "UNIT"}
        assert sent(cast, named(**chosen))[0] == 404
        assert not Case.objects.exists()
