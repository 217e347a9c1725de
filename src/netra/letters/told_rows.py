"""How letters are held against their events when the trail is checked: number, kind, and the fingerprint of the PDF."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.letters.forms import FORMS
from netra.letters.models import Letter, NumberRegister
from netra.letters.states import STATUS_LABELS, LetterStatus
from netra.trust.evidence import document_kept
from netra.trust.language import long_date
from netra.trust.told_rows import Column, Mirror, Row, Told, by_payload, carries

_SEALED = carries(kind="kind", number="number", pdf_sha256="sha256")


def _letters(chains: Collection[str]) -> Iterator[Row]:
    """Each letter, whether its PDF is still kept, and whether the register of its agency counted its number."""
    found = Letter.objects.filter(chain__in=chains).order_by("pk")
    of_agency = NumberRegister.objects.filter(agency_code=OuterRef("agency_code"), year=OuterRef("year"))
    counted = Exists(of_agency.filter(last_number__gte=OuterRef("sequence")))
    asked = found.annotate(kept=document_kept(OuterRef("pdf_sha256")), counted=counted)
    columns = ("kind", "status", "number", "letter_date", "sequence", "pdf_sha256", "kept", "counted")
    for row in asked.values("chain", "ref", *columns):
        yield Row(row["chain"], row["ref"], row)


def _beside(row: Row, events: Sequence[Told]) -> Iterator[str]:
    """The register that counts back gives out the same number twice; a PDF that is gone can be shown to nobody."""
    if row.columns["sequence"] is not None and not row.columns["counted"]:
        yield _("nomornya tidak terhitung lagi dalam buku nomor instansinya")
    if row.columns["status"] == LetterStatus.FINAL and not row.columns["kept"]:
        yield _("PDF-nya tidak ada lagi")
    # A letter bears the day on which it was made final; of one that no event of this kind made, nobody can tell.
    for told in events:
        made = told.day if told.verb == "letters.letter_finalise" and told.payload["letter"] == row.key else None
        # It may bear an earlier day than its event: that on which a decree was signed.
        if made is not None and (row.columns["letter_date"] or made) > made:
            yield _("bertanggal %(now)s, padahal ditetapkan %(told)s") % {
                "now": long_date(row.columns["letter_date"]),
                "told": long_date(made),
            }


def _is_gone(told: Told) -> bool:
    """A draft that is erased goes altogether; a letter that had a number keeps it."""
    return told.verb == "letters.letter_erase" and "number" not in told.payload


MIRRORS = (
    Mirror(
        what=gettext_noop("surat"),
        key=by_payload("letter"),
        makes=frozenset({"letters.letter_draft", "letters.letter_finalise"}),
        tells={
            "letters.letter_draft": lambda payload: {"kind": payload["kind"], "status": LetterStatus.DRAFT.value},
            "letters.letter_finalise": lambda payload: {**_SEALED(payload), "status": LetterStatus.FINAL.value},
            "letters.letter_erase": lambda payload: {
                "number": payload.get("number"),
                "status": LetterStatus.ERASED.value,
                "pdf_sha256": "",
            },
        },
        rows=_letters,
        columns={
            "kind": Column(gettext_noop("jenis"), {form.kind.value: form.label for form in FORMS.values()}),
            "status": Column(gettext_noop("status"), {status.value: label for status, label in STATUS_LABELS.items()}),
            "number": Column(gettext_noop("nomor")),
            "pdf_sha256": Column(gettext_noop("sidik SHA-256")),
        },
        ends=_is_gone,
        also=_beside,
    ),
)
