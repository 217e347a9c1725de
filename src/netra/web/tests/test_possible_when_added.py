"""Where an accused is added to a case, the page proposes who it may be, as where a case is registered."""

from __future__ import annotations

import pytest

from netra.cases.models import Case
from netra.cases.tests.builders import make_report, register
from netra.registry.models import CivilServant
from netra.registry.names.rebuilding import rebuild_names
from netra.web.tests.cases_scene import Cast, at, page, signed_in, the_clock_shows
from netra.web.tests.test_possible_at_registration import NIP, NOBODY, PART, entered

pytestmark = pytest.mark.django_db

WRITTEN = "Pak H. Moh. Ramlan Sadewa"


@pytest.fixture
def cast(monkeypatch: pytest.MonkeyPatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    rebuild_names()
    return Cast()


@pytest.fixture
def case(cast: Cast) -> Case:
    return register(cast, make_report(cast))


@pytest.fixture
def ramlan(cast: Cast) -> CivilServant:
    return entered(NIP, "MUHAMMAD RAMLAN SADEWA, S.T. (contoh)")


def sent(cast: Cast, case: Case, headers: dict[str, str] | None = None, **over: str) -> tuple[int, str]:
    typed = {"name": WRITTEN, "position": "UNKNOWN", "employment": "PNS", **over}
    response = signed_in(cast.wayan).post(address(case), typed, headers=headers or {})
    return response.status_code, response.content.decode()


def address(case: Case) -> str:
    return f"/perkara/{case.ref}/terlapor/tambah/"


class WhenTheOfficerTypesTheName:
    def test_the_button_proposes_who_it_may_be_keeps_what_was_typed_and_adds_nobody(
        self, cast: Cast, case: Case, ramlan: CivilServant
    ) -> None:
        before = case.parties.count()
        status, shown = sent(cast, case, search="1", position_title="Kepala Bidang Jalan")
        assert status == 200
        assert "MUHAMMAD RAMLAN SADEWA" in shown
        assert "“Moh” ditulis “Muhammad”" in shown
        assert NOBODY in shown
        assert 'value="Kepala Bidang Jalan"' in shown
        assert NIP not in shown
        assert case.parties.count() == before

    def test_a_script_gets_the_part_alone(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        status, shown = sent(cast, case, PART, search="1")
        assert status == 200
        assert f'name="person" value="{ramlan.ref}"' in shown
        assert "<html" not in shown

    def test_an_empty_page_looks_for_nobody(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        shown = page(cast.wayan, address(case))
        assert 'data-possible="mungkin"' in shown
        assert "RAMLAN" not in shown

    @pytest.mark.parametrize("name", ["A", "x" * 500, "🔥", "محمد", "H., S.T.", "<b>Ramlan</b>"])
    def test_a_name_that_is_none_breaks_nothing(self, cast: Cast, case: Case, name: str) -> None:
        status, shown = sent(cast, case, search="1", name=name)
        assert status == 200
        assert "<b>Ramlan</b>" not in shown


class WhenTheOfficerAddsTheAccused:
    def test_choosing_alone_is_not_enough_and_nobody_is_added(
        self, cast: Cast, case: Case, ramlan: CivilServant
    ) -> None:
        before = case.parties.count()
        status, shown = sent(cast, case, person=ramlan.ref)
        assert status == 422
        assert "Nama saja tidak memastikan siapa terlapor." in shown
        assert f'value="{WRITTEN}"' in shown
        assert case.parties.count() == before

    def test_with_a_second_attribute_he_is_added_and_confirmed(
        self, cast: Cast, case: Case, ramlan: CivilServant
    ) -> None:
        assert sent(cast, case, person=ramlan.ref, attribute="BIRTH_DATE")[0] == 302
        assert case.parties.order_by("-ordinal")[0].nip == NIP

    def test_without_a_choice_he_is_added_unconfirmed(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        assert sent(cast, case, person="")[0] == 302
        added = case.parties.order_by("-ordinal")[0]
        assert (added.name, added.nip) == (WRITTEN, "")

    def test_an_accused_without_a_name_is_still_added(self, cast: Cast, case: Case) -> None:
        before = case.parties.count()
        assert sent(cast, case, name="")[0] == 302
        assert case.parties.count() == before + 1

    def test_somebody_out_of_reach_is_not_chosen_and_nobody_is_added(self, cast: Cast, case: Case) -> None:
        stranger = entered(NIP, "MUHAMMAD RAMLAN SADEWA, S.T. (contoh)", agency="")
        before = case.parties.count()
        assert sent(cast, case, person=stranger.ref, attribute="BIRTH_DATE")[0] in (404, 422)
        assert case.parties.count() == before
