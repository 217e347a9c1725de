"""A series of meetings: the rule from which days are expected, from its start to its end."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for
from netra.prevention.meeting_access import series_for
from netra.prevention.meeting_checks import checked_reason, checked_series, demand, demand_day
from netra.prevention.meeting_entries import SeriesEntry
from netra.prevention.models import MeetingSeries, Party
from netra.registry.queries import agency_on
from netra.trust.models import User
from netra.trust.refs import new_ref
from netra.trust.trail import Value, record

START, END = "prevention.meeting_series_start", "prevention.meeting_series_end"


def meeting_series_start(*, entry: SeriesEntry, by: User, at: datetime) -> MeetingSeries:
    """Say how often a meeting is expected. Nothing is planned by it; a month without one shows by itself."""
    today = localdate(at)
    entry = checked_series(entry, today=today)
    with transaction.atomic():
        require_for(by, START, agency_on(entry.agency_code, today), at=at, on=today)
        series = MeetingSeries.objects.create(
            ref=new_ref("RKR", at),
            agency_code=entry.agency_code,
            title=entry.title,
            place=entry.place,
            every_months=entry.every_months,
            week=entry.week,
            weekday=entry.weekday,
            start_date=entry.start_date,
        )
        Party.objects.bulk_create(Party(series=series, agency_code=code) for code in entry.parties)
        _tell(series, START, by, at, start=entry.start_date.isoformat(), agency=" ".join(entry.parties))
    return series


def meeting_series_end(*, series_ref: str, until_date: date, reason: str, by: User, at: datetime) -> MeetingSeries:
    """From that day on no meeting is expected. The rule itself never changes: another rhythm is another series."""
    today = localdate(at)
    with transaction.atomic():
        seen = series_for(by, series_ref, on=today)
        series = MeetingSeries.objects.select_for_update().get(pk=seen.pk)
        require_for(by, END, agency_on(series.agency_code, today), at=at, on=today)
        demand(series.until_date is None, _("Rangkaian rapat ini sudah diakhiri."))
        demand(
            until_date >= series.start_date,
            _("Hari berakhirnya lebih awal daripada hari mulainya. Periksa tanggalnya."),
        )
        demand_day(until_date, today, _("Hari berakhirnya"))
        series.ended_reason = checked_reason(reason, _("Pengakhiran memerlukan alasan tertulis."))
        series.until_date = until_date
        series.save(update_fields=["until_date", "ended_reason"])
        _tell(series, END, by, at, until=until_date.isoformat())
    return series


def _tell(series: MeetingSeries, act: str, by: User, at: datetime, **more: Value) -> None:
    record(
        chain=series.chain,
        verb=act,
        by=by,
        at=at,
        subject=f"meeting_series:{series.ref}",
        payload={"series": series.ref, **more},
    )
