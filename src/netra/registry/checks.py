"""Cleaning an entry and saying, all at once, what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from netra.registry.entries import (
    AgencyEntry,
    AppointingAuthorityEntry,
    CivilServantEntry,
    ElectionEntry,
    PositionEntry,
    RetentionEntry,
    StageEntry,
    UnitEntry,
)
from netra.registry.nip import FIRST_PPPK_YEAR, InvalidNip, Nip, parse
from netra.registry.regions import NATION, Found, region_index
from netra.registry.states import REGION_OF_AGENCY, AgencyKind, Employment
from netra.registry.wording import cleaned, opens_a_formula
from netra.trust.errors import Refused
from netra.trust.language import long_date

NAME_LIMIT = 200
GRADE_LIMIT = 20
LONGEST_RETENTION = 100  # years
_CODE = re.compile(r"[A-Z0-9][A-Z0-9._/-]{0,59}")
_EARLIEST, _LATEST = date(1945, 8, 17), date(2099, 12, 31)


class InvalidEntry(Refused):
    """The entry cannot be written; `reasons` holds every fault that was found."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(self.reasons))


def checked_agency(entry: AgencyEntry) -> AgencyEntry:
    """The entry with clean texts and codes in capitals; raises InvalidEntry."""
    entry = replace(
        entry,
        code=_code(entry.code),
        name=_text(entry.name),
        parent_code=_code(entry.parent_code),
        address=_text(entry.address),
        phone=_text(entry.phone),
        city=_text(entry.city),
        former_name=_text(entry.former_name),
        region_code=_seat(entry),
    )
    raise_if(
        _code_faults(_("Kode instansi"), entry.code),
        _name_faults(_("Nama instansi"), entry.name, required=True),
        _text_faults(_("Alamat"), entry.address, limit=300),
        _text_faults(_("Telepon"), entry.phone, limit=60),
        _text_faults(_("Kota"), entry.city, limit=100),
        [_("Instansi tidak dapat menjadi induknya sendiri.")] if entry.parent_code == entry.code else [],
        _region_faults(entry),
        _period_faults(entry.valid_from, entry.valid_until),
        _name_faults(_("Nama sebelumnya"), entry.former_name),
        _since_faults(entry),
    )
    return entry


def checked_unit(entry: UnitEntry) -> UnitEntry:
    """The entry with clean texts and codes in capitals; raises InvalidEntry."""
    entry = replace(
        entry,
        agency_code=_code(entry.agency_code),
        code=_code(entry.code),
        name=_text(entry.name),
        parent_code=_code(entry.parent_code),
    )
    raise_if(
        _code_faults(_("Kode instansi"), entry.agency_code),
        _code_faults(_("Kode unit"), entry.code),
        _name_faults(_("Nama unit"), entry.name, required=True),
        [_("Unit tidak dapat menjadi induknya sendiri.")] if entry.parent_code == entry.code else [],
    )
    return entry


def checked_civil_servant(entry: CivilServantEntry, *, on: date) -> tuple[CivilServantEntry, Nip]:
    """The entry with a clean name, and its NIP taken apart; raises InvalidEntry."""
    name = _text(entry.name)
    # Millions of rows are right, and a title is translated for those that are not.
    faults = [] if _may_be_a_name(name) else _name_faults(_("Nama"), name, required=True)
    entry = entry if entry.name == name else replace(entry, name=name)
    if _is_no_name(entry.name):
        faults.append(_("«%s» bukan nama orang. Periksa apakah kolom Nama tertukar.") % entry.name[:40])
    try:
        nip = parse(entry.nip)
    except InvalidNip as error:
        raise InvalidEntry([*error.reasons, *faults]) from error
    if nip.is_pppk and entry.employment is not Employment.PPPK:
        faults.append(_("Nomor ini bernomor PPPK (kode 21–29), tetapi jenis pegawainya %s.") % entry.employment)
    if entry.employment is Employment.PPPK:
        faults.extend(_not_of_a_contract(nip))
    if nip.appointment_month > on:
        faults.append(_("Pengangkatan menurut NIP (%s) masih akan datang.") % nip.appointment_month.strftime("%m/%Y"))
    raise_if(faults)
    return (entry if entry.nip == nip.digits else replace(entry, nip=nip.digits)), nip


def _not_of_a_contract(nip: Nip) -> list[str]:
    """What speaks against this number for a PPPK; which of the two is wrong only the officer can know."""
    if nip.is_pppk:
        return []
    values = {"year": nip.appointment_month.year, "month": nip.appointment_month.strftime("%m")}
    if nip.appointment_month.year < FIRST_PPPK_YEAR:
        why = _("belum ada PPPK pada %(year)s") % values
    else:
        why = _("setelah tahunnya berdiri bulan %(month)s, bukan kode PPPK 21–29") % values
    return [
        _(
            "Nomor ini berbentuk nomor PNS (%(why)s), tetapi jenis pegawainya PPPK. Perbaiki jenis pegawai atau "
            "nomornya."
        )
        % {"why": why}
    ]


def checked_position(entry: PositionEntry) -> PositionEntry:
    """The entry with clean texts and codes in capitals; raises InvalidEntry."""
    entry = replace(
        entry,
        agency_code=_code(entry.agency_code),
        unit_code=_code(entry.unit_code),
        title=_text(entry.title),
        grade=_text(entry.grade),
    )
    # As with people: most are right, and a title is translated for those that are not.
    is_worded = _CODE.fullmatch(entry.agency_code) and _may_be_a_name(entry.title) and len(entry.grade) <= GRADE_LIMIT
    faults = [] if is_worded else _wording_faults(entry)
    faults.extend(_period_faults(entry.start_date, entry.until_date))
    if entry.leads_unit and not entry.unit_code:
        faults.append(_("Kepala unit memimpin sebuah unit: isi kode unitnya."))
    if _is_no_name(entry.title):
        faults.append(_("«%s» bukan nama jabatan. Periksa apakah kolomnya tertukar.") % entry.title[:40])
    if entry.superior_nip:
        try:
            entry = replace(entry, superior_nip=parse(entry.superior_nip).digits)
        except InvalidNip as error:
            faults.extend(_("NIP atasan: %s") % reason for reason in error.reasons)
    raise_if(faults)
    return entry


def _wording_faults(entry: PositionEntry) -> list[str]:
    return [
        *_code_faults(_("Kode instansi"), entry.agency_code),
        *_name_faults(_("Jabatan"), entry.title, required=True),
        *_text_faults(_("Golongan"), entry.grade, limit=GRADE_LIMIT),
    ]


def checked_authority(entry: AppointingAuthorityEntry) -> AppointingAuthorityEntry:
    """The entry with clean texts; raises InvalidEntry."""
    entry = replace(
        entry,
        agency_code=_code(entry.agency_code),
        office_title=_text(entry.office_title),
        holder_name=_text(entry.holder_name),
        superior_title=_text(entry.superior_title),
        superior_name=_text(entry.superior_name),
    )
    faults = [
        *_name_faults(_("Jabatan"), entry.office_title, required=True, limit=150),
        *_name_faults(_("Nama pejabat"), entry.holder_name, required=True),
        *_name_faults(_("Atasan pejabat"), entry.superior_title, limit=150),
        *_name_faults(_("Nama atasan pejabat"), entry.superior_name),
        *_period_faults(entry.start_date, entry.until_date),
    ]
    if entry.holder_nip:
        try:
            entry = replace(entry, holder_nip=parse(entry.holder_nip).digits)
        except InvalidNip as error:
            faults.extend(error.reasons)
    raise_if(faults)
    return entry


def checked_retention(entry: RetentionEntry) -> RetentionEntry:
    """The entry with clean texts; raises InvalidEntry."""
    entry = replace(entry, agency_code=_code(entry.agency_code), document=_text(entry.document))
    faults = [*_name_faults(_("Keputusan"), entry.document, required=True), *_period_faults(entry.start_date, None)]
    if not all(0 <= years <= LONGEST_RETENTION for years in (entry.active_years, entry.inactive_years)):
        faults.append(_("Retensi aktif dan inaktif ditulis 0 sampai %(years)s tahun.") % {"years": LONGEST_RETENTION})
    raise_if(faults)
    return entry


def checked_election(entry: ElectionEntry) -> ElectionEntry:
    """The entry with a clean name; raises InvalidEntry for it, its stages and its tickets."""
    entry = replace(entry, code=_code(entry.code), name=_text(entry.name))
    numbers = [(ticket.region_code, ticket.office, ticket.number) for ticket in entry.tickets]
    raise_if(
        _code_faults(_("Kode pemilihan"), entry.code, limit=40),
        _name_faults(_("Nama pemilihan"), entry.name, required=True),
        _known_region_faults(entry.region_code),
        _period_faults(entry.start_date, entry.until_date),
        _voting_faults(entry),
        [_("Nomor urut pasangan calon tidak boleh sama.")] if len(set(numbers)) < len(numbers) else [],
        *(stage_faults(stage) for stage in entry.stages),
    )
    return entry


def _since_faults(entry: AgencyEntry) -> list[str]:
    if entry.since is None:
        needs_day = _("Nama sebelumnya diisi bersama tanggal sejak kapan nama yang sekarang berlaku.")
        return [needs_day] if entry.former_name else []
    if entry.valid_from is not None and entry.since < entry.valid_from:
        return [
            _("Nama berlaku sejak %(since)s, padahal instansi baru berdiri %(start)s.")
            % {"since": long_date(entry.since), "start": long_date(entry.valid_from)}
        ]
    return _period_faults(entry.since, entry.valid_until)


def _voting_faults(entry: ElectionEntry) -> list[str]:
    if entry.start_date <= entry.voting_date < entry.until_date:
        return []
    return [
        _("Hari pemungutan suara %(voting)s harus berada di dalam masa pemilihan, %(start)s sampai sebelum %(until)s.")
        % {
            "voting": long_date(entry.voting_date),
            "start": long_date(entry.start_date),
            "until": long_date(entry.until_date),
        }
    ]


def stage_faults(stage: StageEntry) -> list[str]:
    """What is wrong with one stage."""
    return [
        *_text_faults(_("Dasar tahapan"), stage.source_instrument, required=True, limit=300),
        *_known_region_faults(stage.region_code),
        *_period_faults(stage.start_date, stage.until_date),
    ]


def raise_if(*groups: Iterable[str]) -> None:
    """InvalidEntry when there is any reason in any group."""
    reasons = [reason for group in groups for reason in group]
    if reasons:
        raise InvalidEntry(reasons)


def _text(text: str) -> str:
    return cleaned(text).text


def _code(text: str) -> str:
    return cleaned(text).text.upper()


def _text_faults(title: str, text: str, *, required: bool = False, limit: int = NAME_LIMIT) -> list[str]:
    if required and not text:
        return [_("%s wajib diisi.") % title]
    if len(text) > limit:
        return [
            _("%(title)s terlalu panjang: %(length)s karakter, paling banyak %(limit)s.")
            % {"title": title, "length": len(text), "limit": limit}
        ]
    return []


def _is_no_name(text: str) -> bool:
    """What a cell says that holds a number, a day or a truth value; an empty one is another matter."""
    return bool(text) and (text in {"True", "False"} or not any(map(str.isalpha, text)))


def _may_be_a_name(text: str) -> bool:
    """Whether `_name_faults` has nothing to say of a text that is needed."""
    return 0 < len(text) <= NAME_LIMIT and not opens_a_formula(text)


def _name_faults(title: str, text: str, *, required: bool = False, limit: int = NAME_LIMIT) -> list[str]:
    """As `_text_faults`; and no name of a person, an office or a post begins as a spreadsheet's formula does."""
    if opens_a_formula(text):
        return [
            _("%(title)s diawali «%(sign)s», yang dijalankan lembar kerja sebagai rumus. Tulislah namanya saja.")
            % {"title": title, "sign": text[0]}
        ]
    return _text_faults(title, text, required=required, limit=limit)


def _code_faults(title: str, code: str, *, limit: int = 60) -> list[str]:
    if not code:
        return [_("%s wajib diisi.") % title]
    if not _CODE.fullmatch(code) or len(code) > limit:
        return [
            _("%(title)s “%(code)s” hanya boleh berisi huruf, angka, titik, garis, paling banyak %(limit)s karakter.")
            % {"title": title, "code": code[:70], "limit": limit}
        ]
    return []


def _period_faults(start: date | None, until: date | None) -> list[str]:
    faults = []
    for day in filter(None, (start, until)):
        faults.extend(day_faults(day))
    if start is not None and until is not None and until <= start:
        faults.append(
            _("Tanggal akhir %(until)s harus sesudah tanggal mulai %(start)s.")
            % {"until": long_date(until), "start": long_date(start)}
        )
    return faults


def day_faults(day: date) -> list[str]:
    """What is wrong with a day that the registry can neither have seen nor expect."""
    if day < _EARLIEST:
        return [_("Tanggal %s terlalu lampau. Periksa tahunnya.") % long_date(day)]
    if day > _LATEST:
        return [_("Tanggal %s terlalu jauh. Periksa tahunnya, atau kosongkan bila belum diketahui.") % long_date(day)]
    return []


def _known_region_faults(code: str) -> list[str]:
    return [_("Kode wilayah “%s” tidak dikenal.") % code[:20]] if code and not _region(code) else []


def _region(code: str) -> Found | None:
    answer = region_index().named(code)
    return answer if isinstance(answer, Found) and answer.region.code == code else None


def _seat(entry: AgencyEntry) -> str:
    """The present code of an agency's region; a central agency that says none belongs to the nation."""
    if entry.kind is AgencyKind.CENTRAL and not entry.region_code:
        return NATION
    return region_index().present_code(entry.region_code)


def _seat_faults(entry: AgencyEntry, *, is_government: bool) -> list[str]:
    """What an agency without a region lacks: by it people find the office, and the office its reports."""
    if entry.kind is AgencyKind.ELECTION_SUPERVISOR:
        nation = {"code": NATION}
        return [
            _("Kode wilayah wajib diisi untuk kantor Bawaslu; untuk Bawaslu RI tulis %(code)s (nasional).") % nation
        ]
    return [_("Kode wilayah wajib diisi untuk pemerintah daerah.")] if is_government else []


def _region_faults(entry: AgencyEntry) -> list[str]:
    expected = REGION_OF_AGENCY.get(entry.kind)
    if not entry.region_code:
        return _seat_faults(entry, is_government=expected is not None)
    if entry.region_code == NATION and not expected:
        return []
    found = _region(entry.region_code)
    if found is None:
        return _known_region_faults(entry.region_code)
    if expected and found.region.kind is not expected:
        return [
            _("Jenis instansi tidak cocok dengan wilayahnya: %(code)s adalah %(name)s.")
            % {"code": entry.region_code, "name": found.region.full_name}
        ]
    return []
