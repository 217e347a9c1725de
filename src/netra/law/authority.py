"""Who may punish: the official whose signature a discipline decision needs, by regulation, agency, post and level.

The answer lists every official whom an article names, with the condition that only the office itself can check (who
stands one rung below whom, which rank). Where a post is vacant the power passes to the next higher official (PP 94/2021
Pasal 25, PP 53/2010 Pasal 22). An official who does not punish is punished by the own superior (PP 94/2021 Pasal 24).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netra.law.data_files import Entry, MalformedData, read_data, refuse_unknown_keys
from netra.law.dated import Source
from netra.law.instruments import cited_source

REGIMES = ("DISC-53", "DISC-94", "PPPK")
AGENCY_KINDS = ("CENTRAL", "PROVINCE", "REGENCY", "CITY")
POSITIONS = (
    "JPT_UTAMA",
    "JPT_MADYA",
    "JPT_PRATAMA",
    "REGIONAL_SECRETARY",
    "ADMINISTRATOR",
    "PENGAWAS",
    "FUNCTIONAL_AHLI_UTAMA",
    "FUNCTIONAL",
    "PELAKSANA",
)
LEVELS = ("LIGHT", "MODERATE", "SEVERE", "TERMINATION")
GRANT_KEYS = ("regime", "authority", "agencies", "positions", "levels", "penalties", "condition", "source")

# Whom the regulations name in regencies and cities begins below these posts. That none of them may be held there is
# said by no article: it is read from the list of posts in the explanation of UU 5/2014 Pasal 19, which UU 20/2023 (not
# read in the original) replaced.
_REGENCIES = frozenset({"REGENCY", "CITY"})
_ABOVE_REGENCIES = frozenset({"JPT_UTAMA", "JPT_MADYA"})
_POSTS_OF_OLD = (
    "penjelasan UU 5/2014 Pasal 19 ayat (1) menyebut sekretaris daerah provinsi dan yang setara sebagai pimpinan "
    "tinggi madya, sekretaris daerah kabupaten/kota sebagai pimpinan tinggi pratama (naskah asli UU 20/2023 belum "
    "dibaca)."
)
_NOWHERE: Mapping[str, str] = {
    "DISC-94": (
        "Jabatan pimpinan tinggi utama dan madya tidak disebut pada kabupaten/kota: PP 94/2021 menyebut madya di pusat "
        "dan provinsi (Pasal 18 ayat (1) dan Pasal 20), dan di kabupaten/kota mulai dari pimpinan tinggi pratama "
        f"(Pasal 18 ayat (3)); {_POSTS_OF_OLD}"
    ),
    "DISC-53": (
        "Jabatan pimpinan tinggi utama dan madya, yang setara dengan eselon I (UU 5/2014 Pasal 131), tidak disebut "
        "pada kabupaten/kota: PP 53/2010 mulai dari sekretaris daerah dan eselon II (Pasal 19 dan 20); "
        f"{_POSTS_OF_OLD}"
    ),
}


class AuthorityUnknown(LookupError):
    """No article that was read names an official for this combination; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Authority:
    """An official who may punish: `penalties` limits the codes (empty: every penalty of the level)."""

    code: str
    title: str
    penalties: tuple[str, ...]
    condition: str
    source: Source


@dataclass(frozen=True, slots=True)
class _Grant:
    regime: str
    agencies: frozenset[str]
    positions: frozenset[str]
    levels: frozenset[str]
    authority: Authority

    def reaches(self, agency_kind: str, position: str, level: str, penalty_code: str | None) -> bool:
        named = not self.authority.penalties or penalty_code is None or penalty_code in self.authority.penalties
        return named and agency_kind in self.agencies and position in self.positions and level in self.levels


def who_may_punish(
    *,
    regime: str,
    agency_kind: str,
    position: str,
    level: str,
    penalty_code: str | None = None,
) -> tuple[Authority, ...]:
    """Every official who may impose a penalty of that level (or that very penalty) on the holder of that post.

    Raises AuthorityUnknown for a post that is not known and for combinations no article was read for; ValueError for a
    word outside the vocabulary.
    """
    _check("regime", regime, REGIMES)
    _check("agency_kind", agency_kind, AGENCY_KINDS)
    _check("level", level, LEVELS)
    if position == "UNKNOWN":
        raise AuthorityUnknown("Jabatan pegawai belum diketahui, sehingga pejabat yang berwenang tidak dapat disebut.")
    _check("position", position, POSITIONS)
    found = tuple(
        grant.authority
        for grant in GRANTS
        if grant.regime == regime and grant.reaches(agency_kind, position, level, penalty_code)
    )
    if not found:
        nowhere = _NOWHERE.get(regime, "") if agency_kind in _REGENCIES and position in _ABOVE_REGENCIES else ""
        if nowhere:
            raise AuthorityUnknown(f"{nowhere} Periksa jabatan dan instansi terlapor pada halaman perkaranya.")
        raise AuthorityUnknown(
            f"Tidak ada pasal yang terbaca untuk {regime}, instansi {agency_kind}, jabatan {position}, "
            f"tingkat {level}{f', hukuman {penalty_code}' if penalty_code else ''}. Periksa naskah peraturannya."
        )
    return found


def _check(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ValueError(f'{name} "{value}" tidak dikenal; pilih: {", ".join(known)}')


def _load_grant(entry: Entry, titles: Mapping[str, str]) -> _Grant:
    where = f"authority.yaml, {entry.get('regime')} {entry.get('authority')}"
    refuse_unknown_keys(entry, GRANT_KEYS, where=where)
    vocabulary = (("agencies", AGENCY_KINDS), ("positions", POSITIONS), ("levels", LEVELS))
    for key, known in vocabulary:
        if not entry[key] or not set(entry[key]) <= set(known):
            raise MalformedData(f"{where}: unknown or empty {key}: {entry[key]}")
    authority = Authority(
        code=entry["authority"],
        title=titles[entry["authority"]],
        penalties=tuple(entry.get("penalties", ())),
        condition=entry.get("condition", ""),
        source=cited_source(entry, where=where),
    )
    return _Grant(
        regime=entry["regime"],
        agencies=frozenset(entry["agencies"]),
        positions=frozenset(entry["positions"]),
        levels=frozenset(entry["levels"]),
        authority=authority,
    )


_DATA = read_data("authority.yaml")
GRANTS: tuple[_Grant, ...] = tuple(_load_grant(entry, _DATA["authorities"]) for entry in _DATA["grants"])
