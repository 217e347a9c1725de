"""Reads: a letter, the letters of a chain, the PDF, and what anybody may learn from a code.

Who may see a letter is decided by the room whose case it belongs to; these functions are called after that.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterKind
from netra.letters.models import Letter, NumberFormat
from netra.letters.render import Head, render
from netra.letters.states import STATUS_LABELS, LetterStatus
from netra.registry.queries import known_agency_on, parents_on
from netra.registry.states import AgencyKind
from netra.trust import codes, evidence
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound

_OF_CHAIN = AskedAgain(lambda chain: Letter.objects.filter(chain=chain).order_by("drafted_at", "pk"))
_BY_REF = AskedAgain(lambda ref: Letter.objects.filter(ref=ref))
_FINALS = AskedAgain(
    lambda chain, kind: Letter.objects.filter(chain=chain, kind=kind, status=LetterStatus.FINAL).order_by("-pk")[:1]
)
_FORMATS = AskedAgain(lambda agency: NumberFormat.objects.filter(agency_code=agency))


@dataclass(frozen=True, slots=True)
class VerifiedLetter:
    """What the public page says of a genuine letter: never a name, never what it is about."""

    label: str
    number: str
    agency_name: str
    letter_date: date
    sha256: str
    status: LetterStatus

    @property
    def status_label(self) -> str:
        return STATUS_LABELS[self.status]


def number_format(agency_code: str) -> NumberFormat | None:
    """How an agency writes its numbers, where it said so."""
    return _FORMATS.first(agency=agency_code)


def letter(ref: str) -> Letter:
    """The letter of that reference. Fails with NotFound."""
    found = _BY_REF.first(ref=ref)
    if found is None:
        raise NotFound(_("Surat itu tidak ditemukan."))
    return found


def numbers_of(refs: Collection[str]) -> dict[str, str]:
    """The numbers of these letters by reference, in one query."""
    return dict(Letter.objects.filter(ref__in=refs).values_list("ref", "number"))


def letters_of(chain: str) -> list[Letter]:
    """The letters of a case or report, oldest first, drafts and erased ones included."""
    return _OF_CHAIN(chain=chain)


def newest_final(chain: str, kind: str) -> Letter | None:
    """The last letter of a kind that was issued in a case, as a later letter refers to it."""
    return _FINALS.first(chain=chain, kind=kind)


def pdf(ref: str) -> bytes:
    """The PDF: of a final letter the stored bytes, their hash checked; of a draft as it stands now, marked KONSEP.

    Fails with NotFound when there is no such letter or its content was erased, with EvidenceDamaged when the stored
    bytes are not those that were signed.
    """
    found = letter(ref)
    if found.status == LetterStatus.ERASED:
        raise NotFound(
            _(
                "Isi surat Nomor %(number)s sudah dimusnahkan sesuai jadwal retensi; "
                "nomor dan tanggalnya tetap tercatat."
            )
            % {"number": found.number}
        )
    if found.is_final:
        return evidence.get_document(found.pdf_sha256)
    head = head_of(found.agency_code, on=localdate(found.drafted_at))
    return render(LetterKind(found.kind), _stored(found), head=head)


def verify(code: str) -> VerifiedLetter:
    """What the code of a letter proves. Fails with codes.InvalidCode (mistyped) or NotFound (no such letter)."""
    found = Letter.objects.filter(verification_code=codes.normalise(code)).first()
    if found is None or found.letter_date is None:
        raise NotFound(
            _(
                "Tidak ada surat dengan kode itu. Periksa kode pada surat; "
                "bila kode sudah benar, surat itu tidak berasal dari sini."
            )
        )
    return VerifiedLetter(
        label=found.label,
        number=found.number,
        agency_name=found.agency_name,
        letter_date=found.letter_date,
        sha256=found.pdf_sha256,
        status=LetterStatus(found.status),
    )


def head_of(agency_code: str, *, on: date) -> Head:
    """The letterhead of an agency with the names of that day. Fails with NotFound when the agency is not registered.

    An office stands under its government, which is of its own kind; a government, or a Bawaslu, under nobody: whoever
    is above it in the registry supervises it, it does not belong to him.
    """
    agency = known_agency_on(agency_code, on)
    if agency is None:
        raise NotFound(
            _("Instansi %(code)s belum terdaftar, sehingga surat tidak mempunyai kop. Daftarkan instansi itu dahulu.")
            % {"code": agency_code}
        )
    above = parents_on([agency], on).get(agency_code)
    belongs = above is not None and agency.kind == above.kind != AgencyKind.ELECTION_SUPERVISOR
    # On paper, so in Indonesian whatever language the reader has chosen.
    phone = f"Telepon {agency.phone}" if agency.phone else ""
    return Head(
        name=agency.name_then,
        parent=above.name_then if above is not None and belongs else "",
        rows=tuple(row for row in (agency.address, phone) if row),
        place=agency.city,
    )


def printed_head(found: Letter) -> Head:
    """The letterhead under which a letter left; of one from before it was kept, that of its day by the registry."""
    if found.letterhead is None:
        return head_of(found.agency_code, on=found.letter_date or localdate(found.drafted_at))
    kept = found.letterhead
    return Head(name=kept["name"], parent=kept["parent"], rows=tuple(kept["rows"]), place=kept["place"])


def _stored(found: Letter) -> Mapping[str, object]:
    data: Mapping[str, object] = found.data or {}
    return data
