"""Letters that prevent: appeal, circular and instruction on the neutrality of the civil service.

Legal basis: each letter names its own. The order of the parts follows common official letters; no regulation that sets
the form of these letters was read.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.letters.fields import Field, Shape
from netra.letters.kinds import LetterKind, form

_FIELDS = (
    Field("matter", "Perihal"),
    Field("recipients", "Ditujukan kepada", Shape.LINES),
    Field("basis", "Dasar", Shape.LINES, required=False),
    Field("points", "Isi", Shape.LINES),
    Field("valid_from", "Berlaku mulai", Shape.DAY),
    Field("valid_until", "Berlaku sampai sebelum", Shape.DAY, required=False),
)

PREVENTION_FORMS = (
    form(
        LetterKind.NEUTRALITY_APPEAL,
        _("Surat Imbauan"),
        "IMB",
        template="neutrality_letter",
        subject="Imbauan Netralitas Pegawai ASN",
        fields=_FIELDS,
    ),
    form(
        LetterKind.NEUTRALITY_CIRCULAR,
        _("Surat Edaran"),
        "SE",
        template="neutrality_letter",
        subject="Netralitas Pegawai ASN",
        fields=_FIELDS,
    ),
    form(
        LetterKind.NEUTRALITY_INSTRUCTION,
        _("Instruksi"),
        "INS",
        template="neutrality_letter",
        subject="Netralitas Pegawai ASN",
        fields=_FIELDS,
    ),
)
