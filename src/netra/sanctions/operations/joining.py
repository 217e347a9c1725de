"""The day of joining a party, and what the law makes of it: read for every day that it may have been."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused
from netra.law.end_of_service import counted_by, end_of_service
from netra.law.sanctions import terminations
from netra.law.vocabulary import Employment
from netra.sanctions.bounds import joining_days
from netra.sanctions.models import Decision, Proceeding


def reach_back(made: Decision) -> None:
    """The end of a status or contract counts from the day that the law names, not from its delivery.

    For a PPPK a year of joining is enough, for his end counts from the proof (PP 49/2018 Ps 74(4)); for a PNS the month
    must be known (PP 11/2017 Ps 255). Fails with ActRefused where the days that are possible lead to different ends.
    """
    employment, report = made.proceeding.party.employment, made.proceeding.report
    days: list[date | None] = [*joining_days(made.proceeding)] or [None]
    ends = {
        end_of_service(
            made.sanction_code,
            employment=employment,
            decided=made.decided_date,
            member_since=day,
            # A decision follows a report.
            proven=report.reported_date if report else made.decided_date,
        )
        for day in days
    }
    if len(ends) > 1:
        why = _(
            "Pemberhentian berlaku sejak akhir bulan menjadi anggota partai (%(source)s): bulannya harus diketahui."
        )
        counted = counted_by(employment, decided=made.decided_date)
        raise ActRefused(f"{why % {'source': counted}} {_tell_the_day()}")
    for end in filter(None, ends):
        made.effective_date, made.effective_basis = end.day, str(end.source)


def refuse_open_law(proceeding: Proceeding, decided: date) -> None:
    """Where the law of joining changed within the month or year that is known, nobody can say which one it was."""
    employment = Employment(proceeding.party.employment)
    laws = {terminations(employment, acted=day, decided=decided) for day in joining_days(proceeding)}
    if len(laws) > 1:
        why = _(
            "Hanya bulan atau tahun bergabungnya yang diketahui, dan di dalamnya hukum tentang pemberhentian berganti, "
            "jadi belum dapat dikatakan pasal mana yang berlaku."
        )
        raise ActRefused(f"{why} {_tell_the_day()}")


def _tell_the_day() -> str:
    return _(
        "Minta petugas Bawaslu atau analis pengawasan menuliskan bulan atau harinya melalui «Perbaiki perbuatan» pada "
        "halaman perkara (dapat dilakukan selama penanganan berjalan), lalu putuskan."
    )
