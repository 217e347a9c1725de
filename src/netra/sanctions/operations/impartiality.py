"""Who may examine, and who then no longer decides (PP 94/2021 Ps 27 and 29; a council: PP 42/2004 Ps 17 and 20).

No article that was read forbids anybody by name. They say who examines, and that what was found is reported to whoever
decides; only the direct superior, where the penalty is his to impose, does both (Ps 27(3)). The rest follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused
from netra.law.composition import Element
from netra.registry.queries import position_of, registered
from netra.registry.same_person import may_be_one
from netra.sanctions.derived import rule_for
from netra.sanctions.examined import (
    examined_himself,
    heads,
    may_decide,
    reporting,
    seat_of,
    stands_above,
    who_examined,
)
from netra.sanctions.models import Proceeding
from netra.sanctions.seats import seated_now
from netra.sanctions.signing import same_office
from netra.trust.acts import ROLE_LABELS, Role
from netra.trust.models import RoleGrant, User

# Roles that somebody holds as one of an agency's own people; every other role reports, oversees or guards.
_OF_AN_AGENCY = frozenset(
    {Role.PERSONNEL_OFFICER, Role.UNIT_HEAD, Role.APPOINTING_AUTHORITY, Role.AUDITOR, Role.EXAMINER}
)


def refuse_unfit(proceeding: Proceeding, account: User, *, nip: str = "", seat: str = "", at: datetime) -> None:
    """Nobody from the side that reports, oversees or guards examines, nor who decides afterwards; `seat` is the one
    that he is to take in a team, where an inspectorate audits a region too (Ps 29(3)). Fails with ActRefused.
    """
    seated = seat_of(proceeding, account)
    nip = nip or (seated.nip if seated else "")
    grants = RoleGrant.objects.valid_on(localdate(at)).filter(user=account, subject_ref="").order_by("role", "pk")
    for grant in grants:
        role = Role(grant.role)
        if role is Role.AUDITOR and seat == Element.OVERSIGHT:
            continue
        if role not in _OF_AN_AGENCY or not grant.agency_code:
            raise ActRefused(_other_side(proceeding, account.full_name, role))
        if role is Role.APPOINTING_AUTHORITY and grant.agency_code == proceeding.agency_code:
            refuse_deciding(proceeding, *account.names, nip=nip, seat=seat, at=at, known=True)
        elif not (seat or seated or _works_there(proceeding, grant)):
            raise ActRefused(_from_elsewhere(proceeding, account.full_name, grant.agency_code))
    refuse_deciding(proceeding, *account.names, nip=nip, seat=seat, at=at)


def refuse_deciding(
    proceeding: Proceeding, *names: str, nip: str = "", seat: str = "", at: datetime, known: bool = False
) -> None:
    """Who decides on what was found does not find it, unless he is the direct superior.

    `names` are his name and, of an account, its former ones. He is `known` by his role, else by the registry. Fails
    with ActRefused.
    """
    on = localdate(at)
    decides = known or heads(proceeding, names, nip, on=on)
    if decides and not stands_above(proceeding, names, nip, seat, on=on):
        raise ActRefused(
            _(
                "%(name)s ialah yang memutus penanganan ini, dan hasil pemeriksaan dilaporkan kepada yang memutus: "
                "hanya atasan langsung yang berwenang menghukum memeriksa dan memutus sendiri (%(rule)s). Pilih orang "
                "lain; atau, bila ia atasan langsung terlapor, minta petugas kepegawaian mencatatnya demikian dalam "
                "daftar pegawai; bila ia kepala daerah, yang tidak ber-NIP, sebutkan ia sebagai atasan langsung dalam "
                "keputusan pembentukan tim."
            )
            % {"name": names[0], "rule": reporting(proceeding)}
        )


def refuse_who_examined(proceeding: Proceeding, by: User, *, at: datetime) -> None:
    """Whoever examined decides nothing on it, unless he is the direct superior. Fails with ActRefused."""
    if may_decide(proceeding, by, on=localdate(at)):
        return
    raise ActRefused(examined_himself(proceeding))


def refuse_examiner_signing(proceeding: Proceeding, person: Mapping[str, str], *, at: datetime) -> None:
    """The same of who signs a decree that decides, as the decree names him: of the team, assigned, or examining alone.

    Fails with ActRefused.
    """
    name, nip, on = person.get("name", ""), person.get("nip", ""), localdate(at)
    if not name:
        _refuse_office_of_examiner(proceeding, person.get("position", ""), on)
    for each in who_examined(proceeding, on=on) if name else ():
        alike = may_be_one(each.name, each.nip, name, nip)
        if alike and not stands_above(proceeding, [name], nip, each.seat, on=on):
            raise ActRefused(
                _(
                    "%(name)s memeriksa dalam penanganan ini, dan hasil pemeriksaan dilaporkan kepada yang memutus: "
                    "hanya atasan langsung yang berwenang menghukum memeriksa dan memutus sendiri (%(rule)s). Pilih "
                    "penanda tangan lain. Bila hanya senama, tulis pembeda lain selain gelar."
                )
                % {"name": name, "rule": reporting(proceeding)}
            )


def _refuse_office_of_examiner(proceeding: Proceeding, title: str, on: date) -> None:
    """A title alone stands for whoever the registry knows in that office on that day. Fails with ActRefused."""
    for each in who_examined(proceeding, on=on):
        examiner = registered(each.nip) if each.nip else None
        held = position_of(examiner, on) if examiner else None
        if (
            held
            and same_office(title, held.title)
            and not stands_above(proceeding, [each.name], each.nip, each.seat, on=on)
        ):
            raise ActRefused(
                _(
                    "«%(title)s» adalah jabatan %(name)s menurut daftar pegawai, yang memeriksa dalam penanganan ini, "
                    "dan hasil pemeriksaan dilaporkan kepada yang memutus (%(rule)s). Pilih penanda tangan lain; atau, "
                    "bila jabatan itu kini dipegang orang lain, isi juga namanya."
                )
                % {"title": title, "name": each.name, "rule": reporting(proceeding)}
            )


def refuse_forming_own(proceeding: Proceeding, person: Mapping[str, str], *, at: datetime) -> None:
    """Who signs for the authority sits in no team or council that he forms, unless as the direct superior.

    The registered head was asked about when its members were. Fails with ActRefused.
    """
    name, on = person.get("name", ""), localdate(at)
    for each in seated_now(proceeding) if name and not heads(proceeding, [name], "", on=on) else ():
        alike = may_be_one(each.name, each.nip, name, "")
        if alike and not stands_above(proceeding, [name], each.nip, each.element, on=on):
            raise ActRefused(
                _(
                    "%(name)s duduk dalam tim atau majelis yang dibentuk dengan keputusan ini. Yang menandatanganinya "
                    "bertindak sebagai PPK, kepada siapa hasil pemeriksaan dilaporkan (%(rule)s). Pilih penanda tangan "
                    "lain, atau anggota lain. Bila hanya senama, tulis pembeda lain selain gelar."
                )
                % {"name": name, "rule": reporting(proceeding)}
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


def _examining(proceeding: Proceeding) -> str:
    return rule_for(_EXAMINING, proceeding)
