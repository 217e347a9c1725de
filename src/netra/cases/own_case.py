"""Who is accused handles nothing in his own case. An account has no NIP, so a name alike is enough to keep it away."""

from __future__ import annotations

from django.utils.translation import gettext as _

from netra.cases.models import Case
from netra.registry.same_person import may_be_one
from netra.trust.models import User


def may_be_accused(case: Case, user: User) -> bool:
    """Whether somebody of his name is accused in the case, titles apart."""
    names = case.parties.values_list("name", flat=True)
    return any(may_be_one(user.full_name, "", name, "") for name in names)


def may_be_accused_of(user: User, report_ref: str) -> bool:
    """The same of the case that a report became: the answer of this room to `intake.own_report`."""
    case = Case.objects.filter(report_ref=report_ref).first()
    return case is not None and may_be_accused(case, user)


def accused_himself(user: User) -> str:
    """What such an account is told: why it may not, and what to do now, also where it is a namesake."""
    return _(
        "Nama akun Anda, %(name)s, sama dengan nama terlapor dalam perkara ini, dan yang terlapor tidak menangani "
        "perkaranya sendiri. Mintalah rekan lain yang berwenang mengerjakannya. Bila Anda hanya senama, mintalah hal "
        "yang sama; atau minta administrator membuatkan akun yang nama lengkapnya memuat pembeda selain gelar dan "
        "bukan sesudah koma, seperti nama tengah atau unit kerja."
    ) % {"name": user.full_name}
