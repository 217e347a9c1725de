"""Elections as rows: seeded from law data, a region's own date wins, tickets in ballot order."""

from __future__ import annotations

from datetime import date

import pytest

from netra.law.dated import Verification
from netra.registry.checks import InvalidEntry
from netra.registry.entries import ElectionEntry, StageEntry
from netra.registry.models import Election, ElectionStage, Ticket
from netra.registry.operations import election_save, election_stage_set, elections_seed
from netra.registry.queries import (
    determination_date,
    election,
    election_for,
    phase_of,
    stages_of,
    tickets_of,
)
from netra.registry.states import ElectionKind
from netra.registry.tests import builders as make
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeded() -> None:
    elections_seed(by=make.SYSTEM, at=make.AT)


def own_determination(day: date, region_code: str = "15.72") -> StageEntry:
    return StageEntry(
        stage="DETERMINATION",
        start_date=day,
        source_instrument="Keputusan KPU Kota Sungai Penuh (contoh)",
        verification=Verification.UNVERIFIED,
        region_code=region_code,
    )


@pytest.mark.usefixtures("seeded")
class WhenTheLawsElectionsAreSeeded:
    def it_knows_the_two_founding_contests(self):
        assert election("PILKADA-2018").voting_date == date(2018, 6, 27)
        assert election("PEMILU-2019").voting_date == date(2019, 4, 17)

    def it_changes_nothing_when_seeded_again(self):
        before = [list(model.objects.order_by("pk").values()) for model in (Election, ElectionStage, Ticket)]
        elections_seed(by=make.SYSTEM, at=make.AT)
        assert before == [list(model.objects.order_by("pk").values()) for model in (Election, ElectionStage, Ticket)]

    def it_keeps_the_source_and_its_mark_with_each_stage(self):
        assert not ElectionStage.objects.filter(source_instrument="").exists()
        stage = next(row for row in stages_of(election("PILKADA-2018"), "15.71") if row.stage == "DETERMINATION")
        assert (stage.source_instrument, stage.verification) == ("KPU Kota Jambi", "SECONDARY")

    def it_turns_last_days_into_half_open_periods(self):
        quiet = next(row for row in stages_of(election("PILKADA-2018"), "15.71") if row.stage == "QUIET_DAYS")
        assert (quiet.start_date, quiet.until_date) == (date(2018, 6, 24), date(2018, 6, 27))

    def it_shows_the_tickets_of_kota_jambi_in_ballot_order(self):
        tickets = tickets_of(election("PILKADA-2018"), "15.71", "MAYOR")
        assert [(row.number, row.head_name, row.deputy_name) for row in tickets] == [
            (1, "Abdullah Sani", "Kemas Alfarizi (Arsyad)"),
            (2, "Syarif Fasha", "Maulana"),
        ]

    def it_shows_no_ticket_of_another_region(self):
        assert tickets_of(election("PILKADA-2018"), "15.05") == []

    def it_shows_a_governor_race_in_every_regency_of_the_province(self):
        tickets = tickets_of(election("PILKADA-2020"), "15.05")
        assert [row.number for row in tickets] == [1, 2, 3]

    @pytest.mark.parametrize(
        ("kind", "day", "code"),
        [
            ("REGIONAL", date(2017, 8, 11), None),
            ("REGIONAL", date(2017, 8, 12), "PILKADA-2018"),
            ("REGIONAL", date(2018, 6, 27), "PILKADA-2018"),
            ("REGIONAL", date(2018, 6, 28), None),
            ("GENERAL", date(2018, 6, 1), "PEMILU-2019"),
            ("GENERAL", date(2019, 4, 17), "PEMILU-2019"),
            ("GENERAL", date(2020, 1, 1), None),
        ],
    )
    def it_finds_the_contest_of_an_act_and_none_between_two(self, kind, day, code):
        found = election_for(kind, "15.71", day)
        assert (found.code if found else None) == code

    @pytest.mark.parametrize(("day", "phase"), [(date(2018, 2, 11), "prospective"), (date(2018, 2, 12), "candidate")])
    def it_parts_the_phases_at_the_determination(self, day, phase):
        assert phase_of(election("PILKADA-2018"), day, region_code="15.71") == phase

    def it_says_no_phase_between_two_determinations_of_different_offices(self):
        pemilu = election("PEMILU-2024")
        assert phase_of(pemilu, date(2023, 11, 10)) == ""
        assert phase_of(pemilu, date(2023, 11, 10), office="DPRD") == "candidate"
        assert phase_of(pemilu, date(2023, 11, 10), office="PRESIDENT") == "prospective"
        assert phase_of(pemilu, date(2023, 11, 13)) == "candidate"
        assert determination_date(pemilu) is None

    def it_lets_a_regions_own_date_win_there_and_only_there(self):
        election_stage_set(
            election_code="PILKADA-2018", entry=own_determination(date(2018, 2, 20)), by=make.SYSTEM, at=make.AT
        )
        pilkada, day = election("PILKADA-2018"), date(2018, 2, 15)
        assert phase_of(pilkada, day, region_code="15.72") == "prospective"
        assert phase_of(pilkada, day, region_code="15.71") == "candidate"
        assert determination_date(pilkada, "15.72") == date(2018, 2, 20)


class WhenAnElectionIsSaved:
    def it_belongs_to_the_administrator(self):
        entry = ElectionEntry(
            code="PSU-2018",
            kind=ElectionKind.REGIONAL,
            name="Pemungutan suara ulang (contoh)",
            voting_date=date(2018, 7, 7),
            start_date=date(2018, 6, 28),
            until_date=date(2018, 7, 8),
            region_code="15.72",
        )
        with pytest.raises(NotAllowed):
            election_save(entry=entry, by=make.make_wayan(), at=make.AT)
        election_save(entry=entry, by=make.make_admin(), at=make.AT)
        assert make.known(election_for("REGIONAL", "15.72", date(2018, 7, 1))).code == "PSU-2018"
        assert election_for("REGIONAL", "15.71", date(2018, 7, 1)) is None

    def it_is_refused_for_a_region_that_is_not_there(self):
        with pytest.raises(InvalidEntry, match="tidak dikenal"):
            election_stage_set(
                election_code="X", entry=own_determination(date(2018, 2, 20), "15.99"), by=make.SYSTEM, at=make.AT
            )

    def it_is_not_found_by_a_code_that_is_not_there(self):
        with pytest.raises(NotFound, match="PILKADA-1999"):
            election("PILKADA-1999")
