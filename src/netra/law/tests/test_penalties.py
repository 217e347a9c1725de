"""Which of two crime laws favours the offender (KUHP Pasal 3 ayat (1)): the figures, against a table by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
import yaml

from netra.law.crime_laws import two_crime_laws
from netra.law.data_files import DATA, SAFE_LOADER, MalformedData
from netra.law.penalties import LESS_FINE, LESS_MINIMUM, NO_LIBERTY, NOT_BOTH, compare, penalty_of
from netra.law.violations import FORMS, load_forms
from netra.law.vocabulary import Category

NEW_LAW = date(2026, 1, 2)

# Corrections 2.9: what UU 1/2026 makes milder, and what the older threat is milder in.
BY_HAND = {
    # kurungan ≤ 1 year and a fine ≤ 12 million -> a fine ≤ 10 million
    "pem_asn_campaign_team": ((NO_LIBERTY, LESS_FINE), ()),
    "pem_campaign_involves_asn": ((NO_LIBERTY, LESS_FINE), ()),
    # prison ≤ 1 year and a fine ≤ 12 million -> and/or, fine ≤ 10 million
    "pem_village_head_partisan_decision": ((NOT_BOTH, LESS_FINE), ()),
    # prison ≤ 2 or 3 years and a fine ≤ 24 or 36 million -> and/or, fine ≤ 50 million
    "pem_state_facility_campaign": ((NOT_BOTH,), (LESS_FINE,)),
    "pem_state_official_partisan_decision": ((NOT_BOTH,), (LESS_FINE,)),
    # prison 1-6 months and/or a fine of 0.6-6 (or 0.1-1) million -> no minimum, fine ≤ 10 million
    "pil_partisan_decision": ((LESS_MINIMUM,), (LESS_FINE,)),
    "pil_mutation_ban": ((LESS_MINIMUM,), (LESS_FINE,)),
    "pil_incumbent_program_abuse": ((LESS_MINIMUM,), (LESS_FINE,)),
    "pil_candidate_involves_asn": ((LESS_MINIMUM,), (LESS_FINE,)),
    "pil_state_facility_campaign": ((LESS_MINIMUM,), (LESS_FINE,)),
}
WITHOUT_A_THREAT = {"pem_partisan_activity_no_crime"}


def crimes():
    return {form.code: form for form in FORMS.values() if form.category is Category.ELECTION_CRIME}


def test_the_table_names_every_crime():
    assert set(crimes()) == set(BY_HAND) | WITHOUT_A_THREAT


@pytest.mark.parametrize("code", BY_HAND)
def test_every_older_threat_is_compared_with_the_one_of_2026(code):
    *older, newest = crimes()[code].bases
    assert newest.start == NEW_LAW
    found = [compare(each.penalty, newest.penalty) for each in older]
    assert {(each.newer_milder, each.older_milder) for each in found} == {BY_HAND[code]}


def test_the_same_threat_favours_nobody():
    threat = crimes()["pil_mutation_ban"].bases[0].penalty
    assert compare(threat, threat).newer_milder == compare(threat, threat).older_milder == ()


def figures(text):
    """The amounts and terms that the words of a threat name, apart from the name of a category."""
    money = {int(each.replace(".", "")) for each in re.findall(r"Rp([\d.]+\d)", text)}
    years = {12 * int(each) for each in re.findall(r"paling lama (\d) tahun", text)}
    months = {int(each) for each in re.findall(r"paling lama (\d) bulan", text)}
    spans = {int(each) for pair in re.findall(r"(\d)-(\d) bulan", text) for each in pair}
    return money | years | months | spans


@pytest.mark.parametrize("code", BY_HAND)
def test_the_figures_of_a_threat_are_those_of_its_words(code):
    for basis in crimes()[code].bases:
        ranges = (basis.penalty.prison, basis.penalty.confinement, basis.penalty.fine)
        assert {figure for each in ranges if each for figure in each if figure} == figures(basis.sanction), basis.era
        words = basis.sanction.partition(";")[0]
        assert (basis.penalty.confinement is not None) == words.startswith("kurungan")
        assert (basis.penalty.prison is not None) == words.startswith("penjara")
        joined = basis.penalty.joined
        assert joined == ("AND_OR" if "dan/atau" in words else "AND" if " dan " in words else None)


WRONG = [
    ({"prison": [6, 1]}, "no range"),
    ({"prison": [0, 6], "fine": [0, 1]}, "stand together"),
    ({"fine": [0, 1], "joined": "AND"}, "stand together"),
    ({"jail": [0, 6]}, "jail"),
]


@pytest.mark.parametrize(("penalty", "message"), WRONG)
def test_a_threat_that_makes_no_sense_does_not_load(penalty, message):
    with pytest.raises(MalformedData, match=message):
        penalty_of("x", {"penalty": penalty})


def test_a_crime_whose_threat_stands_in_words_alone_does_not_load():
    text = (DATA / "forms_crimes.yaml").read_text(encoding="utf-8")
    forms = yaml.load(text, Loader=SAFE_LOADER)["forms"]  # noqa: S506 -- a safe loader
    del forms["pem_asn_campaign_team"]["bases"][0]["penalty"]
    with pytest.raises(MalformedData, match=r"pem_asn_campaign_team / PEM-7: `penalty` gives a crime in figures"):
        load_forms({"pem_asn_campaign_team": forms["pem_asn_campaign_team"]})


def test_where_the_threat_stayed_the_same_no_law_is_said_to_favour_anybody():
    form = crimes()["pil_mutation_ban"]
    *_, before, newest = form.bases
    unchanged = replace(form, bases=(before, replace(newest, penalty=before.penalty)))
    assert "Ancaman yang tercatat sama beratnya. Hakim yang memilih." in two_crime_laws(unchanged, before)


def test_where_the_new_law_is_graver_in_everything_the_old_one_favours():
    form = crimes()["pem_village_head_partisan_decision"]
    old, new = form.bases
    turned = replace(form, bases=(replace(old, penalty=new.penalty), replace(new, penalty=old.penalty)))
    assert "ialah aturan lama: penjara dan denda tidak harus" in two_crime_laws(turned, turned.bases[0])
