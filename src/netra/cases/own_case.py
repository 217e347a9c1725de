"""Who is accused handles nothing in his own case. An account has no NIP, so a name alike is enough to keep it away."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from netra.cases.models import Case
from netra.cases.same_person import may_be_one
from netra.trust.models import User


def may_be_accused(case: Case, user: User) -> bool:
    """Whether somebody of his name is accused in the case, titles apart."""
    # Asked anew: a page may have read only those whom this user may read of.
    return bears_the_name(user, case.parties.values_list("name", flat=True))


def bears_the_name(user: User, names: Iterable[str]) -> bool:
    """Whether one of these names is that of the account, or was before it was corrected, titles apart."""
    return any(may_be_one(own, "", name, "") for name in names for own in user.names)


def accused_himself(user: User) -> str:
    """What such an account is told: why it may not, and what to do now, also where it is a namesake."""
    return _(
        "Nama akun Anda, %(name)s, sama dengan nama terlapor dalam perkara ini, dan yang terlapor tidak menangani "
        "perkaranya sendiri. Mintalah rekan lain yang berwenang mengerjakannya. Bila Anda hanya senama, mintalah hal "
        "yang sama; atau minta administrator membuatkan akun yang nama lengkapnya memuat pembeda selain gelar dan "
        "bukan sesudah koma, seperti nama tengah atau unit kerja."
    ) % {"name": user.full_name}
