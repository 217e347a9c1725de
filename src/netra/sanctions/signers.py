"""As whom a decree is signed that is not the authority's alone: the answer to an objection, the release from duty."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from netra.cases.operations.claim import ActRefused
from netra.law.bodies import appeal_body
from netra.letters.queries import letter
from netra.registry.queries import appointing_authority_of
from netra.registry.same_person import may_be_one
from netra.sanctions.models import Proceeding
from netra.sanctions.signing import Signed, Signing, same_office, signed_by, signed_by_head, signed_by_office
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
    _refuse_who_decided(proceeding, wanted)
    return signed_by_office(proceeding, addressee, wanted, on=on, at=at)


def signed_by_who_decided(proceeding: Proceeding, wanted: Signing, *, on: date, at: datetime) -> Signed:
    """The authority, also of a decree of the President; an official or a delegate who decided in its place himself.

    No register here knows these. Fails with ActRefused or UnnamedDocument.
    """
    made = proceeding.decision
    by_official = made.imposed_by == "OFFICIAL" and made.letter_ref
    if not (by_official or made.delegate_title):
        return signed_by_head(proceeding, wanted, on=on, at=at)
    return signed_by_office(proceeding, made.signer_title, wanted, on=on, at=at)


def _refuse_who_decided(proceeding: Proceeding, wanted: Signing) -> None:
    """The official does not answer the objection against his own decision, by his office or by his name."""
    made = proceeding.decision
    decree = (letter(made.letter_ref).data or {}) if made.letter_ref else {}
    under_it = decree.get("signer", {}).get("name", "")
    if same_office(wanted.title, made.signer_title) or may_be_one(wanted.name, "", under_it, ""):
        raise ActRefused(
            _(
                "Hukuman ini dijatuhkan oleh %(official)s, dan keberatan atasnya diajukan kepada dan diputus oleh "
                "atasannya, bukan oleh ia sendiri (PP 79/2021 Pasal 3 ayat (3) dan Pasal 9; sebelumnya PP 53/2010 "
                "Pasal 35 ayat (1) dan Pasal 37). Isi jabatan dan nama atasannya, atau kosongkan keduanya."
            )
            % {"official": made.signer_title}
        )


def signed_by_superior(proceeding: Proceeding, wanted: Signing, *, on: date, at: datetime) -> Signed:
    """The direct superior, whom the registry knows or not, or the next above where he has no part (PP 94/2021 Ps 31).

    Fails like `signed_by`, and where nobody above is known and none is named.
    """
    named = wanted.title.strip() and wanted.name.strip()
    superior = superior_of(proceeding, on) if named else acting_superior(proceeding, on)
    if "name" not in superior:
        return signed_by_office(proceeding, superior["position"], wanted, on=on, at=at)
    return signed_by(proceeding, wanted, known=superior, on=on, at=at)
