"""From data to PDF, the same bytes on every machine: bundled fonts, no clock, no network, no file but the templates.

Data reach Typst as one JSON text and are printed as text; nothing in them is ever read as Typst. The PDF keeps to
PDF/UA-1 (it can be read aloud) and, once final, to PDF/A-2a (it is archived).
"""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import segno
import typst
from django.conf import settings

from netra.letters.fields import Field, Shape, Stored, accept, worded
from netra.letters.forms import FORMS
from netra.letters.kinds import LetterForm, LetterKind
from netra.letters.wording import counted, day_name, day_spelled, day_words

TEMPLATES = Path(__file__).resolve().parent / "templates"
Standard = Literal["a-2a", "ua-1"]
ARCHIVED: tuple[Standard, ...] = ("a-2a", "ua-1")
NOT_ARCHIVED: tuple[Standard, ...] = ("ua-1",)
VERIFY_PATH = "/verifikasi/"
_CERTIFIER = Field("certified_by", "Pejabat yang mengesahkan salinan", Shape.PERSON)


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead (kop) as it is printed: government, agency, address rows, place of dating."""

    name: str
    parent: str = ""
    rows: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """What makes a letter final: its number, its date and the code by which anybody can verify it."""

    number: str
    letter_date: date
    code: str


class _Compilers(threading.local):
    """One compiler per thread: it keeps parsed templates and fonts, and it must not be shared."""

    def __init__(self) -> None:
        self.compiler = typst.Compiler(
            str(TEMPLATES / "layout.typ"),
            root=str(TEMPLATES),
            ignore_system_fonts=True,
            package_path=str(TEMPLATES / "no-packages"),
            package_cache_path=str(TEMPLATES / "no-packages"),
        )


_COMPILERS = _Compilers()


def render(
    kind: LetterKind,
    data: Mapping[str, object],
    *,
    head: Head,
    seal: Seal | None = None,
    certified_by: Mapping[str, object] | None = None,
) -> bytes:
    """The PDF of a letter; without a seal it is a draft, marked KONSEP and without a number.

    `certified_by` makes it a certified copy (salinan) by that person. Raises DataRefused when `data` lack a field.
    """
    form = FORMS[kind]
    copy = accept((_CERTIFIER,), {"certified_by": certified_by})["certified_by"] if certified_by else None
    stored = accept(form.fields, data)
    page = _page(form, stored, head, seal) | {"copy": copy}
    return compiled(form.template, page, standards=ARCHIVED if seal else NOT_ARCHIVED)


def compiled(template: str, page: Mapping[str, object], *, standards: tuple[Standard, ...]) -> bytes:
    """One template with its data, compiled by Typst in memory."""
    pdf = _COMPILERS.compiler.compile(
        str(TEMPLATES / f"{template}.typ"),
        format="pdf",
        sys_inputs={"letter": json.dumps(page, ensure_ascii=False)},
        pdf_standards=list(standards),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gives one document as bytes when it writes to memory")
    return pdf


def verify_url(code: str) -> str:
    """Where the QR code of a letter leads."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{VERIFY_PATH}{code}"


def qr_svg(text: str) -> str:
    """A QR code as SVG text."""
    out = io.BytesIO()
    segno.make_qr(text, error="m").save(out, kind="svg", xmldecl=False, border=0, unit="mm")
    return out.getvalue().decode("ascii")


def date_words(day: date) -> dict[str, Any]:
    """A day as templates use it."""
    return {
        "name": day_name(day),
        "words": day_words(day),
        "spelled": day_spelled(day),
        "parts": {"year": day.year, "month": day.month, "day": day.day},
    }


def _page(form: LetterForm, stored: Mapping[str, Stored], head: Head, seal: Seal | None) -> dict[str, object]:
    attachments = stored.get("attachments", [])
    return {
        "kind": form.kind.value,
        "label": form.label,
        "subject": form.subject,
        "nature": form.nature,
        "attachment_count": counted(len(attachments), "berkas"),
        "draft": seal is None,
        "number": seal.number if seal else "",
        "date": date_words(seal.letter_date) if seal else None,
        "code": seal.code if seal else "",
        "qr": qr_svg(verify_url(seal.code)) if seal else "",
        "verify_page": f"{settings.PUBLIC_URL.rstrip('/')}{VERIFY_PATH}",
        "letterhead": {"parent": head.parent, "name": head.name, "rows": list(head.rows)},
        "place": stored.get("place") or head.place,
        "body": worded(form.fields, stored),
    }
