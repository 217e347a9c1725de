"""Letters that prevent: appeal, circular and instruction on the neutrality of the civil service, and the reminder to a
unit's head of those who have not acknowledged them; the integrity pact as one person signed it; the written answer to
who asks before acting.

Legal basis: each letter names its own. The order of the parts follows common official letters; no regulation that sets
the form of these letters was read.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.letters.fields import Field, Shape
from netra.letters.kinds import ADDRESSED, LetterKind, form

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
    form(
        LetterKind.ACKNOWLEDGEMENT_REMINDER,
        _("Pengingat Pengakuan Surat"),
        "PGK",
        template="acknowledgement_reminder",
        nature="Segera",
        fields=(
            *ADDRESSED,
            Field("instrument_kind", "Jenis surat"),
            Field("instrument_number", "Nomor surat"),
            Field("instrument_date", "Tanggal surat", Shape.DAY),
            Field("issuer", "Penerbit surat"),
            Field("matter", "Perihal surat"),
            Field("unit", "Unit"),
            Field("asked", "Jumlah pegawai yang menjadi sasaran"),
            Field("pending", "Jumlah pegawai yang belum mengaku"),
            Field("since", "Diminta sejak", Shape.DAY),
            Field("breakdown", "Rincian menurut unit", Shape.LINES),
            Field("earlier", "Pengingat sebelumnya", Shape.LINES, required=False),
        ),
    ),
    form(
        LetterKind.INTEGRITY_PACT,
        _("Pakta Integritas"),
        "PKT",
        template="integrity_pact",
        fields=(
            Field("title", "Judul"),
            Field("points", "Butir ikrar", Shape.LINES),
            Field("basis", "Dasar", Shape.LINES, required=False),
            Field("version", "Versi teks"),
            Field("signed", "Hari ditandatangani", Shape.DAY),
            Field("manner", "Cara menandatangani"),
        ),
    ),
    form(
        LetterKind.NEUTRALITY_ADVICE,
        _("Jawaban atas Pertanyaan tentang Netralitas"),
        "JWB",
        template="neutrality_advice",
        fields=(
            Field("asker", "Penanya"),
            Field("asked", "Hari bertanya", Shape.DAY),
            Field("planned", "Hari rencana", Shape.DAY, required=False),
            Field("matter", "Pokok pertanyaan", Shape.PROSE),
            Field("verdict", "Jawaban"),
            Field("text", "Penjelasan", Shape.PROSE),
            Field("articles", "Dasar", Shape.LINES),
            Field("law_date", "Hukum pada hari", Shape.DAY),
            Field("condition", "Berlaku selama", Shape.PROSE),
            Field("replaces", "Jawaban yang digantikan", required=False),
            Field("reason", "Alasan menggantikan", Shape.PROSE, required=False),
        ),
    ),
)
