"""Under which title a decision is signed: that of the register on that day, or another one with what it rests on.

Acting officials are real (Plt., Plh., Pj., Pjs.), and the register may know a holder later than he signs. No article
that was read makes a title right or wrong, so another one is taken with the number and day of the paper behind it.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations.claim import ActRefused, names_in
from netra.intake.written_documents import named_document
from netra.registry.queries import appointing_authority_of
from netra.sanctions.models import Decision
from netra.trust.language import long_date

# Pelaksana tugas, pelaksana harian, penjabat, penjabat sementara.
_ACTING = re.compile(r"(?:plt|plh|pjs?|pelaksana (?:tugas|harian)|penjabat(?: sementara)?)\b", re.IGNORECASE)


def registered_title(agency_code: str, on: date) -> str:
    """The title of the head of an agency on that day; "" where the register knows none."""
    head = appointing_authority_of(agency_code, on)
    return head.office_title if head else ""


def is_acting(title: str) -> bool:
    """Whether somebody signs for the time being."""
    return _ACTING.match(title) is not None


def sign(made: Decision, at: datetime) -> None:
    """Hold the title of a decision against the register on its day; the caller saves.

    Another title keeps that of the register beside it and needs the paper on which it rests, and so does an acting
    official whom the register does not name; what the paper is not needed for is not kept. Another official than the
    appointing authority is not in this register. Fails with ActRefused or UnnamedDocument.
    """
    title = made.signer_title = " ".join(made.signer_title.split())
    known = registered_title(made.proceeding.agency_code, made.decided_date)
    basis, made.signer_basis, made.registered_title = made.signer_basis, "", ""
    if title.casefold() == known.casefold():
        return
    differs = bool(known) and made.imposed_by != "OFFICIAL"
    if not differs and not is_acting(title):
        return
    if not basis.strip():
        raise ActRefused(_differs(title, known, made.decided_date) if differs else _acts(title))
    made.registered_title = known if differs else ""
    made.signer_basis = named_document(basis, on=localdate(at), people=names_in(made.proceeding.case))


def _differs(title: str, known: str, on: date) -> str:
    return _(
        "Jabatan penanda tangan «%(title)s» lain daripada daftar pejabat pada %(day)s: «%(known)s». Pakailah jabatan "
        "itu; atau isi dasar jabatan ini (nomor dan tanggal suratnya), seperti bagi Plt., Plh., Pj., atau Pjs. Bila "
        "daftarnya keliru, mintalah administrator memperbaikinya."
    ) % {"title": title, "day": long_date(on), "known": known}


def _acts(title: str) -> str:
    return _("Isi dasar penunjukan «%(title)s»: nomor dan tanggal suratnya.") % {"title": title}
