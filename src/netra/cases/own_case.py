"""Who is accused handles nothing in his own case and reads nothing of it: not who saw him, nor what is being weighed.

What he is given as the accused comes to him as such: letters handed over, and what an officer shows by his link. An
account has no NIP, so a name alike is enough to keep it away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.models import Case, Party
from netra.registry.models import AppointingAuthority
from netra.registry.queries import appointing_authority_of
from netra.registry.same_person import bare_name, may_be_one
from netra.trust.access import NotAllowed
from netra.trust.asked_again import AskedAgain
from netra.trust.models import User

_ACCUSED = AskedAgain(lambda case: Party.objects.filter(case=case).values_list("name", "nip"))
_ACCUSED_IN = AskedAgain(lambda cases: Party.objects.filter(case__among=cases).values_list("case_id", "name"))


class OwnCase(NotAllowed):
    """Somebody of the name of this account is accused in the case."""


def may_be_accused(case: Case, user: User) -> bool:
    """Whether somebody of his name is accused in the case, titles apart."""
    # Asked anew: a page may have read only those whom this user may read of.
    return bears_the_name(user, (name for name, _nip in accused_in(case)))


def accused_in(case: Case) -> list[tuple[str, str]]:
    """The name and the NIP of everybody who is accused in it, as they are now."""
    return _ACCUSED(case=case.pk)


def bears_the_name(user: User, names: Iterable[str]) -> bool:
    """Whether one of these names is that of the account, or was before it was corrected, titles apart."""
    own = {bare_name(each) for each in user.names} - {""}
    return any(bare_name(name) in own for name in names)


def may_be_accused_of(user: User, report_ref: str) -> bool:
    """The same of the case that a report became: the answer of this room to `intake.own_report`."""
    case = Case.objects.filter(report_ref=report_ref).first()
    return case is not None and may_be_accused(case, user)


def refuse_reading(user: User, names: Iterable[str]) -> None:
    """Keeps the account from a case whose accused bear these names. Fails with OwnCase, which says what to do now."""
    if bears_the_name(user, names):
        raise OwnCase(accused_himself(user))


def own_among(user: User, cases: Collection[int]) -> frozenset[int]:
    """The keys of those among these cases in which somebody of his name is accused: one query, none for no case."""
    own = {bare_name(each) for each in user.names} - {""}
    return frozenset(case for case, name in _ACCUSED_IN(cases=cases) if bare_name(name) in own)


def may_be_accused_in(user: User, case_ref: str) -> bool:
    """The same of a case by its reference: the answer to `supervision.own_finding`."""
    return bears_the_name(user, Party.objects.filter(case__ref=case_ref).values_list("name", flat=True))


def accused_head(case: Case, agency_code: str, *, on: date) -> AppointingAuthority | None:
    """Who heads that agency on that day, where he may be accused in the case himself, as an acting mayor may be."""
    head = appointing_authority_of(agency_code, on)
    if head and any(may_be_one(head.holder_name, head.holder_nip, *accused) for accused in accused_in(case)):
        return head
    return None


def accused_himself(user: User) -> str:
    """What such an account is told: why it may not, and what to do now, also where it is a namesake."""
    return _(
        "Nama akun Anda, %(name)s, sama dengan nama terlapor dalam perkara ini, dan yang terlapor tidak menangani "
        "dan tidak membaca perkaranya sendiri. Mintalah rekan lain yang berwenang mengerjakannya. Bila Anda hanya "
        "senama, mintalah hal yang sama; atau minta administrator membuatkan akun yang nama lengkapnya memuat pembeda "
        "selain gelar dan bukan sesudah koma, seperti nama tengah atau unit kerja."
    ) % {"name": user.full_name}
