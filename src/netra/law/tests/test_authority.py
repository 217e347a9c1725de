"""Who may punish whom: the ladder of PP 94/2021 Pasal 16-25 and of PP 53/2010 Pasal 15-20, line by line."""

import pytest

from netra.law.authority import AGENCY_KINDS, GRANTS, AuthorityUnknown, who_may_punish
from netra.law.sanctions import CATALOGUES

AUTHORITY = "APPOINTING_AUTHORITY"
CITY, CENTRAL = ("REGENCY", "CITY"), ("CENTRAL", "PROVINCE")

# regime, agencies, post, level -> officials, in the order of the articles
LADDER = [
    ("DISC-94", CITY, "JPT_PRATAMA", "LIGHT", [AUTHORITY]),
    ("DISC-94", CITY, "JPT_PRATAMA", "MODERATE", [AUTHORITY]),
    ("DISC-94", CITY, "JPT_PRATAMA", "SEVERE", [AUTHORITY]),
    ("DISC-94", CITY, "ADMINISTRATOR", "LIGHT", ["JPT_PRATAMA"]),
    ("DISC-94", CITY, "ADMINISTRATOR", "MODERATE", [AUTHORITY]),
    ("DISC-94", CITY, "ADMINISTRATOR", "SEVERE", [AUTHORITY]),
    ("DISC-94", CITY, "PENGAWAS", "LIGHT", ["ADMINISTRATOR", "FUNCTIONAL_AHLI_MADYA"]),
    ("DISC-94", CITY, "PENGAWAS", "MODERATE", [AUTHORITY, "JPT_PRATAMA"]),
    ("DISC-94", CITY, "PENGAWAS", "SEVERE", [AUTHORITY]),
    # PP 94/2021 Pasal 23 ayat (1): huruf a one rung below, huruf b two: Pasal 8 ayat (2) "dan ayat (3)"
    ("DISC-94", CITY, "PELAKSANA", "LIGHT", ["PENGAWAS", "PENGAWAS", "FUNCTIONAL_AHLI_MUDA"]),
    ("DISC-94", CITY, "PELAKSANA", "MODERATE", [AUTHORITY, "ADMINISTRATOR", "PENGAWAS"]),
    ("DISC-94", CITY, "PELAKSANA", "SEVERE", [AUTHORITY]),
    ("DISC-94", CITY, "FUNCTIONAL", "LIGHT", ["JPT_PRATAMA", "ADMINISTRATOR", "PENGAWAS"]),
    ("DISC-94", CITY, "FUNCTIONAL", "MODERATE", ["JPT_PRATAMA", "ADMINISTRATOR"]),
    ("DISC-94", CITY, "FUNCTIONAL", "SEVERE", [AUTHORITY]),
    ("DISC-94", CITY, "FUNCTIONAL_AHLI_UTAMA", "MODERATE", [AUTHORITY]),
    ("DISC-94", CITY, "REGIONAL_SECRETARY", "LIGHT", [AUTHORITY]),
    ("DISC-94", CITY, "REGIONAL_SECRETARY", "MODERATE", [AUTHORITY]),
    ("DISC-94", CITY, "REGIONAL_SECRETARY", "SEVERE", [AUTHORITY]),
    ("DISC-94", CENTRAL, "JPT_PRATAMA", "LIGHT", ["JPT_MADYA"]),
    ("DISC-94", CENTRAL, "JPT_PRATAMA", "MODERATE", [AUTHORITY]),
    ("DISC-94", CENTRAL, "ADMINISTRATOR", "LIGHT", ["JPT_PRATAMA"]),
    ("DISC-94", CENTRAL, "ADMINISTRATOR", "MODERATE", ["JPT_MADYA"]),
    ("DISC-94", CENTRAL, "ADMINISTRATOR", "SEVERE", [AUTHORITY]),
    ("DISC-94", CENTRAL, "PENGAWAS", "MODERATE", ["JPT_PRATAMA"]),
    ("DISC-94", CENTRAL, "PELAKSANA", "MODERATE", ["ADMINISTRATOR", "PENGAWAS"]),
    ("DISC-94", CENTRAL, "PELAKSANA", "SEVERE", [AUTHORITY]),
    ("DISC-94", ("PROVINCE",), "JPT_MADYA", "LIGHT", [AUTHORITY]),
    ("DISC-94", ("PROVINCE",), "JPT_MADYA", "SEVERE", ["PRESIDENT", AUTHORITY]),
    ("DISC-94", ("CENTRAL",), "JPT_UTAMA", "SEVERE", ["PRESIDENT"]),
    ("DISC-53", CITY, "JPT_PRATAMA", "SEVERE", [AUTHORITY]),
    ("DISC-53", CITY, "JPT_PRATAMA", "LIGHT", [AUTHORITY, "REGIONAL_SECRETARY"]),
    ("DISC-53", CITY, "ADMINISTRATOR", "LIGHT", ["REGIONAL_SECRETARY", "JPT_PRATAMA"]),
    ("DISC-53", CITY, "ADMINISTRATOR", "MODERATE", [AUTHORITY]),
    ("DISC-53", CITY, "PENGAWAS", "LIGHT", ["ADMINISTRATOR"]),
    ("DISC-53", CITY, "PENGAWAS", "MODERATE", [AUTHORITY, "REGIONAL_SECRETARY", "JPT_PRATAMA"]),
    ("DISC-53", CITY, "PELAKSANA", "SEVERE", [AUTHORITY]),
    ("DISC-53", CITY, "REGIONAL_SECRETARY", "SEVERE", [AUTHORITY, "GOVERNOR"]),
    ("DISC-53", CENTRAL, "JPT_MADYA", "LIGHT", [AUTHORITY]),
    ("DISC-53", CENTRAL, "JPT_MADYA", "SEVERE", ["PRESIDENT", AUTHORITY]),
    ("DISC-53", ("CENTRAL",), "JPT_UTAMA", "SEVERE", ["PRESIDENT", AUTHORITY]),
    ("DISC-53", CENTRAL, "FUNCTIONAL_AHLI_UTAMA", "LIGHT", [AUTHORITY]),
    ("DISC-53", ("PROVINCE",), "JPT_PRATAMA", "LIGHT", ["JPT_MADYA"]),
    ("DISC-53", ("CENTRAL",), "JPT_PRATAMA", "LIGHT", [AUTHORITY, "JPT_MADYA"]),
    ("DISC-53", CENTRAL, "JPT_PRATAMA", "MODERATE", [AUTHORITY]),
    ("DISC-53", CENTRAL, "ADMINISTRATOR", "LIGHT", ["JPT_PRATAMA"]),
    ("DISC-53", CENTRAL, "ADMINISTRATOR", "MODERATE", [AUTHORITY, "JPT_MADYA"]),
    ("DISC-53", CENTRAL, "ADMINISTRATOR", "SEVERE", [AUTHORITY]),
    ("DISC-53", CENTRAL, "PENGAWAS", "LIGHT", ["ADMINISTRATOR"]),
    ("DISC-53", ("PROVINCE",), "PENGAWAS", "MODERATE", [AUTHORITY, "JPT_PRATAMA"]),
    ("DISC-53", CENTRAL, "PELAKSANA", "SEVERE", [AUTHORITY]),
    ("PPPK", AGENCY_KINDS, "FUNCTIONAL", "SEVERE", [AUTHORITY]),
    ("PPPK", AGENCY_KINDS, "FUNCTIONAL", "TERMINATION", [AUTHORITY]),
    ("PPPK", AGENCY_KINDS, "FUNCTIONAL_AHLI_UTAMA", "MODERATE", [AUTHORITY]),
    # PP 49/2018 Pasal 71 ayat (1) huruf a and (2): the contract of the highest posts is ended by the President.
    ("PPPK", AGENCY_KINDS, "FUNCTIONAL_AHLI_UTAMA", "SEVERE", ["PRESIDENT"]),
    ("PPPK", ("CENTRAL", "PROVINCE"), "JPT_MADYA", "SEVERE", ["PRESIDENT"]),
    ("PPPK", AGENCY_KINDS, "FUNCTIONAL_AHLI_UTAMA", "TERMINATION", ["PRESIDENT"]),
]


@pytest.mark.parametrize(("regime", "agencies", "position", "level", "officials"), LADDER)
def test_the_officials_of_each_rung(regime, agencies, position, level, officials):
    for agency in agencies:
        found = who_may_punish(regime=regime, agency_kind=agency, position=position, level=level)
        assert [each.code for each in found] == officials


def test_a_pengawas_punishes_lightly_two_rungs_below_him_too():
    found = who_may_punish(regime="DISC-94", agency_kind="CITY", position="PELAKSANA", level="LIGHT")
    assert [(str(each.source), each.condition) for each in found if each.code == "PENGAWAS"] == [
        ("PP 94/2021 Pasal 23 ayat (1) huruf a", "satu tingkat di bawahnya, di lingkungannya"),
        ("PP 94/2021 Pasal 23 ayat (1) huruf b", "dua tingkat di bawahnya, di lingkungannya"),
    ]


@pytest.mark.parametrize(
    ("regime", "position", "level", "penalty", "officials"),
    [
        # PP 94/2021 Pasal 17 ayat (2) and 18 ayat (3): the appointing authority may not dismiss an ahli utama
        ("DISC-94", "FUNCTIONAL_AHLI_UTAMA", "SEVERE", "honourable_dismissal", ["PRESIDENT"]),
        ("DISC-94", "FUNCTIONAL_AHLI_UTAMA", "SEVERE", "demotion_12m", [AUTHORITY]),
        # PP 53/2010 Pasal 20: a lower official never lowers a rank; the secretary is not dismissed by the mayor
        ("DISC-53", "PENGAWAS", "MODERATE", "rank_demotion_1y", [AUTHORITY]),
        ("DISC-53", "REGIONAL_SECRETARY", "SEVERE", "rank_demotion_3y", [AUTHORITY]),
        # Pasal 19 huruf a: the governor, for the government, has the rest
        ("DISC-53", "REGIONAL_SECRETARY", "SEVERE", "demotion", ["GOVERNOR"]),
        ("DISC-53", "REGIONAL_SECRETARY", "SEVERE", "dishonourable_dismissal", ["GOVERNOR"]),
    ],
)
def test_some_penalties_of_a_level_belong_to_another_official(regime, position, level, penalty, officials):
    found = who_may_punish(regime=regime, agency_kind="CITY", position=position, level=level, penalty_code=penalty)
    assert [each.code for each in found] == officials


@pytest.mark.parametrize(
    ("agency", "position", "level", "penalty", "officials"),
    [
        # PP 53/2010 Pasal 15: the President on eselon I; the rest by Pasal 16 and 18 ayat (1) huruf a angka 1
        ("CENTRAL", "JPT_MADYA", "SEVERE", "release_from_post", ["PRESIDENT"]),
        ("PROVINCE", "JPT_MADYA", "SEVERE", "rank_demotion_3y", [AUTHORITY]),
        # angka 7 (centre), 6 (province): of moderate penalties on eselon III and below only the lowered rank
        ("CENTRAL", "ADMINISTRATOR", "MODERATE", "rank_demotion_1y", [AUTHORITY]),
        ("PROVINCE", "ADMINISTRATOR", "MODERATE", "promotion_delay_1y", ["JPT_MADYA"]),
        # Pasal 16 ayat (4) has no like in the province
        ("CENTRAL", "PENGAWAS", "MODERATE", "rank_demotion_1y", [AUTHORITY, "JPT_PRATAMA"]),
        ("PROVINCE", "PENGAWAS", "MODERATE", "rank_demotion_1y", [AUTHORITY]),
        ("PROVINCE", "PENGAWAS", "MODERATE", "increment_delay_1y", ["JPT_PRATAMA"]),
    ],
)
def test_the_old_regulation_divides_the_penalties_of_the_centre_and_the_provinces(
    agency, position, level, penalty, officials
):
    found = who_may_punish(regime="DISC-53", agency_kind=agency, position=position, level=level, penalty_code=penalty)
    assert [each.code for each in found] == officials


@pytest.mark.parametrize(
    ("regime", "agency", "position", "level", "penalty"),
    [
        ("DISC-53", "CENTRAL", "PELAKSANA", "SEVERE", "demotion"),  # without a post there is none to lower
        ("DISC-94", "CITY", "JPT_MADYA", "SEVERE", None),  # no such post in a city
        ("DISC-94", "CITY", "UNKNOWN", "SEVERE", None),
        ("DISC-53", "PROVINCE", "JPT_UTAMA", "SEVERE", None),  # the only eselon I of a province is its secretary
        ("DISC-53", "PROVINCE", "REGIONAL_SECRETARY", "SEVERE", None),  # the province's own is JPT madya
        ("DISC-94", "CITY", "ADMINISTRATOR", "TERMINATION", None),
    ],
)
def test_where_no_article_was_read_nobody_is_named(regime, agency, position, level, penalty):
    with pytest.raises(AuthorityUnknown):
        who_may_punish(regime=regime, agency_kind=agency, position=position, level=level, penalty_code=penalty)


@pytest.mark.parametrize(
    ("regime", "named"),
    [
        ("DISC-94", r"PP 94/2021 .*Pasal 18 ayat \(1\) dan Pasal 20.*Pasal 18 ayat \(3\)"),
        ("DISC-53", r"PP 53/2010 mulai dari sekretaris daerah dan eselon II \(Pasal 19 dan 20\)"),
    ],
)
@pytest.mark.parametrize("agency", ["REGENCY", "CITY"])
def test_a_post_that_no_article_names_in_a_regency_is_told_as_that(regime, named, agency):
    """What was found, which articles, and what to do: the post or the agency may have been written down wrongly."""
    with pytest.raises(AuthorityUnknown, match=rf"{named}.*UU 5/2014 Pasal 19.*Periksa jabatan dan instansi terlapor"):
        who_may_punish(regime=regime, agency_kind=agency, position="JPT_MADYA", level="SEVERE")


def test_a_word_outside_the_vocabulary_is_refused():
    with pytest.raises(ValueError, match="REGENCY"):
        who_may_punish(regime="DISC-94", agency_kind="KOTA", position="PENGAWAS", level="LIGHT")


def test_every_grant_cites_its_article():
    assert all("Pasal" in grant.authority.source.article for grant in GRANTS)


def test_every_penalty_named_in_a_grant_is_one_of_the_catalogue_and_of_its_level():
    for grant in GRANTS:
        for penalty in grant.authority.penalties:
            levels = {sanction.level for sanction in CATALOGUES[grant.regime] if sanction.code == penalty}
            assert levels == grant.levels
