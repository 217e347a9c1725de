"""Signing a pact or refusing it: by a personal link, or at a ceremony with a list that the unit enters."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterKind
from netra.letters.operations import letter_issue
from netra.prevention.access import require_for
from netra.prevention.entries import Present
from netra.prevention.fingerprints import of_people, of_words
from netra.prevention.guessing import prove_digits
from netra.prevention.meeting_entries import File
from netra.prevention.models import Pact, PactAnswer
from netra.prevention.operations.attendance import AttendanceResult, in_batches
from netra.prevention.operations.pacts import PactRefused, demand, tell
from netra.prevention.operations.proofs import receive_proof
from netra.prevention.pact_access import RECORD, answers_seen, pact_for, reached, signers
from netra.prevention.pact_states import PactReply
from netra.prevention.pact_words import signed_paper
from netra.prevention.personal_links import link_behind
from netra.prevention.rejected_lines import RejectedLine, keep
from netra.registry.models import CivilServant, PositionSpell
from netra.registry.queries import agency_on, position_of
from netra.trust.access import require_role
from netra.trust.actors import LinkActor
from netra.trust.errors import NotFound
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.trail import record

SIGN, REFUSE = "prevention.pact_sign", "prevention.pact_refuse"
REFUSAL, LETTER = "prevention.pact_refusal_record", "prevention.pact_letter"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class PactReading:
    """What somebody has before them: the text, and what they answered so far, a signature before a refusal."""

    pact: Pact
    person: CivilServant
    answer: PactAnswer | None


def pact_reading(*, token: str, digits: str, at: datetime) -> PactReading:
    """The pact behind a personal link, for whoever proves it. Fails with NotFound, WrongLastDigits or PactRefused."""
    pact, person = _meant(token, digits, at)
    said = _said(pact, person)
    if said is None:
        _asked(pact, person, localdate(at))
    return PactReading(pact, person, said)


def pact_sign(*, token: str, digits: str, at: datetime) -> PactReading:
    """Sign it. Twice is once; who refused before may sign. Fails like `pact_reading`."""
    pact, person = _meant(token, digits, at)
    with transaction.atomic():
        said = _said(pact, _alone(person))
        if said is None or said.reply == PactReply.REFUSED:
            spell = _asked(pact, person, localdate(at))
            said = _answer(pact, spell, PactReply.SIGNED, localdate(at), at)
            said.save(force_insert=True)
            _tell_own(SIGN, said, at)
    return PactReading(pact, person, said)


def pact_refuse(*, token: str, digits: str, reason: str, at: datetime) -> PactReading:
    """Refuse it, and say why. The first reason stays; a signature is not taken back. Fails like `pact_reading`."""
    pact, person = _meant(token, digits, at)
    why = _reason(reason)
    with transaction.atomic():
        said = _said(pact, _alone(person))
        if said is None:
            said = _answer(pact, _asked(pact, person, localdate(at)), PactReply.REFUSED, localdate(at), at)
            said.reason = why
            said.save(force_insert=True)
            _tell_own(REFUSE, said, at, sha256=of_words(why))
        elif said.reply == PactReply.SIGNED:
            raise PactRefused(_already(said))
    return PactReading(pact, person, said)


def pact_record(
    *, pact_ref: str, held_date: date, present: Sequence[Present], by: User, at: datetime, proof: File | None = None
) -> AttendanceResult:
    """Write down who signed at a ceremony of that day. A bad line never loses a good one; the same list twice changes
    nothing. A list of a day before the withdrawal still counts. Fails with NotFound, NotAllowed or PactRefused.
    """
    demand(bool(present), _("Daftarnya kosong. Tuliskan sekurangnya satu NIP."))
    with transaction.atomic():
        pact = _held(pact_ref, held_date, RECORD, by, at)
        proof_ref = receive_proof(proof, chain=pact.chain, note=pact.ref, by=by, at=at)
        spells, rejected = _told_apart(pact, held_date, present, by)
        # Who signs by their link at this moment is waited for, in one order.
        people_pks = [spell.civil_servant_id for spell in spells]
        list(CivilServant.objects.select_for_update(no_key=True).filter(pk__in=people_pks).order_by("pk"))
        known = set(pact.answers.filter(reply=PactReply.SIGNED).values_list("civil_servant_id", flat=True))
        fresh = [
            _answer(pact, spell, PactReply.SIGNED, held_date, at, writer=by.actor_ref, proof_ref=proof_ref)
            for spell in spells
            if spell.civil_servant_id not in known
        ]
        PactAnswer.objects.bulk_create(fresh, batch_size=_BATCH)
        counts = {"recorded": len(fresh), "rejected": len(rejected)}
        people = of_people(each.civil_servant.ref for each in fresh)
        tell(pact, RECORD, by, at, date=held_date.isoformat(), evidence=proof_ref, sha256=people, **counts)
        keep(pact.ref, rejected, by=by, at=at)
    return AttendanceResult(len(fresh), len(spells) - len(fresh), rejected)


def pact_refusal_record(
    *, pact_ref: str, nip: str, held_date: date, reason: str, by: User, at: datetime, proof: File | None = None
) -> PactAnswer:
    """Write down that somebody refused on that day, and why. Fails with NotFound, NotAllowed or PactRefused."""
    why = _reason(reason)
    with transaction.atomic():
        pact = _held(pact_ref, held_date, REFUSAL, by, at)
        spells, rejected = _told_apart(pact, held_date, [Present(1, "".join(nip.split()))], by)
        if not spells:
            raise PactRefused(rejected[0].reason)
        spell = spells[0]
        _alone(spell.civil_servant)
        said = _said(pact, spell.civil_servant)
        if said is not None:
            raise PactRefused(_already(said))
        proof_ref = receive_proof(proof, chain=pact.chain, note=pact.ref, by=by, at=at)
        said = _answer(pact, spell, PactReply.REFUSED, held_date, at, writer=by.actor_ref, proof_ref=proof_ref)
        said.reason = why
        said.save(force_insert=True)
        told = {"person": said.civil_servant.ref, "date": held_date.isoformat(), "sha256": of_words(why)}
        tell(pact, REFUSAL, by, at, evidence=proof_ref, **told)
    return said


def pact_letter(*, pact_ref: str, person_ref: str, by: User, at: datetime) -> PactAnswer:
    """The pact as one person signed it, as a numbered paper; drawn once. Fails with NotFound or NotAllowed."""
    today = localdate(at)
    with transaction.atomic():
        pact = pact_for(by, pact_ref, on=today)
        require_for(by, LETTER, agency_on(pact.agency_code, today), at=at, on=today)
        mine = answers_seen(by, pact, on=today).filter(reply=PactReply.SIGNED, civil_servant__ref=person_ref)
        answer = mine.select_for_update(of=("self",)).first()
        if answer is None:
            raise NotFound(_("Tanda tangan itu tidak ada, atau bukan instansi Anda."))
        if not answer.letter_ref:
            spell = position_of(answer.civil_servant, answer.answered_date)
            letter = letter_issue(
                kind=LetterKind.INTEGRITY_PACT,
                agency_code=pact.agency_code,
                chain=pact.chain,
                subject_ref=pact.ref,
                data=signed_paper(pact, answer, spell, on=today),
                by=by,
                at=at,
                dated=answer.answered_date,
            )
            answer.letter_ref = letter.ref
            answer.save(update_fields=["letter_ref"])
            tell(pact, LETTER, by, at, person=person_ref, letter=letter.ref)
    return answer


def _meant(token: str, digits: str, at: datetime) -> tuple[Pact, CivilServant]:
    link = link_behind(token)
    pact = Pact.objects.filter(ref=link.subject_ref).first()
    person = CivilServant.objects.filter(ref=link.person_ref).first()
    if pact is None or person is None:
        raise NotFound(_("Tautan ini tidak berlaku lagi. Mintalah tautan baru kepada bagian kepegawaian Anda."))
    prove_digits(link, person, digits, at)
    return pact, person


def _alone(person: CivilServant) -> CivilServant:
    """One answer of a person at a time: a second tap waits here."""
    return CivilServant.objects.select_for_update(no_key=True).get(pk=person.pk)


def _said(pact: Pact, person: CivilServant) -> PactAnswer | None:
    """What this person answered last: who signed after a refusal, signed."""
    return PactAnswer.objects.filter(pact=pact, civil_servant=person).order_by("-pk").first()


def _asked(pact: Pact, person: CivilServant, on: date) -> PositionSpell:
    """The post by which this person is asked on that day. Fails with PactRefused, saying why not."""
    refuse_closed(pact, on)
    spell = signers(pact, on).filter(civil_servant=person).select_related("agency", "unit", "civil_servant").first()
    if spell is None:
        raise PactRefused(
            _(
                "Menurut registri, Anda hari ini tidak termasuk yang diminta menandatangani pakta ini, misalnya karena "
                "pindah atau pensiun. Bila itu keliru, beri tahu bagian kepegawaian Anda."
            )
        )
    return spell


def refuse_closed(pact: Pact, on: date) -> None:
    """Refuse a day on which nobody signs this version: before it was opened, replaced or withdrawn."""
    later = pact.next_version
    if later is not None and later.open_date <= on:
        raise PactRefused(
            _("Teks ini sudah diganti versi %(version)d pada %(day)s. Mintalah tautan untuk versi itu.")
            % {"version": later.version, "day": long_date(later.open_date)}
        )
    if pact.withdrawn_date is not None and on >= pact.withdrawn_date:
        raise PactRefused(
            _(
                "Pakta ini dicabut pada %(day)s, jadi tidak ditandatangani lagi. Yang sudah menandatangani tetap "
                "tercatat."
            )
            % {"day": long_date(pact.withdrawn_date)}
        )
    demand(on >= pact.open_date, _("Pada hari itu pakta ini belum dibuka. Periksa tanggalnya."))


def _held(ref: str, held: date, act: str, by: User, at: datetime) -> Pact:
    """The pact, on a day on which it could be signed; entered later by whoever writes for its people."""
    today = localdate(at)
    pact = pact_for(by, ref, on=today)
    require_role(by, act, at=at)
    # Two lists at once: the second waits and finds what the first has written.
    pact = Pact.objects.select_for_update(of=("self",)).get(pk=pact.pk)
    demand(held <= today, _("Hari upacaranya belum tiba. Periksa tanggalnya."))
    refuse_closed(pact, held)
    return pact


def _told_apart(
    pact: Pact, held: date, present: Sequence[Present], by: User
) -> tuple[list[PositionSpell], list[RejectedLine]]:
    """Those who can be written down, and the lines that cannot, in the order of the list."""
    taken: dict[str, PositionSpell] = {}
    rejected: list[RejectedLine] = []
    for batch in in_batches(present):
        rows = reached(by, RECORD, pact, on=held).filter(civil_servant__nip__in=[line.nip for line in batch])
        found = {spell.civil_servant.nip: spell for spell in rows.select_related("civil_servant", "agency", "unit")}
        for line in batch:
            reason = _not_taken(line.nip, found, taken)
            if reason:
                rejected.append(RejectedLine(line.line, line.nip, reason))
            else:
                taken[line.nip] = found[line.nip]
    return list(taken.values()), rejected


def _not_taken(nip: str, found: Mapping[str, PositionSpell], taken: Collection[str]) -> str:
    """Why a line is not taken. Whom the clerk may not see is not told apart from a stranger."""
    if nip in taken:
        return _("NIP ini tertulis lebih dari sekali pada daftar; cukup sekali.")
    if nip in found:
        return ""
    return _(
        "Pada hari itu NIP ini tidak termasuk yang diminta menandatangani di instansi atau unit Anda. Periksa angkanya."
    )


def _answer(
    pact: Pact,
    spell: PositionSpell,
    reply: PactReply,
    day: date,
    at: datetime,
    *,
    writer: str = "",
    proof_ref: str = "",
) -> PactAnswer:
    return PactAnswer(
        pact=pact,
        civil_servant=spell.civil_servant,
        agency_code=spell.agency.code,
        unit_code=spell.unit.code if spell.unit else "",
        reply=reply,
        answered_date=day,
        entered_at=at,
        entered_by=writer,
        proof_ref=proof_ref,
    )


def _reason(reason: str) -> str:
    why = " ".join(reason.split())
    demand(bool(why), _("Penolakan memerlukan alasan tertulis."))
    return why


def _already(said: PactAnswer) -> str:
    told = {"day": long_date(said.answered_date)}
    if said.reply == PactReply.SIGNED:
        return _("Pakta ini sudah ditandatangani pada %(day)s; yang sudah tercatat tidak berubah.") % told
    return _("Penolakan pegawai ini sudah tercatat pada %(day)s dan tidak berubah.") % told


def _tell_own(act: str, said: PactAnswer, at: datetime, **more: str) -> None:
    """In the chain of the pact's agency, by the person behind the link."""
    record(
        chain=said.pact.chain,
        verb=act,
        by=LinkActor(said.civil_servant.ref),
        at=at,
        subject=f"pact:{said.pact.ref}",
        payload={"pact": said.pact.ref, **more},
    )
