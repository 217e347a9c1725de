"""Who is accused handles nothing in his own case and reads nothing of it: not who saw him, nor what is being weighed.

What he is given as the accused comes to him as such: letters handed over, and what an officer shows by his link. An
account has no NIP, so a name alike is enough to keep it away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.bypass import names_office
from netra.cases.models import Case, Party
from netra.law.bodies import Body, head_of, overseeing_since, oversight_body
from netra.registry.models import AppointingAuthority
from netra.registry.queries import appointing_authority_of
from netra.registry.same_person import bare_name, may_be_one
from netra.trust.access import NotAllowed
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound
from netra.trust.models import User

_ACCUSED = AskedAgain(lambda case: Party.objects.filter(case=case).values_list("name", "nip"))
_NAMED = AskedAgain(
    lambda keys: (
        Party.objects.filter(name_key__among=keys).order_by("case_id").values_list("case_id", flat=True).distinct()
    )
)
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


def name_key(name: str) -> str:
    """A name as the table of the accused keeps it beside the written one, to be found by: without titles."""
    return bare_name(name)[:200]


def own_cases(user: User) -> tuple[int, ...]:
    """The keys of all cases in which somebody of his name is accused, by their index: few, and mostly none."""
    return tuple(_NAMED(keys={name_key(name) for name in user.names} - {""}))


def own_chains_of(user: User) -> list[str]:
    """The chains of these cases: the answer to `trust.own_chains`."""
    return [case.chain for case in Case.objects.filter(pk__in=own_cases(user)).only("ref")]


def may_be_accused_in(user: User, case_ref: str) -> bool:
    """The same of a case by its reference: the answer to `supervision.own_finding`."""
    return bears_the_name(user, Party.objects.filter(case__ref=case_ref).values_list("name", flat=True))


def accused_head(case: Case, agency_code: str, *, on: date) -> AppointingAuthority | None:
    """Who heads that agency on that day, where he may be accused in the case himself, as an acting mayor may be."""
    head = appointing_authority_of(agency_code, on)
    if head and any(may_be_one(head.holder_name, head.holder_nip, *accused) for accused in accused_in(case)):
        return head
    return None


def headed_body(case: Case, *, on: date) -> str:
    """The code of the body that oversees neutrality on that day, where its own head may be accused in the case: by the
    register of heads, or by the post that is written of the accused; "" where he is not.

    A post alone says nothing of whom the register knows by another NIP: he headed the body before.
    """
    body = oversight_body(on)
    return body.code if _is_headed(case, body, on) else ""


def headed_sooner_or_later(case: Case, *, on: date) -> str:
    """The same of that body, else of one that takes over after that day: its people read the case as soon as it does,
    and nothing need be done in the case by then.
    """
    return next((body.code for day, body in overseeing_since(on) if _is_headed(case, body, day)), "")


def _is_headed(case: Case, body: Body, on: date) -> bool:
    head = head_on_register(body.code, on=on)
    titles = [head_of(body), *([head.office_title] if head else [])]
    offices = [*titles, *(title.replace(body.name, body.code) for title in titles)]
    for name, nip, title in case.parties.values_list("name", "nip", "position_title"):
        if head and may_be_one(head.holder_name, head.holder_nip, name, nip):
            return True
        another = bool(head and head.holder_nip and nip)
        if not another and names_office(title, offices):
            return True
    return False


def head_on_register(code: str, *, on: date) -> AppointingAuthority | None:
    """Who heads an agency by the register; None where it knows neither him nor the agency."""
    try:
        return appointing_authority_of(code, on)
    except NotFound:
        return None


def accused_himself(user: User) -> str:
    """What such an account is told: why it may not, and what to do now, also where it is a namesake."""
    return _(
        "Nama akun Anda, %(name)s, sama dengan nama terlapor dalam perkara ini, dan yang terlapor tidak menangani "
        "dan tidak membaca perkaranya sendiri. Mintalah rekan lain yang berwenang mengerjakannya. Bila Anda hanya "
        "senama, mintalah hal yang sama; atau minta administrator membuatkan akun yang nama lengkapnya memuat pembeda "
        "selain gelar dan bukan sesudah koma, seperti nama tengah atau unit kerja."
    ) % {"name": user.full_name}
