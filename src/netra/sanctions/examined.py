"""Who examined in a proceeding, and whether he may decide on what he found (PP 94/2021 Ps 27(3)–(4), PP 42/2004 Ps 20).

Asked by the acts that decide, and by the page that offers them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from netra.law.composition import Element
from netra.letters.queries import letter
from netra.registry.queries import appointing_authority_of
from netra.registry.same_person import may_be_one
from netra.sanctions.derived import rule_for
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.seats import examined_by
from netra.sanctions.states import Route
from netra.sanctions.superior import is_passed_over, superior_of
from netra.trust.acts import Role
from netra.trust.models import RoleGrant, User

# What the authority decides on what was found: each of these acts refuses whoever examined.
DECIDES = frozenset(
    {
        "sanctions.action_decline",
        "sanctions.decision_make",
        "sanctions.moral_impose",
        "sanctions.objection_decide",
        "sanctions.objection_reject",
        "sanctions.proceeding_stop",
        "sanctions.termination_decide",
    }
)


def may_decide(proceeding: Proceeding, user: User, *, on: date) -> bool:
    """Whether he examined nobody here, or examined as the direct superior, who decides himself."""
    seated = seat_of(proceeding, user)
    if seated is None and not _assignments(proceeding, on).filter(user=user).exists():
        return True
    return stands_above(proceeding, user.names, "", seated.element if seated else "", on=on)


def seat_of(proceeding: Proceeding, account: User) -> TeamMember | None:
    """Where a decree names him, unless he left before anybody was examined; by account, or where none is, by name."""
    return next(
        (
            each
            for each in examined_by(proceeding)
            if each.user_id == account.pk
            or (each.user_id is None and any(may_be_one(each.name, each.nip, own, "") for own in account.names))
        ),
        None,
    )


def stands_above(proceeding: Proceeding, names: Sequence[str], nip: str, seat: str, *, on: date) -> bool:
    """Whether he is the examinee's direct superior, by his name or a former one; a council knows no such part.

    The registry says who that is, and where it does not know, the seat. Where the direct superior is accused himself
    or was kept from the case, a higher one has his part (PP 94/2021 Ps 29(6)).
    """
    if proceeding.route == Route.ETHICS:
        return False
    superior, passed = superior_of(proceeding, on), is_passed_over(proceeding, on)
    known = superior.get("name", "")
    if known and any(may_be_one(name, nip, known, superior.get("nip", "")) for name in names):
        return True
    if passed:
        return seat == Element.HIGHER_SUPERIOR
    return not known and seat == Element.DIRECT_SUPERIOR


@dataclass(frozen=True, slots=True)
class Examiner:
    """Somebody who examined here: by which name, NIP and seat; "" where he had none."""

    name: str
    nip: str = ""
    seat: str = ""


def who_examined(proceeding: Proceeding, *, on: date) -> list[Examiner]:
    """The team or council, whoever was assigned until somebody was examined, and whom the records name as examiners."""
    seated = [Examiner(each.name, each.nip, each.element) for each in examined_by(proceeding)]
    records = [letter(each.letter_ref).data or {} for each in proceeding.examinations.all()]
    named = [each for record in records for each in record.get("examiners", ())]
    others = [
        *(Examiner(name) for each in _assignments(proceeding, on).select_related("user") for name in each.user.names),
        *(Examiner(each.get("name", ""), each.get("nip", "")) for each in named),
    ]
    # Who sits in the team too is asked about by his seat.
    apart = (each for each in others if not any(may_be_one(each.name, each.nip, one.name, one.nip) for one in seated))
    return [*seated, *apart]


def heads(proceeding: Proceeding, names: Sequence[str], nip: str, *, on: date) -> bool:
    """Whether the registry knows him on that day as the authority of the agency that handles the case, by any name."""
    head = appointing_authority_of(proceeding.agency_code, on)
    return head is not None and any(may_be_one(name, nip, head.holder_name, head.holder_nip) for name in names)


def decides_here(proceeding: Proceeding, account: User, *, on: date) -> bool:
    """Whether he decides on what is found here, by his role or by the registry, and is not the direct superior.

    An assignment given to him before this was asked keeps him from deciding, unless it ends before the examination.
    """
    seated = seat_of(proceeding, account)
    nip, seat = (seated.nip, seated.element) if seated else ("", "")
    granted = RoleGrant.objects.valid_on(on).filter(
        user=account, role=Role.APPOINTING_AUTHORITY, agency_code=proceeding.agency_code
    )
    decides = heads(proceeding, account.names, nip, on=on) or granted.exists()
    return decides and not stands_above(proceeding, account.names, nip, seat, on=on)


def _assignments(proceeding: Proceeding, on: date) -> QuerySet[RoleGrant]:
    """The assignments that lasted to the day on which somebody was examined."""
    # Of two examinations the first: who held that one alone may have been let go before the second.
    examined = min((each.held_date for each in proceeding.examinations.all()), default=proceeding.examination_date)
    lasted = Q(valid_until=None) | Q(valid_until__gte=examined or on)
    return RoleGrant.objects.filter(lasted, role=Role.EXAMINER, subject_ref=proceeding.ref)


def examined_himself(proceeding: Proceeding) -> str:
    """What whoever examined is told where a decision would be his: by which rule it is not, and what to do now."""
    return _(
        "Anda memeriksa dalam penanganan ini, dan hasil pemeriksaan dilaporkan kepada yang memutus: hanya atasan "
        "langsung yang berwenang menghukum memeriksa dan memutus sendiri (%(rule)s). Mintalah pemegang peran "
        "Pejabat Pembina Kepegawaian yang lain mengerjakannya; atau, bila Anda atasan langsung terlapor, minta "
        "petugas kepegawaian mencatatnya demikian dalam daftar pegawai."
    ) % {"rule": reporting(proceeding)}


_REPORTING: Mapping[str, tuple[str, str]] = {
    "DISC-53": ("PP 53/2010", "Pasal 24 ayat (3)"),
    "DISC-94": ("PP 94/2021", "Pasal 27 ayat (3)–(4)"),
    "COUNCIL": ("PP 42/2004", "Pasal 20"),
}


def reporting(proceeding: Proceeding) -> str:
    """The article by which what was found is reported to whoever decides."""
    return rule_for(_REPORTING, proceeding)
