"""The cast and its offices. Every person here is invented and says so."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from openpyxl import Workbook

from netra.registry.entries import AgencyEntry, CivilServantEntry, PositionEntry, UnitEntry
from netra.registry.imports import ImportKind, ImportResult, import_run
from netra.registry.models import Agency, CivilServant, OrgUnit, PositionSpell
from netra.registry.operations import agency_save, civil_servant_save, position_start, unit_save
from netra.registry.states import AgencyKind, Employment, Position
from netra.trust.actors import SystemActor
from netra.trust.acts import Role
from netra.trust.models import RoleGrant, User

AT = datetime(2018, 3, 1, 2, 0, tzinfo=UTC)
TODAY = date(2018, 3, 1)
SYSTEM = SystemActor("tests")

BUDI_NIP = "198001012005011001"
ANI_NIP = "197505152000032002"
CITRA_NIP = "198502022010012003"
JAMBI, MUARO, PROVINCE = "JAMBI-KOTA", "MUARO-JAMBI", "JAMBI-PROV"


Thing = TypeVar("Thing")


def known(thing: Thing | None) -> Thing:
    """What a test knows to be there."""
    assert thing is not None
    return thing


def make_user(username: str, role: Role | None = None, **grant: Any) -> User:
    user = User.objects.create(username=username, full_name=f"{username.title()} (contoh)", created_at=AT)
    if role is not None:
        RoleGrant.objects.create(user=user, role=role.value, valid_from=date(2018, 1, 1), **grant)
    return user


def make_dewi() -> User:
    """Dewi handles at the personnel agency of Kota Jambi."""
    return make_user("dewi", Role.PERSONNEL_OFFICER, agency_code=JAMBI)


def make_wayan() -> User:
    """Wayan supervises in Kota Jambi."""
    return make_user("wayan", Role.INTAKE_OFFICER, region_code="15.71")


def make_maria() -> User:
    """Maria serves another province and must see nothing."""
    return make_user("maria", Role.INTAKE_OFFICER, region_code="32.73")


def make_admin() -> User:
    return make_user("admin", Role.ADMINISTRATOR)


def make_agency(code: str = JAMBI, **over: Any) -> Agency:
    fields: dict[str, Any] = {
        "name": "Pemerintah Kota Jambi",
        "kind": AgencyKind.CITY,
        "region_code": "15.71",
        "address": "Jalan Contoh 1",
        "city": "Jambi",
    }
    return agency_save(entry=AgencyEntry(code=code, **{**fields, **over}), by=SYSTEM, at=AT)


def make_muaro() -> Agency:
    return make_agency(MUARO, name="Pemerintah Kabupaten Muaro Jambi", kind=AgencyKind.REGENCY, region_code="15.05")


def make_unit(code: str, *, agency_code: str = JAMBI, parent_code: str = "") -> OrgUnit:
    entry = UnitEntry(agency_code=agency_code, code=code, name=f"Unit {code}", parent_code=parent_code)
    return unit_save(entry=entry, by=SYSTEM, at=AT)


def make_person(nip: str = BUDI_NIP, name: str = "Budi (contoh)", *, agency_code: str = JAMBI) -> CivilServant:
    entry = CivilServantEntry(nip=nip, name=name, employment=Employment.PNS)
    return civil_servant_save(entry=entry, agency_code=agency_code, by=SYSTEM, at=AT)


def make_position(person: CivilServant, **over: Any) -> PositionSpell:
    fields: dict[str, Any] = {
        "agency_code": JAMBI,
        "title": "Analis Kepegawaian",
        "position": Position.PELAKSANA,
        "start_date": date(2015, 1, 1),
    }
    return position_start(person_ref=person.ref, entry=PositionEntry(**{**fields, **over}), by=SYSTEM, at=AT)


def a_csv(*rows: Sequence[str], delimiter: str = ";") -> bytes:
    return "\r\n".join(delimiter.join(row) for row in rows).encode("utf-8-sig")


def an_xlsx(*rows: Sequence[object]) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


RENAME_COLUMNS = ("Kode Instansi", "Nama Instansi", "Jenis Instansi", "Induk", "Berganti Nama Sejak", "Nama Lama")
AGENCY_COLUMNS = ("Kode Instansi", "Nama Instansi", "Jenis Instansi", "Kode Induk", "Wilayah")
UNIT_COLUMNS = ("Kode Instansi", "Kode Unit", "Nama Unit", "Kode Unit Induk")
PEOPLE_COLUMNS = (
    "NIP",
    "Nama",
    "Status Pegawai",
    "Kode Instansi",
    "Unit",
    "Jabatan",
    "Eselon",
    "Gol",
    "NIP Atasan",
    "TMT",
)
ANI_ROW = (ANI_NIP, "Ani (contoh)", "PNS", JAMBI, "", "Kepala Badan", "II.b", "IV/c", "", "02/01/2017")
BUDI_ROW = (BUDI_NIP, "Budi (contoh)", "PNS", JAMBI, "", "Analis", "", "III/d", ANI_NIP, "1 Maret 2016")


def run_import(content: bytes, kind: ImportKind = ImportKind.CIVIL_SERVANTS, **over: Any) -> ImportResult:
    arguments = {"name": "berkas.csv", "by": SYSTEM, "at": AT, **over}
    return import_run(content=content, kind=kind, **arguments)


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    """Created, changed, unchanged, rejected."""
    return result.created, result.changed, result.unchanged, len(result.rejected)


def reasons(result: ImportResult) -> dict[int, str]:
    """Why, by line of the file."""
    return {row.line: " ".join(row.reasons) for row in result.rejected}
