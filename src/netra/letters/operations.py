"""Writes: draft, revise, finalise, issue, copy and erase a letter; set how an agency writes its numbers.

The rooms above decide when a letter is due; here it is only complete, numbered and locked. Every refusal leaves
everything as it was, the number included.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.letters.fields import accept
from netra.letters.forms import FORMS
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter, NumberFormat
from netra.letters.numbering import PatternRefused, checked_pattern, next_sequence, written_number
from netra.letters.queries import head_of, printed_head
from netra.letters.render import Head, Seal, render
from netra.letters.states import LetterStatus
from netra.registry.queries import known_agency
from netra.trust import access, codes, evidence, refs, trail
from netra.trust.actors import Actor
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound, Refused

_GIVEN = AskedAgain(
    lambda agency, years, number: Letter.objects.filter(
        agency_code=agency, year__among=years, number=number
    ).values_list("pk")
)
# The width of NumberFormat.agency_label.
_LONGEST_PART = 40


class LetterRefused(Refused):
    """The letter is not in the state in which this step is possible."""


def letter_draft(
    *,
    kind: LetterKind | str,
    agency_code: str,
    chain: str,
    subject_ref: str,
    data: Mapping[str, object],
    by: Actor,
    at: datetime,
) -> Letter:
    """Konsep surat: store complete data without a number; it may be revised.

    Fails with DataRefused (a field is missing or wrong), NotFound (agency), NotAllowed.
    """
    with transaction.atomic():
        name = head_of(agency_code, on=timezone.localdate(at)).name
        letter = _new(kind, agency_code, chain, subject_ref, data, by, at, agency_name=name)
        _require(letter, "letters.letter_draft", by, at)
        letter.save(force_insert=True)
        _record(letter, "letters.letter_draft", by, at)
    return letter


def letter_revise(*, letter_ref: str, data: Mapping[str, object], by: Actor, at: datetime) -> Letter:
    """Replace the data of a draft. Fails with LetterRefused when the letter is final, with DataRefused, NotAllowed."""
    with transaction.atomic():
        letter = _claimed_draft(letter_ref)
        _require(letter, "letters.letter_revise", by, at)
        letter.data = accept(letter.form.fields, data)
        letter.save(update_fields=["data"])
        _record(letter, "letters.letter_revise", by, at)
    return letter


def letter_finalise(*, letter_ref: str, by: Actor, at: datetime) -> Letter:
    """Penetapan: take the next number, print, store and lock. Fails with LetterRefused when it is final already."""
    with transaction.atomic():
        letter = _claimed_draft(letter_ref)
        _require(letter, "letters.letter_finalise", by, at)
        day = timezone.localdate(at)
        _seal(letter, by, at, day=day, head=head_of(letter.agency_code, on=day))
        letter.save()
        _record(letter, "letters.letter_finalise", by, at)
    return letter


def letter_issue(
    *,
    kind: LetterKind | str,
    agency_code: str,
    chain: str,
    subject_ref: str,
    data: Mapping[str, object],
    by: Actor,
    at: datetime,
    dated: date | None = None,
) -> Letter:
    """Draft and finalise in one step, with one event. Fails like both.

    `dated` is the day on which the act itself was done, for a paper written down later: the paper bears that day and
    takes its number from the register of that year; when it was written stays in the row and in the trail.
    """
    with transaction.atomic():
        day = dated or timezone.localdate(at)
        head = head_of(agency_code, on=day)
        letter = _new(kind, agency_code, chain, subject_ref, data, by, at, agency_name=head.name)
        _require(letter, "letters.letter_finalise", by, at)
        _seal(letter, by, at, day=day, head=head)
        letter.save(force_insert=True)
        _record(letter, "letters.letter_finalise", by, at)
    return letter


def letter_certify(*, letter_ref: str, certified_by: Mapping[str, object], by: Actor, at: datetime) -> bytes:
    """Salinan: a copy of a final letter certified by that person, as PDF; drawn anew, for the original never changes.

    Who reads the letter is decided by the room of its case, which calls this. Fails with LetterRefused when the letter
    is no final letter, with DataRefused when the certifier has no name or office, with NotFound, NotAllowed.
    """
    with transaction.atomic():
        letter = _claimed(letter_ref)
        if not letter.is_final or letter.letter_date is None:
            raise LetterRefused(_("Salinan hanya dapat dibuat dari surat yang sudah ditetapkan dan belum dimusnahkan."))
        _require(letter, "letters.letter_certify", by, at)
        seal = Seal(number=letter.number, letter_date=letter.letter_date, code=letter.verification_code)
        head = printed_head(letter)
        copy = render(LetterKind(letter.kind), letter.data or {}, head=head, seal=seal, certified_by=certified_by)
        _record(letter, "letters.letter_certify", by, at)
    return copy


def letter_erase(*, letter_ref: str, by: Actor, at: datetime) -> Letter:
    """Pemusnahan: destroy data and PDF of a final letter, keep number, kind and dates; a draft goes altogether.

    Called by the act of two persons that erases a case whose retention has ended, and only there: that act asks who
    may do it. Fails with LetterRefused when it is erased already, with NotFound.
    """
    with transaction.atomic():
        letter = _claimed(letter_ref)
        if letter.status == LetterStatus.ERASED:
            raise LetterRefused(
                _("Isi surat Nomor %(number)s sudah dimusnahkan; tidak ada lagi yang dapat dimusnahkan.")
                % {"number": letter.number}
            )
        _record(letter, "letters.letter_erase", by, at)
        if letter.is_draft:
            letter.delete()
            return letter
        evidence.destroy_document(letter.pdf_sha256)
        letter.status, letter.data, letter.pdf_sha256, letter.erased_at = LetterStatus.ERASED, None, "", at
        letter.save(update_fields=["status", "data", "pdf_sha256", "erased_at"])
    return letter


def number_format_save(
    *,
    agency_code: str,
    pattern: str,
    agency_label: str,
    classification: Mapping[str, str],
    by: Actor,
    at: datetime,
) -> NumberFormat:
    """How the agency writes its numbers from now on; numbers given out stay as they are.

    `classification` maps a LetterKind to the agency's own code, e.g. its kode klasifikasi arsip. Fails with
    PatternRefused, LetterRefused (unknown kind, a name or code that no number can hold), NotFound (agency), NotAllowed.
    """
    with transaction.atomic():
        region = _region_of(agency_code)
        access.require(by, "letters.number_format_save", region_code=region, agency_code=agency_code, at=at)
        unknown = sorted(set(classification) - set(LetterKind))
        if unknown:
            raise LetterRefused(_("Jenis surat “%(kind)s” tidak dikenal.") % {"kind": unknown[0]})
        for part in (agency_label, *classification.values()):
            _check_part(part)
        saved, _created = NumberFormat.objects.update_or_create(
            agency_code=agency_code,
            defaults={
                "pattern": checked_pattern(pattern),
                "agency_label": agency_label,
                "classification": dict(classification),
            },
        )
        trail.record(
            chain=f"agency:{agency_code}",
            verb="letters.number_format_save",
            by=by,
            at=at,
            subject=f"agency:{agency_code}",
            payload={"agency": agency_code, "pattern": pattern},
        )
    return saved


def _check_part(part: str) -> None:
    """Refuse what does not fit into a number: `letters.numbering` counts on these widths."""
    if not part.strip() or not part.isprintable() or len(part) > _LONGEST_PART:
        raise LetterRefused(
            _("Singkatan instansi dan kode klasifikasi harus satu baris, berisi 1 sampai %(longest)d huruf.")
            % {"longest": _LONGEST_PART}
        )


def _new(
    kind: LetterKind | str,
    agency_code: str,
    chain: str,
    subject_ref: str,
    data: Mapping[str, object],
    by: Actor,
    at: datetime,
    *,
    agency_name: str,
) -> Letter:
    form = FORMS[LetterKind(kind)]
    return Letter(
        ref=refs.new_ref("SRT", at),
        kind=form.kind.value,
        agency_code=agency_code,
        agency_name=agency_name,
        chain=chain,
        subject_ref=subject_ref,
        status=LetterStatus.DRAFT,
        data=accept(form.fields, data),
        drafted_by=by.actor_ref,
        drafted_at=at,
    )


def _seal(letter: Letter, by: Actor, at: datetime, *, day: date, head: Head) -> None:
    """Number, date, code and PDF. The register stays locked from here to the end of the transaction."""
    letter.sequence = next_sequence(letter.agency_code, day.year)
    letter.number = written_number(letter.form, letter.agency_code, letter.sequence, day)
    letter.year, letter.letter_date = day.year, day
    _refuse_a_given_number(letter, day.year)
    letter.verification_code = codes.new_code()
    seal = Seal(number=letter.number, letter_date=day, code=letter.verification_code)
    content = render(LetterKind(letter.kind), letter.data or {}, head=head, seal=seal)
    letter.pdf_sha256 = evidence.put_document(content)
    letter.agency_name, letter.letterhead = head.name, asdict(head)
    letter.status = LetterStatus.FINAL
    letter.finalised_by, letter.finalised_at = by.actor_ref, at


def _refuse_a_given_number(letter: Letter, year: int) -> None:
    """Two patterns of one year may write the same number; the database would refuse it without a word."""
    if _GIVEN(agency=letter.agency_code, years=[year], number=letter.number):
        raise PatternRefused(
            _(
                "Nomor %(number)s sudah dipakai surat lain instansi ini tahun ini, karena pola nomornya berubah. "
                "Administrator mengubah pola pada halaman nomor surat instansi supaya setiap surat bernomor sendiri."
            )
            % {"number": letter.number}
        )


def _claimed(letter_ref: str) -> Letter:
    letter = Letter.objects.select_for_update().filter(ref=letter_ref).first()
    if letter is None:
        raise NotFound(_("Surat itu tidak ditemukan."))
    return letter


def _claimed_draft(letter_ref: str) -> Letter:
    letter = _claimed(letter_ref)
    if not letter.is_draft:
        raise LetterRefused(
            _(
                "Surat ini sudah ditetapkan dengan Nomor %(number)s dan tidak dapat diubah. "
                "Bila isinya keliru, buatlah surat baru."
            )
            % {"number": letter.number}
        )
    return letter


def _require(letter: Letter, act_code: str, by: Actor, at: datetime) -> None:
    access.require(
        by,
        act_code,
        region_code=_region_of(letter.agency_code),
        agency_code=letter.agency_code,
        subject_ref=letter.subject_ref,
        at=at,
    )


def _region_of(agency_code: str) -> str:
    agency = known_agency(agency_code)
    if agency is None:
        raise NotFound(_("Instansi %(code)s belum terdaftar. Daftarkan instansi itu dahulu.") % {"code": agency_code})
    return agency.region_code


def _record(letter: Letter, verb: str, by: Actor, at: datetime) -> None:
    payload: dict[str, str | int | bool | None] = {"letter": letter.ref, "kind": letter.kind}
    if letter.number:
        payload |= {"number": letter.number, "sha256": letter.pdf_sha256}
    trail.record(chain=letter.chain, verb=verb, by=by, at=at, subject=f"letter:{letter.ref}", payload=payload)
