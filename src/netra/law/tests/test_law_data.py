"""The files of legal facts: what they hold, and that a fact without source or period does not load."""

from __future__ import annotations

import copy
from datetime import date

import pytest
import yaml

from netra.law.conducts import CONDUCTS, load_conducts
from netra.law.data_files import DATA, SAFE_LOADER, MalformedData
from netra.law.dated import Verification
from netra.law.instruments import INSTRUMENTS
from netra.law.regime import Regime
from netra.law.sanctions import CATALOGUES, Standing, catalogue, load_catalogues
from netra.law.violations import FORMS, LevelReason, load_forms
from netra.law.vocabulary import Category, Employment, Level


def entries(name, key):
    return yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=SAFE_LOADER)[key]  # noqa: S506 -- a safe loader


@pytest.fixture
def one_form():
    return {"disc_party_membership": copy.deepcopy(entries("forms_discipline.yaml", "forms")["disc_party_membership"])}


def first_basis(forms):
    return forms["disc_party_membership"]["bases"][0]


class WhenAFormIsIncomplete:
    def it_does_not_load_without_sources(self, one_form):
        del first_basis(one_form)["sources"]
        with pytest.raises(MalformedData, match=r"disc_party_membership / ASN-5: `sources` are missing"):
            load_forms(one_form)

    def it_does_not_load_without_the_article_of_a_source(self, one_form):
        first_basis(one_form)["sources"][0]["article"] = " "
        with pytest.raises(MalformedData, match="article of UU 5/2014 is missing"):
            load_forms(one_form)

    def it_does_not_load_without_verification(self, one_form):
        del first_basis(one_form)["sources"][0]["verification"]
        with pytest.raises(MalformedData, match="verification"):
            load_forms(one_form)

    def it_does_not_load_an_instrument_nobody_listed(self, one_form):
        first_basis(one_form)["sources"][0]["instrument"] = "UU 99/2099"
        with pytest.raises(MalformedData, match="UU 99/2099 is not among the instruments"):
            load_forms(one_form)

    def it_does_not_load_without_a_period(self, one_form):
        del first_basis(one_form)["until"]
        with pytest.raises(MalformedData, match="`until` is missing"):
            load_forms(one_form)

    def it_does_not_load_a_period_that_ends_before_it_begins(self, one_form):
        first_basis(one_form)["until"] = date(2013, 1, 1)
        with pytest.raises(MalformedData, match="before it begins"):
            load_forms(one_form)

    def it_does_not_load_a_misspelt_key(self, one_form):
        first_basis(one_form)["konflik"] = "x"
        with pytest.raises(MalformedData, match="konflik"):
            load_forms(one_form)

    def it_does_not_load_a_source_that_begins_after_the_row(self, one_form):
        first_basis(one_form)["sources"].append(
            {"instrument": "PP 11/2017", "article": "Pasal 255", "verification": "SEEN"}
        )
        with pytest.raises(MalformedData, match="cites PP 11/2017, which begins after 2014-01-15"):
            load_forms(one_form)

    def it_does_not_let_an_unverified_row_settle_a_level(self, one_form):
        first_basis(one_form)["verification"] = "UNVERIFIED"
        with pytest.raises(MalformedData, match="may not settle a level"):
            load_forms(one_form)


def test_a_form_cannot_point_at_a_form_that_does_not_exist(one_form):
    one_form["disc_party_membership"]["towards_party"] = "disc_typo"
    with pytest.raises(MalformedData, match="disc_party_membership: no such form as disc_typo"):
        load_forms(one_form)


def test_a_conduct_cannot_point_at_a_form_that_does_not_exist():
    with pytest.raises(MalformedData, match="no such form as disc_typo"):
        load_conducts({"x": {"label": "X", "prospective": ["disc_typo"]}})


def test_every_form_can_be_reached_from_a_conduct():
    reached = {form.code for conduct in CONDUCTS.values() for form in conduct.forms_in(None)}
    assert reached == set(FORMS)


def test_a_form_offered_in_a_phase_is_meant_for_that_phase():
    for conduct in CONDUCTS.values():
        assert all(form.phase in (None, "prospective") for form in conduct.prospective)
        assert all(form.phase in (None, "candidate") for form in conduct.candidate)


def test_a_basis_for_one_phase_stands_in_a_form_for_both():
    narrower = {
        (form.code, basis.era): (form.phase, basis.phase)
        for form in FORMS.values()
        for basis in form.bases
        if basis.phase
    }
    assert narrower == {("disc_support_letter_ktp", "SKB-22"): (None, "prospective")}


def test_only_party_membership_ends_a_status():
    ending = [form.code for form in FORMS.values() if form.category is Category.STATUS_TERMINATION]
    assert ending == ["disc_party_membership"]


def test_an_unverified_row_states_no_level_that_software_may_use():
    for form in FORMS.values():
        for basis in form.bases:
            if basis.verification is Verification.UNVERIFIED:
                assert basis.level in (Level.NEEDS_REVIEW, Level.NONE), form.code


def test_rows_whose_level_is_known_without_its_text_are_marked():
    marked = {
        (form.code, basis.era)
        for form in FORMS.values()
        for basis in form.bases
        if basis.level_reason is LevelReason.NOT_VERIFIED
    }
    assert marked == {
        ("disc_campaign_team_before_determination", "SKB-22"),
        ("pem_state_facility_campaign", "PEM-7"),
        ("pem_state_official_partisan_decision", "PEM-7"),
    }


def test_the_conflict_with_the_personnel_agency_stands_at_every_row_that_the_second_reading_names():
    """Corrections, 2.4: BKN in the press of 2024-09-27 against Lampiran II-B rows 1, 2, 4 and 6."""
    rows = {
        source.article: basis.conflict
        for form in FORMS.values()
        for basis in form.bases
        for source in basis.sources
        if source.instrument == "SKB 2/2022" and "BKN yang dikutip media (2024-09-27)" in basis.conflict
    }
    assert sorted(rows) == [f"Lampiran II-B baris {row}" for row in (1, 2, 4, 6)]


def test_a_row_begins_no_earlier_than_an_instrument_it_cites():
    for form in FORMS.values():
        for basis in form.bases:
            cited = [INSTRUMENTS[source.instrument] for source in basis.sources]
            assert all(instrument.start <= basis.start for instrument in cited), (form.code, basis.era)
            assert all(basis.until is None or instrument.start < basis.until for instrument in cited), form.code


def test_a_day_that_nobody_verified_is_called_so_where_it_is_written():
    """The fact sheet (DISC-53-IMPL): "2010 (day not verified)". The row begins with the regulation it carries out."""
    superior = next(each for each in FORMS["disc_superior_fails_to_act"].bases if each.era == "DISC-53")
    assert superior.start == INSTRUMENTS["Perka BKN 21/2010"].start == date(2010, 6, 6)
    for note in (superior.note, INSTRUMENTS["Perka BKN 21/2010"].note):
        assert "harinya dalam tahun 2010 belum diverifikasi" in note.replace("Harinya", "harinya")


def codes(found):
    return [sanction.code for sanction in found]


def test_the_old_regulation_knows_eleven_penalties_and_the_new_one_nine():
    assert len(CATALOGUES["DISC-53"]) == 11
    assert len([sanction for sanction in CATALOGUES["DISC-94"] if sanction.standing is not Standing.INTERIM]) == 9


def test_a_moderate_penalty_of_2021_is_named_beside_the_one_that_is_imposed_for_now():
    found = catalogue(Regime.DISC_94, Level.MODERATE, date(2026, 11, 1))
    assert codes(found) == [
        *("allowance_cut_6m", "allowance_cut_9m", "allowance_cut_12m"),
        *("increment_delay_1y", "promotion_delay_1y", "rank_demotion_1y"),
    ]
    assert [sanction.may_be_imposed for sanction in found] == [False] * 3 + [True] * 3
    assert "PP tentang gaji dan tunjangan" in found[0].full_label
    assert found[3].source.article.startswith("Pasal 42 ayat (2) jo. PP 53/2010 Pasal 7 ayat (3)")


def test_dismissal_without_honour_is_no_discipline_penalty_any_more():
    assert "dishonourable_dismissal" in codes(catalogue(Regime.DISC_53, Level.SEVERE, date(2019, 1, 1)))
    assert "dishonourable_dismissal" not in codes(catalogue(Regime.DISC_94, Level.SEVERE, date(2024, 1, 1)))


def test_a_status_ends_by_the_civil_service_act_of_the_day():
    assert codes(catalogue(None, Level.TERMINATION, date(2023, 10, 30))) == ["status_termination_2014"]
    assert codes(catalogue(None, Level.TERMINATION, date(2023, 10, 31))) == ["status_termination_2023"]


def test_a_contract_employee_never_gets_a_penalty_of_permanent_staff():
    for level in (Level.MORAL, Level.LIGHT, Level.MODERATE, Level.SEVERE, Level.TERMINATION):
        found = catalogue(Regime.DISC_94, level, date(2024, 5, 1), employment=Employment.PPPK)
        assert {sanction.source.instrument for sanction in found} == {"PP 49/2018"}


def test_a_sanction_outside_the_ladder_does_not_load():
    entry = {
        **{"level": "CRIMINAL", "label": "X", "from": date(2020, 1, 1), "until": None},
        **{"instrument": "PP 94/2021", "article": "Pasal 8", "verification": "SEEN"},
    }
    with pytest.raises(MalformedData, match="no rung of the ladder"):
        load_catalogues({"DISC-94": {"x": entry}})
