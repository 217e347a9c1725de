"""Who a written name may be, in a small register of invented people."""

from __future__ import annotations

import pytest

from netra.matching.lookup import Answer, Decision, Lookup, memory_lookup
from netra.matching.lookup.model import Model, learned_model
from netra.matching.names import Remark, parse

FILLER = [
    f"{first} {last}"
    for first in ("Bambang", "Sekar", "Wahyu", "Lestari", "Hendra", "Ratih", "Dimas", "Putri", "Galih", "Nanda")
    for last in (
        "Pranowo",
        "Anggraini",
        "Kusumajati",
        "Wirawan",
        "Melati",
        "Sasonglana",
        "Hartati",
        "Prakoso",
        "Laksana",
        "Dewi",
    )
]
AGENCIES = [
    f"Dinas {subject}" for subject in ("Pendidikan", "Kesehatan", "Sosial", "Perhubungan", "Pertanian", "Perikanan")
]


def person(ref: str, name: str, **known: str) -> dict[str, str]:
    return {"ref": ref, "name": name, **known}


def register_with(*people: dict[str, str]) -> Lookup:
    """A hundred other people around the ones a story is about."""
    others = [
        person(f"F{place:03}", name, agency=AGENCIES[place % 6], birth_year=str(1960 + place % 30), region="JAMBI")
        for place, name in enumerate(FILLER)
    ]
    return memory_lookup([*people, *others])


def refs(answer: Answer) -> list[str]:
    return [candidate.person.ref for candidate in answer.ranked]


SADEWA = person(
    "P1", "MUHAMMAD RAMLAN SADEWA, S.T., M.Si.", agency="Dinas Pekerjaan Umum", birth_year="1971", region="JAMBI 2"
)


class WhenTheNameIsWrittenInAnotherWay:
    @pytest.mark.parametrize(
        "written",
        [
            "H. Moh. Ramlan Sadewa",
            "M. Ramlan Sadewa",
            "Ramlan Sadewa",
            "Pak Kadis PU, H. Muh. Ramlan Sadewa",
            "Muhamad Ramlan Sadéwa ST MSi",
            "Ramlan Sadewo",
            "Sadewa Ramlan",
            "Ram Lan Sadewa",
            "Muhammadramlan Sadewa",
            "RAMLN SADEWA",
        ],
    )
    def it_finds_the_person_and_leaves_the_decision_open(self, written: str) -> None:
        answer = register_with(SADEWA).find(written)
        assert refs(answer)[0] == "P1"
        assert answer.decision is Decision.POSSIBLE

    def it_says_in_words_what_agreed_and_what_did_not(self) -> None:
        first = register_with(SADEWA).find("Drs. Moh. Ramlan Sadewo", agency="Dinas Sosial").ranked[0]
        assert "“Moh” ditulis “Muhammad”" in first.agreed
        assert "“Ramlan” sama" in first.agreed
        assert "“Sadewo” mirip “Sadewa” (mungkin salah tulis)" in first.agreed
        assert "gelar yang tidak ada di register: drs" in first.differed
        assert "agency berbeda (Dinas Sosial; register: Dinas Pekerjaan Umum)" in first.differed

    def it_finds_a_person_by_another_name(self) -> None:
        lookup = register_with(person("P2", "Ramlan Sadewa (Mamat Kribo)"))
        assert refs(lookup.find("Mamat Kribo"))[0] == "P2"


class WhenNobodyFits:
    def it_says_so_with_a_probability(self) -> None:
        answer = register_with(SADEWA).find("Yosafat Manurung")
        assert (answer.decision, answer.ranked) == (Decision.NONE, ())
        assert answer.nobody > 0.99
        assert answer.sentence == "Tidak ada orang di register ini yang namanya cocok."

    def it_is_not_talked_into_somebody_by_a_common_word(self) -> None:
        answer = register_with(SADEWA).find("Muhammad Yosafat Manurung")
        assert answer.decision is Decision.NONE

    @pytest.mark.parametrize("written", ["", "A", "Drs. H.", "🙂", "محمد", "S.H., M.H."])
    def it_answers_text_that_is_no_name(self, written: str) -> None:
        answer = register_with(SADEWA).find(written)
        assert answer.decision is Decision.NONE
        assert answer.asked.remarks
        assert len(answer.sentence) > 40

    def it_answers_an_endless_text(self) -> None:
        answer = register_with(SADEWA).find("Ramlan Sadewa " * 40)
        assert Remark.TOO_LONG in answer.asked.remarks

    def it_knows_nobody_in_an_empty_register(self) -> None:
        assert memory_lookup([]).find("Ramlan Sadewa").decision is Decision.NONE


class WhenMoreIsKnownThanTheName:
    def it_lets_an_officer_confirm_who_agrees_in_a_second_attribute(self) -> None:
        answer = register_with(SADEWA).find("H. Moh. Ramlan Sadewa", birth_year=1971)
        assert (refs(answer)[0], answer.decision) == ("P1", Decision.CONFIRMABLE)
        assert "birth year sama (1971)" in answer.ranked[0].agreed

    def it_does_not_where_the_only_attribute_is_one_that_everybody_bears(self) -> None:
        answer = register_with(SADEWA).find("H. Moh. Ramlan Sadewa", region="Jambi")
        assert (refs(answer)[0], answer.decision) == ("P1", Decision.POSSIBLE)

    def it_does_not_where_attributes_contradict_one_another(self) -> None:
        answer = register_with(SADEWA).find("Moh. Ramlan Sadewa", birth_year=1971, agency="Dinas Sosial")
        assert answer.decision is Decision.POSSIBLE

    def it_prefers_the_namesake_whose_agency_agrees(self) -> None:
        other = person("P2", "Muhammad Ramlan Sadewa", agency="Dinas Sosial", birth_year="1980")
        answer = register_with(SADEWA, other).find("Muhammad Ramlan Sadewa", agency="Dinas Sosial")
        assert refs(answer)[:2] == ["P2", "P1"]

    def it_trusts_an_agreement_more_the_rarer_it_is(self) -> None:
        lookup = register_with(SADEWA, person("P2", "Muhamad Ramlan Sadewo", agency="Dinas Sosial", birth_year="1971"))
        rare = lookup.find("Ramlan Sadewo", agency="Dinas Pekerjaan Umum")
        common = lookup.find("Ramlan Sadewo")
        chance = {each.person.ref: each.probability for each in rare.ranked}
        assert chance["P1"] > {each.person.ref: each.probability for each in common.ranked}["P1"]


class WhenTwoPeopleFitEquallyWell:
    TWINS = (
        person("P1", "Sutrisno Sadewa", agency="Dinas Perikanan", birth_year="1971"),
        person("P2", "Sutrisno Sadewa, S.H.", agency="Dinas Perikanan", birth_year="1971"),
        person("P3", "Sutrisno Sadewa", agency="Dinas Sosial", birth_year="1985"),
    )

    def it_shares_the_probability_between_them(self) -> None:
        answer = register_with(*self.TWINS).find("Sutrisno Sadewa")
        chances = [candidate.probability for candidate in answer.ranked[:3]]
        assert sum(chances) + answer.nobody == pytest.approx(1, abs=0.01)
        assert max(chances) < 0.5

    def it_never_lets_one_of_them_be_confirmed(self) -> None:
        answer = register_with(*self.TWINS).find("Sutrisno Sadewa", agency="Dinas Perikanan", birth_year=1971)
        assert answer.decision is Decision.POSSIBLE

    def it_asks_for_two_attributes_between_namesakes(self) -> None:
        lookup = register_with(*self.TWINS[1:])
        one = lookup.find("Sutrisno Sadewa", birth_year=1985)
        two = lookup.find("Sutrisno Sadewa", birth_year=1985, agency="Dinas Sosial")
        assert (refs(one)[0], one.decision) == ("P3", Decision.POSSIBLE)
        assert (refs(two)[0], two.decision) == ("P3", Decision.CONFIRMABLE)

    def it_sees_the_namesake_though_only_one_person_was_asked_for(self) -> None:
        answer = register_with(*self.TWINS).find("Sutrisno Sadewa", birth_year=1985, limit=1)
        assert (len(answer.ranked), answer.decision) == (1, Decision.POSSIBLE)


def test_a_name_of_common_words_that_only_one_person_bears_is_believed_more_than_its_words() -> None:
    """Every second person is a Wahyu or a Kusumajati; of them, one is Wahyu Kusumajati."""
    crowd = [person(f"W{place}", f"Wahyu {last}") for place, last in enumerate(FILLER[:60])]
    crowd += [person(f"K{place}", f"{first} Kusumajati") for place, first in enumerate(FILLER[-60:])]
    lookup = memory_lookup([person("P1", "Wahyu Kusumajati"), *crowd])
    words_alone = Model({**learned_model().weights, "whole_name_information": 0.0})
    by_words_alone = Lookup(lookup.index, lookup.attributes, words_alone)
    believed, doubted = (each.find("Wahyu Kusumajati").ranked[0] for each in (lookup, by_words_alone))
    assert believed.person.ref == doubted.person.ref == "P1"
    assert believed.probability > doubted.probability + 0.1


def test_whoever_bears_the_very_word_is_not_crowded_out_by_rarer_words_that_resemble_it() -> None:
    """Harta is common; a hundred and thirty others bear words one letter away that nobody else bears."""
    many = [person(f"H{place:03}", f"Harta {FILLER[place % 100]}") for place in range(200)]
    near = [word for x in "bcdfgklmnpqs" for word in (f"Harta{x}", f"Har{x}ta", f"Ha{x}rta")]
    near += ["Harta"[:place] + x + "Harta"[place + 1 :] for place in range(5) for x in "bcdefgiklmnopqsuvwxyz"]
    alike = [person(f"N{place:03}", word.capitalize()) for place, word in enumerate(near[:130])]
    assert refs(register_with(person("Z", "Harta"), *many, *alike).find("Harta"))[0] == "Z"


@pytest.mark.parametrize("written", ["Prenowu Kasumijati", "Prinuwo Kosumejati"])
def test_somebody_is_found_whose_every_word_has_two_slips_in_its_vowels(written: str) -> None:
    assert refs(register_with(person("Z", "Pranowo Kusumajati")).find(written))[0] == "Z"


def test_among_many_words_with_one_slip_the_likelier_slip_comes_first() -> None:
    """An ear takes d for t, but no k for t: beside a crowd that is one letter away, Z bears the one with d."""
    ends = [("Wirasta"[:place], "Wirasta"[place + skipped :]) for skipped in (0, 1) for place in range(1, 7)]
    crowd = [person(f"{x}{place}", start + x + end) for place, (start, end) in enumerate(ends) for x in "bdgkmnpqvx"]
    crowd = [each for each in crowd if "Wirasda" not in each.values()]
    assert len(crowd) == 119
    assert refs(register_with(*crowd, person("Z", "Wirasda")).find("Wirasta"))[0] == "Z"


def test_whatever_speaks_for_or_against_somebody_has_a_weight() -> None:
    """A feature that the weights do not know would count for nothing, and nobody would see it."""
    lookup = register_with(
        SADEWA, person("P2", "Hj. Nur Melati (Mamat) S. Pranowo", agency="Dinas Sosial", unit="Bina Marga")
    )
    met = set()
    for written in (
        "Drs. Nurmelati Pranow",
        "Sadewa Ramln M.",
        "Raden N. Melati S. Yosafat",
        "Sekar Mela bin Kusumajati",
    ):
        known = {"agency": "Dinas Sosial", "unit": "x", "region": "Jambi 2", "birth_year": "1972", "position": "Camat"}
        for each in lookup.compare(parse(written), known, learned_model()):
            met |= set(each.features)
    assert len(met) > 25
    assert met - set(learned_model().weights) == set()


def test_probabilities_never_exceed_one_together() -> None:
    answer = register_with(SADEWA).find("Sekar Melati", agency="Dinas Sosial", limit=100)
    assert 0.98 < sum(candidate.probability for candidate in answer.ranked) + answer.nobody < 1.0000001


def test_a_haji_and_a_hajjah_are_two_people() -> None:
    lookup = register_with(person("P1", "Hj. Dwi Sadewa"), person("P2", "H. Dwi Sadewa"))
    assert refs(lookup.find("Drs. Dwi Sadewa"))[0] == "P2"
    assert "gelar menunjukkan jenis kelamin yang berbeda" in lookup.find("Drs. Dwi Sadewa").ranked[1].differed


class WhenVeryManyBearAWord:
    """In a register of a hundred, "very many" is said to be three."""

    @pytest.fixture(autouse=True)
    def three_are_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("netra.matching.lookup.candidates._TOO_COMMON", 3)

    def it_finds_who_bears_two_common_words_apart_from_one_another(self) -> None:
        lookup = register_with(person("Z", "Bambang Sulaiman Melati"))
        assert set(refs(lookup.find("Bambang Melati"))) == {"Z", "F004"}

    def it_finds_them_though_one_of_the_words_was_written_with_a_slip(self) -> None:
        lookup = register_with(person("Z", "Bambang Sulaiman Melati"))
        assert set(refs(lookup.find("Bambang Mellatti"))) == {"Z", "F004"}
        assert set(refs(lookup.find("Bambangh Melati"))) == {"Z", "F004"}

    def it_still_finds_by_the_one_rare_word(self) -> None:
        assert refs(register_with(person("Z", "Bambang Sadewa")).find("Bambang Sadewa"))[0] == "Z"

    def it_finds_a_common_name_though_a_rare_one_is_a_letter_away(self) -> None:
        many = [person(f"M{place}", "Sunarto") for place in range(4)]
        rare = person("R1", "Sunarta")
        assert refs(register_with(*many, rare).find("Sunarto"))[:4] == ["M0", "M1", "M2", "M3"]

    def it_finds_a_common_name_beside_a_word_that_nobody_bears(self) -> None:
        many = [person(f"M{place}", "Sunarto") for place in range(4)]
        rare = person("R1", "Wiryosumekto Sunarta")
        found = refs(register_with(*many, rare).find("Sunarto Zzyqowik"))
        assert {"M0", "M1", "M2", "M3"} <= set(found[:5])

    def it_finds_two_common_words_though_one_was_written_as_a_rare_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """In a nation a rare name tells much more than a common one; here "much" is said to be little."""
        monkeypatch.setattr("netra.matching.lookup.candidates._MUCH_LESS", 0.5)
        abduls = [person(f"A{place}", f"Abdul {name}") for place, name in enumerate(("Wirawan", "Laksana", "Melati"))]
        nurdins = [person(f"N{place}", f"{name} Nurdin") for place, name in enumerate(("Galih", "Wahyu", "Dimas"))]
        meant, rare = person("Z", "Abdul Nurdin"), person("R", "Abdul Nuddin")
        found = refs(register_with(*abduls, *nurdins, meant, rare).find("Abdul Nudin"))
        assert found[0] == "R"
        assert "Z" in found

    def it_finds_by_a_common_word_alone(self) -> None:
        assert refs(register_with(person("Z", "Bambang")).find("Bambang"))[0] == "Z"

    def it_does_not_read_what_tells_too_little(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("netra.matching.lookup.candidates._NOT_READ", 3)
        assert refs(register_with(person("Z", "Bambang")).find("Bambang")) == []

    def it_lets_namesakes_who_were_too_many_to_be_compared_share_the_probability(self) -> None:
        crowd = [person(f"P{place:03}", "Sutrisno Sadewa", birth_year="1970") for place in range(199)]
        found = register_with(person("Z", "Sutrisno Sadewa"), *crowd).find("Sutrisno Sadewa")
        assert found.ranked[0].probability == pytest.approx(1 / 200, rel=0.1)
