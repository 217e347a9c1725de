"""Starting and ending the positions of civil servants."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.registry.checks import checked_position, day_faults, raise_if
from netra.registry.entries import PositionEntry
from netra.registry.models import Agency, CivilServant, OrgUnit, PositionSpell
from netra.registry.names.keeping import keep_names
from netra.registry.queries import agency, unit
from netra.trust.access import require
from netra.trust.actors import Actor
from netra.trust.errors import NotFound, Refused
from netra.trust.language import long_date
from netra.trust.trail import record

START, END = "registry.position_start", "registry.position_end"


class PositionRefused(Refused):
    """The position cannot start or end like this."""


def position_start(*, person_ref: str, entry: PositionEntry, by: Actor, at: datetime) -> PositionSpell:
    """Put a civil servant into a position; an open primary position ends on the day on which the new one begins.

    A position in an agency outside the reach of `by` is not ended: that agency does it first. Raises InvalidEntry,
    NotFound, PositionRefused or NotAllowed.
    """
    with transaction.atomic():
        entry = checked_position(entry)
        require(by, START, agency_code=entry.agency_code, at=at)
        person = _claimed(person_ref)
        where = agency(entry.agency_code)
        if entry.is_primary:
            _make_room(person, entry, by, at)
        spell = PositionSpell.objects.create(
            civil_servant=person,
            agency=where,
            unit=_unit(entry),
            title=entry.title,
            position=entry.position.value,
            grade=entry.grade,
            direct_superior=_superior(entry, person),
            is_primary=entry.is_primary,
            leads_unit=bool(entry.leads_unit),
            start_date=entry.start_date,
            until_date=entry.until_date,
        )
        keep_names((), [spell])
        _record(START, spell, by, at, start=entry.start_date.isoformat())
    return spell


def position_end(
    *, person_ref: str, until_date: date, by: Actor, at: datetime, is_primary: bool = True
) -> PositionSpell:
    """End the open position of a civil servant; `until_date` is the first day without it.

    Raises NotFound, PositionRefused where nothing is open or the day is not after the start, or NotAllowed.
    """
    with transaction.atomic():
        person = _claimed(person_ref)
        open_spells = PositionSpell.objects.filter(civil_servant=person, is_primary=is_primary, until_date=None)
        spell = open_spells.select_related("agency", "unit").order_by("-start_date").first()
        if spell is None:
            raise PositionRefused(_("Pegawai ini tidak mempunyai jabatan yang masih berjalan."))
        require(by, END, agency_code=spell.agency.code, at=at)
        raise_if(day_faults(until_date))
        if until_date <= spell.start_date:
            raise PositionRefused(
                _("Tanggal akhir %(until)s harus sesudah tanggal mulai %(start)s.")
                % {"until": long_date(until_date), "start": long_date(spell.start_date)}
            )
        spell.until_date = until_date
        spell.save(update_fields=["until_date"])
        _record(END, spell, by, at, until=until_date.isoformat())
    return spell


def _claimed(person_ref: str) -> CivilServant:
    person = CivilServant.objects.select_for_update().filter(ref=person_ref).first()
    if person is None:
        raise NotFound(_("Pegawai ini tidak ada dalam registri."))
    return person


def _make_room(person: CivilServant, entry: PositionEntry, by: Actor, at: datetime) -> None:
    primary = PositionSpell.objects.filter(civil_servant=person, is_primary=True)
    for spell in primary.filter(until_date=None, start_date__lt=entry.start_date).select_related("agency"):
        require(by, END, agency_code=spell.agency.code, at=at)
        spell.until_date = entry.start_date
        spell.save(update_fields=["until_date"])
    clash = primary.overlapping(entry.start_date, entry.until_date).first()
    if clash is not None:
        raise PositionRefused(
            _(
                "Pada masa itu pegawai ini sudah tercatat dalam jabatan lain, mulai %(start)s sampai %(until)s. "
                "Satu orang mempunyai satu jabatan definitif pada satu hari; sesuaikan tanggalnya."
            )
            % {
                "start": long_date(clash.start_date),
                "until": long_date(clash.until_date) if clash.until_date else _("sekarang"),
            }
        )


def _unit(entry: PositionEntry) -> OrgUnit | None:
    return unit(entry.agency_code, entry.unit_code) if entry.unit_code else None


def _superior(entry: PositionEntry, person: CivilServant) -> CivilServant | None:
    if not entry.superior_nip:
        return None
    superior = CivilServant.objects.filter(nip=entry.superior_nip).first()
    if superior is None:
        raise PositionRefused(_("NIP atasan langsung tidak ada dalam registri. Simpan data atasan lebih dahulu."))
    if superior == person:
        raise PositionRefused(_("Seorang pegawai tidak dapat menjadi atasan langsung dirinya sendiri."))
    return superior


def _record(verb: str, spell: PositionSpell, by: Actor, at: datetime, **days: str) -> None:
    place: Agency = spell.agency
    person_ref = spell.civil_servant.ref
    record(
        chain=f"agency:{place.code}",
        verb=verb,
        by=by,
        at=at,
        subject=f"civil_servant:{person_ref}",
        payload={
            "person": person_ref,
            "agency": place.code,
            "unit": spell.unit.code if spell.unit else "",
            "position": spell.position,
            **days,
        },
    )
