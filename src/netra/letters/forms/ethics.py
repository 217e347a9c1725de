"""Letters of the ethics council (PP 42/2004 Pasal 15-20) and of remedies (PP 79/2021 Pasal 3-13)."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.letters.fields import Field, Shape
from netra.letters.forms.discipline import ALLEGATION, CHANGED, EMPLOYEE, MEMBERS, MORE_DICTUM, VIOLATED_RULES
from netra.letters.kinds import ADDRESSED, DECREED, LetterForm, LetterKind, form

_MORAL = (
    EMPLOYEE,
    Field("act", "Perbuatan", Shape.PROSE),
    VIOLATED_RULES,
    Field("considerations", "Pertimbangan", Shape.PROSE, required=False),
    Field("named", "Nama naskah bila bukan sanksi moral", required=False),
    Field("sanction", "Sanksi menurut peraturan instansi", required=False),
    Field("sanction_rule", "Dasar sanksi moral"),
    Field("delegation", "Pendelegasian", required=False),
    Field("council_number", "Nomor keputusan majelis", required=False),
    Field("council_date", "Tanggal keputusan majelis", Shape.DAY, required=False),
    Field("circumstances", "Hal yang meringankan atau memberatkan", Shape.LINES, required=False),
    Field("deviation", "Penyimpangan", Shape.PROSE, required=False),
)
_REMEDY = (
    Field("applicant", "Yang mengajukan", Shape.PERSON),
    Field("decision", "Keputusan yang dipersoalkan"),
    Field("decision_number", "Nomor keputusan"),
    Field("decision_date", "Tanggal keputusan", Shape.DAY),
    Field("received_date", "Tanggal diterima", Shape.DAY),
    Field("received_time", "Pukul", required=False),
    Field("grounds", "Alasan", Shape.PROSE),
    Field("deciding_body", "Yang memutus"),
    Field("documents", "Berkas", Shape.LINES, required=False),
    Field("answer_due", "Batas keputusan", Shape.DAY, required=False),
    Field("answer_rule", "Dasar batas", required=False),
    Field("meanwhile", "Keputusan yang sudah dilaksanakan", Shape.PROSE, required=False),
    Field("doubt", "Apakah terbuka baginya", Shape.PROSE, required=False),
)
# What a keberatan was filed against, and when.
_OBJECTED = (
    Field("decision_number", "Nomor keputusan"),
    Field("decision_date", "Tanggal keputusan", Shape.DAY),
    Field("filed_date", "Tanggal keberatan", Shape.DAY),
)


def _moral(kind: LetterKind, label: str, code: str, *extra: Field) -> LetterForm:
    return form(
        kind,
        label,
        code,
        template="moral_statement",
        nature="Rahasia" if kind is LetterKind.MORAL_STATEMENT_CLOSED else "",
        fields=(*_MORAL, *extra),
    )


ETHICS_FORMS = (
    form(
        LetterKind.COUNCIL_DECREE,
        _("Keputusan Pembentukan Majelis Kode Etik"),
        "KEP-MKE",
        template="team_decree",
        subject="Pembentukan Majelis Kode Etik",
        fields=(*DECREED, Field("examinee", "Terlapor", Shape.PERSON), ALLEGATION, MEMBERS, MORE_DICTUM),
    ),
    form(
        LetterKind.COUNCIL_CHANGE,
        _("Keputusan Perubahan Susunan Majelis Kode Etik"),
        "KEP-MKE",
        template="team_decree",
        subject="Perubahan Susunan Majelis Kode Etik",
        fields=(*DECREED, Field("examinee", "Terlapor", Shape.PERSON), ALLEGATION, CHANGED, MEMBERS, MORE_DICTUM),
    ),
    form(
        LetterKind.COUNCIL_SUMMONS,
        _("Panggilan Sidang Majelis Kode Etik"),
        "PGL-MKE",
        template="council_summons",
        nature="Rahasia",
        fields=(
            *ADDRESSED,
            ALLEGATION,
            Field("rules", "Ketentuan yang diduga dilanggar", Shape.LINES),
            Field("hearing_date", "Tanggal sidang", Shape.DAY),
            Field("hearing_time", "Pukul"),
            Field("hearing_place", "Tempat sidang"),
            Field("hearing_rule", "Dasar sidang", required=False),
        ),
    ),
    form(
        LetterKind.COUNCIL_DECISION,
        _("Keputusan Majelis Kode Etik"),
        "KEP-ETK",
        template="council_decision",
        signed_by=(),
        nature="Rahasia",
        fields=(
            EMPLOYEE,
            MEMBERS,
            Field("mandate", "Dasar sidang"),
            Field("hearing_date", "Tanggal sidang", Shape.DAY),
            ALLEGATION,
            Field("facts", "Fakta sidang", Shape.PROSE),
            Field("defence", "Pembelaan", Shape.PROSE),
            Field("deliberation", "Pertimbangan", Shape.PROSE),
            Field("rules", "Ketentuan", Shape.LINES),
            Field("ruling", "Amar", Shape.LINES),
        ),
    ),
    _moral(LetterKind.MORAL_STATEMENT_CLOSED, _("Pernyataan Sanksi Moral secara Tertutup"), "SMT"),
    _moral(
        LetterKind.MORAL_STATEMENT_OPEN,
        _("Pernyataan Sanksi Moral secara Terbuka"),
        "SMB",
        Field("forum", "Cara pengumuman"),
    ),
    form(
        LetterKind.OBJECTION_RECEIPT,
        _("Tanda Terima Keberatan"),
        "TTK",
        template="remedy_receipt",
        fields=_REMEDY,
    ),
    form(
        LetterKind.APPEAL_RECEIPT,
        _("Tanda Terima Tembusan Banding Administratif"),
        "TTB",
        template="remedy_receipt",
        fields=_REMEDY,
    ),
    form(
        LetterKind.OBJECTION_DECISION,
        _("Keputusan atas Keberatan"),
        "KEP-KBR",
        template="objection_decision",
        nature="Rahasia",
        subject="Keberatan atas Hukuman Disiplin",
        fields=(
            *DECREED,
            EMPLOYEE,
            *_OBJECTED,
            Field("grounds", "Alasan keberatan", Shape.PROSE),
            Field("ruling", "Putusan", Shape.PROSE),
            Field("reason", "Pertimbangan", Shape.PROSE),
            Field("effect", "Mulai berlaku", Shape.PROSE, required=False),
            Field("way_on", "Upaya hukum", Shape.PROSE, required=False),
            MORE_DICTUM,
        ),
    ),
    form(
        LetterKind.OBJECTION_REJECTION,
        _("Keputusan Keberatan Tidak Dapat Diterima"),
        "KEP-KTD",
        template="objection_rejection",
        nature="Rahasia",
        subject="Penetapan Keberatan Tidak Dapat Diterima",
        fields=(
            *DECREED,
            EMPLOYEE,
            *_OBJECTED,
        ),
    ),
)
