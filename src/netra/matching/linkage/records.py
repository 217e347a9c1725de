"""One row of a list as columns that two engines compare alike: keys of the name, numbers, day of birth, region."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from netra.matching.linkage.files import Cells
from netra.matching.linkage.numbers import read_date, read_nik, read_nip, swapped
from netra.matching.lookup.attributes import Attribute, Kind
from netra.matching.names import Name, Remark, Role, parse

# What is compared, and what is kept beside it to be shown in the list that is reviewed.
COMPARED = ("nik", "name_sorted", "name_glued", "first_word", "last_word", "word1", "word2", "word3", "word4",
            "all_words", "words", "initials", "birth_date", "birth_swapped", "birth_year", "region", "province",
            "sex")  # fmt: skip
SHOWN = ("ref", "written", "party")
_WORDS = 4
_WRITTEN = 200
_SEX = Attribute("", "", Kind.SEX)


class Fault(StrEnum):
    """What could not be read in a row; the row stays, and what is faulty counts as unknown."""

    NO_NAME = "NO_NAME"
    NAME_TOO_LONG = "NAME_TOO_LONG"
    NOT_LATIN = "NOT_LATIN"
    NIK = "NIK"
    NIK_OTHER_BIRTH = "NIK_OTHER_BIRTH"
    BIRTH = "BIRTH"
    REGION = "REGION"
    NAME_ALONE = "NAME_ALONE"
    NOTHING_TO_COMPARE = "NOTHING_TO_COMPARE"


FAULT_WORDS = {
    Fault.NO_NAME: "nama kosong, hanya gelar, atau tanpa huruf",
    Fault.NAME_TOO_LONG: "nama terlalu panjang; hanya 200 huruf pertama yang dibaca",
    Fault.NOT_LATIN: "nama dalam huruf lain; tulis dalam huruf Latin",
    Fault.NIK: "NIK bukan 16 angka dengan tanggal lahir di dalamnya; NIK dianggap tidak diketahui",
    Fault.NIK_OTHER_BIRTH: "tanggal lahir lain daripada yang ada di dalam NIK; periksa keduanya",
    Fault.BIRTH: "tanggal lahir tidak dapat dibaca (tulis TTTT-BB-HH atau HH-BB-TTTT); dianggap tidak diketahui",
    Fault.REGION: "wilayah tidak dikenal atau bermakna ganda; dianggap tidak diketahui",
    Fault.NAME_ALONE: "tanpa NIK dan tanpa tanggal lahir: nama dan wilayah saja hampir tidak menunjuk siapa pun",
    Fault.NOTHING_TO_COMPARE: "tanpa nama dan tanpa NIK yang terbaca: baris ini tidak dicari",
}

Record = tuple[str | int | None, ...]


def record_of(cells: Cells, region: str) -> tuple[Record, list[Fault]]:
    """COMPARED and SHOWN of a row, and what was wrong with it; `region` is the code that its region was read as."""
    name_written, nik_written, nip_written, birth_written, sex_written, region_written, party, ref = cells
    name = parse(name_written)
    faults = _faults_of_name(name)
    nik, nip = read_nik(nik_written), read_nip(nip_written)
    if nik_written and nik is None:
        faults.append(Fault.NIK)
    birth = read_date(birth_written)
    if birth_written and not birth:
        faults.append(Fault.BIRTH)
    if nik and len(birth) > 4 and nik.birth_date[2:] != birth[2:]:
        faults.append(Fault.NIK_OTHER_BIRTH)
    told = [number.birth_date for number in (nip, nik) if number]
    birth = birth if len(birth) > 4 else (told[0] if told else birth)
    sex = _SEX.value(sex_written) or next((number.sex for number in (nip, nik) if number), "")
    if region_written and not region:
        faults.append(Fault.REGION)
    region = region or (nik.region if nik else "")
    keys = _keys(name)
    if not keys[0] and nik is None:
        faults.append(Fault.NOTHING_TO_COMPARE)
    elif nik is None and not birth:
        faults.append(Fault.NAME_ALONE)
    day = birth if len(birth) > 4 else ""
    compared = (nik.digits if nik else "", *keys, day, swapped(day), birth[:4])
    regency = region if "." in region else ""
    record = (*compared, regency, region[:2], sex)
    if Fault.NOTHING_TO_COMPARE in faults:
        # A day and a region without a name point at nobody.
        record = ("",) * len(COMPARED)
    return (*(value or None for value in record), ref, name_written[:_WRITTEN], party), faults


def _keys(name: Name) -> tuple[str | int, ...]:
    """The columns of COMPARED that come of a name, from `name_sorted` to `initials`."""
    words: Sequence[str] = name.core or tuple(token.key for token in name.tokens if token.role is not Role.DESCENT)
    if all(len(word) == 1 for word in words):
        return ("",) * 9 + (0, "")
    full = sorted(f"|{word}|" for word in words if len(word) > 1)
    columns = [*full[:_WORDS], *[""] * (_WORDS - len(full))]
    initials = "".join(sorted(word[0] for word in words))
    return (" ".join(sorted(words)), "".join(words), words[0], words[-1], *columns, "".join(full), len(words), initials)


def _faults_of_name(name: Name) -> list[Fault]:
    faults = [Fault.NAME_TOO_LONG] if Remark.TOO_LONG in name.remarks else []
    if Remark.NOT_LATIN in name.remarks:
        return [*faults, Fault.NOT_LATIN]
    readable = any(token.role is not Role.INITIAL for token in name.tokens)
    return faults if readable else [*faults, Fault.NO_NAME]
