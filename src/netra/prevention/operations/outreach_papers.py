"""What an outreach leaves behind: materials, photos, certificates; and the personal links of its participants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterKind
from netra.letters.operations import letter_issue
from netra.prevention import outreach_letters
from netra.prevention.meeting_entries import File
from netra.prevention.models import STANDING, Outreach, OutreachFile
from netra.prevention.operations.outreach_steps import claimed, tell
from netra.prevention.outreach_checks import checked_reason, demand
from netra.prevention.outreach_states import FileKind
from netra.prevention.personal_links import PersonalLink
from netra.prevention.queries import audience
from netra.registry.models import PositionSpell
from netra.trust import evidence
from netra.trust.models import User

# As many letters as are printed while somebody waits for the page.
MOST_AT_ONCE = 50
MOST_FILES = 40
_BATCH = 1000


def outreach_file_add(
    *, outreach_ref: str, kind: FileKind, title: str, file: File, by: User, at: datetime
) -> OutreachFile:
    """Keep a material that participants may open, or a photo. Fails with OutreachRefused, EvidenceRefused, NotFound."""
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_file_add", by=by, at=at)
        named = checked_reason(title, _("Beri judul berkas itu."))
        demand(outreach.files.count() < MOST_FILES, _("Berkas paling banyak %d.") % MOST_FILES)
        item = evidence.receive(
            content=file.content, original_name=file.name, by=by, at=at, chain=outreach.chain, note=outreach.ref
        )
        demand(
            kind != FileKind.PHOTO or item.media_type.startswith("image/"),
            _("Foto harus berupa gambar (JPEG, PNG, WebP). Berkas lain unggah sebagai materi."),
        )
        added = OutreachFile.objects.create(
            outreach=outreach, kind=kind, title=named, evidence_ref=item.ref, added_by=by.actor_ref, added_at=at
        )
        tell(outreach, "prevention.outreach_file_add", by, at, kind=kind.value, evidence=item.ref)
    return added


def outreach_certify(*, outreach_ref: str, by: User, at: datetime) -> int:
    """Sertifikat: a numbered letter with its verification code for those present who have none yet, the first fifty.

    Returns how many were issued; pressed again it goes on. Fails with OutreachRefused, NotFound, NotAllowed.
    """
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_certify", by=by, at=at)
        waiting = (
            outreach.participants.filter(STANDING, certificate_ref="").select_related("civil_servant").order_by("pk")
        )
        chosen = list(waiting[:MOST_AT_ONCE])
        demand(bool(chosen), _("Tidak ada peserta hadir yang menunggu sertifikat."))
        told = outreach_letters.common(outreach, on=localdate(at))
        for each in chosen:
            letter = letter_issue(
                kind=LetterKind.OUTREACH_CERTIFICATE,
                agency_code=outreach.agency_code,
                chain=outreach.chain,
                subject_ref=outreach.ref,
                data={**told, **outreach_letters.holder(each)},
                by=by,
                at=at,
            )
            each.certificate_ref = letter.ref
            each.save(update_fields=["certificate_ref"])
        tell(outreach, "prevention.outreach_certify", by, at, letters=len(chosen))
    return len(chosen)


def outreach_links(*, outreach_ref: str, by: User, at: datetime) -> Iterator[tuple[PositionSpell, PersonalLink]]:
    """The personal link of everybody whom it is for; who took them out is on record. Fails like every step."""
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_links", by=by, at=at)
        tell(outreach, "prevention.outreach_links", by, at)
    return _links(outreach, at)


def _links(outreach: Outreach, at: datetime) -> Iterator[tuple[PositionSpell, PersonalLink]]:
    rows = audience(outreach, localdate(at)).select_related("civil_servant", "agency", "unit").order_by("pk")
    for spell in rows.iterator(chunk_size=_BATCH):
        yield spell, PersonalLink(outreach.ref, spell.civil_servant.ref)
