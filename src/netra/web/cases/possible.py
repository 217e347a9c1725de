"""Who of the staff register the written name of an accused may mean: proposed with reasons, chosen by the officer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from netra.registry.queries import NamesNotReady, PossiblePerson, possible_people
from netra.web.doors import today

if TYPE_CHECKING:
    from netra.cases.models import Party
    from netra.trust.models import User

_SHOWN = 5
# Who is less probable than this is not worth an officer's look.
_SHOWN_FROM = 0.01


@dataclass(frozen=True, slots=True)
class PossibleAccused:
    """One of those who may be meant, with the probability in words."""

    found: PossiblePerson
    likelihood: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What was looked for and what came of it; `told` says it as a whole, `chosen` is a reference or empty.

    `field` is the name under which the choice is sent, `nobody` what is offered beside those proposed.
    """

    name: str
    told: str = ""
    people: tuple[PossibleAccused, ...] = ()
    chosen: str = ""
    field: str = "person"
    nobody: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an accused beside the name; `agency` and `region` are codes."""

    agency: str = ""
    unit: str = ""
    region: str = ""
    position: str = ""


def beside_the_name(party: Party) -> Known:
    """What the case says of office, unit, region and level of an accused."""
    return Known(party.agency_code, party.unit_name, party.case.region_code, party.position)


def seek(user: User, name: str, known: Known, *, chosen: str = "", field: str = "person", nobody: str = "") -> Sought:
    """Who of this officer's scope may be meant, by the name and by what is known beside it."""
    nobody = nobody or _("Tidak ada yang cocok. NIP saya isi sendiri di bawah ini.")
    if not name:
        return Sought(name, field=field, nobody=nobody)
    try:
        answer = possible_people(
            user,
            name,
            on=today(),
            agency=known.agency,
            unit=known.unit,
            region=known.region,
            position=known.position,
            limit=_SHOWN,
        )
    except NamesNotReady as problem:
        return Sought(name, str(problem), field=field, nobody=nobody)
    people = tuple(
        PossibleAccused(each, in_words(each.candidate.probability))
        for each in answer.people
        if each.candidate.probability >= _SHOWN_FROM
    )
    told = " ".join(filter(None, (answer.answer.sentence, _waiting(answer.waiting))))
    return Sought(name, told, people, chosen, field, nobody)


def _waiting(people: int) -> str:
    """What an answer is to be read with while a very long import is going on."""
    if not people:
        return ""
    return _("%s pegawai dari impor yang sedang berjalan belum dapat dicari lewat nama; cari lagi nanti.") % people


def in_words(probability: float) -> str:
    """A probability as people say it, with the number beside it."""
    of_hundred = min(99, max(1, round(100 * probability)))
    if probability >= 0.95:
        return _("hampir pasti cocok (%(share)d dari 100)") % {"share": of_hundred}
    if probability >= 0.6:
        return _("besar kemungkinannya (%(share)d dari 100)") % {"share": of_hundred}
    if probability >= 0.2:
        return _("mungkin (%(share)d dari 100)") % {"share": of_hundred}
    return _("kecil kemungkinannya (%(share)d dari 100)") % {"share": of_hundred}
