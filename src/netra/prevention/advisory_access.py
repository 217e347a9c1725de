"""Who sees and answers which question. Fetching is authorising.

An agency's personnel officers see what was asked by people who say that they serve there; the body that oversees and
an auditor of the whole country see all; what names no agency is read by those alone. Nobody else sees a question, and
whoever asked sees it by its code.
"""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from netra.law.bodies import oversight_body
from netra.law.dated import NothingInForce
from netra.prevention.access import agencies_written_for
from netra.prevention.models import AdvisoryQuestion
from netra.prevention.unit_reach import agencies_reached
from netra.trust.access import Person, scope_of
from netra.trust.actors import AskerActor
from netra.trust.errors import NotFound
from netra.trust.models import User

VIEW = "prevention.advisory_view"


def advisories_visible_to(user: Person, *, on: date) -> QuerySet[AdvisoryQuestion]:
    """The questions that this person may read on that day."""
    if scope_of(user, VIEW, on=on).everywhere:
        return AdvisoryQuestion.objects.all()
    return AdvisoryQuestion.objects.filter(agency_code__in=agencies_reached(user, VIEW, on=on).values("code"))


def advisory_for(user: Person, ref: str, *, on: date) -> AdvisoryQuestion:
    """One question, if this person may read it. Fails with NotFound."""
    found = advisories_visible_to(user, on=on).filter(ref=ref).first()
    if found is None:
        raise NotFound(not_found())
    return found


def answering_agency(user: Person, question: AdvisoryQuestion, *, on: date) -> str:
    """Under whose letterhead this person answers it: the agency that was named, else the body that oversees; "" where
    he only reads.
    """
    codes = list(agencies_written_for(user, on=on).values_list("code", flat=True))
    if question.agency_code in codes:
        return question.agency_code
    if not scope_of(user, VIEW, on=on).everywhere:
        return ""
    try:
        overseer = oversight_body(on).code
    except NothingInForce:
        overseer = ""
    return overseer if overseer in codes else next(iter(codes), "")


def opens_identity(user: User, ref: str, on: date) -> bool:
    """Whether this officer may learn who asked: whoever may answer the question that day, and nobody who only reads."""
    question = advisories_visible_to(user, on=on).filter(ref=ref).first()
    return question is not None and bool(answering_agency(user, question, on=on))


def question_of_code(fingerprint: str) -> AdvisoryQuestion | None:
    """The question whose code has this fingerprint: for `trust.senders.by_code`, which counts wrong ones."""
    return AdvisoryQuestion.objects.filter(code_fingerprint=fingerprint).first()


def asker_of(question: AdvisoryQuestion) -> AskerActor:
    """Whoever proved the code of this question, as an actor."""
    return AskerActor(question.designation)


def own_question(ref: str, *, by: AskerActor) -> AdvisoryQuestion:
    """The question of somebody whose code was checked a moment ago, as the door remembers. Fails with NotFound."""
    found = AdvisoryQuestion.objects.filter(ref=ref).first()
    if found is None or by != asker_of(found):
        raise NotFound(not_found())
    return found


def not_found() -> str:
    return _("Pertanyaan itu tidak ada, atau bukan untuk instansi Anda.")
