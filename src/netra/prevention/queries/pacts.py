"""Pacts: who signed, who refused, who has not answered, by unit. Pending is derived, never stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from netra.letters import queries as letters
from netra.prevention.access import writes_for
from netra.prevention.models import Pact, PactAnswer
from netra.prevention.pact_access import RECORD, VIEW, answers_seen, pact_for, pacts_visible_to, reached
from netra.prevention.pact_states import PactReply
from netra.registry.models import OrgUnit, PositionSpell
from netra.registry.queries import agency_name, agency_names, unit_tree
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.actors import Actor
from netra.trust.errors import NotFound

PAGE_SIZE, MOST_PACTS = 50, 60


@dataclass(frozen=True, slots=True)
class PactRow:
    """A version as a line of the list."""

    pact: Pact
    agency: str
    is_last: bool


@dataclass(frozen=True, slots=True)
class PactUnit:
    """One unit: how many are to sign, signed, refused; the rest has not answered."""

    unit: OrgUnit | None
    depth: int
    asked: int
    signed: int
    refused: int

    @property
    def pending(self) -> int:
        return self.asked - self.signed - self.refused


@dataclass(frozen=True, slots=True)
class PactFile:
    """One version with its units on the day of which is told, those who refused, and what this reader may do."""

    pact: Pact
    agency: str
    later: Pact | None
    told: date
    units: Sequence[PactUnit]
    refusals: Sequence[PactAnswer]
    may_write: bool
    may_record: bool

    @property
    def total(self) -> PactUnit:
        """All the units together."""
        rows = self.units
        return PactUnit(None, 0, sum(r.asked for r in rows), sum(r.signed for r in rows), sum(r.refused for r in rows))


def pact_rows(user: Person, *, on: date) -> list[PactRow]:
    """The newest versions this person sees."""
    found = list(
        pacts_visible_to(user, on=on)
        .annotate(replaced=Exists(Pact.objects.filter(earlier=OuterRef("pk"))))
        .order_by("-pk")[:MOST_PACTS]
    )
    names = agency_names({each.agency_code for each in found}, on=on) if found else {}
    return [PactRow(each, names.get(each.agency_code, each.agency_code), not each.replaced) for each in found]


def pact_file(user: Person, ref: str, *, on: date) -> PactFile:
    """One version, if this person may see it. Fails with NotFound."""
    pact = pact_for(user, ref, on=on)
    later = pact.next_version
    refused = answers_seen(user, pact, on=on).filter(~Exists(_said(pact, PactReply.SIGNED)), reply=PactReply.REFUSED)
    is_open = later is None and pact.open_on(on)
    told = pact.told_on(on, later)
    return PactFile(
        pact=pact,
        agency=agency_name(pact.agency_code, on),
        later=later,
        told=told,
        units=_units(pact, reached(user, VIEW, pact, on=on, of=told)),
        refusals=list(refused.order_by("pk")[:PAGE_SIZE]),
        may_write=writes_for(user, pact.agency_code, on=on),
        may_record=is_open and reached(user, RECORD, pact, on=on).exists(),
    )


def pending_signers(user: Person, pact: Pact, *, on: date) -> QuerySet[PositionSpell]:
    """The positions of those this person sees who have neither signed nor refused."""
    answered = PactAnswer.objects.filter(pact=pact, civil_servant=OuterRef("civil_servant_id"))
    told = pact.told_on(on, pact.next_version)
    rows = reached(user, VIEW, pact, on=on, of=told).exclude(Exists(answered))
    return rows.select_related("civil_servant", "unit")


def pact_pending(user: Person, ref: str, *, on: date, after: int = 0) -> tuple[Sequence[PositionSpell], int | None]:
    """One page of who has not answered, and the key of the next page. Fails with NotFound."""
    rows = pending_signers(user, pact_for(user, ref, on=on), on=on).filter(pk__gt=after).order_by("pk")
    found = list(rows[: PAGE_SIZE + 1])
    return found[:PAGE_SIZE], found[PAGE_SIZE - 1].pk if len(found) > PAGE_SIZE else None


def pact_signatures(user: Person, ref: str, *, on: date, after: int = 0) -> tuple[Sequence[PactAnswer], int | None]:
    """One page of who signed, in the order in which they did, and the key of the next page. Fails with NotFound."""
    pact = pact_for(user, ref, on=on)
    rows = answers_seen(user, pact, on=on).filter(reply=PactReply.SIGNED, pk__gt=after).order_by("pk")
    found = list(rows[: PAGE_SIZE + 1])
    return found[:PAGE_SIZE], found[PAGE_SIZE - 1].pk if len(found) > PAGE_SIZE else None


def pact_paper(user: Person, ref: str, person_ref: str, *, on: date) -> bytes:
    """The signed pact of one person as it was drawn. Fails with NotFound."""
    answers = answers_seen(user, pact_for(user, ref, on=on), on=on).filter(reply=PactReply.SIGNED)
    found = answers.filter(civil_servant__ref=person_ref).exclude(letter_ref="").first()
    if found is None:
        raise NotFound(_("Pakta bertanda tangan itu belum dicetak, atau bukan instansi atau unit Anda."))
    return letters.pdf(found.letter_ref)


def pact_proof(user: Person, ref: str, proof_ref: str, *, by: Actor, at: datetime, on: date) -> tuple[bytes, str]:
    """The scan or photo of a list with its media type. Fails with NotFound."""
    pact = pact_for(user, ref, on=on)
    if not answers_seen(user, pact, on=on).filter(proof_ref=proof_ref).exclude(proof_ref="").exists():
        raise NotFound(_("Bukti itu tidak ada, atau bukan instansi atau unit Anda."))
    item = evidence.item(proof_ref)
    return evidence.open_original(item.ref, by=by, at=at, chain=pact.chain), item.media_type


def _units(pact: Pact, people: QuerySet[PositionSpell]) -> list[PactUnit]:
    """The units of these people from the top down; those without a unit come last."""
    signed, refused = (
        Exists(PactAnswer.objects.filter(pact=pact, civil_servant=OuterRef("civil_servant_id"), reply=reply))
        for reply in (PactReply.SIGNED, PactReply.REFUSED)
    )
    counted = people.values("unit").annotate(
        asked=Count("pk"), signed=Count("pk", filter=signed), refused=Count("pk", filter=refused & ~signed)
    )
    found = {row["unit"]: (row["asked"], row["signed"], row["refused"]) for row in counted.order_by("unit")}
    tree: list[tuple[int, OrgUnit | None]] = [*unit_tree(pact.agency_code), (0, None)]
    return [PactUnit(unit, depth, *found[key]) for depth, unit in tree if (key := unit.pk if unit else None) in found]


def _said(pact: Pact, reply: PactReply) -> QuerySet[PactAnswer]:
    return PactAnswer.objects.filter(pact=pact, civil_servant=OuterRef("civil_servant_id"), reply=reply)
