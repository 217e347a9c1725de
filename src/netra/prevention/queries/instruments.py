"""The list of instruments, and one of them with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from netra.letters import queries as letters
from netra.prevention.access import instrument_for, visible_to
from netra.prevention.entries import InstrumentEntry, QuestionEntry, TargetLine
from netra.prevention.models import Acknowledgement, Instrument, Question, Target
from netra.prevention.states import InstrumentKind, State
from netra.registry.access import agencies_visible_to
from netra.registry.models import Agency
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.actors import Actor, LinkActor

PAGE_SIZE = 25
# The country has some six hundred and thirty; a letter to all of them is looked at as one table.
MOST_AGENCIES = 1000


@dataclass(frozen=True, slots=True)
class InstrumentFile:
    """One instrument with its target and its bank of questions."""

    instrument: Instrument
    targets: Sequence[Target]
    questions: Sequence[Question]


def instrument_page(user: Person, *, on: date, after: int | None = None) -> tuple[Sequence[Instrument], int | None]:
    """One page of the instruments this person sees, newest first, and the key of the next page."""
    rows = visible_to(user, on=on)
    rows = rows.filter(pk__lt=after) if after is not None else rows
    found = list(rows.order_by("-pk")[: PAGE_SIZE + 1])
    page = found[:PAGE_SIZE]
    return page, page[-1].pk if len(found) > PAGE_SIZE else None


def instrument_file(user: Person, ref: str, *, on: date) -> InstrumentFile:
    """One instrument, if this person may read it. Fails with NotFound."""
    found = instrument_for(user, ref, on=on)
    return InstrumentFile(
        instrument=found,
        targets=list(found.targets.select_related("agency", "unit").order_by("pk")),
        questions=list(found.questions.order_by("ordinal")),
    )


def same_number(user: Person, instrument: Instrument, *, on: date) -> Sequence[Instrument]:
    """What this person sees of letters of its agency that bear its number, of its day or of its issuer in its year.

    A register gives a number once a year. One letter recorded under two days, or under two writings of its issuer,
    would ask everybody twice; two letters under one number happen in offices, so the second is told of and never
    refused.
    """
    if not instrument.number or instrument.letter_date is None:
        return ()
    theirs = visible_to(user, on=on).filter(agency_code=instrument.agency_code).exclude(state=State.WITHDRAWN)
    alike = theirs.filter(number__iexact=instrument.number).exclude(pk=instrument.pk)
    in_its_year = Q(issuer__iexact=instrument.issuer, letter_date__year=instrument.letter_date.year)
    return list(alike.filter(in_its_year | Q(letter_date=instrument.letter_date)).order_by("pk"))


def entry_of(file: InstrumentFile) -> InstrumentEntry:
    """A draft as it was told, to be told anew; the scan of another's letter stays where it is."""
    instrument = file.instrument
    return InstrumentEntry(
        kind=InstrumentKind(instrument.kind),
        agency_code=instrument.agency_code,
        subject=instrument.subject,
        points=instrument.points,
        valid_from=instrument.valid_from,
        targets=[
            TargetLine(
                agency_code=line.agency.code if line.agency else "",
                unit_code=line.unit.code if line.unit else "",
                employment=line.employment,
                position=line.position,
            )
            for line in file.targets
        ],
        issuer=instrument.issuer,
        legal_basis=instrument.legal_basis,
        valid_until=instrument.valid_until,
        questions=[QuestionEntry(each.text, each.choices, each.right, each.explanation) for each in file.questions],
        asked=instrument.asked,
    )


def agencies_reached(user: Person, file: InstrumentFile, *, on: date) -> list[Agency]:
    """The agencies of the target whose people this reader may see, by code; at most a thousand are offered."""
    named = [line.agency_id for line in file.targets if line.agency_id is not None]
    rows = agencies_visible_to(user, on=on).as_of(on)
    rows = rows.filter(pk__in=named) if len(named) == len(file.targets) else rows
    return list(rows.order_by("code")[:MOST_AGENCIES])


def paper(user: Person, ref: str, *, by: Actor, at: datetime, on: date) -> tuple[Instrument, bytes, str]:
    """The letter itself with its media type: our PDF, or the scan of another's. Fails with NotFound."""
    found = instrument_for(user, ref, on=on)
    return found, *_paper_of(found, by=by, at=at, chain=found.chain)


def paper_of(instrument: Instrument, *, reader: Acknowledgement, at: datetime) -> tuple[bytes, str]:
    """The letter with its media type, for whoever has just proved a personal link to it. That a scan was opened is
    recorded in the chain of the reader's own agency, so that a nation of readers does not wait for one chain.
    """
    by, chain = LinkActor(reader.civil_servant.ref), f"agency:{reader.agency_code}"
    return _paper_of(instrument, by=by, at=at, chain=chain)


def _paper_of(instrument: Instrument, *, by: Actor, at: datetime, chain: str) -> tuple[bytes, str]:
    """The letter of an instrument, for whom the caller found entitled to it. Fails with NotFound for a bare draft."""
    if instrument.original_ref:
        item = evidence.item(instrument.original_ref)
        return evidence.open_original(item.ref, by=by, at=at, chain=chain), item.media_type
    return letters.pdf(instrument.letter_ref), "application/pdf"
