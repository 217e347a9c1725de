"""Who examines: elements of the law's team, people of the same agency, none lower than the examinee."""

from __future__ import annotations

from netra.demo.people import Servant
from netra.demo.world import World
from netra.sanctions.operations import NewMember
from netra.trust.models import User

# By agency: who sits for oversight, who for personnel, and a superior where the registry names none.
OVERSIGHT = {"JAMBI-KOTA": "kk-inspektur", "MUARO-JAMBI": "mj-inspektur", "JAMBI-PROV": "pv-inspektur"}
PERSONNEL = {"JAMBI-KOTA": "kk-kaban", "MUARO-JAMBI": "mj-kabkd", "JAMBI-PROV": "pv-kaban"}
# The second stands in where the first is himself examined: nobody judges himself.
SUPERIOR = {
    "JAMBI-KOTA": ("kk-asisten", "kk-kadishub"),
    "MUARO-JAMBI": ("mj-sekda", "mj-kadisdik"),
    "JAMBI-PROV": ("pv-asisten",),
}
STANDS_IN = {"JAMBI-KOTA": "kk-irban", "MUARO-JAMBI": "mj-irban"}
MORE = {
    "JAMBI-KOTA": ("kk-kadisdik", "kk-kadinkes"),
    "MUARO-JAMBI": ("mj-kadisdik", "mj-kadpmd"),
    "JAMBI-PROV": ("pv-kabid", "pv-kabun"),
}


def team_of(world: World, examinee: Servant, user: User | None) -> tuple[NewMember, ...]:
    """An examination team; `user` writes for it and sees the matter."""
    superior, personnel, oversight = _three(world, examinee)
    return (
        _member("CHAIR", "DIRECT_SUPERIOR", superior),
        _secretary(user) if user else _member("SECRETARY", "PERSONNEL", personnel),
        *((_member("MEMBER", "PERSONNEL", personnel),) if user else ()),
        _member("MEMBER", "OVERSIGHT", oversight),
    )


def council_of(world: World, examinee: Servant) -> tuple[NewMember, ...]:
    """An ethics council of five."""
    superior, personnel, oversight = _three(world, examinee)
    others = [world.servants[key] for key in MORE[examinee.agency]]
    return (
        _member("CHAIR", "DIRECT_SUPERIOR", superior),
        _member("SECRETARY", "PERSONNEL", personnel),
        _member("MEMBER", "OVERSIGHT", oversight),
        *(_member("MEMBER", "OTHER", each) for each in others),
    )


def stand_in(world: World, examinee: Servant) -> NewMember:
    """Who takes the seat of the inspector."""
    return _member("MEMBER", "OVERSIGHT", world.servants[STANDS_IN[examinee.agency]])


def _three(world: World, examinee: Servant) -> tuple[Servant, Servant, Servant]:
    superior = next(key for key in SUPERIOR[examinee.agency] if key != examinee.key)
    keys = (superior, PERSONNEL[examinee.agency], OVERSIGHT[examinee.agency])
    first, second, third = (world.servants[key] for key in keys)
    return first, second, third


def _member(role: str, element: str, servant: Servant) -> NewMember:
    return NewMember(role, element, servant.name, servant.position.value, servant.grade, nip=servant.nip)


def _secretary(user: User) -> NewMember:
    return NewMember("SECRETARY", "PERSONNEL", user.full_name, "ADMINISTRATOR", "IV/b", user.pk)
