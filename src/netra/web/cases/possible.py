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
    """What was looked for and what came of it; `told` says it as a whole, `chosen` is a reference or empty."""

    name: str
    told: str = ""
    people: tuple[PossibleAccused, ...] = ()
    chosen: str = ""


def seek(user: User, party: Party, name: str, *, chosen: str = "") -> Sought:
    """Who of this officer's scope may be meant, by the name and by what the case says of office, unit and region."""
    if not name:
        return Sought(name)
    try:
        answer = possible_people(
            user,
            name,
            on=today(),
            agency=party.agency_code,
            unit=party.unit_name,
            region=party.case.region_code,
            position=party.position,
            limit=_SHOWN,
        )
    except NamesNotReady as problem:
        return Sought(name, str(problem))
    people = tuple(
        PossibleAccused(each, in_words(each.candidate.probability))
        for each in answer.people
        if each.candidate.probability >= _SHOWN_FROM
    )
    return Sought(name, " ".join(filter(None, (answer.answer.sentence, _waiting(answer.waiting)))), people, chosen)


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
