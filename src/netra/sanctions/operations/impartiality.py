"""Who may examine, and who then no longer decides (PP 94/2021 Ps 27 and 29; a council: PP 42/2004 Ps 17 and 20).

No article that was read forbids anybody by name. They say who examines, and that what was found is reported to whoever
decides; only the direct superior, where the penalty is his to impose, does both (Ps 27(3)). The rest follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused
from netra.law.composition import Element
from netra.law.dated import Source, Verification
from netra.law.regime import Regime
from netra.law.vocabulary import Employment
from netra.registry.queries import appointing_authority_of
from netra.sanctions.letters.people import superior_of
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.same_person import may_be_one
from netra.sanctions.states import Route
from netra.trust.acts import ROLE_LABELS, Role
from netra.trust.models import RoleGrant, User

PPPK_RULES = "mengikat PNS saja; bagi PPPK menurut peraturan instansi, PP 49/2018 Pasal 52"
# Roles that somebody holds as one of an agency's own people; every other role reports, oversees or guards.
_OF_AN_AGENCY = frozenset(
    {Role.PERSONNEL_OFFICER, Role.UNIT_HEAD, Role.APPOINTING_AUTHORITY, Role.AUDITOR, Role.EXAMINER}
)


def refuse_unfit(proceeding: Proceeding, account: User, *, nip: str = "", seat: str = "", at: datetime) -> None:
    """Nobody from the side that reports, oversees or guards examines, nor who decides afterwards; `seat` is the one
    that he is to take in a team, where an inspectorate audits a region too (Ps 29(3)). Fails with ActRefused.
    """
    seated = _seat_of(proceeding, account)
    nip = nip or (seated.nip if seated else "")
    grants = RoleGrant.objects.valid_on(localdate(at)).filter(user=account, subject_ref="").order_by("role", "pk")
    for grant in grants:
        role = Role(grant.role)
        if role is Role.AUDITOR and seat == Element.OVERSIGHT:
            continue
        if role not in _OF_AN_AGENCY or not grant.agency_code:
            raise ActRefused(_other_side(proceeding, account.full_name, role))
        if role is Role.APPOINTING_AUTHORITY and grant.agency_code == proceeding.agency_code:
            refuse_deciding(proceeding, account.full_name, nip=nip, seat=seat, at=at, known=True)
        elif not (seat or seated or _works_there(proceeding, grant)):
            raise ActRefused(_from_elsewhere(proceeding, account.full_name, grant.agency_code))
    refuse_deciding(proceeding, account.full_name, nip=nip, seat=seat, at=at)


def refuse_deciding(
    proceeding: Proceeding, name: str, *, nip: str = "", seat: str = "", at: datetime, known: bool = False
) -> None:
    """Who decides on what was found does not find it, unless he is the direct superior.

    He is `known` by his role, else by the registry. Fails with ActRefused.
    """
    head = appointing_authority_of(proceeding.agency_code, localdate(at))
    heads = head is not None and may_be_one(name, nip, head.holder_name, head.holder_nip)
    if (known or heads) and not _stands_above(proceeding, name, nip, seat, at):
        raise ActRefused(
            _(
                "%(name)s ialah yang memutus penanganan ini, dan hasil pemeriksaan dilaporkan kepada yang memutus: "
                "hanya atasan langsung yang berwenang menghukum memeriksa dan memutus sendiri (%(rule)s). Pilih orang "
                "lain; atau, bila ia atasan langsung terlapor, minta petugas kepegawaian mencatatnya demikian dalam "
                "daftar pegawai."
            )
            % {"name": name, "rule": _reporting(proceeding)}
        )


def refuse_who_examined(proceeding: Proceeding, by: User, *, at: datetime) -> None:
    """Whoever examined decides nothing on it, unless he is the direct superior. Fails with ActRefused."""
    if not _examined(proceeding, by, at):
        return
    seated = _seat_of(proceeding, by)
    if _stands_above(proceeding, by.full_name, "", seated.element if seated else "", at):
        return
    raise ActRefused(
        _(
            "Anda memeriksa dalam penanganan ini, dan hasil pemeriksaan dilaporkan kepada yang memutus: hanya atasan "
            "langsung yang berwenang menghukum memeriksa dan memutus sendiri (%(rule)s). Mintalah pemegang peran "
            "Pejabat Pembina Kepegawaian yang lain mengerjakannya; atau, bila Anda atasan langsung terlapor, minta "
            "petugas kepegawaian mencatatnya demikian dalam daftar pegawai."
        )
        % {"rule": _reporting(proceeding)}
    )


def refuse_examiner_signing(proceeding: Proceeding, person: Mapping[str, str], *, at: datetime) -> None:
    """The same of who signs a decree that decides, as the decree names him. Fails with ActRefused."""
    name, nip = person.get("name", ""), person.get("nip", "")
    for seated in proceeding.team.all() if name else ():
        alike = may_be_one(seated.name, seated.nip, name, nip)
        if alike and not _stands_above(proceeding, name, nip, seated.element, at):
            raise ActRefused(
                _(
                    "%(name)s memeriksa dalam penanganan ini, dan hasil pemeriksaan dilaporkan kepada yang memutus: "
                    "hanya atasan langsung yang berwenang menghukum memeriksa dan memutus sendiri (%(rule)s). Pilih "
                    "penanda tangan lain. Bila hanya senama, tulis pembeda lain selain gelar."
                )
                % {"name": name, "rule": _reporting(proceeding)}
            )


def _examined(proceeding: Proceeding, user: User, at: datetime) -> bool:
    """Whether he sat in the team or council, or his assignment lasted to the day on which somebody was examined."""
    # Of two examinations the first: who held that one alone may have been let go before the second.
    examined = min((each.held_date for each in proceeding.examinations.all()), default=proceeding.examination_date)
    until = examined or localdate(at)
    held = RoleGrant.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=until), user=user, role=Role.EXAMINER, subject_ref=proceeding.ref
    )
    return _seat_of(proceeding, user) is not None or held.exists()


def _seat_of(proceeding: Proceeding, account: User) -> TeamMember | None:
    """Where the decree that formed the team names him: by account, or where it gives none, by name."""
    return next(
        (
            each
            for each in proceeding.team.all()
            if each.user_id == account.pk
            or (each.user_id is None and may_be_one(each.name, each.nip, account.full_name, ""))
        ),
        None,
    )


def _stands_above(proceeding: Proceeding, name: str, nip: str, seat: str, at: datetime) -> bool:
    """Whether he is the examinee's direct superior; a council knows no such part.

    The registry says who that is, and where it does not know, the seat. Where the direct superior is accused himself,
    the next above has his part (PP 94/2021 Ps 29(6)).
    """
    if proceeding.route == Route.ETHICS:
        return False
    superior = superior_of(proceeding, localdate(at))
    if "name" not in superior:
        return seat == Element.DIRECT_SUPERIOR
    if may_be_one(name, nip, superior["name"], superior["nip"]):
        return True
    accused = proceeding.case.parties.values_list("name", "nip")
    return seat == Element.HIGHER_SUPERIOR and any(
        may_be_one(superior["name"], superior["nip"], *each) for each in accused
    )


def _works_there(proceeding: Proceeding, grant: RoleGrant) -> bool:
    return grant.agency_code in {proceeding.agency_code, proceeding.party.agency_code}


def _other_side(proceeding: Proceeding, name: str, role: Role) -> str:
    return _(
        "%(name)s memegang peran «%(role)s». Yang memeriksa ialah atasan langsung, tim, atau majelis dari instansi "
        "(%(rule)s), bukan yang menerima laporan, mengawasi, atau menjaga sistem ini. Pilih orang instansi itu, atau "
        "akun tanpa peran."
    ) % {"name": name, "role": _(ROLE_LABELS[role]), "rule": _examining(proceeding)}


def _from_elsewhere(proceeding: Proceeding, name: str, agency_code: str) -> str:
    return _(
        "%(name)s berperan pada %(agency)s, bukan instansi yang memeriksa dan bukan instansi terlapor. Yang memeriksa "
        "ialah atasan langsung, tim, atau majelis dari instansi (%(rule)s). Pilih orang lain; atau sebutkan ia dalam "
        "keputusan pembentukan tim sebagai pejabat lain yang ditunjuk, lalu tugaskan."
    ) % {"name": name, "agency": agency_code, "rule": _examining(proceeding)}


_EXAMINING: Mapping[str, tuple[str, str]] = {
    "DISC-53": ("PP 53/2010", "Pasal 24 ayat (1) dan Pasal 25 ayat (2)"),
    "DISC-94": ("PP 94/2021", "Pasal 27 ayat (1) dan Pasal 29 ayat (3)–(4)"),
    "COUNCIL": ("PP 42/2004", "Pasal 17"),
}
_REPORTING: Mapping[str, tuple[str, str]] = {
    "DISC-53": ("PP 53/2010", "Pasal 24 ayat (3)"),
    "DISC-94": ("PP 94/2021", "Pasal 27 ayat (3)–(4)"),
    "COUNCIL": ("PP 42/2004", "Pasal 20"),
}


def _examining(proceeding: Proceeding) -> str:
    return _rule(_EXAMINING, proceeding)


def _reporting(proceeding: Proceeding) -> str:
    return _rule(_REPORTING, proceeding)


def _rule(articles: Mapping[str, tuple[str, str]], proceeding: Proceeding) -> str:
    """The article that is followed here; what it does not say in words is derived from it."""
    old = "DISC-53" if proceeding.regime == Regime.DISC_53 else "DISC-94"
    instrument, article = articles["COUNCIL" if proceeding.route == Route.ETHICS else old]
    source = Source(instrument, article, Verification.DERIVED)
    return str(source.followed(PPPK_RULES) if proceeding.party.employment == Employment.PPPK else source)
