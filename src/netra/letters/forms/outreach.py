"""The certificate of an outreach: who was there, on which day, what it was about.

Legal basis: none that was read sets its form. It says that somebody was present, nothing about what they answered.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.letters.fields import Field, Shape
from netra.letters.kinds import LetterKind, form

OUTREACH_FORMS = (
    form(
        LetterKind.OUTREACH_CERTIFICATE,
        _("Sertifikat Sosialisasi"),
        "SRT",
        template="outreach_certificate",
        fields=(
            Field("holder", "Nama peserta"),
            Field("holder_agency", "Instansi peserta"),
            Field("title", "Judul sosialisasi"),
            Field("day", "Hari sosialisasi", Shape.DAY),
            Field("venue", "Tempat sosialisasi"),
            Field("organiser", "Penyelenggara"),
            Field("speakers", "Narasumber", Shape.LINES, required=False),
        ),
    ),
)
