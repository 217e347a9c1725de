"""Pengingat, pemblokiran and its lifting: the oversight body watches what is owed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.access import visible_to
from netra.cases.bypass import bypassed, superior_told
from netra.cases.letters import LetterData
from netra.cases.models import Case, Deadline, Party
from netra.cases.models.allegation import HELD
from netra.cases.operations import ActRefused
from netra.cases.operations.claim import refuse_own_case
from netra.cases.own_case import accused_head
from netra.law.bodies import oversight_body
from netra.letters.operations import letter_issue
from netra.registry.queries import appointing_authority_of
from netra.sanctions import letters
from netra.sanctions.duties import duties, duty_of, sued, unfinal
from netra.sanctions.models import DataBlock, Proceeding, Reminder
from netra.sanctions.operations.claim import claim, claim_party, demand, keep
from netra.trust.access import require
from netra.trust.errors import NotFound
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.trail import record

PERBKN_1_2023 = date(2023, 1, 10)


def reminder_issue(*, deadline_id: int, by: User, at: datetime) -> Reminder:
    """Remind an appointing authority of an overdue term, by letter, with a copy to its superior."""
    with transaction.atomic():
        deadline = (
            Deadline.objects.select_for_update(of=("self",))
            .select_related("case")
            .filter(pk=deadline_id, case__in=visible_to(by, on=localdate(at)))
            .first()
        )
        if deadline is None:
            raise NotFound(_("Kewajiban itu tidak ditemukan."))
        refuse_own_case(deadline.case, by)
        require(by, "sanctions.reminder_issue", agency_code=deadline.agency_code, at=at)
        if not deadline.is_overdue(localdate(at)):
            raise ActRefused(
                _(
                    "Kewajiban ini belum lewat waktu (jatuh tempo %(due_date)s) atau sudah dipenuhi, jadi belum "
                    "perlu pengingat."
                )
                % {"due_date": long_date(deadline.due_date)}
            )
        written = partial(letters.reminder, deadline)
        subject = deadline.subject_ref or deadline.case.ref
        reminder = _send(deadline.case, deadline.agency_code, written, subject=subject, by=by, at=at, deadline=deadline)
        record(
            chain=deadline.case.chain,
            verb="sanctions.reminder_issue",
            by=by,
            at=at,
            subject=deadline.case.chain,
            payload={
                "case": deadline.case.ref,
                "proceeding": deadline.subject_ref,
                "rule": deadline.rule,
                "letter": reminder.letter_ref,
            },
        )
    return reminder


def duty_remind(*, ref: str, by: User, at: datetime) -> Reminder:
    """Remind an appointing authority of a decision it has not carried out, or not given back, though no term runs."""
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.duty_remind", at=at)
        on = localdate(at)
        waiting = (each.filter(pk=proceeding.pk).first() for each in (duties(), sued(), unfinal(on=on)))
        owed = next(filter(None, waiting), None)
        if owed is None:
            raise ActRefused(
                _(
                    "Pada penanganan ini tidak ada keputusan yang menunggu dinyatakan tetap, dilaksanakan, atau "
                    "dipulihkan, jadi tidak perlu pengingat."
                )
            )
        duty = duty_of(owed)
        written = partial(letters.duty_reminder, duty)
        case, agency_code = proceeding.case, proceeding.agency_code
        reminder = _send(case, agency_code, written, subject=ref, by=by, at=at, proceeding=proceeding)
        citation = str(duty.source or "")
        keep(proceeding, "sanctions.duty_remind", by=by, at=at, citation=citation, letter=reminder.letter_ref)
    return reminder


def _send(
    case: Case,
    agency_code: str,
    written: Callable[[str, str, date], LetterData],
    *,
    subject: str,
    by: User,
    at: datetime,
    deadline: Deadline | None = None,
    proceeding: Proceeding | None = None,
) -> Reminder:
    """The letter of the oversight body to the authority and its superior, and the row that keeps it."""
    if agency_code in bypassed(case):
        raise ActRefused(
            _(
                "Perkara ini dilewatkan dari instansi itu karena atasannya yang dilaporkan, jadi tidak ada surat "
                "tentang perkara ini yang dikirim ke sana. Bawa kewajiban ini ke pleno Bawaslu."
            )
        )
    authority = appointing_authority_of(agency_code, localdate(at))
    if authority is None:
        raise ActRefused(_("Pejabat Pembina Kepegawaian instansi itu belum tercatat di registri. Lengkapi dahulu."))
    superior = superior_told(case, authority, on=localdate(at))
    addressee, superior = _instead_of_accused(case, agency_code, superior, localdate(at)) or (
        authority.office_title,
        superior,
    )
    letter = letter_issue(
        kind="REMINDER",
        agency_code=oversight_body(localdate(at)).code,
        chain=case.chain,
        subject_ref=subject,
        data=written(addressee, superior, localdate(at)),
        by=by,
        at=at,
    )
    return Reminder.objects.create(
        case=case,
        deadline=deadline,
        proceeding=proceeding,
        agency_code=agency_code,
        superior_title=superior[:200],
        letter_ref=letter.ref,
        issued_at=at,
    )


def _instead_of_accused(case: Case, agency_code: str, superior: str, on: date) -> tuple[str, str] | None:
    """The next above and no copy, where the authority may be accused himself; None where he is not.

    Fails with ActRefused where the registry knows nobody above him who may be told.
    """
    head = accused_head(case, agency_code, on=on)
    if head is None:
        return None
    if not superior:
        raise ActRefused(
            _(
                "Pengingat ini tertuju kepada %(title)s, yang menurut daftar pejabat ialah terlapor sendiri, dan "
                "atasannya yang boleh diberi tahu belum tercatat. Minta administrator mengisi atasan pejabat itu, atau "
                "bawa kewajiban ini ke instansi lain yang membawahinya. Bila hanya senama, minta administrator mengisi "
                "NIP pejabat itu dalam daftar pejabat, dan pastikan NIP terlapor."
            )
            % {"title": head.office_title}
        )
    return superior, ""


def data_block(*, case_ref: str, party: int, reason: str, by: User, at: datetime) -> DataBlock:
    """Block one accused's personnel data until the authority acts (PerBKN 1/2023). Only while something is overdue."""
    why = demand(reason, _("Pemblokiran memerlukan alasan tertulis."))
    with transaction.atomic():
        case, accused = claim_party(case_ref, party, by=by, act="sanctions.data_block", at=at)
        if not accused.allegations.filter(state__in=HELD).exists():
            raise ActRefused(
                _(
                    "Tidak ada dugaan yang berlaku terhadap terlapor ini, jadi datanya tidak diblokir. Bila dugaannya "
                    "sudah dihentikan, tidak ada lagi yang terutang tentang dirinya."
                )
            )
        if not _owes(accused, at):
            raise ActRefused(_("Tidak ada kewajiban yang lewat waktu mengenai terlapor ini, jadi data tidak diblokir."))
        if accused.blocks.filter(unblocked_at__isnull=True).exists():
            raise ActRefused(_("Data terlapor ini sedang diblokir."))
        block = DataBlock.objects.create(party=accused, blocked_at=at, reason=why)
        _keep_block(case, accused, "sanctions.data_block", by, at)
    return block


def _owes(accused: Party, at: datetime) -> bool:
    """A term about this person, or about one of his proceedings, that has run out."""
    subjects = [accused.ref, *accused.proceedings.values_list("ref", flat=True)]
    open_terms = Deadline.objects.filter(case=accused.case, subject_ref__in=subjects, met_date__isnull=True)
    return any(term.agency_code and term.is_overdue(localdate(at)) for term in open_terms)


def _keep_block(case: Case, accused: Party, act: str, by: User, at: datetime) -> None:
    payload: dict[str, str | int | bool | None] = {"case": case.ref, "party": accused.ordinal}
    # Before that day data were blocked too, on what regulation was not read; none is invented.
    rule = "PerBKN 1/2023" if localdate(at) >= PERBKN_1_2023 else ""
    record(chain=case.chain, verb=act, by=by, at=at, subject=case.chain, payload=payload, citation=rule)


def data_unblock(*, case_ref: str, party: int, reason: str, by: User, at: datetime) -> DataBlock:
    """Lift the block, with the proof that the authority acted."""
    why = demand(reason, _("Membuka blokir memerlukan alasan tertulis, misalnya nomor keputusan yang dijatuhkan."))
    with transaction.atomic():
        case, accused = claim_party(case_ref, party, by=by, act="sanctions.data_unblock", at=at)
        block = accused.blocks.filter(unblocked_at__isnull=True).first()
        if block is None:
            raise ActRefused(_("Tidak ada pemblokiran yang sedang berjalan atas data terlapor ini."))
        block.unblocked_at = at
        block.unblock_reason = why
        block.save(update_fields=["unblocked_at", "unblock_reason"])
        _keep_block(case, accused, "sanctions.data_unblock", by, at)
    return block
