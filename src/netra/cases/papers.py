"""The papers of a case: its letters and evidence, and which of them somebody who sees the case may open."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from netra.cases.access import (
    AGENCY_READERS,
    AGENCY_ROLES,
    SUPERVISORS,
    case_for,
    handled_by,
    nothing_left,
    people_hidden,
    people_in,
    reads_everybody,
    sent_about,
)
from netra.cases.bypass import bypassed
from netra.cases.links import party_by_link
from netra.cases.models import Allegation, Case, Clarification, Party, Recommendation
from netra.cases.models.allegation import AllegationState
from netra.cases.sealing import evidence_sent_by, letters_about, sealed_people
from netra.cases.states import SEALED_ENDS
from netra.law.bodies import oversight_body
from netra.letters import queries as letters
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.supervision.queries import proofs_of
from netra.trust import evidence
from netra.trust.access import NotAllowed, role_scope
from netra.trust.acts import Role
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound, Refused
from netra.trust.models import EvidenceItem, User

# What the supervisor and the oversight body hand to the agency; an invitation may name a witness and stays with them.
HANDED_ON = frozenset(
    {LetterKind.STUDY, LetterKind.REFERRAL, LetterKind.RECOMMENDATION, LetterKind.REMINDER, LetterKind.CRIME_REFERRAL}
)
# Written about all accused together. Where an agency may not read of one of them it asks the supervisor for an excerpt.
ABOUT_EVERYBODY = frozenset({LetterKind.STUDY, LetterKind.REFERRAL})
# What was written about one accused of the case, under the reference of the case itself.
ADDRESSED: tuple[type[Clarification | Recommendation], ...] = (Clarification, Recommendation)

# One rule on every route: whoever referred the case reads what is copied to him (who examines, how it was decided: he
# watches over that, UU 7/2017 Ps 93), not the call, which goes to the accused alone, nor what was said where nobody
# else may attend: an examination is closed (PP 94/2021 Ps 27(2), PP 53/2010 Ps 24(2)). Of the council's hearing PP
# 42/2004 does not say so; that it is treated alike is derived.
CALLS = frozenset({LetterKind.SUMMONS_1, LetterKind.SUMMONS_2, LetterKind.COUNCIL_SUMMONS})
SAID_INSIDE = frozenset(
    {
        LetterKind.EXAMINATION_RECORD,
        LetterKind.EXAMINATION_REPORT,
        LetterKind.COUNCIL_DECISION,
        LetterKind.MORAL_STATEMENT_CLOSED,
    }
)
CLOSED_LETTERS = CALLS | SAID_INSIDE
READERS_OF_CLOSED = (Role.OVERSIGHT_ANALYST, Role.AUDITOR)


class Sealed(Refused):
    """The case, or the part of it that the paper is about, ended without a proven breach: closed until it is erased."""


def is_sealed(case: Case) -> bool:
    """Whether the people of this case are no longer shown: it ended unproven, withdrawn or expired."""
    return case.state in SEALED_ENDS


def sees_all(user: User, case: Case, *, on: date) -> bool:
    """Whether this user reads the case as supervisor, oversight body or auditor of its place, not as an agency.

    The auditor of an agency reads what his agency reads: neither he nor it may learn who reported.
    """
    return reads_everybody(user, on=on) or audits_place(user, case, on)


def audits_place(user: User, case: Case, on: date) -> bool:
    """Whether this user audits the place of the case: to such an auditor nothing of it is sealed."""
    return role_scope(user, (Role.AUDITOR,), on=on).covers(region_code=case.region_code)


def may_open_papers(user: User, case: Case, *, on: date) -> bool:
    """Whether letters and evidence open at all: a sealed case opens to the auditor of its place alone."""
    return not is_sealed(case) or audits_place(user, case, on)


def closed_papers(user: User, case: Case, *, on: date) -> frozenset[str]:
    """The references of letters and evidence about those alone who were cleared, closed to all but such an auditor."""
    people = [] if audits_place(user, case, on) else sealed_people(case.ref)
    about_them = {letter.ref for letter in letters_about(case, people)}
    return frozenset(about_them | {item.ref for item in evidence_sent_by(case, people)})


def letters_for(user: User, case: Case, *, on: date, hidden: Collection[Party] | None = None) -> list[Letter]:
    """The letters of the case, oldest first: final ones, one's own drafts, and for an agency what is its business.

    `hidden` are those of whom this user may not read (`people_hidden`), from whoever has asked already.
    """
    written = letters.letters_of(case.chain)
    shown = [each for each in written if not each.is_draft or each.drafted_by == user.actor_ref]
    shown = _by_role(user, case, shown, on)
    hidden = people_hidden(user, case, on=on) if hidden is None else hidden
    return _without(hidden, shown, user, case, on) if hidden else shown


def _by_role(user: User, case: Case, shown: list[Letter], on: date) -> list[Letter]:
    if audits_place(user, case, on) or not role_scope(user, (Role.OVERSIGHT_ANALYST,), on=on).is_empty:
        return shown
    if reads_everybody(user, on=on):
        return [each for each in shown if each.kind not in CLOSED_LETTERS]
    own = role_scope(user, AGENCY_READERS, on=on).agencies
    return [each for each in shown if each.agency_code in own or each.kind in HANDED_ON]


def _without(hidden: Collection[Party], shown: list[Letter], user: User, case: Case, on: date) -> list[Letter]:
    """The letters that tell of nobody hidden; what was written about all together names the hidden too."""
    own = role_scope(user, AGENCY_READERS, on=on).agencies
    about = (model.objects.filter(party__in=hidden).values_list("letter_ref", flat=True) for model in ADDRESSED)
    told = {ref for refs in about for ref in refs}
    others = {each.pk for each in hidden}
    subjects = {case.ref, *(each.ref for each in case.parties.all() if each.pk not in others)}
    return [
        each
        for each in shown
        if each.agency_code in own
        or (each.subject_ref in subjects and each.ref not in told and not tells_of(hidden, each))
    ]


def tells_of(people: Collection[Party], letter: Letter) -> bool:
    """Whether a letter about all together names one of these: a referral leaves out whoever was cleared before it."""
    if letter.kind == LetterKind.REFERRAL and letter.finalised_at is not None:
        cleared = Q(state=AllegationState.DROPPED, decided_at__lte=letter.finalised_at)
        return Allegation.objects.filter(~cleared, party__in=people).exists()
    return letter.kind in ABOUT_EVERYBODY


@dataclass(frozen=True, slots=True)
class Paper:
    """A letter as a file."""

    letter: Letter
    content: bytes


def letter_of(user: User, case_ref: str, letter_ref: str, *, on: date) -> Letter:
    """One letter of a case. Fails with NotFound for a stranger and for another's draft, with Sealed, and with
    NotAllowed for whoever may be accused in it.
    """
    case = case_for(user, case_ref, on=on)
    found = next((each for each in letters_for(user, case, on=on) if each.ref == letter_ref), None)
    if found is None:
        raise NotFound(_("Surat itu tidak ada pada perkara ini."))
    _refuse_sealed(user, case, letter_ref, on)
    return found


def letter_pdf(user: User, case_ref: str, letter_ref: str, *, on: date) -> Paper:
    """It as PDF. Fails like `letter_of`."""
    found = letter_of(user, case_ref, letter_ref, on=on)
    return Paper(found, letters.pdf(found.ref))


def certifiable(user: User, case: Case, shown: Collection[Letter], *, on: date) -> frozenset[str]:
    """Which of the letters shown to this user are final and his to copy: those that his own office issued."""
    supervises = not role_scope(user, SUPERVISORS, on=on).is_empty
    oversees = not role_scope(user, (Role.OVERSIGHT_ANALYST,), on=on).is_empty
    own = role_scope(user, AGENCY_ROLES, on=on).agencies
    return frozenset(
        each.ref
        for each in shown
        if each.is_final
        and each.letter_date is not None
        and (
            each.agency_code in own
            or (supervises and each.agency_code == case.handling_agency_code)
            or (oversees and each.agency_code == oversight_body(each.letter_date).code)
        )
    )


def letter_to_certify(user: User, case_ref: str, letter_ref: str, *, on: date) -> Letter:
    """A letter whose copy this user's office may certify. Fails like `letter_of`, and with NotAllowed."""
    found = letter_of(user, case_ref, letter_ref, on=on)
    if found.ref not in certifiable(user, case_for(user, case_ref, on=on), [found], on=on):
        raise NotAllowed(_("Salinan sah dibuat oleh kantor yang menerbitkan surat itu, setelah surat ditetapkan."))
    return found


def report_evidence(case: Case) -> list[EvidenceItem]:
    """The files of the report it came from, oldest first: with it, and sent later by the code."""
    return evidence.items_of(f"report:{case.report_ref}") if case.report_ref else []


def own_evidence(case: Case) -> list[EvidenceItem]:
    """The files of the supervisors' own observation, where the case came of one, and those added to the case."""
    return [*proofs_of(case.observation_ref), *evidence.items_of(case.chain)]


def evidence_for(user: User, case: Case, *, on: date, hidden: Collection[Party] | None = None) -> list[EvidenceItem]:
    """What this user may open of the case and of its report, oldest first, destroyed items included.

    An agency reads of the report what the supervisor released to it; see `operations.evidence_release`. What came with
    the answer of an accused whom it may not read of stays closed to it; `hidden` is as in `letters_for`.
    """
    of_report = report_evidence(case)
    if not sees_all(user, case, on=on):
        released = _released_to(user, case, on)
        of_report = [item for item in of_report if item.ref in released]
    hidden = people_hidden(user, case, on=on) if hidden is None else hidden
    of_others = {item.ref for item in evidence_sent_by(case, hidden)} if hidden else set()
    return [*of_report, *(item for item in own_evidence(case) if item.ref not in of_others)]


def _released_to(user: User, case: Case, on: date) -> frozenset[str]:
    """The files of the report that his agency may read; who is assigned to the case reads for any agency of it."""
    by_agency = case.released
    own = role_scope(user, AGENCY_READERS, on=on).agencies or by_agency.keys()
    return frozenset(ref for code, refs in by_agency.items() if code in own for ref in refs)


def reading_agencies(case: Case) -> list[str]:
    """The codes of the agencies that handle the accused, as far as known; never one that the case goes past."""
    return readers_among(case, reached_by(case))


_CLEARED = AskedAgain(lambda case: Party.objects.filter(nothing_left(), case=case).values_list("pk", flat=True))


def reached_by(case: Case) -> dict[int, str]:
    """By accused the agency that handles him; without those who were cleared before the case reached any agency."""
    cleared = set(_CLEARED(case=case.pk))
    return handled_by((each for each in people_in(case) if each.pk not in cleared), sent_about(case))


def readers_among(case: Case, handling: Mapping[int, str]) -> list[str]:
    """The agencies that read the case, for whoever has asked already which handles each accused."""
    return sorted({*handling.values()} - {""} - bypassed(case))


def withheld(case: Case, held: Collection[EvidenceItem]) -> dict[str, list[str]]:
    """By file of the report, of those that somebody may open: the agencies that handle it to which it is closed yet."""
    of_report = [item.ref for item in held if item.chain == f"report:{case.report_ref}"]
    if not of_report:
        return {}
    by_agency, agencies = case.released, reading_agencies(case)
    closed = {ref: [code for code in agencies if ref not in by_agency.get(code, ())] for ref in of_report}
    return {ref: codes for ref, codes in closed.items() if codes}


def open_evidence(
    user: User, case_ref: str, evidence_ref: str, *, on: date, at: datetime
) -> tuple[EvidenceItem, bytes]:
    """The original of one piece of evidence; that it was read stands in the trail of the case.

    Fails with NotFound, NotAllowed (no role that reads evidence, or accused himself) or Sealed.
    """
    case = case_for(user, case_ref, on=on)
    found = next((each for each in evidence_for(user, case, on=on) if each.ref == evidence_ref), None)
    if found is None:
        raise NotFound(_("Bukti itu tidak ada pada perkara ini."))
    _refuse_sealed(user, case, evidence_ref, on)
    with transaction.atomic():
        return found, evidence.open_original(found.ref, by=user, at=at, chain=case.chain)


def _refuse_sealed(user: User, case: Case, paper_ref: str, on: date) -> None:
    if not may_open_papers(user, case, on=on):
        raise Sealed(
            _(
                "Perkara %(case)s berakhir tanpa terbukti dan disegel, jadi surat dan buktinya tidak dibuka lagi. "
                "Auditor dapat memeriksanya; tanggal penghapusannya tertera pada halaman perkara."
            )
            % {"case": case.ref}
        )
    if paper_ref in closed_papers(user, case, on=on):
        raise Sealed(
            _(
                "Surat atau bukti itu hanya mengenai terlapor yang tidak terbukti, jadi disegel dan tidak dibuka lagi. "
                "Auditor dapat memeriksanya; tanggal penghapusannya tertera pada halaman perkara."
            )
        )


def shown_to(party: Party) -> list[EvidenceItem]:
    """The evidence that an officer chose to show this accused; destroyed pieces are left out."""
    chosen = set(party.shown_evidence_refs)
    held = [*report_evidence(party.case), *own_evidence(party.case)]
    return [item for item in held if item.ref in chosen and not item.is_destroyed]


def open_shown(secret: str, evidence_ref: str, *, at: datetime) -> tuple[EvidenceItem, bytes]:
    """One piece of evidence for the accused behind a personal link. Fails with NotFound for what was not chosen."""
    party, link = party_by_link(secret, at=at)
    found = next((item for item in shown_to(party) if item.ref == evidence_ref), None)
    if found is None or party.is_sealed or is_sealed(party.case):
        raise NotFound(_("Bukti itu tidak ada pada tautan ini."))
    with transaction.atomic():
        return found, evidence.open_original(found.ref, by=link.actor, at=at, chain=party.case.chain)
