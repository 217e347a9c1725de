"""The letter by which somebody is sent to watch: surat tugas pengawasan.

Legal basis: none that was read sets its form; the order of the parts follows common official letters.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.letters.fields import Field, Shape
from netra.letters.kinds import LetterKind, form

ASSIGNMENT_FORMS = (
    form(
        LetterKind.SUPERVISION_ASSIGNMENT,
        _("Surat Tugas Pengawasan"),
        "ST",
        template="supervision_assignment",
        fields=(
            Field("officers", "Yang ditugaskan", Shape.LINES),
            Field("target", "Yang diawasi"),
            Field("subject_watched", "Pokok pengawasan"),
            Field("day", "Hari pengawasan", Shape.DAY),
            Field("reasons", "Alasan", Shape.LINES),
        ),
    ),
)
