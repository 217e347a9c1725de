"""Consultations: a list that can be searched, one of them, its paper, and how it is cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from netra.letters.wording import day_words
from netra.prevention.access import writes_for
from netra.prevention.meeting_access import consultation_for, consultations_visible_to
from netra.prevention.models import Consultation
from netra.prevention.queries.page_keys import latest_first
from netra.registry.queries import agency_names
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.actors import Actor
from netra.trust.errors import NotFound

PAGE_SIZE = 25
_SEARCHED = ("ref", "body", "subject", "question", "answer")


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """A consultation as a line of the list."""

    consultation: Consultation
    agency: str


@dataclass(frozen=True, slots=True)
class ConsultationFile:
    """One consultation, how it is cited once it is answered, and whether this reader writes it."""

    row: ConsultationRow
    citation: str
    may_write: bool


def consultation_page(
    user: Person, *, on: date, before: str = "", text: str = ""
) -> tuple[Sequence[ConsultationRow], str | None]:
    """One page of the consultations this person sees, the latest first, and the next key.

    `text`: every word of it stands in the reference, the body, the subject, the question or the answer.
    """
    rows = consultations_visible_to(user, on=on)
    for word in text.split():
        found_in = Q()
        for column in _SEARCHED:
            found_in |= Q(**{f"{column}__icontains": word})
        rows = rows.filter(found_in)
    page, next_key = latest_first(rows, "asked_date", before=before, size=PAGE_SIZE)
    names = agency_names({each.agency_code for each in page}, on=on) if page else {}
    return [ConsultationRow(each, names.get(each.agency_code, each.agency_code)) for each in page], next_key


def consultation_file(user: Person, ref: str, *, on: date) -> ConsultationFile:
    """One consultation, if this person may see it. Fails with NotFound."""
    found = consultation_for(user, ref, on=on)
    name = agency_names([found.agency_code], on=found.asked_date).get(found.agency_code, found.agency_code)
    return ConsultationFile(
        row=ConsultationRow(found, name),
        citation=_citation(found, name),
        may_write=writes_for(user, found.agency_code, on=on),
    )


def consultation_paper(user: Person, ref: str, *, by: Actor, at: datetime, on: date) -> tuple[bytes, str]:
    """The paper of the answer with its media type. Fails with NotFound."""
    found = consultation_for(user, ref, on=on)
    if not found.paper_ref:
        raise NotFound(_("Jawaban ini tidak mempunyai naskah."))
    item = evidence.item(found.paper_ref)
    return evidence.open_original(item.ref, by=by, at=at, chain=found.chain), item.media_type


def _citation(found: Consultation, agency: str) -> str:
    """As it is written into a letter, so in Indonesian whoever reads the page; empty while there is no answer."""
    if found.answered_date is None:
        return ""
    return (
        f"Jawaban {found.body} melalui {found.answered_by}, tanggal {day_words(found.answered_date)}, atas konsultasi "
        f"{agency} tentang {found.subject} ({found.ref})"
    )
