"""Ties as they are read: from one person's page by who keeps them, and between the people of one case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.law.dated import Verification
from netra.registry.access import ties_visible_to, visible_to
from netra.registry.models import CivilServant, PositionSpell, Tie
from netra.registry.same_person import may_be_one
from netra.registry.states import TieSource
from netra.trust.access import Person
from netra.trust.errors import NotFound

FORMER_SUPERIOR = gettext_noop("Bekas atasan langsung")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as a case, a decree or an account names him; `nip` is empty where nobody wrote it."""

    name: str
    nip: str = ""


@dataclass(frozen=True, slots=True)
class KnownTie:
    """A tie of `who`, who handles, with `whom`, who is accused: what it is, since when, and how it is known.

    `by_name` says that `who` bears the name of somebody with this tie and nobody wrote his NIP. `ref` is empty where it
    is read off the positions.
    """

    who: str
    whom: str
    kind: str
    degree: str
    start: date | None
    until: date | None
    source: str
    verification: Verification
    by_name: bool
    ref: str = ""


def ties_of(person: CivilServant, *, user: Person, on: date) -> QuerySet[Tie]:
    """What is recorded of somebody, from whichever side, newest first, as far as this person keeps such records."""
    rows = ties_visible_to(user, on=on).filter(Q(one=person) | Q(other=person))
    return rows.select_related("one", "other").order_by("-recorded_at", "-pk")


def seen_among(people: Iterable[CivilServant], *, user: Person, on: date) -> frozenset[str]:
    """The references of those of them whose page this person may open."""
    refs = [each.ref for each in people]
    return frozenset(visible_to(user, on=on).filter(ref__in=refs).values_list("ref", flat=True))


def tie_for(ref: str, *, user: Person, on: date) -> Tie:
    """One tie, for whoever keeps it; raises NotFound."""
    found = ties_visible_to(user, on=on).filter(ref=ref).select_related("one", "other").first()
    if found is None:
        raise NotFound(_("Hubungan ini tidak ada dalam registri."))
    return found


def ties_between(handlers: Iterable[Named], accused: Iterable[Named], *, on: date) -> list[KnownTie]:
    """What binds those who handle a case to those who are accused in it, for rooms that act by themselves.

    Accused are known by NIP alone, for a namesake's family is nobody's business; handlers by NIP, else by name. A tie
    that has ended is told with its days, for who owed somebody something may still; a struck one is not. Two queries.
    """
    nips = {each.nip for each in accused if each.nip}
    everybody = list(handlers)
    if not nips or not everybody:
        return []
    found = []
    for tie in _recorded(nips):
        for mine, theirs in ((tie.one, tie.other), (tie.other, tie.one)):
            if theirs.nip in nips:
                found += [_told(tie, each, theirs) for each in everybody if _is(each, mine)]
    for spell, mine, theirs in _served_under(nips, on):
        found += [_derived(spell, each, theirs) for each in everybody if _is(each, mine)]
    return found


def _is(named: Named, person: CivilServant) -> bool:
    return may_be_one(named.name, named.nip, person.name, person.nip)


def _recorded(nips: set[str]) -> Iterable[Tie]:
    rows = Tie.objects.filter(Q(one__nip__in=nips) | Q(other__nip__in=nips), struck_at=None)
    return rows.select_related("one", "other").order_by("pk")


def _served_under(nips: set[str], on: date) -> Iterable[tuple[PositionSpell, CivilServant, CivilServant]]:
    """Each spell in which one was the other's direct superior and is not any more, with the handler's side first."""
    touching = Q(civil_servant__nip__in=nips) | Q(direct_superior__nip__in=nips)
    rows = PositionSpell.objects.filter(touching, until_date__lte=on).exclude(direct_superior=None)
    for spell in rows.select_related("civil_servant", "direct_superior").order_by("start_date", "pk"):
        above, under = spell.direct_superior, spell.civil_servant
        for mine, theirs in ((above, under), (under, above)):
            if mine is not None and theirs is not None and theirs.nip in nips:
                yield spell, mine, theirs


def _told(tie: Tie, who: Named, whom: CivilServant) -> KnownTie:
    return KnownTie(
        who=who.name,
        whom=whom.name,
        kind=_(str(tie.get_kind_display())),
        degree=tie.degree,
        start=tie.start_date,
        until=tie.until_date,
        source=source_words(tie),
        verification=Verification(tie.verification),
        by_name=not who.nip,
        ref=tie.ref,
    )


def _derived(spell: PositionSpell, who: Named, whom: CivilServant) -> KnownTie:
    above = spell.civil_servant == whom
    return KnownTie(
        who=who.name,
        whom=whom.name,
        kind=_(FORMER_SUPERIOR),
        degree=(_("pernah menjadi atasan langsung terlapor") if above else _("pernah menjadi bawahan terlapor")),
        start=spell.start_date,
        until=spell.until_date,
        source=_("Riwayat jabatan dalam registri"),
        verification=Verification.DERIVED,
        by_name=not who.nip,
    )


def source_words(tie: Tie) -> str:
    """By whom or what the tie is known, in words."""
    if tie.source == TieSource.DOCUMENT:
        return _("Dokumen: %s") % tie.document
    if tie.source == TieSource.SOMEBODY:
        return _("Dinyatakan oleh %s") % tie.declared_by
    return _("Dinyatakan sendiri oleh %s") % tie.one.name
