"""Whom of the register a written name may mean, found by the index in the database."""

from __future__ import annotations

from datetime import date

import pytest

from netra.matching.lookup import Decision, memory_lookup
from netra.registry.entries import CivilServantEntry
from netra.registry.models import CivilServant, NameGeneration, NameKey
from netra.registry.names import rebuilding
from netra.registry.names.rebuilding import rebuild_names
from netra.registry.operations import civil_servant_save, position_end
from netra.registry.queries import NamesNotReady, PossiblePeople, possible_people
from netra.registry.states import Employment
from netra.registry.tests.builders import (
    AT,
    BUDI_NIP,
    JAMBI,
    MUARO,
    PEOPLE_COLUMNS,
    SYSTEM,
    TODAY,
    a_csv,
    make_admin,
    make_agency,
    make_dewi,
    make_maria,
    make_muaro,
    make_person,
    make_position,
    make_unit,
    make_wayan,
    run_import,
)
from netra.trust.models import User

pytestmark = pytest.mark.django_db

# Namesakes, spellings, titles, a glued name, a Balinese, one word, another name. All invented.
NAMES = (
    "MUHAMMAD RAMLAN SADEWA, S.T., M.Si.",
    "Moh. Ramlan Sadewa",
    "Ramlan Sadewo",
    "H. Ahmad Yusuf Sadewa, S.H.",
    "Siti Nurmelati",
    "St. Nur Melati",
    "I Gusti Ngurah Sadewa",
    "Sutrisno",
    "Sutrisno Hadi Pranowo",
    "Wahyu Kusumajati (Mamat)",
    "Bambang Pranowo",
    "Bambang Melati Pranowo",
)
QUESTIONS = (
    "Pak H. Muh. Ramlan Sadewa",
    "Ramlan Sadewo",
    "Ramln Sadewa",
    "Nur Melati",
    "Sutrisno",
    "Gusti Ngurah Sadewa",
    "Mamat",
    "Bambang Pranowo",
    "A. Yusuf Sadewa, S.H.",
    "Yosafat Manurung",
)


def nip(place: int) -> str:
    return f"1980{1 + place % 9:02}01200501{1 + place % 2}{place:03}"


@pytest.fixture
def register() -> list[CivilServant]:
    """Twelve people: every third one serves in Muaro Jambi, the others in the city."""
    # A transactional test before this one may have emptied the tables, the first generation included.
    rebuild_names()
    make_agency()
    make_muaro()
    make_unit("BKD")
    people = []
    for place, name in enumerate(NAMES, start=1):
        home = JAMBI if place % 3 else MUARO
        people.append(make_person(nip(place), name, agency_code=home))
        make_position(people[-1], agency_code=home, unit_code="BKD" if place == 1 else "")
    return people


@pytest.fixture
def admin() -> User:
    return make_admin()


def ask(user: User, name: str, **known: object) -> PossiblePeople:
    return possible_people(user, name, on=TODAY, **known)  # type: ignore[arg-type]


def names(found: PossiblePeople) -> list[str]:
    return [each.civil_servant.name for each in found.people]


@pytest.mark.parametrize("rebuilt", [False, True], ids=["as the register was written", "after a rebuild"])
def test_the_index_answers_as_the_dictionaries_do(register: list[CivilServant], admin: User, rebuilt: bool) -> None:
    if rebuilt:
        rebuild_names()
    known = [
        {
            "ref": person.ref,
            "name": person.name,
            "agency": MUARO if place % 3 == 0 else JAMBI,
            "unit": "Unit BKD" if place == 1 else "",
            "region": "W15 05" if place % 3 == 0 else "W15 71",
            "position": "PELAKSANA",
            "birth_year": "1980",
            "employment": "PNS",
        }
        for place, person in enumerate(register, start=1)
    ]
    memory = memory_lookup(known)
    for asked in QUESTIONS:
        for place in ({}, {"agency": MUARO}, {"unit": "Unit BKD", "birth_year": 1980}):
            expected = memory.find(asked, **place)
            answer = ask(admin, asked, **place).answer
            assert [each.person.ref for each in answer.ranked] == [each.person.ref for each in expected.ranked], asked
            assert [each.probability for each in answer.ranked] == pytest.approx(
                [each.probability for each in expected.ranked]
            )
            assert answer.decision is expected.decision


class WhenAnOfficerAsks:
    def it_says_what_agreed_in_the_words_of_the_register(self, register: list[CivilServant], admin: User) -> None:
        first = ask(admin, "Drs. Moh. Ramlan Sadewa", agency=MUARO, region="15.05").people[0]
        assert "instansi berbeda (Pemerintah Kabupaten Muaro Jambi; register: Pemerintah Kota Jambi)" in (
            first.candidate.differed
        )
        assert "wilayah hampir sama (Kabupaten Muaro Jambi; register: Kota Jambi)" in first.candidate.agreed

    def it_lets_him_confirm_who_agrees_in_a_second_attribute(self, register: list[CivilServant], admin: User) -> None:
        assert ask(admin, "H. Ramlan Sadewo", agency=MUARO).answer.decision is not Decision.NONE
        alone = ask(admin, "Siti Nurmelati").answer
        assert alone.decision is Decision.POSSIBLE

    def it_takes_few_statements(self, register: list[CivilServant], admin: User, django_assert_max_num_queries) -> None:
        with django_assert_max_num_queries(16):
            ask(admin, "Muh. Ramlan Sadewa", agency=JAMBI)

    def it_says_of_whoever_left_since_when(self, register: list[CivilServant], admin: User) -> None:
        position_end(person_ref=register[9].ref, until_date=date(2018, 2, 1), by=SYSTEM, at=AT)
        found = ask(admin, "Wahyu Kusumajati").people[0]
        assert (found.civil_servant, found.left_date) == (register[9], date(2018, 2, 1))
        assert found.position is not None

    def it_finds_nobody_where_nobody_fits(self, register: list[CivilServant], admin: User) -> None:
        found = ask(admin, "Yosafat Manurung")
        assert (found.people, found.answer.decision) == ((), Decision.NONE)


class WhenSomebodyLooksBeyondTheOwnScope:
    def it_shows_the_people_of_the_scope_alone(self, register: list[CivilServant]) -> None:
        """Ramlan Sadewo serves in Muaro Jambi, which is neither Wayan's nor Dewi's."""
        for user in (make_wayan(), make_dewi()):
            assert "Ramlan Sadewo" not in names(ask(user, "Ramlan Sadewo"))
            assert names(ask(user, "Ramlan Sadewo"))

    def it_shows_nobody_to_whoever_serves_another_province(self, register: list[CivilServant]) -> None:
        assert names(ask(make_maria(), "Ramlan Sadewo")) == []

    def it_finds_the_own_person_behind_any_number_of_strangers(
        self, register: list[CivilServant], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("netra.matching.lookup.candidates._PORTIONS", (1, 2, 4, 100))
        assert names(ask(make_wayan(), "Sutrisno"))[0] == "Sutrisno"


class WhenTheRegisterChanges:
    def it_finds_a_renamed_person_by_the_new_name(self, register: list[CivilServant], admin: User) -> None:
        entry = CivilServantEntry(nip(11), "Bagas Wirawan", Employment.PNS)
        civil_servant_save(entry=entry, agency_code=JAMBI, by=SYSTEM, at=AT)
        assert names(ask(admin, "Bagas Wirawan")) == ["Bagas Wirawan"]
        assert "Bambang Pranowo" not in names(ask(admin, "Bambang Pranowo"))

    def it_finds_whoever_was_imported_or_renamed_by_an_import(self, register: list[CivilServant], admin: User) -> None:
        row = ("PNS", JAMBI, "", "Analis", "", "III/d", "", "1 Maret 2016")
        run_import(a_csv(PEOPLE_COLUMNS, (BUDI_NIP, "Galih Prakoso", *row)))
        assert names(ask(admin, "Galih Prakoso")) == ["Galih Prakoso"]
        run_import(a_csv(PEOPLE_COLUMNS, (BUDI_NIP, "Dimas Laksana", *row)))
        assert names(ask(admin, "Dimas Laksana")) == ["Dimas Laksana"]

    def it_keeps_nothing_of_what_was_refused(self, register: list[CivilServant]) -> None:
        kept = NameKey.objects.count()
        with pytest.raises(Exception, match=r"NIP"):
            make_person("123", "Bagas Wirawan")
        assert NameKey.objects.count() == kept


class WhenTheIndexIsMadeAnew:
    @pytest.fixture(autouse=True)
    def five_at_a_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rebuilding, "PEOPLE_PER_BATCH", 5)

    def it_answers_from_the_old_one_until_the_new_one_is_ready(self, register: list[CivilServant], admin: User) -> None:
        said: list[int] = []

        def meanwhile(done: int) -> None:
            said.append(done)
            assert names(ask(admin, "Wahyu Kusumajati")) == [NAMES[9]]

        assert rebuild_names(progress=meanwhile) == 12
        assert said == [5, 10, 12]
        assert NameGeneration.objects.count() == 1
        assert names(ask(admin, "Wahyu Kusumajati")) == [NAMES[9]]

    def it_goes_on_where_it_was_killed(self, register: list[CivilServant], admin: User) -> None:
        def killed(_done: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            rebuild_names(progress=killed)
        assert names(ask(admin, "Wahyu Kusumajati")) == [NAMES[9]]
        assert rebuild_names() == 7
        assert names(ask(admin, "Muhammad Ramlan Sadewa"))[0] == NAMES[0]

    def it_loses_nobody_who_is_written_meanwhile(self, register: list[CivilServant], admin: User) -> None:
        """Bambang, who was read already, is renamed; Budi is entered. Both are found in the new index."""

        def meanwhile(done: int) -> None:
            if done == 12:
                make_person(nip(1), "Bagas Wirawan")
                make_person(BUDI_NIP, "Galih Prakoso")

        rebuild_names(progress=meanwhile)
        assert names(ask(admin, "Bagas Wirawan")) == ["Bagas Wirawan"]
        assert names(ask(admin, "Galih Prakoso")) == ["Galih Prakoso"]

    def it_says_so_where_it_was_never_made(self, register: list[CivilServant], admin: User) -> None:
        NameGeneration.objects.all().delete()
        with pytest.raises(NamesNotReady, match=r"netra names rebuild"):
            ask(admin, "Sutrisno")
        rebuild_names()
        assert names(ask(admin, "Sutrisno"))[0] == "Sutrisno"
