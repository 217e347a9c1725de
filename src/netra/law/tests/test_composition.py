"""Examination teams (PP 94/2021 Pasal 29) and ethics councils (PP 42/2004 Pasal 17-20)."""

import pytest

from netra.law.composition import (
    CouncilMember,
    Element,
    Role,
    Standing,
    TeamMember,
    council_breaches,
    team_breaches,
)

EXAMINEE = Standing("ADMINISTRATOR", "IV/a")
EQUAL = Standing("ADMINISTRATOR", "IV/a")
HIGHER = Standing("JPT_PRATAMA", "IV/c")
FULL_TEAM = [
    TeamMember("Rahmat", Role.CHAIR, Element.DIRECT_SUPERIOR, HIGHER),
    TeamMember("Dewi", Role.SECRETARY, Element.PERSONNEL, EQUAL),
    TeamMember("Wayan", Role.MEMBER, Element.OVERSIGHT, EQUAL),
]


def articles(breaches):
    return [(breach.source.article, breach.certain) for breach in breaches]


def council(*standings: Standing) -> list[CouncilMember]:
    roles = [Role.CHAIR, Role.SECRETARY, *[Role.MEMBER] * (len(standings) - 2)]
    return [
        CouncilMember(f"Anggota {n}", role, each) for n, (role, each) in enumerate(zip(roles, standings, strict=True))
    ]


class WhenATeamExamines:
    @pytest.mark.parametrize(
        ("regime", "level", "needed"),
        [
            ("DISC-94", "SEVERE", True),
            ("DISC-94", "MODERATE", False),
            ("DISC-94", "LIGHT", False),
            ("DISC-53", "SEVERE", False),
        ],
    )
    def test_only_a_severe_case_under_the_new_regulation_needs_a_team(self, regime, level, needed):
        breaches = team_breaches(regime=regime, level=level, members=[], examinee=EXAMINEE)
        assert articles(breaches) == ([("Pasal 29 ayat (2)", True)] if needed else [])

    def test_a_full_team_has_no_breach(self):
        assert team_breaches(regime="DISC-94", level="SEVERE", members=FULL_TEAM, examinee=EXAMINEE) == ()

    def test_each_element_of_the_office_must_sit_in_it(self):
        breaches = team_breaches(regime="DISC-94", level="SEVERE", members=FULL_TEAM[:1], examinee=EXAMINEE)
        assert [text.text for text in breaches if text.certain] == [
            "Tim belum memuat unsur pengawasan.",
            "Tim belum memuat unsur kepegawaian.",
        ]

    def test_a_superior_who_is_involved_gives_way_to_the_next(self):
        involved = team_breaches(
            regime="DISC-94", level="SEVERE", members=FULL_TEAM, examinee=EXAMINEE, direct_superior_involved=True
        )
        assert articles(involved) == [("Pasal 29 ayat (6)", True)]
        replaced = [TeamMember("Ratna", Role.CHAIR, Element.HIGHER_SUPERIOR, HIGHER), *FULL_TEAM[1:]]
        assert not team_breaches(
            regime="DISC-94", level="SEVERE", members=replaced, examinee=EXAMINEE, direct_superior_involved=True
        )

    def test_what_only_the_agency_regulation_asks_is_not_certain(self):
        lower = TeamMember("Budi", Role.MEMBER, Element.OVERSIGHT, Standing("PENGAWAS", "III/c"))
        breaches = team_breaches(regime="DISC-94", level="SEVERE", members=[*FULL_TEAM[:2], lower], examinee=EXAMINEE)
        assert [(breach.source.instrument, breach.certain) for breach in breaches] == [("PerBKN 6/2022", False)]

    def test_the_old_regulation_asks_for_the_same_elements(self):
        breaches = team_breaches(regime="DISC-53", level="SEVERE", members=FULL_TEAM[:2], examinee=EXAMINEE)
        assert articles(breaches) == [("Pasal 25 ayat (2)", True)]


class WhenAnEthicsCouncilSits:
    @pytest.mark.parametrize(
        ("size", "breaches"),
        [
            (4, [("Pasal 18 ayat (1)", True)]),  # two plain members only
            (5, []),
            (6, [("Pasal 18 ayat (2)", True)]),  # more than five and even
            (7, []),
        ],
    )
    def test_its_size(self, size, breaches):
        assert articles(council_breaches(members=council(*[EQUAL] * size), examinee=EXAMINEE)) == breaches

    def test_it_needs_one_chair_and_one_secretary(self):
        members = [CouncilMember(f"Anggota {n}", Role.MEMBER, EQUAL) for n in range(5)]
        assert articles(council_breaches(members=members, examinee=EXAMINEE)) == [("Pasal 18 ayat (1)", True)] * 2

    @pytest.mark.parametrize(
        ("standing", "breaches"),
        [
            (Standing("PENGAWAS", "III/d"), [("Pasal 18 ayat (3)", True)]),
            (Standing("PENGAWAS", "IV/a"), [("Pasal 18 ayat (3)", False)]),
            (Standing("ADMINISTRATOR", "III/d"), [("Pasal 18 ayat (3)", False)]),
            (Standing("FUNCTIONAL", "IV/a"), []),  # functional posts are not compared with structural ones
            (Standing("JPT_PRATAMA", "IV/c"), []),
        ],
    )
    def test_lower_in_post_and_rank_is_a_breach_and_in_one_a_matter_of_reading(self, standing, breaches):
        members = council(EQUAL, EQUAL, EQUAL, EQUAL, standing)
        assert articles(council_breaches(members=members, examinee=EXAMINEE)) == breaches


def test_what_is_no_grade_is_refused():
    with pytest.raises(ValueError, match="golongan"):
        Standing("PELAKSANA", "3d").lower_in_grade_than(EXAMINEE)
