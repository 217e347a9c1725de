"""The accused answers, before any decision: through a personal link without an account, or to an officer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.fitting import why_not_addressed
from netra.cases.links import PURPOSE, party_by_link, subject_of
from netra.cases.models import Answer, Case, Party
from netra.cases.operations.advice import claim_advice
from netra.cases.operations.claim import ActRefused, WrongState, claim, claim_open, party_of
from netra.cases.papers import evidence_for
from netra.intake.uploads import NewFile
from netra.trust import evidence
from netra.trust.actors import Actor
from netra.trust.links import issue, revoke_all
from netra.trust.models import Link, User
from netra.trust.trail import record


def answer_link_issue(
    *, case_ref: str, party: int, until: datetime, shown: tuple[str, ...] = (), by: User, at: datetime
) -> str:
    """A personal link's secret for one accused, to read the allegation and answer it. Its event is the link's own.

    `shown` is the evidence that he may see there, chosen by the officer. A new link replaces the choice, and ends the
    one before: whoever asks for another link has lost the first, or it went to the wrong person.
    """
    if until <= at:
        raise ActRefused(_("Tautan itu sudah berakhir sebelum dibuat. Pilih hari mulai hari ini."))
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="trust.link_issue", at=at)
        accused = party_of(case, party, by=by, on=localdate(at))
        if accused.left_kind:
            raise ActRefused(why_not_addressed(accused))
        unknown = sorted(set(shown) - {item.ref for item in evidence_for(by, case, on=localdate(at))})
        if unknown:
            raise ActRefused(
                _("Bukti %(unknown)s tidak ada pada perkara ini. Pilih dari daftar.") % {"unknown": ", ".join(unknown)}
            )
        accused.shown_evidence_refs = list(shown)
        accused.save(update_fields=["shown_evidence_refs"])
        subject = subject_of(accused)
        revoke_all(purpose=PURPOSE, subject=subject, by=by, at=at)
        _link, secret = issue(purpose=PURPOSE, subject=subject, until=until, by=by, at=at, chain=case.chain)
    return secret


def answer_link_revoke(*, case_ref: str, party: int, by: User, at: datetime) -> list[Link]:
    """End the link of one accused at once, also after the end of the case. Its event is the link's own."""
    with transaction.atomic():
        case = claim(case_ref, by=by, act="trust.link_revoke", at=at)
        accused = party_of(case, party, by=by, on=localdate(at))
        ended = revoke_all(purpose=PURPOSE, subject=subject_of(accused), by=by, at=at)
        if not ended:
            raise ActRefused(
                _("Terlapor T%(party)s tidak memegang tautan yang masih berlaku, jadi tidak ada yang dicabut.")
                % {"party": party}
            )
    return ended


def answer_give(
    *,
    secret: str,
    text: str,
    files: Sequence[NewFile] = (),
    evidence_refs: tuple[str, ...] = (),
    advice: str = "",
    at: datetime,
) -> Answer:
    """The accused answers by personal link; files become evidence of the case in the same transaction. `advice` is the
    number of a written answer that he says he followed.

    Fails with AdviceUnknown, NotFound, WrongState, ActRefused or EvidenceRefused.
    """
    party, link = party_by_link(secret, at=at)
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=party.case_id)
        if case.is_ended:
            raise WrongState(
                _("Perkara %(case)s sudah berakhir, jadi jawaban tidak dapat ditambahkan lagi.") % {"case": case.ref}
            )
        evidence.demand_room(sum(file.size for file in files), by=link.actor, chain=case.chain)
        return _store(case, party, text, files, evidence_refs, advice, "cases.answer_give", link.actor, at)


def answer_record(
    *,
    case_ref: str,
    party: int,
    text: str,
    files: Sequence[NewFile] = (),
    evidence_refs: tuple[str, ...] = (),
    advice: str = "",
    by: User,
    at: datetime,
) -> Answer:
    """An officer records an answer given by letter or in person."""
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.answer_record", at=at)
        accused = party_of(case, party, by=by, on=localdate(at))
        return _store(case, accused, text, files, evidence_refs, advice, "cases.answer_record", by, at)


def _store(
    case: Case,
    party: Party,
    text: str,
    files: Sequence[NewFile],
    evidence_refs: tuple[str, ...],
    advice: str,
    verb: str,
    by: Actor,
    at: datetime,
) -> Answer:
    if not text.strip():
        raise ActRefused(_("Jawaban masih kosong. Tuliskan jawaban, lalu kirim lagi."))
    received = [
        evidence.receive(content=file.content, original_name=file.name, by=by, at=at, chain=case.chain).ref
        for file in files
    ]
    answer = Answer.objects.create(
        party=party,
        text=text.strip(),
        given_at=at,
        author_ref=by.actor_ref,
        evidence_refs=[*evidence_refs, *received],
    )
    cited = claim_advice(party, advice, by=by, at=at)
    record(
        chain=case.chain,
        verb=verb,
        by=by,
        at=at,
        subject=case.chain,
        payload={"case": case.ref, "party": party.ordinal, **({"advice": cited} if cited else {})},
    )
    return answer
