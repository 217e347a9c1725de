"""One visit with all that belongs to it, its papers, and what the supervisors may register from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from netra.letters import queries as letters
from netra.registry.models import Agency
from netra.registry.models.agencies import AgencyQuerySet
from netra.registry.queries import agencies, agency_name
from netra.registry.states import AgencyKind
from netra.supervision.access import plans_for, visit_for, visits_visible_to
from netra.supervision.checks import NOT_WATCHED
from netra.supervision.models import Observation, Visit
from netra.supervision.places import Places
from netra.supervision.queries.months import VisitRow, visit_row
from netra.supervision.states import ANSWER_LABELS, Answer
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.errors import NotFound
from netra.trust.models import EvidenceItem, User


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question of the checklist with what was seen."""

    question: str
    answer: Answer
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class VisitFile:
    """One visit as this reader sees it.

    `may_write`: he plans for its agency. `may_pass`: its suspicion waits to be handed to the supervisors.
    `may_register`: the supervisors suspect something and have registered no case. `may_follow`: it was passed to an
    agency for which he plans; `followed` are the visits that look into it.
    """

    row: VisitRow
    planner: str
    answers: Sequence[AnswerRow]
    passed_to: str
    followed: Sequence[Visit]
    may_write: bool
    may_pass: bool
    may_register: bool
    may_follow: bool
    shows_case: bool

    @property
    def visit(self) -> Visit:
        return self.row.visit

    @property
    def observation(self) -> Observation | None:
        return self.row.observation


def visit_file(user: Person, ref: str, *, on: date) -> VisitFile:
    """One visit, if this person may see it. Fails with NotFound."""
    visit = visit_for(user, ref, on=on)
    seen = Observation.objects.select_related("checklist").filter(visit=visit).first()
    own = plans_for(user, visit.agency_code, on=on)
    suspected = own and seen is not None and seen.is_suspicion
    is_office = Agency.objects.filter(code=visit.agency_code, kind=AgencyKind.ELECTION_SUPERVISOR).exists()
    passed_to = seen.passed_to if seen else ""
    followed = visits_visible_to(user, on=on).filter(follows__visit=visit).order_by("pk")
    return VisitFile(
        row=visit_row(visit, seen, Places([(visit.target_code, visit.unit_code)], on=on), on=on),
        planner=agency_name(visit.agency_code, on),
        answers=_answers(seen),
        passed_to=agency_name(passed_to, on) if passed_to else "",
        followed=list(followed),
        may_write=own,
        may_pass=suspected and not is_office and not passed_to,
        may_register=suspected and is_office and seen is not None and not seen.case_ref,
        may_follow=bool(passed_to) and plans_for(user, passed_to, on=on),
        shows_case=is_office,
    )


def targets_of(planner: Agency, *, on: date) -> AgencyQuerySet:
    """The agencies that this one watches, by code: itself, or the governments in the place of a supervisors' office."""
    if planner.kind != AgencyKind.ELECTION_SUPERVISOR:
        return agencies(on=on).filter(code=planner.code)
    here = planner.region_code
    inside = Q(region_code=here) | Q(region_code__startswith=f"{here}.") if here else Q()
    return agencies(on=on).filter(inside).exclude(kind__in=NOT_WATCHED)


def assignment_paper(user: Person, ref: str, *, on: date) -> bytes:
    """The letter of assignment. Fails with NotFound."""
    visit = visit_for(user, ref, on=on)
    if not visit.assignment_ref:
        raise NotFound(_("Surat tugas pengawasan ini belum diterbitkan."))
    return letters.pdf(visit.assignment_ref)


def observation_proof(user: User, ref: str, number: int, *, at: datetime, on: date) -> tuple[bytes, str]:
    """The evidence with that number, with its media type; opening it is recorded. Fails with NotFound."""
    visit = visit_for(user, ref, on=on)
    seen = Observation.objects.filter(visit=visit).first()
    refs = seen.evidence_refs if seen else []
    if not 1 <= number <= len(refs):
        raise NotFound(_("Bukti itu tidak ada pada pengawasan ini."))
    item = evidence.item(refs[number - 1])
    return evidence.open_original(item.ref, by=user, at=at, chain=visit.chain), item.media_type


def finding_source(user: Person, observation_ref: str, *, on: date) -> Observation:
    """What the supervisors saw and may register, with its visit. Fails with NotFound for anything else."""
    shown = visits_visible_to(user, on=on)
    found = Observation.objects.select_related("visit").filter(ref=observation_ref, visit__in=shown).first()
    if found is None or (not visit_file(user, found.visit.ref, on=on).may_register and not found.case_ref):
        raise NotFound(_("Tidak ada hasil pengawasan Anda yang dapat diregistrasi di alamat ini."))
    return found


def visit_of(user: Person, observation_ref: str, *, on: date) -> str:
    """The reference of the visit on which something was seen, empty for whoever does not read its plan."""
    if not observation_ref:
        return ""
    shown = visits_visible_to(user, on=on).filter(observation__ref=observation_ref)
    return shown.values_list("ref", flat=True).first() or ""


def proofs_of(observation_ref: str) -> list[EvidenceItem]:
    """The evidence of an observation, for the room that registered a case from it; nothing without a reference."""
    seen = Observation.objects.filter(ref=observation_ref).first() if observation_ref else None
    return [evidence.item(ref) for ref in seen.evidence_refs] if seen else []


def _answers(seen: Observation | None) -> list[AnswerRow]:
    if seen is None or seen.erased_at is not None:
        return []
    told = zip(seen.checklist.questions, seen.answers, strict=True)
    return [
        AnswerRow(question, Answer(each["answer"]), ANSWER_LABELS[Answer(each["answer"])], each["note"])
        for question, each in told
    ]
