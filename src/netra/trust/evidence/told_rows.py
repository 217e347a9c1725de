"""How evidence is held against its events when the trail is checked: fingerprint, size, kind, and whether it exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.trust.models import EvidenceItem
from netra.trust.told_rows import Column, Mirror, Row, Told, by_payload, carries


def _items(chains: Collection[str]) -> Iterator[Row]:
    found = EvidenceItem.objects.filter(chain__in=chains).order_by("pk")
    told_of = found.values(
        "chain", "ref", "sha256", "size", "media_type", "destroyed_at", "sealed_name", "content__sha256"
    )
    for row in told_of:
        yield Row(row["chain"], row["ref"], {**row, "destroyed": row["destroyed_at"] is not None})


def _content(row: Row, _events: Sequence[Told]) -> Iterator[str]:
    """What was not destroyed has its content, under its own fingerprint, and its name."""
    columns = row.columns
    if columns["destroyed"]:
        return
    if not columns["sealed_name"]:
        yield _("namanya tidak ada lagi (trust_evidenceitem: sealed_name), padahal tidak dimusnahkan")
    if columns["content__sha256"] != columns["sha256"]:
        yield _("menunjuk kepada isi dengan sidik yang lain")


MIRRORS = (
    Mirror(
        what=gettext_noop("bukti"),
        key=by_payload("evidence"),
        makes=frozenset({"trust.evidence_receive"}),
        tells={
            "trust.evidence_receive": lambda payload: {
                **carries(sha256="sha256", size="size", media_type="media_type")(payload),
                "destroyed": False,
            },
            "trust.evidence_destroy": lambda _payload: {"destroyed": True},
        },
        rows=_items,
        columns={
            "sha256": Column(gettext_noop("sidik SHA-256")),
            "size": Column(gettext_noop("ukuran")),
            "media_type": Column(gettext_noop("jenis berkas")),
            "destroyed": Column(gettext_noop("sudah dimusnahkan")),
        },
        also=_content,
    ),
)
