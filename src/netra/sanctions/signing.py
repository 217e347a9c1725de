"""As whom a decree is signed: the holder whom the register knows on that day, or somebody else, and on which paper.

Acting officials are real (Plt., Plh., Pj., Pjs.), and the register may know a holder later than he signs. No article
that was read makes a title right or wrong, so another one is taken with the number and day of the paper behind it and
with the name of whoever signs: the name of the registered holder never stands under another title than his.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.letters import authority, signer
from netra.cases.operations.claim import ActRefused, names_in
from netra.intake.written_documents import named_document
from netra.registry.queries import appointing_authority_of
from netra.registry.same_person import may_be_one
from netra.sanctions.derived import rule_for
from netra.sanctions.involved import is_involved
from netra.sanctions.models import Proceeding
from netra.sanctions.states import Route
from netra.trust.language import long_date

# Pelaksana tugas, pelaksana harian, penjabat, penjabat sementara.
_ACTING = re.compile(r"(?:plt|plh|pjs?|pelaksana (?:tugas|harian)|penjabat(?: sementara)?)\b[\s.]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signing:
    """As whom somebody signs, as it was typed: his title, his name, and the paper on which the title rests.

    An empty title is that of the register; name and paper are asked only where it is another one.
    """

    title: str = ""
    name: str = ""
    basis: str = ""


BY_REGISTER = Signing()


@dataclass(frozen=True, slots=True)
class Signed:
    """As whom a decree is signed: the title over it, and who stands under it.

    Where that is another title than the register has for that day, `registered` is the one of the register. `basis` is
    the paper behind the title, and "" where none is needed.
    """

    title: str
    person: Mapping[str, str]
    registered: str = ""
    basis: str = ""


def registered_title(agency_code: str, on: date) -> str:
    """The title of the head of an agency on that day; "" where the register knows none."""
    head = appointing_authority_of(agency_code, on)
    return head.office_title if head else ""


def is_registered_title(title: str, agency_code: str, on: date) -> bool:
    """Whether that is the title of the register, in its own words; an empty one is."""
    return " ".join(title.split()).casefold() in {"", registered_title(agency_code, on).casefold()}


def is_acting(title: str) -> bool:
    """Whether somebody signs for the time being."""
    return _ACTING.match(title) is not None


def is_head(title: str, agency_code: str, on: date) -> bool:
    """Whether that is the title of the head of the agency on that day, acting or not, however it is spaced."""
    return same_office(title, registered_title(agency_code, on))


def same_office(title: str, other: str) -> bool:
    """Whether two titles are of one office, acting or not, however they are spaced."""
    return bool(_office(title)) and _office(title) == _office(other)


def _office(title: str) -> str:
    return re.sub(r"[\W_]+", "", _ACTING.sub("", title, count=1)).casefold()


def signed_by_head(proceeding: Proceeding, wanted: Signing, *, on: date, at: datetime) -> Signed:
    """The appointing authority signs on that day, not on himself. Fails with ActRefused or UnnamedDocument."""
    agency_code = proceeding.agency_code
    head = appointing_authority_of(agency_code, on)
    if head is None and not wanted.title.strip():
        office = authority(agency_code, on)["position"]
        if not wanted.name.strip():
            return Signed(office, signer(agency_code, on))
        return signed_by_office(proceeding, office, wanted, on=on, at=at)
    known = signer(agency_code, on) if head else {}
    signed = signed_by(proceeding, wanted, known=known, on=on, at=at)
    if head is not None and signed.person == known and is_involved(proceeding, head.holder_name, head.holder_nip):
        raise ActRefused(_head_is_involved(proceeding, head.holder_name))
    return signed


def signed_by(proceeding: Proceeding, wanted: Signing, *, known: Mapping[str, str], on: date, at: datetime) -> Signed:
    """Whoever signs, held against `known`, the holder whom the register has for that day; empty where it has none.

    Another title than his needs its paper and a name, and so does another name under his title, for the register may
    lag, and an acting official whom the register does not name; what the paper is not needed for is not kept. Fails
    with ActRefused or UnnamedDocument.
    """
    title, registered = " ".join(wanted.title.split()), known.get("position", "")
    name = " ".join(wanted.name.split())
    same_title = bool(known) and title.casefold() in {"", registered.casefold()}
    if same_title and (not name or may_be_one(name, "", known.get("name", ""), "")):
        return Signed(registered, known)
    refuse_involved_signer(proceeding, name)
    if same_title:
        if not wanted.basis.strip():
            raise ActRefused(_another_holder(registered, name, known.get("name", ""), on))
        paper = document_behind(proceeding, wanted, registered=registered, on=on, at=at)
        return Signed(registered, {"name": name, "position": registered}, basis=paper)
    person = {"name": name, "position": title} if name else {"position": title}
    if not known and not is_acting(title):
        if not name:
            _refuse_office_of_accused(proceeding, title)
        return Signed(title, person)
    basis = document_behind(proceeding, wanted, registered=registered, on=on, at=at)
    if not name:
        raise ActRefused(
            _(
                "Isi nama yang menandatangani sebagai «%(title)s»: surat ini final begitu diterbitkan, dan nama "
                "pejabat menurut daftar tidak boleh berdiri di bawah jabatan lain."
            )
            % {"title": title}
        )
    return Signed(title, person, registered, basis)


def signed_by_office(proceeding: Proceeding, office: str, wanted: Signing, *, on: date, at: datetime) -> Signed:
    """The holder of an office whom no register here knows: by the office alone where nothing else was typed."""
    if not (wanted.title.strip() or wanted.name.strip()):
        return Signed(office, {"position": office})
    named = wanted if wanted.title.strip() else replace(wanted, title=office)
    return signed_by(proceeding, named, known={}, on=on, at=at)


def document_behind(proceeding: Proceeding, wanted: Signing, *, registered: str, on: date, at: datetime) -> str:
    """The paper on which a title rests that is not the register's. Fails with ActRefused or UnnamedDocument."""
    title = " ".join(wanted.title.split())
    if not wanted.basis.strip():
        raise ActRefused(_differs(title, registered, on) if registered else _acts(title))
    return named_document(wanted.basis, on=localdate(at), people=names_in(proceeding.case))


def refuse_involved_signer(proceeding: Proceeding, name: str) -> None:
    """Nobody signs about himself, nor who was kept from the case. Fails with ActRefused."""
    if is_involved(proceeding, name):
        raise ActRefused(
            _(
                "%(name)s adalah terlapor atau dikecualikan dari perkara ini, jadi tidak dapat menandatanganinya. Bila "
                "hanya senama, tulis pembeda lain selain gelar."
            )
            % {"name": name}
        )


def _refuse_office_of_accused(proceeding: Proceeding, title: str) -> None:
    """A title alone stands for its holder, and the office of an accused is his own. Fails with ActRefused."""
    if any(same_office(title, each) for each in proceeding.case.parties.values_list("position_title", flat=True)):
        raise ActRefused(
            _(
                "«%(title)s» adalah jabatan terlapor dalam perkara ini, dan terlapor tidak menandatangani perkaranya "
                "sendiri. Isi jabatan pejabat lain; atau, bila jabatan itu kini dipegang orang lain, isi juga namanya."
            )
            % {"title": title}
        )


# To whom the power goes where there is nobody who may punish; that he who is involved counts as nobody is derived.
_NEXT_ABOVE: Mapping[str, tuple[str, str]] = {
    "DISC-53": ("PP 53/2010", "Pasal 22"),
    "DISC-94": ("PP 94/2021", "Pasal 25"),
}


def _head_is_involved(proceeding: Proceeding, name: str) -> str:
    why = _(
        "%(name)s, pejabat menurut daftar, adalah terlapor atau dikecualikan dari perkara ini, jadi tidak dapat "
        "menandatanganinya."
    ) % {"name": name}
    way = _(
        "Isi jabatan dan nama atasannya atau pejabat lain yang menandatangani, dengan dasarnya (nomor dan tanggal "
        "surat). Bila hanya senama, minta administrator mengisi NIP pejabat itu dalam daftar pejabat, dan pastikan "
        "NIP terlapor."
    )
    return " ".join((why, _who_instead(proceeding), way))


def _who_instead(proceeding: Proceeding) -> str:
    if proceeding.route == Route.ETHICS:
        return _("Pasal PP 42/2004 yang menunjuk penggantinya tidak ditemukan.")
    return _(
        "Bila pejabat yang berwenang menghukum tidak ada, kewenangannya beralih kepada pejabat yang lebih tinggi "
        "(%(rule)s; bahwa ini berlaku pula bila ia sendiri terlibat, diturunkan darinya)."
    ) % {"rule": rule_for(_NEXT_ABOVE, proceeding)}


def _differs(title: str, known: str, on: date) -> str:
    return _(
        "Jabatan penanda tangan «%(title)s» lain daripada daftar pejabat pada %(day)s: «%(known)s». Pakailah jabatan "
        "itu; atau isi dasar jabatan ini (nomor dan tanggal suratnya), seperti bagi Plt., Plh., Pj., atau Pjs. Bila "
        "daftarnya keliru, mintalah administrator memperbaikinya."
    ) % {"title": title, "day": long_date(on), "known": known}


def _another_holder(title: str, name: str, known: str, on: date) -> str:
    return _(
        "Menurut daftar pejabat pada %(day)s, %(title)s ialah %(known)s, bukan %(name)s. Kosongkan nama itu bila "
        "%(known)s yang menandatangani; atau isi dasar jabatan %(name)s (nomor dan tanggal surat pengangkatannya), dan "
        "minta administrator memperbarui daftarnya."
    ) % {"day": long_date(on), "title": title, "known": known, "name": name}


def _acts(title: str) -> str:
    return _("Isi dasar penunjukan «%(title)s»: nomor dan tanggal suratnya.") % {"title": title}
