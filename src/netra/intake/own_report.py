"""Who is reported neither reads the report about himself nor handles it: he would learn who saw him, and could end it.

An account has no NIP, so a name alike is enough to keep it away. Who is accused in the case that a report became is
known to the room `cases`, which stands above this one and puts its answer here when the house starts.
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from netra.intake.models import Report
from netra.registry.same_person import may_be_one
from netra.trust.access import NotAllowed
from netra.trust.models import User

Answer = Callable[[User, str], bool]
_ABOVE: list[Answer] = []


class OwnReport(NotAllowed):
    """Somebody of the name of this account is reported."""


def ask(answer: Answer) -> None:
    """Have `answer` say whether somebody may be accused in the case that the report with that reference became."""
    if answer not in _ABOVE:
        _ABOVE.append(answer)


def may_be_reported(report: Report, user: User) -> bool:
    """Whether somebody of his name is reported, titles apart, or accused in the case that the report became."""
    named = any(may_be_one(own, "", each.name, "") for each in report.persons.all() for own in user.names)
    return named or (bool(report.case_ref) and any(answer(user, report.ref) for answer in _ABOVE))


def may_be_reported_in(user: User, report_ref: str) -> bool:
    """The same of a report by its reference: the answer to `trust.identity_readers`."""
    report = Report.objects.filter(ref=report_ref).first()
    return report is not None and may_be_reported(report, user)


def refuse_own(report: Report, user: User) -> None:
    """Fails with OwnReport, which says what to do now, also where he is a namesake."""
    if may_be_reported(report, user):
        raise OwnReport(
            _(
                "Nama akun Anda, %(name)s, sama dengan nama yang dilaporkan dalam laporan %(report)s, dan yang "
                "dilaporkan tidak membaca dan tidak menangani laporan tentang dirinya. Mintalah rekan lain yang "
                "berwenang mengerjakannya. Bila Anda hanya senama, mintalah hal yang sama; atau minta administrator "
                "membuatkan akun yang nama lengkapnya memuat pembeda selain gelar dan bukan sesudah koma, seperti "
                "nama tengah atau unit kerja."
            )
            % {"name": user.full_name, "report": report.ref}
        )
