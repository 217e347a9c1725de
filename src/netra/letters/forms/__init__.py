"""The form of every kind of letter, by the stage that writes it: prevention, supervision, discipline, ethics."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from netra.letters.forms.assignments import ASSIGNMENT_FORMS
from netra.letters.forms.discipline import DISCIPLINE_FORMS
from netra.letters.forms.ethics import ETHICS_FORMS
from netra.letters.forms.meetings import MEETING_FORMS
from netra.letters.forms.outreach import OUTREACH_FORMS
from netra.letters.forms.prevention import PREVENTION_FORMS
from netra.letters.forms.supervision import SUPERVISION_FORMS
from netra.letters.kinds import LetterForm, LetterKind

FORMS: Mapping[LetterKind, LetterForm] = MappingProxyType(
    {
        form.kind: form
        for form in (
            *PREVENTION_FORMS,
            *MEETING_FORMS,
            *ASSIGNMENT_FORMS,
            *OUTREACH_FORMS,
            *SUPERVISION_FORMS,
            *DISCIPLINE_FORMS,
            *ETHICS_FORMS,
        )
    }
)
