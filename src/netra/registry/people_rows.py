"""What an entry and a NIP become in the columns of a civil servant; used by one row and by a hundred thousand."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from netra.registry.entries import CivilServantEntry
from netra.registry.models import CivilServant
from netra.registry.nip import Nip
from netra.registry.wording import search_key
from netra.trust.refs import new_ref

REF_PREFIX = "PEG"


class PersonColumns(NamedTuple):
    """What is written of a person beside the number and the reference."""

    name: str
    search_name: str
    employment: str
    birth_date: date
    sex: str


def person_columns(entry: CivilServantEntry, nip: Nip) -> PersonColumns:
    return PersonColumns(
        entry.name, search_key(entry.name)[:200], entry.employment.value, nip.birth_date, nip.sex.value
    )


def new_civil_servant(entry: CivilServantEntry, nip: Nip, *, at: datetime) -> CivilServant:
    """A row not yet saved, with a reference that says nothing about the person."""
    return CivilServant(nip=entry.nip, ref=new_ref(REF_PREFIX, at), **person_columns(entry, nip)._asdict())
