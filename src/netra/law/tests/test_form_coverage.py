"""Which basis of which form holds when: a table by hand, checked on every day from 2014 to 2027.

It proves that no period was lost or doubled when the facts were written down; not that the law itself is complete.
Periods are half-open. `PP` rows follow the state of the case; here a case is decided on the day of its act.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from netra.law.regime import Side, Span, read_regime, side_of
from netra.law.violations import FORMS

LETTER_2017 = ("SE-71", "2017-12-27", "2020-09-10")
DECREE_2020 = ("SKB-20", "2020-09-10", "2022-09-22")
DECREE_2022 = ("SKB-22", "2022-09-22", None)
PP_53 = ("DISC-53", "2010-06-06", "2021-08-31")
PP_94 = ("DISC-94", "2021-08-31", None)
GENERAL = ("PEM-7", "2017-08-16", "2026-01-02")
REGIONAL_2015 = ("PIL-15", "2015-02-02", "2016-07-01")  # UU 1/2015 as first read
REGIONAL = ("PIL-71", "2016-07-01", "2026-01-02")
ADJUSTED = ("CRIM-1/26", "2026-01-02", None)

Period = tuple[str, str, str | None]

IN_FORCE: dict[str, list[Period]] = {
    "coe_campaign_material_aspirant": [LETTER_2017, DECREE_2020, DECREE_2022],
    "coe_online_promotion_aspirant": [LETTER_2017, DECREE_2020, DECREE_2022],
    "coe_attend_declaration_aspirant": [LETTER_2017, DECREE_2020, DECREE_2022],
    "coe_social_media_interaction_aspirant": [LETTER_2017, DECREE_2020, DECREE_2022],
    "coe_photo_with_aspirant": [LETTER_2017, DECREE_2020, DECREE_2022],
    "coe_join_aspirant_introduction": [DECREE_2022],
    "coe_spouse_campaign_without_cltn": [DECREE_2020, DECREE_2022],
    "coe_self_declaration": [LETTER_2017, DECREE_2020],
    "coe_speaker_at_party_event": [LETTER_2017, DECREE_2020],
    "coe_approach_party_2017": [LETTER_2017, DECREE_2020],
    "disc_campaign_executor": [PP_53, PP_94],
    "disc_passive_attendance": [PP_53, PP_94],
    "disc_participant_with_attributes": [PP_53, PP_94],
    "disc_mobilise_civil_servants": [PP_53, PP_94],
    "disc_participant_state_facility": [PP_53, PP_94],
    "disc_office_facility_regional": [PP_53, PP_94],
    "disc_partisan_decision": [PP_53, PP_94, DECREE_2022],
    "disc_partisan_activity": [PP_53, PP_94, DECREE_2022],
    "disc_support_letter_ktp": [PP_53, PP_94, DECREE_2022],
    "disc_campaign_material_candidate": [DECREE_2022],
    "disc_online_campaign_candidate": [DECREE_2022],
    "disc_approach_party_or_public": [DECREE_2022],
    "disc_attend_declaration_candidate": [DECREE_2022],
    "disc_party_membership": [
        ("ASN-5", "2014-01-15", "2017-04-07"),  # PNS, before PP 11/2017
        ("ASN-5", "2017-04-07", "2023-10-31"),  # CPNS
        ("ASN-5", "2017-04-07", "2023-10-31"),  # PNS
        ("ASN-5", "2014-01-15", "2023-10-31"),  # PPPK
        ("ASN-20", "2023-10-31", None),  # CPNS
        ("ASN-20", "2023-10-31", None),  # PNS and PPPK
        DECREE_2022,
        ("PPPK-49", "2018-11-28", None),
    ],
    "disc_social_media_interaction_candidate": [DECREE_2022],
    "disc_photo_with_candidate": [DECREE_2022],
    "disc_campaign_team_before_determination": [DECREE_2022],
    "disc_campaign_team_after_determination": [DECREE_2022],
    "disc_executor_of_campaign_2020": [DECREE_2020],
    "disc_other_form": [DECREE_2022],
    "disc_superior_fails_to_act": [PP_53, PP_94],
    "disc_punisher_fails_to_act": [PP_53, PP_94],
    "pem_asn_campaign_team": [GENERAL, ADJUSTED],
    "pem_campaign_involves_asn": [GENERAL, ADJUSTED],
    "pem_state_facility_campaign": [GENERAL, ADJUSTED],
    "pem_state_official_partisan_decision": [GENERAL, ADJUSTED],
    "pem_village_head_partisan_decision": [GENERAL, ADJUSTED],
    "pem_partisan_activity_no_crime": [("PEM-7", "2017-08-16", None)],
    "pil_partisan_decision": [
        REGIONAL_2015,
        ("PIL-71a", "2016-07-01", "2024-11-14"),
        ("PIL-71b", "2024-11-14", "2026-01-02"),
        ADJUSTED,
    ],
    "pil_mutation_ban": [REGIONAL_2015, REGIONAL, ADJUSTED],
    "pil_incumbent_program_abuse": [REGIONAL_2015, REGIONAL, ADJUSTED],
    "pil_candidate_involves_asn": [
        ("PIL-15", "2015-02-02", "2015-03-18"),
        ("PIL-15", "2015-03-18", "2016-07-01"),  # UU 8/2015: candidates for deputy too
        REGIONAL,
        ADJUSTED,
    ],
    "pil_state_facility_campaign": [REGIONAL_2015, REGIONAL, ADJUSTED],
}

# Two grounds at once are meant: a regulation gives the prohibition, the joint decree names the form.
MAY_STAND_SIDE_BY_SIDE = {
    frozenset({"DISC-94", "SKB-22"}),
    frozenset({"ASN-5", "SKB-22"}),
    frozenset({"ASN-5", "PPPK-49"}),
    frozenset({"ASN-20", "SKB-22"}),
    frozenset({"ASN-20", "PPPK-49"}),
    frozenset({"SKB-22", "PPPK-49"}),
}

# "Pilkada Serentak 2020 only" (fact sheet, section 0): the list of contests of these forms names general elections too.
READ_FOR_REGIONAL_ONLY = {
    *("coe_campaign_material_aspirant", "coe_online_promotion_aspirant", "coe_attend_declaration_aspirant"),
    *("coe_social_media_interaction_aspirant", "coe_photo_with_aspirant", "coe_spouse_campaign_without_cltn"),
    "coe_speaker_at_party_event",
}
LISTED_FOR_REGIONAL_ONLY = {"coe_self_declaration", "coe_approach_party_2017", "disc_executor_of_campaign_2020"}

DAYS = [date(2014, 1, 1) + timedelta(days=offset) for offset in range((date(2028, 1, 1) - date(2014, 1, 1)).days)]


def eras_in_force(form, day):
    regime = read_regime(day, Side.UNKNOWN, side_of(Span.of_day(day))).regime
    return {basis.era for basis in form.bases if basis.in_force(day, regime or "")}


def expected_eras(code, day):
    return {
        era
        for era, start, until in IN_FORCE[code]
        if start <= day.isoformat() and (until is None or day.isoformat() < until)
    }


def test_the_table_names_every_form_and_every_row():
    assert set(FORMS) == set(IN_FORCE)
    assert len(FORMS) == 43
    assert sum(len(form.bases) for form in FORMS.values()) == sum(len(rows) for rows in IN_FORCE.values()) == 95


@pytest.mark.parametrize("code", IN_FORCE)
def test_on_every_day_exactly_the_bases_of_the_table_are_in_force(code):
    wrong = [day for day in DAYS if eras_in_force(FORMS[code], day) != expected_eras(code, day)]
    assert wrong == []


@pytest.mark.parametrize("code", IN_FORCE)
def test_a_row_is_dated_as_in_the_table(code):
    """Rows that follow the state of the case hold by regime, so their days are compared as they are written."""
    written = [(each.era, each.start.isoformat(), each.until and each.until.isoformat()) for each in FORMS[code].bases]
    assert sorted(written, key=str) == sorted(IN_FORCE[code], key=str)


@pytest.mark.parametrize("code", IN_FORCE)
def test_two_bases_hold_at_once_only_where_that_is_meant(code):
    for day in DAYS:
        eras = sorted(eras_in_force(FORMS[code], day))
        pairs = {frozenset({one, other}) for one in eras for other in eras if one < other}
        assert pairs <= MAY_STAND_SIDE_BY_SIDE, day


@pytest.mark.parametrize("code", IN_FORCE)
def test_a_form_once_recognised_is_lost_only_at_the_end_of_its_last_period(code):
    held = [bool(eras_in_force(FORMS[code], day)) for day in DAYS]
    changes = sum(before != after for before, after in pairwise(held))
    assert changes <= 2


def test_the_decree_of_2020_speaks_of_regional_elections_only_and_the_other_reading_is_kept():
    limited = {(form.code, each.era): each for form in FORMS.values() for each in form.bases if each.contests}
    assert {code for code, _era in limited} == READ_FOR_REGIONAL_ONLY | LISTED_FOR_REGIONAL_ONLY
    assert {era for _code, era in limited} == {"SKB-20"}
    assert {contest for basis in limited.values() for contest in basis.contests} == {"REGIONAL"}
    assert {code for (code, _era), basis in limited.items() if basis.contests_conflict} == READ_FOR_REGIONAL_ONLY


def told(form):
    """The rows of one form as the table words them."""
    for basis in form.bases:
        level = f"{basis.level} ({basis.level_reason})" if basis.level_reason else str(basis.level)
        sources = (f"{each.instrument} {each.article} [{each.verification}]" for each in basis.sources)
        yield [form.code, basis.era, level, str(basis.verification), " | ".join(sources), basis.sanction]


def test_every_row_has_the_level_article_sanction_and_mark_of_the_table_that_was_read_against_the_sources():
    """`golden/forms.csv` was compared row by row with the fact sheets; a change of law changes both, in one review."""
    with (Path(__file__).parent / "golden" / "forms.csv").open(encoding="utf-8", newline="") as file:
        _header, *rows = csv.reader(file, delimiter=";")
    assert [row for form in FORMS.values() for row in told(form)] == rows
