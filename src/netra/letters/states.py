"""What a letter can be: draft, then final for good, and at the end of its retention erased."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_noop as _

from netra.letters.forms import FORMS


class LetterStatus(StrEnum):
    """Only DRAFT may be changed; FINAL may only become ERASED; nothing comes back."""

    DRAFT = "DRAFT"
    FINAL = "FINAL"
    ERASED = "ERASED"


STATUS_LABELS: dict[LetterStatus, str] = {
    LetterStatus.DRAFT: _("Konsep"),
    LetterStatus.FINAL: _("Ditetapkan"),
    LetterStatus.ERASED: _("Isi dimusnahkan sesuai jadwal retensi"),
}


def status_choices() -> list[tuple[str, str]]:
    return [(status.value, label) for status, label in STATUS_LABELS.items()]


def kind_choices() -> list[tuple[str, str]]:
    return [(form.kind.value, form.label) for form in FORMS.values()]
