"""Who is accused in a case that came of an observation reads nothing of that visit: what was seen, and the evidence.

Who is accused is known to the room `cases`, which stands above this one and puts its answer here when the house starts.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q
from django.utils.translation import gettext as _

from netra.supervision.models import Observation, Visit
from netra.trust.access import NotAllowed
from netra.trust.models import User

Answer = Callable[[User, str], bool]
_ABOVE: list[Answer] = []


class OwnFinding(NotAllowed):
    """Somebody of the name of this account is accused in the case that came of it."""


def ask(answer: Answer) -> None:
    """Have `answer` say whether somebody may be accused in the case with that reference."""
    if answer not in _ABOVE:
        _ABOVE.append(answer)


def refuse_own(visit: Visit, user: User) -> None:
    """Fails with OwnFinding, which says what to do now, also where he is a namesake.

    What an agency saw and passed on is about him too where the supervisors who looked into it registered his case.
    """
    here = Q(visit=visit) | Q(visit__follows__visit=visit)
    cases = Observation.objects.filter(here).exclude(case_ref="").values_list("case_ref", flat=True)
    if any(answer(user, case) for case in cases for answer in _ABOVE):
        raise OwnFinding(
            _(
                "Nama akun Anda, %(name)s, sama dengan nama terlapor dalam perkara yang berasal dari pengawasan ini, "
                "dan yang terlapor tidak membaca apa yang diamati tentang dirinya. Mintalah rekan lain yang berwenang "
                "mengerjakannya. Bila Anda hanya senama, mintalah hal yang sama; atau minta administrator membuatkan "
                "akun yang nama lengkapnya memuat pembeda selain gelar."
            )
            % {"name": user.full_name}
        )
