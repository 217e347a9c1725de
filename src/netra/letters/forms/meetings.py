"""Letters of a meeting: the invitation to the agencies that take part, and its minutes once they are adopted.

Legal basis: none that was read sets their form; the order of the parts follows common official letters. No list of
names stands in them: who was present is kept by the room that holds the meeting.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.letters.fields import Field, Shape
from netra.letters.kinds import LetterKind, form

_MEETING = (
    Field("title", "Judul rapat"),
    Field("day", "Hari rapat", Shape.DAY),
    Field("time", "Waktu", required=False),
    Field("venue", "Tempat rapat"),
    Field("agenda", "Acara", Shape.LINES),
)

MEETING_FORMS = (
    form(
        LetterKind.MEETING_INVITATION,
        _("Undangan Rapat"),
        "UND",
        template="meeting_invitation",
        fields=(Field("recipients", "Kepada", Shape.LINES), *_MEETING),
    ),
    form(
        LetterKind.MEETING_MINUTES,
        _("Notulen Rapat"),
        "NTL",
        template="meeting_minutes",
        fields=(
            *_MEETING,
            Field("parties", "Instansi peserta", Shape.LINES),
            Field("present", "Yang hadir", required=False),
            Field("text", "Jalannya rapat", Shape.PROSE),
            Field("decisions", "Keputusan", Shape.LINES, required=False),
            Field("correction", "Alasan ralat", required=False),
        ),
    ),
)
