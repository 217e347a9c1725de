"""As whom a decree is signed that is not the authority's alone: the answer to an objection, the release from duty."""

from __future__ import annotations

from datetime import date, datetime

from netra.law.bodies import appeal_body
from netra.registry.queries import appointing_authority_of
from netra.sanctions.models import Proceeding
from netra.sanctions.signing import Signed, Signing, signed_by, signed_by_head
from netra.sanctions.superior import acting_superior, superior_of


def addressee_of(proceeding: Proceeding, kind: str, on: date) -> str:
    """Who decides on a remedy of that kind filed on that day."""
    if kind == "APPEAL":
        return appeal_body(on).name
    if proceeding.decision.imposed_by == "OFFICIAL":
        return f"Atasan {proceeding.decision.signer_title}"  # PP 79/2021 Ps 3(3), PP 53/2010 Ps 35(1)
    authority = appointing_authority_of(proceeding.agency_code, on)
    return authority.office_title if authority else "Pejabat Pembina Kepegawaian"


def signed_by_addressee(proceeding: Proceeding, addressee: str, wanted: Signing, *, on: date, at: datetime) -> Signed:
    """The authority, or on an official's penalty his superior, whom no register here knows by title or name.

    Fails with ActRefused or UnnamedDocument.
    """
    if proceeding.decision.imposed_by != "OFFICIAL":
        return signed_by_head(proceeding, wanted, on=on, at=at)
    return _signed_by_unregistered(proceeding, addressee, wanted, on=on, at=at)


def signed_by_who_decided(proceeding: Proceeding, wanted: Signing, *, on: date, at: datetime) -> Signed:
    """The authority, also of a decree of the President; an official or a delegate who decided in its place himself.

    No register here knows these. Fails with ActRefused or UnnamedDocument.
    """
    made = proceeding.decision
    by_official = made.imposed_by == "OFFICIAL" and made.letter_ref
    if not (by_official or made.delegate_title):
        return signed_by_head(proceeding, wanted, on=on, at=at)
    return _signed_by_unregistered(proceeding, made.signer_title, wanted, on=on, at=at)


def _signed_by_unregistered(proceeding: Proceeding, office: str, wanted: Signing, *, on: date, at: datetime) -> Signed:
    """The holder of an office that is in no register: by the office alone where nothing else was typed."""
    if not wanted.title.strip():
        return Signed(office, {"position": office})
    return signed_by(proceeding, wanted, known={}, on=on, at=at)


def signed_by_superior(proceeding: Proceeding, wanted: Signing, *, on: date, at: datetime) -> Signed:
    """The direct superior, whom the registry knows or not, or the next above where he has no part (PP 94/2021 Ps 31).

    Fails like `signed_by`, and where nobody above is known and none is named.
    """
    named = wanted.title.strip() and wanted.name.strip()
    superior = superior_of(proceeding, on) if named else acting_superior(proceeding, on)
    if not wanted.title.strip():
        return Signed(superior["position"], superior)
    known = superior if "name" in superior else {}
    return signed_by(proceeding, wanted, known=known, on=on, at=at)
