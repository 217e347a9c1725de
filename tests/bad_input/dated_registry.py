"""The days that people type in the rooms `trust` and `registry`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from netra.cases.tests.builders import CITY
from netra.law.dated import Verification
from netra.registry import entries
from netra.registry import operations as registry
from netra.registry.models import CivilServant, Tie
from netra.registry.states import AgencyKind, ElectionKind, Employment, Fate, TieKind, TieSource
from netra.registry.tests import builders as offices
from netra.trust import operations as trust
from netra.trust.acts import Role
from tests.bad_input import stories
from tests.bad_input.dated import DAWN, DAY_BEFORE_2014, NOW, SYSTEM, TYPO, Field, nowhere
from tests.bad_input.stories import Stage


def with_position() -> Stage:
    stage = nowhere()
    offices.make_agency("DINAS-X", name="Dinas Contoh", kind=AgencyKind.CENTRAL, region_code="")
    registry.civil_servant_save(
        entry=entries.CivilServantEntry(offices.BUDI_NIP, "Budi (contoh)", Employment.PNS),
        agency_code="DINAS-X",
        by=SYSTEM,
        at=NOW,
    )
    registry.position_start(person_ref=budi(), entry=POSITION, by=SYSTEM, at=NOW)
    return stage


def budi() -> str:
    """The public reference of the one civil servant."""
    return CivilServant.objects.get().ref


POSITION = entries.PositionEntry(agency_code="DINAS-X", title="Analis", start_date=date(2020, 1, 1))


AGENCY = entries.AgencyEntry(code="DINAS-Y", name="Dinas Contoh Dua", kind=AgencyKind.CENTRAL)


AUTHORITY = entries.AppointingAuthorityEntry(
    agency_code="DINAS-X", office_title="Kepala", holder_name="Kepala (contoh)", start_date=date(2020, 1, 1)
)


RETENTION = entries.RetentionEntry("DINAS-X", date(2020, 1, 1), 2, 3, Fate.DESTROY, "Keputusan 5/2019 (contoh)")


STAGE = entries.StageEntry("CAMPAIGN", date(2024, 9, 25), "PKPU 2/2024", Verification.SEEN)


ELECTION = entries.ElectionEntry(
    code="PILKADA-UJI",
    kind=ElectionKind.REGIONAL,
    name="Pemilihan uji",
    voting_date=date(2024, 11, 27),
    start_date=date(2024, 1, 1),
    until_date=date(2025, 3, 1),
)


def give_role(stage: Stage, day: date) -> object:
    return trust.role_grant(
        username="wayan", role=Role.PERSONNEL_OFFICER, agency_code=CITY, valid_from=day, by=stage.cast.lestari, at=NOW
    )


def give_role_until(stage: Stage, day: date) -> object:
    return trust.role_grant(
        username="wayan",
        role=Role.PERSONNEL_OFFICER,
        agency_code=CITY,
        valid_from=date(2024, 11, 25),
        valid_until=day,
        by=stage.cast.lestari,
        at=NOW,
    )


def assign(stage: Stage, day: date) -> object:
    return trust.examiner_assign(
        username="wayan", subject_ref=stage.ref, valid_until=day, by=stage.cast.rahmat, at=NOW, chain=stage.case.chain
    )


def end_position(stage: Stage, day: date) -> object:
    return registry.position_end(person_ref=budi(), until_date=day, by=SYSTEM, at=NOW)


def with_ani() -> Stage:
    """Somebody on the other side."""
    stage = with_position()
    ani = entries.CivilServantEntry(offices.ANI_NIP, "Ani (contoh)", Employment.PNS)
    registry.civil_servant_save(entry=ani, agency_code="DINAS-X", by=SYSTEM, at=NOW)
    return stage


WED = entries.TieEntry(offices.ANI_NIP, TieKind.MARRIAGE, "suami istri", TieSource.HIMSELF, date(2010, 5, 1))


def married() -> Stage:
    stage = with_ani()
    registry.tie_record(person_ref=of_budi(), entry=WED, by=SYSTEM, at=NOW)
    return stage


def of_budi() -> str:
    return CivilServant.objects.get(nip=offices.BUDI_NIP).ref


def end_marriage(stage: Stage, day: date) -> object:
    return registry.tie_end(ref=Tie.objects.get().ref, until_date=day, reason="Cerai.", by=SYSTEM, at=NOW)


def marry(name: str) -> Callable[[Stage, date], object]:
    return lambda stage, day: registry.tie_record(
        person_ref=of_budi(), entry=replace(WED, **on(name, day)), by=SYSTEM, at=NOW
    )


def on(name: str, day: date) -> dict[str, Any]:
    """The field of that name with this day."""
    return {name: day}


def saved(entry: object, save: Callable[..., object], name: str) -> Callable[[Stage, date], object]:
    """Saving an entry of the registry with another day in one field."""
    return lambda stage, day: save(entry=replace(entry, **on(name, day)), by=SYSTEM, at=NOW)  # type: ignore[type-var]


def start_position(name: str) -> Callable[[Stage, date], object]:
    entry = replace(POSITION, start_date=date(2024, 1, 1))
    return lambda stage, day: registry.position_start(
        person_ref=budi(), entry=replace(entry, **on(name, day)), by=SYSTEM, at=NOW
    )


def with_stage(name: str) -> Callable[[Stage, date], object]:
    return lambda stage, day: registry.election_save(
        entry=replace(ELECTION, stages=(replace(STAGE, **on(name, day)),)), by=SYSTEM, at=NOW
    )


REGISTRY: dict[str, Field] = {
    "trust.role_grant.valid_from": Field(
        nowhere, give_role, DAY_BEFORE_2014, "2014", TYPO, "[Pp]eriksa tahunnya", date(2024, 11, 25)
    ),
    "trust.role_grant.valid_until": Field(
        nowhere, give_role_until, date(2024, 11, 25), "tidak setelah", None, "", date(2025, 11, 25)
    ),
    "trust.examiner_assign.valid_until": Field(
        stories.opened, assign, date(2024, 11, 25), "tidak setelah", None, "", date(2025, 11, 25)
    ),
    "registry.position_end.until_date": Field(
        with_position, end_position, date(2020, 1, 1), "sesudah tanggal mulai", TYPO, "terlalu jauh", date(2024, 1, 1)
    ),
    "registry.tie_end.until_date": Field(
        married, end_marriage, date(2010, 5, 1), "sesudah tanggal mulai", TYPO, "terlalu jauh", date(2024, 1, 1)
    ),
    "registry.TieEntry.start_date": Field(
        with_ani, marry("start_date"), DAWN, "terlalu lampau", TYPO, "terlalu jauh", date(2010, 5, 1)
    ),
    "registry.TieEntry.until_date": Field(
        with_ani, marry("until_date"), date(2010, 5, 1), "sesudah tanggal mulai", TYPO, "terlalu jauh", date(2020, 5, 1)
    ),
    "registry.PositionEntry.start_date": Field(
        with_position, start_position("start_date"), DAWN, "terlalu lampau", TYPO, "terlalu jauh", date(2024, 1, 1)
    ),
    "registry.PositionEntry.until_date": Field(
        with_position,
        start_position("until_date"),
        date(2024, 1, 1),
        "sesudah tanggal mulai",
        TYPO,
        "terlalu jauh",
        date(2024, 6, 1),
    ),
    "registry.AgencyEntry.since": Field(
        nowhere,
        saved(AGENCY, registry.agency_save, "since"),
        DAWN,
        "terlalu lampau",
        TYPO,
        "terlalu jauh",
        date(2024, 1, 1),
    ),
    "registry.AgencyEntry.valid_from": Field(
        nowhere,
        saved(AGENCY, registry.agency_save, "valid_from"),
        DAWN,
        "terlalu lampau",
        TYPO,
        "terlalu jauh",
        date(2020, 1, 1),
    ),
    "registry.AgencyEntry.valid_until": Field(
        nowhere,
        saved(AGENCY, registry.agency_save, "valid_until"),
        DAWN,
        "terlalu lampau",
        TYPO,
        "terlalu jauh",
        date(2025, 1, 1),
    ),
    "registry.AppointingAuthorityEntry.start_date": Field(
        with_position,
        saved(AUTHORITY, registry.appointing_authority_set, "start_date"),
        DAWN,
        "terlalu lampau",
        TYPO,
        "terlalu jauh",
        date(2020, 1, 1),
    ),
    "registry.AppointingAuthorityEntry.until_date": Field(
        with_position,
        saved(AUTHORITY, registry.appointing_authority_set, "until_date"),
        date(2020, 1, 1),
        "sesudah tanggal mulai",
        TYPO,
        "terlalu jauh",
        date(2025, 1, 1),
    ),
    "registry.RetentionEntry.start_date": Field(
        with_position,
        saved(RETENTION, registry.retention_set, "start_date"),
        DAWN,
        "terlalu lampau",
        TYPO,
        "terlalu jauh",
        date(2020, 1, 1),
    ),
    "registry.StageEntry.start_date": Field(
        nowhere, with_stage("start_date"), DAWN, "terlalu lampau", TYPO, "terlalu jauh", date(2024, 9, 25)
    ),
    "registry.StageEntry.until_date": Field(
        nowhere,
        with_stage("until_date"),
        date(2024, 9, 25),
        "sesudah tanggal mulai",
        TYPO,
        "terlalu jauh",
        date(2024, 11, 24),
    ),
    "registry.ElectionEntry.start_date": Field(
        nowhere,
        saved(ELECTION, registry.election_save, "start_date"),
        DAWN,
        "terlalu lampau",
        TYPO,
        "terlalu jauh",
        date(2024, 1, 1),
    ),
    "registry.ElectionEntry.until_date": Field(
        nowhere,
        saved(ELECTION, registry.election_save, "until_date"),
        date(2024, 1, 1),
        "sesudah tanggal mulai",
        TYPO,
        "terlalu jauh",
        date(2025, 3, 1),
    ),
    "registry.ElectionEntry.voting_date": Field(
        nowhere,
        saved(ELECTION, registry.election_save, "voting_date"),
        date(2023, 12, 31),
        "pemungutan suara",
        date(2025, 3, 1),
        "pemungutan suara",
        date(2024, 11, 27),
    ),
}
