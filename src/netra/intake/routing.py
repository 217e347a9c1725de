"""Which office handles a report, and which agency must never see it.

The office of the region where it happened handles a report (UU 7/2017 Pasal 103; UU 10/2016 Pasal 30), also one about
an official of a central agency. What happened abroad, in several provinces or nowhere in particular is for the national
office, whose powers know no region (UU 7/2017 Pasal 95; UU 10/2016 Pasal 22B: ADR 15). Pressure by a superior is kept
from that superior's agency: its own people do not see the report, and what follows goes to the level above (no article
orders it; it is how this house protects whoever reports their superior). While nobody knows which agency that is, it
may be the office itself, and the report waits one level up: above the office of a province stands the national one.

An instance need not serve every place: where the office of a place does not work with it, that of the province takes
its reports, then the national one; where none of them does, the report is kept and whoever sends it is told where to
turn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_noop as _

from netra.intake.offices import Office, office_agency, office_at, offices
from netra.intake.states import Kind
from netra.intake.submission import Person
from netra.registry import queries as registry
from netra.registry.regions import NATION
from netra.registry.states import AgencyKind


@dataclass(frozen=True, slots=True)
class Route:
    """Where a report goes and why; `bypass_unresolved` asks an officer to find out which agencies it is kept from."""

    handler_region_code: str
    reason: str  # kept with the report, so in Indonesian whoever sends it; pages translate it
    bypass_agency_codes: tuple[str, ...] = ()
    bypass_unresolved: bool = False

    past_the_province: bool = False

    @property
    def province_code(self) -> str:
        """The province whose officers find the report beside those of its office; none where it may be about them."""
        return "" if self.past_the_province else self.handler_region_code[:2]

    @property
    def bypass_agency_code(self) -> str:
        """The first of the agencies that must not see it; empty while none is known."""
        return self.bypass_agency_codes[0] if self.bypass_agency_codes else ""


def office_region(region_code: str) -> str:
    """The region of the office for a place, by its present code: a district belongs to its regency or city."""
    return ".".join(registry.present_region_code(region_code).split(".")[:2])


def serving_office(region_code: str, *, on: date) -> Office:
    """The office that takes reports of a place here: its own, else that of the province, else the national one; its
    own where none does.
    """
    own = office_region(region_code)
    levels = (own, own[:2], NATION)
    found = offices(levels, on=on)
    return next((found[code] for code in levels if found[code].is_served), found[own])


def route(*, region_code: str, kind: Kind, persons: Iterable[Person], on: date) -> Route:
    """Where a report with these persons goes on that day."""
    serving = serving_office(region_code, on=on)
    office = serving.region_code
    if kind != Kind.SUPERIOR_PRESSURE:
        return Route(office, _way_of(serving, region_code))
    superiors = _superiors(persons)
    codes = [superior.agency_code for superior in superiors]
    known = tuple(dict.fromkeys(code for code in codes if code))
    way = past(office, known, on=on)
    if codes and all(codes):
        return way
    unknown = [superior.agency for superior in superiors if not superior.agency_code and superior.agency]
    return _one_level_up(way, office, unknown, on)


def _way_of(office: Office, region_code: str) -> str:
    own = office_region(region_code)
    if own == NATION and office.is_served:
        return _("Tidak terjadi di satu provinsi; ditangani Bawaslu RI.")
    if own == NATION:
        return _(
            "Tidak terjadi di satu provinsi, jadi urusan Bawaslu RI, yang belum memakai Netra ini; laporan disimpan "
            "untuknya."
        )
    if not office.is_served:
        return _("Kantor Bawaslu di wilayah tempat kejadian belum memakai Netra ini; laporan disimpan untuknya.")
    if office.region_code == own:
        return _("Ditangani kantor Bawaslu di wilayah tempat kejadian.")
    if office.region_code == NATION:
        return _(
            "Kantor Bawaslu di wilayah tempat kejadian dan di provinsinya belum memakai Netra ini; ditangani Bawaslu "
            "RI."
        )
    return _("Kantor Bawaslu di wilayah tempat kejadian belum memakai Netra ini; ditangani tingkat provinsi.")


def _one_level_up(way: Route, office: str, unknown: list[str], on: date) -> Route:
    """The way of a report while it is open whom it must be kept from: past the office, which it may be about."""
    province = office[:2]
    meant = _means_only_the(province, unknown, on)
    if meant and province == office:
        return replace(_to_the_nation(_with_own_office(office, way), on=on), bypass_unresolved=True)
    if province == office or meant:
        handler = way.handler_region_code
        reason = _(
            "Laporan tekanan atasan: instansi atasan belum dipastikan; petugas memastikannya sebelum diteruskan."
        )
    else:
        above = _above(office, on=on)
        handler, reason = above.region_code, _why_above(above)
    told = " ".join(text for text in (way.reason, reason) if text)
    return replace(way, handler_region_code=handler, reason=told, bypass_unresolved=True, past_the_province=meant)


def _above(office: str, *, on: date) -> Office:
    """Who takes what must not stay with an office: its province, or the national office where only that works here."""
    found = offices((office[:2], NATION), on=on)
    return next((each for each in found.values() if each.is_served), found[office[:2]])


def _why_above(above: Office) -> str:
    """Why a report of pressure waits above the office of its place while nobody knows whom it is about."""
    if not above.is_served:
        return _(
            "Laporan tekanan atasan: instansi atasan belum dipastikan, jadi kantor wilayah ini tidak membacanya. "
            "Kantor Bawaslu provinsi belum memakai Netra ini; laporan disimpan untuknya dan belum dibaca siapa pun."
        )
    if above.region_code == NATION:
        return _(
            "Laporan tekanan atasan: instansi atasan belum dipastikan, jadi ditangani Bawaslu RI sampai petugas "
            "memastikannya; Bawaslu provinsinya belum memakai Netra ini."
        )
    return _(
        "Laporan tekanan atasan: instansi atasan belum dipastikan, jadi ditangani tingkat provinsi sampai petugas "
        "memastikannya."
    )


def _with_own_office(office: str, way: Route) -> tuple[str, ...]:
    """The agencies of a way, with the national office where it can only be meant: nobody above it could hide it."""
    own = office_agency(office) if office == NATION else None
    return (*way.bypass_agency_codes, own.code) if own else way.bypass_agency_codes


def _to_the_nation(agency_codes: tuple[str, ...], *, on: date) -> Route:
    """The way of a report about the office of a province, or about the national one, past its own people."""
    own = office_agency(NATION)
    if own and own.code in agency_codes:
        reason = _(
            "Atasan bekerja di Bawaslu RI sendiri, dan di atasnya tidak ada kantor pengawas. Laporan disimpan dan "
            "belum dibaca siapa pun."
        )
    elif office_at(NATION, on=on).is_served:
        reason = _("Atasan bekerja di kantor Bawaslu provinsi ini sendiri; ditangani Bawaslu RI.")
    else:
        reason = _(
            "Atasan bekerja di kantor Bawaslu provinsi ini sendiri. Yang berwenang Bawaslu RI, yang belum memakai "
            "Netra ini; laporan disimpan untuknya dan belum dibaca siapa pun."
        )
    return Route(NATION, reason, agency_codes)


def _means_only_the(province: str, written: list[str], on: date) -> bool:
    """Whether what was written can only be that office: sent there, it would reach the superior himself."""
    meant = {agency for text in written for agency in registry.agencies_like(text, on=on)}
    offices = {each.region_code for each in meant if each.kind == AgencyKind.ELECTION_SUPERVISOR}
    return offices == {province}


def past(office: str, agency_codes: tuple[str, ...], *, on: date) -> Route:
    """The way of a report past these agencies: one level up where one of them is the office itself.

    Where nobody works for that level here, the report waits for it and says so: who it is about must not read it.
    """
    named = [registry.agency(code) for code in agency_codes]
    if not any(each.kind == AgencyKind.ELECTION_SUPERVISOR and each.region_code == office for each in named):
        reason = _("Laporan tekanan atasan: tidak diperlihatkan kepada instansi atasan (%(agency)s).")
        names = ", ".join(registry.agency_name(each.code, on) for each in named)
        return Route(office, reason % {"agency": names} if named else "", agency_codes)
    if office == office[:2]:
        return _to_the_nation(agency_codes, on=on)
    above = _above(office, on=on)
    reason = _("Atasan bekerja di kantor pengawas wilayah ini; ditangani tingkat provinsi.")
    if not above.is_served:
        reason = _(
            "Atasan bekerja di kantor pengawas wilayah ini. Kantor Bawaslu provinsi belum memakai Netra ini; laporan "
            "disimpan untuknya dan belum dibaca siapa pun."
        )
    elif above.region_code == NATION:
        reason = _(
            "Atasan bekerja di kantor pengawas wilayah ini, dan Bawaslu provinsinya belum memakai Netra ini; ditangani "
            "Bawaslu RI."
        )
    return Route(above.region_code, reason, agency_codes)


def referral_skips_to(bypass_agency_code: str, *, on: date) -> str:
    """Who stands above the authority of the bypassed agency on that day; empty where the registry does not know."""
    if not bypass_agency_code:
        return ""
    authority = registry.appointing_authority_of(bypass_agency_code, on)
    return authority.superior_title if authority else ""


def _superiors(persons: Iterable[Person]) -> list[Person]:
    """Those marked as superiors; everybody named where nobody is marked, for one of them is."""
    listed = list(persons)
    return [person for person in listed if person.is_superior] or listed
