"""Extending, pausing and resuming a term: always with a reason and the document that allows it.

What the law gives for a piece of work is the law's to lengthen or to stop: no letter does it, whoever writes it.
Nothing that was read lengthens a term after its last day; one that a letter set is for whoever wrote it to set again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.models import Case, Deadline, DeadlineChange
from netra.cases.operations.claim import ActRefused, claim_open, names_in
from netra.cases.operations.clocks import refresh_next_due
from netra.cases.operations.days import refuse_far
from netra.intake.written_documents import named_document
from netra.law.counting import Unit
from netra.law.deadlines import compute
from netra.law.pausing import Resumed, resume
from netra.trust.access import role_scope
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.trail import record

# Who may move a term, by whose it is: never the one who owes an answer to somebody else, for he would excuse his own
# lateness; and nobody what is the accused's right or lies with the appeal body.
MOVERS: Mapping[str, tuple[Role, ...]] = {
    "SUPERVISOR": (Role.INTAKE_OFFICER, Role.PLENARY_MEMBER),
    "OVERSIGHT": (Role.OVERSIGHT_ANALYST,),
    "AGENCY": (Role.OVERSIGHT_ANALYST,),
    "AUTHORITY": (Role.OVERSIGHT_ANALYST,),
}
# Whose terms lie in the own hand: none of them sets itself a later day once the first has passed.
OWN_WORK = frozenset({"SUPERVISOR", "OVERSIGHT"})
# The day on which a decision takes effect is no term that somebody keeps or misses.
EFFECTS = frozenset({"discipline_in_force", "discipline_in_force_absent"})
# The one longer term that an election law gives beside a term of the supervisor (UU 7/2017 Ps 454(8); UU 8/2015 Ps
# 134(6)). Every other statutory term stands as it is.
LONGER_BY_LAW: Mapping[str, str] = {"bawaslu_decision": "bawaslu_decision_extended"}
# No article bounds what a letter may set; who needs more time than this writes another letter.
LONGEST_EXTENSION = timedelta(days=90)


def may_move(user: User, deadline: Deadline, *, on: date) -> bool:
    """Whether this officer may extend, pause or resume this term on that day."""
    movers = () if deadline.rule in EFFECTS else MOVERS.get(deadline.holder, ())
    return not role_scope(user, movers, on=on).is_empty


def moves_offered(user: User, deadline: Deadline, *, on: date) -> frozenset[str]:
    """The acts by which this officer may move an open term on that day, for whoever shows it."""
    acts = ("cases.deadline_resume",) if deadline.paused_date else ("cases.deadline_extend", "cases.deadline_pause")
    return frozenset(act for act in acts if not _why_not(act, user, deadline, on))


def refuse_move(act: str, user: User, deadline: Deadline, *, on: date) -> None:
    """ActRefused where this officer may not do this act with this term, whatever he would type."""
    why = _why_not(act, user, deadline, on)
    if why:
        raise ActRefused(why)


def deadline_extend(
    *, case_ref: str, deadline_id: int, due: date, reason: str, document: str, by: User, at: datetime
) -> Deadline:
    """Move the due date later, once explained. An extension never makes a term shorter.

    A term that the law gives reaches as far as the law lets it, and only before it has passed.
    """
    refuse_far(due, at, what=_("Tenggat baru"))
    with transaction.atomic():
        case, deadline, document = _claim(case_ref, deadline_id, "cases.deadline_extend", reason, document, by, at)
        if due <= deadline.due_date:
            raise ActRefused(
                _("Perpanjangan harus sesudah tenggat sekarang (%(due_date)s). Pilih tanggal lain.")
                % {"due_date": long_date(deadline.due_date)}
            )
        _refuse_too_long(deadline, due, localdate(at))
        _change(deadline, "EXTEND", due, reason, document, by, at)
        refresh_next_due(case)
        _record(case, deadline, "cases.deadline_extend", by, at, document, due=due.isoformat())
    return deadline


def deadline_pause(*, case_ref: str, deadline_id: int, reason: str, document: str, by: User, at: datetime) -> Deadline:
    """Stop the clock while another side is awaited; a paused term is not overdue."""
    with transaction.atomic():
        case, deadline, document = _claim(case_ref, deadline_id, "cases.deadline_pause", reason, document, by, at)
        if deadline.paused_date:
            raise ActRefused(_("Tenggat ini sedang dijeda. Lanjutkan dahulu sebelum menjeda lagi."))
        if deadline.is_overdue(localdate(at)):
            raise ActRefused(_nothing_left(deadline) if _is_set_by_another(deadline) else _passed(deadline))
        deadline.paused_date = localdate(at)
        _change(deadline, "PAUSE", deadline.due_date, reason, document, by, at)
        refresh_next_due(case)
        _record(case, deadline, "cases.deadline_pause", by, at, document)
    return deadline


def deadline_resume(*, case_ref: str, deadline_id: int, reason: str, document: str, by: User, at: datetime) -> Deadline:
    """Let the clock run again: what was left when it was paused is counted on from today, in the unit of the term."""
    with transaction.atomic():
        case, deadline, document = _claim(case_ref, deadline_id, "cases.deadline_resume", reason, document, by, at)
        if deadline.paused_date is None:
            raise ActRefused(_("Tenggat ini tidak sedang dijeda."))
        # A clock that jumped back gives no negative pause.
        today = max(localdate(at), deadline.paused_date)
        rest = resume(due=deadline.due_date, paused=deadline.paused_date, resumed=today, unit=Unit(deadline.unit))
        _explain(deadline, rest)
        deadline.paused_date = None
        _change(deadline, "RESUME", rest.due, reason, document, by, at)
        refresh_next_due(case)
        record(
            chain=case.chain,
            verb="cases.deadline_resume",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "rule": deadline.rule, "due": deadline.due_date.isoformat()},
        )
    return deadline


def _explain(deadline: Deadline, rest: Resumed) -> None:
    """The days counted before the pause stay; those after it are told anew."""
    paused = deadline.paused_date
    kept = [step for step in deadline.steps if paused is None or step["day"] <= paused.isoformat()]
    deadline.steps = [*kept, *({"day": step.day.isoformat(), "text": step.text} for step in rest.steps)]
    deadline.provisional = deadline.provisional or rest.provisional
    deadline.save(update_fields=["steps", "provisional"])


def _claim(
    case_ref: str, deadline_id: int, act: str, reason: str, document: str, by: User, at: datetime
) -> tuple[Case, Deadline, str]:
    """The case, the term and the paper as it is kept."""
    if not reason.strip() or not document.strip():
        raise ActRefused(_("Mengubah tenggat memerlukan alasan dan dokumen dasarnya (nomor dan tanggal surat)."))
    case = claim_open(case_ref, by=by, act=act, at=at)
    deadline = case.deadlines.filter(pk=deadline_id, met_date__isnull=True).first()
    if deadline is None:
        raise NotFound(_("Tenggat itu tidak ada atau sudah dipenuhi."))
    refuse_move(act, by, deadline, on=localdate(at))
    return case, deadline, named_document(document, on=localdate(at), people=names_in(case))


def _why_not(act: str, user: User, deadline: Deadline, on: date) -> str:
    """Why this act is not for this officer and this term; empty where it is."""
    if not may_move(user, deadline, on=on):
        return _not_his(deadline)
    if act == "cases.deadline_extend" and deadline.paused_date:
        return _("Tenggat ini sedang dijeda. Lanjutkan dahulu: yang tersisa dihitung lagi sejak hari itu.")
    if act == "cases.deadline_extend" and deadline.is_overdue(on) and not _is_set_by_another(deadline):
        return _passed(deadline)
    if deadline.source_kind != "ARTICLE" or act == "cases.deadline_resume":
        return ""
    if act == "cases.deadline_pause":
        return _(
            "%(citation)s tidak mengenal jeda: jangka waktu ini berjalan terus sampai %(due)s. Lanjutkan penanganan; "
            "bila tidak selesai, tenggat tercatat lewat dan perkara tetap dapat diputus."
        ) % {"citation": deadline.citation, "due": long_date(deadline.due_date)}
    if deadline.due_date >= _latest_by_law(deadline):
        return _(
            "Peraturan tidak memberi perpanjangan lagi atas jangka waktu ini (%(citation)s), dan tidak ada surat yang "
            "memperpanjangnya. Selesaikan sampai %(due)s; yang lewat tetap tercatat lewat."
        ) % {"citation": deadline.citation, "due": long_date(deadline.due_date)}
    return ""


def _is_set_by_another(deadline: Deadline) -> bool:
    """Whether whoever may move it gave it to somebody else by letter: a creditor may wait longer, a debtor may not."""
    return deadline.source_kind == "LETTER" and deadline.holder not in OWN_WORK


def _nothing_left(deadline: Deadline) -> str:
    return _(
        "Tenggat ini sudah lewat (%(due)s), jadi tidak ada lagi yang dapat dijeda. Bila jawabannya masih ditunggu, "
        "lembaga yang menetapkannya dapat memperpanjangnya dengan alasan dan surat baru."
    ) % {"due": long_date(deadline.due_date)}


def _passed(deadline: Deadline) -> str:
    return _(
        "Tenggat ini sudah lewat (%(due)s). Jangka waktu menurut %(citation)s tidak diperpanjang sesudah lewat; "
        "yang lewat tetap tercatat lewat. Lanjutkan penanganan: perkara tetap dapat diputus."
    ) % {"due": long_date(deadline.due_date), "citation": deadline.citation}


def _latest_by_law(deadline: Deadline) -> date:
    """The last day that the law itself gives for this work."""
    longer = LONGER_BY_LAW.get(deadline.rule)
    if longer is None:
        return deadline.due_date
    return compute(longer, deadline.start_date, election_kind=deadline.case.election_kind).due


def _refuse_too_long(deadline: Deadline, due: date, today: date) -> None:
    if deadline.source_kind == "ARTICLE":
        latest = _latest_by_law(deadline)
        if due > latest:
            raise ActRefused(
                _("Undang-undang memberi waktu paling lama sampai %(latest)s. Pilih tanggal sampai hari itu.")
                % {"latest": long_date(latest)}
            )
    elif due > today + LONGEST_EXTENSION:
        raise ActRefused(
            _(
                "Satu perpanjangan paling lama %(days)s hari dari hari ini, jadi sampai %(latest)s. Bila perlu lebih "
                "lama, perpanjang lagi kemudian dengan surat baru."
            )
            % {"days": LONGEST_EXTENSION.days, "latest": long_date(today + LONGEST_EXTENSION)}
        )


def _not_his(deadline: Deadline) -> str:
    if deadline.rule in EFFECTS:
        return _("Ini hari mulai berlakunya keputusan menurut %(citation)s, bukan jangka waktu yang dapat diubah.") % {
            "citation": deadline.citation
        }
    if deadline.holder not in MOVERS:
        return _(
            "Jangka waktu ini milik %(holder)s menurut %(citation)s; tidak ada petugas yang dapat mengubahnya."
        ) % {"holder": _(deadline.holder_name), "citation": deadline.citation}
    if deadline.source_kind == "LETTER":
        return _(
            "Jangka waktu ini ditetapkan dengan surat rekomendasi, jadi hanya dapat diubah oleh lembaga "
            "yang menetapkannya, bukan oleh yang berutang jawaban. Mintalah perpanjangan dengan surat "
            "kepada lembaga itu."
        )
    return _(
        "Jangka waktu ini milik %(holder)s menurut %(citation)s, jadi bukan surat yang mengubahnya. Kerjakan "
        "secepatnya; yang lewat tetap tercatat lewat."
    ) % {"holder": _(deadline.holder_name), "citation": deadline.citation}


def _change(deadline: Deadline, kind: str, due: date, reason: str, document: str, by: User, at: datetime) -> None:
    DeadlineChange.objects.create(
        deadline=deadline,
        kind=kind,
        old_due_date=deadline.due_date,
        new_due_date=due,
        reason=reason.strip(),
        document=document,
        changed_at=at,
        changed_by=by.actor_ref,
    )
    deadline.due_date = due
    deadline.save(update_fields=["due_date", "paused_date"])


def _record(case: Case, deadline: Deadline, act: str, by: User, at: datetime, document: str, **more: str) -> None:
    record(
        chain=case.chain,
        verb=act,
        by=by,
        at=at,
        subject=case.chain,
        payload={"case": case.ref, "rule": deadline.rule, "document": document, **more},
    )
