"""The checklists of an agency: the version that is used now, and those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.supervision.access import checklists_visible_to
from netra.supervision.models import Checklist
from netra.supervision.states import Subject
from netra.trust.access import Person
from netra.trust.errors import NotFound


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One subject: the version in use, None where nobody wrote one, and the earlier ones."""

    subject: Subject
    latest: Checklist | None
    earlier: Sequence[Checklist]


def checklist_rows(user: Person, agency_code: str, *, on: date) -> list[ChecklistRow]:
    """Every subject with the checklist of that agency, as far as this person reads its plans."""
    found = list(checklists_visible_to(user, on=on).filter(agency_code=agency_code).order_by("subject", "-version"))
    by_subject = {each: [row for row in found if row.subject == each] for each in Subject}
    return [ChecklistRow(each, rows[0] if rows else None, rows[1:]) for each, rows in by_subject.items()]


def checklist_shown(user: Person, agency_code: str, subject: str, version: int, *, on: date) -> Checklist:
    """One version, if this person may see it. Fails with NotFound."""
    shown = checklists_visible_to(user, on=on)
    found = shown.filter(agency_code=agency_code, subject=subject, version=version).first()
    if found is None:
        raise NotFound(_("Daftar periksa itu tidak ada, atau bukan milik instansi Anda."))
    return found


def latest_checklist(agency_code: str, subject: str) -> Checklist | None:
    """The version in use."""
    return Checklist.objects.filter(agency_code=agency_code, subject=subject).order_by("-version").first()
