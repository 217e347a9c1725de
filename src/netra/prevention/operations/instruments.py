"""Konsep, penetapan and pencabutan of an instrument."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.operations import letter_issue
from netra.prevention import letters
from netra.prevention.access import addressed, instrument_for, require_for
from netra.prevention.checks import Aim, InstrumentRefused, aims, checked
from netra.prevention.entries import InstrumentEntry, Original
from netra.prevention.fingerprints import of_instrument
from netra.prevention.models import Instrument, Question, Target
from netra.prevention.states import State
from netra.registry.models import Agency
from netra.registry.queries import agency_on
from netra.trust import evidence
from netra.trust.models import User
from netra.trust.refs import new_ref
from netra.trust.trail import Value, record

ISSUE = "prevention.instrument_issue"


def instrument_draft(*, entry: InstrumentEntry, by: User, at: datetime) -> Instrument:
    """Write an instrument down; nobody is asked anything yet. Fails with InstrumentRefused, NotFound, NotAllowed."""
    entry = checked(entry, on=localdate(at))
    with transaction.atomic():
        agency = agency_on(entry.agency_code, localdate(at))
        require_for(by, "prevention.instrument_draft", agency, at=at, on=localdate(at))
        instrument = Instrument(
            ref=new_ref("IMB", at),
            agency_code=agency.code,
            region_code=agency.region_code,
            province_code=agency.province_code,
            state=State.DRAFT,
        )
        _write(instrument, entry, agency, by=by, at=at)
        _record(instrument, "prevention.instrument_draft", by, at)
    return instrument


def instrument_revise(*, instrument_ref: str, entry: InstrumentEntry, by: User, at: datetime) -> Instrument:
    """Write a draft anew. What was issued never changes: a mistake is answered by another instrument."""
    with transaction.atomic():
        instrument = _claimed(instrument_ref, by, at, "prevention.instrument_revise", State.DRAFT)
        entry = checked(entry, on=localdate(at), has_original=bool(instrument.original_ref))
        agency = agency_on(instrument.agency_code, localdate(at))
        instrument.targets.all().delete()
        instrument.questions.all().delete()
        _write(instrument, entry, agency, by=by, at=at)
        _record(instrument, "prevention.instrument_revise", by, at)
    return instrument


def instrument_issue(*, instrument_ref: str, by: User, at: datetime) -> Instrument:
    """Penetapan: from now on its audience is asked. Ours takes its number from the register; another's keeps its own.

    Costs the same for ten people and for millions: whom it is for is asked when somebody looks.
    """
    with transaction.atomic():
        instrument = _claimed(instrument_ref, by, at, ISSUE, State.DRAFT)
        if not instrument.original_ref:
            letter = letter_issue(
                kind=letters.kind_of(instrument),
                agency_code=instrument.agency_code,
                chain=instrument.chain,
                subject_ref=instrument.ref,
                data=letters.data_of(instrument, on=localdate(at)),
                by=by,
                at=at,
            )
            instrument.letter_ref, instrument.number = letter.ref, letter.number
            instrument.letter_date = letter.letter_date
        instrument.state, instrument.issued_at = State.ISSUED, at
        _save_once(instrument)
        instrument.targets.update(issued=True)
        instrument.questions.update(issued=True)
        _record(instrument, ISSUE, by, at, number=instrument.number, sha256=of_instrument(instrument))
    return instrument


def instrument_withdraw(*, instrument_ref: str, reason: str, by: User, at: datetime) -> Instrument:
    """Pencabutan: nobody is asked any more from this day on; who acknowledged before stays on record."""
    why = " ".join(reason.split())
    if not why:
        raise InstrumentRefused(_("Pencabutan memerlukan alasan tertulis."))
    with transaction.atomic():
        instrument = _claimed(instrument_ref, by, at, "prevention.instrument_withdraw", State.ISSUED)
        instrument.state, instrument.withdrawn_date = State.WITHDRAWN, localdate(at)
        instrument.withdrawn_reason = why
        instrument.save(update_fields=["state", "withdrawn_date", "withdrawn_reason"])
        day = instrument.withdrawn_date.isoformat()
        _record(instrument, "prevention.instrument_withdraw", by, at, date=day)
    return instrument


def _write(instrument: Instrument, entry: InstrumentEntry, agency: Agency, *, by: User, at: datetime) -> None:
    instrument.kind, instrument.subject = entry.kind, entry.subject
    instrument.issuer = " ".join(entry.issuer.split()) or agency.name_then
    instrument.legal_basis, instrument.points = list(entry.legal_basis), list(entry.points)
    instrument.valid_from, instrument.valid_until, instrument.asked = entry.valid_from, entry.valid_until, entry.asked
    if entry.original is not None:
        _take_original(instrument, entry.original, by=by, at=at)
    aimed = aims(entry.targets, allowed=addressed(by, agency, ISSUE, on=localdate(at)))
    _save_once(instrument)
    _keep_parts(instrument, entry, aimed)


def _take_original(instrument: Instrument, original: Original, *, by: User, at: datetime) -> None:
    number = " ".join(original.number.split())
    if not number:
        raise InstrumentRefused(_("Isi nomor surat sebagaimana tertulis pada naskah aslinya."))
    item = evidence.receive(
        content=original.content,
        original_name=original.name,
        by=by,
        at=at,
        chain=instrument.chain,
        note=instrument.ref,
    )
    instrument.number, instrument.letter_date, instrument.original_ref = number, original.letter_date, item.ref


def _keep_parts(instrument: Instrument, entry: InstrumentEntry, aimed: Sequence[Aim]) -> None:
    Target.objects.bulk_create(
        Target(
            instrument=instrument, agency=aim.agency, unit=aim.unit, employment=aim.employment, position=aim.position
        )
        for aim in aimed
    )
    Question.objects.bulk_create(
        Question(
            instrument=instrument,
            ordinal=ordinal,
            text=question.text.strip(),
            choices=[choice.strip() for choice in question.choices],
            right=question.right,
            explanation=question.explanation.strip(),
        )
        for ordinal, question in enumerate(entry.questions, start=1)
    )


def _save_once(instrument: Instrument) -> None:
    """Save, or say that this number is taken: two clerks may type the same letter in the same second."""
    try:
        with transaction.atomic():
            instrument.save()
    except IntegrityError:
        same = Instrument.objects.filter(
            agency_code=instrument.agency_code,
            issuer=instrument.issuer,
            number=instrument.number,
            letter_date=instrument.letter_date,
        ).exclude(state=State.WITHDRAWN)
        if not instrument.number or not same.exclude(pk=instrument.pk).exists():
            raise
        raise InstrumentRefused(
            _("Surat Nomor %(number)s dari %(issuer)s sudah dicatat. Buka surat itu, atau periksa nomornya.")
            % {"number": instrument.number, "issuer": instrument.issuer}
        ) from None


def _claimed(ref: str, by: User, at: datetime, act: str, state: State) -> Instrument:
    """The instrument, locked, in the state in which the act is possible."""
    seen = instrument_for(by, ref, on=localdate(at))
    instrument = Instrument.objects.select_for_update().get(pk=seen.pk)
    require_for(by, act, agency_on(instrument.agency_code, localdate(at)), at=at, on=localdate(at))
    if instrument.state != state:
        raise InstrumentRefused(_STATE_REFUSALS[State(instrument.state)]())
    return instrument


_STATE_REFUSALS = {
    State.DRAFT: lambda: _("Surat ini masih konsep. Tetapkan dahulu."),
    State.ISSUED: lambda: _(
        "Surat ini sudah ditetapkan dan tidak dapat diubah. Bila isinya keliru, cabut lalu buat surat baru."
    ),
    State.WITHDRAWN: lambda: _("Surat ini sudah dicabut; tidak ada lagi yang dapat dilakukan dengannya."),
}


def _record(instrument: Instrument, act: str, by: User, at: datetime, **more: Value) -> None:
    payload: dict[str, Value] = {"instrument": instrument.ref, "kind": instrument.kind, **more}
    record(chain=instrument.chain, verb=act, by=by, at=at, subject=f"instrument:{instrument.ref}", payload=payload)
