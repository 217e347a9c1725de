"""The days that people type in the room `prevention`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from netra.prevention import operations as prevention
from netra.prevention.models import Instrument, Meeting, MeetingSeries, Outreach
from netra.prevention.tests import meeting_builders as meetings
from netra.prevention.tests import outreach_builders as outreaches
from netra.prevention.tests.builders import City, a_scan, an_entry, at, issued, listed
from tests.bad_input.dated import DAY_BEFORE_2014, Field
from tests.bad_input.stories import Stage

NOW = at("2017-12-07")
TOMORROW = date(2017, 12, 8)


@dataclass(frozen=True, slots=True)
class Told:
    """The city, and its circular in force since 30 November 2017."""

    city: City
    circular: Instrument | None = None


def in_the_city() -> Stage:
    return cast(Stage, Told(City()))


def with_a_circular() -> Stage:
    city = City()
    return cast(Stage, Told(city, issued(city)))


def _told(stage: Stage) -> Told:
    return cast(Told, stage)


def hold(stage: Stage, day: date) -> object:
    told = _told(stage)
    assert told.circular is not None
    return prevention.attendance_record(
        instrument_ref=told.circular.ref,
        held_date=day,
        present=listed(told.city.budi),
        by=told.city.dewi,
        at=NOW,
    )


def begin(stage: Stage, day: date) -> object:
    return prevention.instrument_draft(entry=an_entry(valid_from=day), by=_told(stage).city.dewi, at=NOW)


def end(stage: Stage, day: date) -> object:
    return prevention.instrument_draft(entry=an_entry(valid_until=day), by=_told(stage).city.dewi, at=NOW)


def sign(stage: Stage, day: date) -> object:
    entry = an_entry(original=a_scan(letter_date=day))
    return prevention.instrument_draft(entry=entry, by=_told(stage).city.dewi, at=NOW)


@dataclass(frozen=True, slots=True)
class Met:
    """The city with a meeting that is planned, and a routine that goes on."""

    scene: meetings.Round
    meeting: Meeting
    series: MeetingSeries


@dataclass(frozen=True, slots=True)
class Planned:
    """The city with an outreach that is still to be."""

    city: City
    outreach: Outreach


def with_meetings() -> Stage:
    scene = meetings.Round()
    return cast(Stage, Met(scene, meetings.planned(scene), meetings.a_series(scene)))


def meet(stage: Stage, day: date) -> object:
    met = cast(Met, stage)
    return prevention.meeting_hold(meeting_ref=met.meeting.ref, held_date=day, by=met.scene.dewi, at=meetings.HELD_AT)


def stop_meeting(stage: Stage, day: date) -> object:
    met = cast(Met, stage)
    return prevention.meeting_series_end(
        series_ref=met.series.ref, until_date=day, reason="Pilkada usai.", by=met.scene.dewi, at=meetings.HELD_AT
    )


def with_an_outreach() -> Stage:
    city = City()
    return cast(Stage, Planned(city, outreaches.outreach(city)))


def postpone_outreach(stage: Stage, day: date) -> object:
    planned = cast(Planned, stage)
    told = {"outreach_ref": planned.outreach.ref, "reason": "Narasumber berhalangan."}
    return prevention.outreach_postpone(**told, to_date=day, by=planned.city.dewi, at=outreaches.PLANNED_AT)


def hold_outreach(stage: Stage, day: date) -> object:
    planned = cast(Planned, stage)
    return prevention.outreach_hold(
        outreach_ref=planned.outreach.ref, held_date=day, by=planned.city.dewi, at=outreaches.HELD_AT
    )


PREVENTION = {
    "prevention.outreach_postpone.to_date": Field(
        with_an_outreach,
        postpone_outreach,
        DAY_BEFORE_2014,
        "lebih awal daripada tahun 2014",
        date(2021, 3, 5),
        "lebih dari tiga tahun",
        date(2018, 3, 14),
    ),
    "prevention.outreach_hold.held_date": Field(
        with_an_outreach,
        hold_outreach,
        DAY_BEFORE_2014,
        "lebih awal daripada tahun 2014",
        date(2018, 3, 8),
        "belum tiba",
        date(2018, 3, 7),
    ),
    "prevention.meeting_hold.held_date": Field(
        with_meetings,
        meet,
        DAY_BEFORE_2014,
        "lebih awal daripada tahun 2014",
        date(2018, 1, 24),
        "belum tiba",
        date(2018, 1, 23),
    ),
    "prevention.meeting_series_end.until_date": Field(
        with_meetings,
        stop_meeting,
        date(2017, 12, 31),
        "lebih awal daripada hari mulainya",
        date(2023, 2, 1),
        "lebih dari lima tahun",
        date(2018, 7, 1),
    ),
    "prevention.attendance_record.held_date": Field(
        with_a_circular, hold, date(2017, 11, 29), "belum berlaku", TOMORROW, "belum tiba", date(2017, 12, 4)
    ),
    "prevention.InstrumentEntry.valid_from": Field(
        in_the_city,
        begin,
        DAY_BEFORE_2014,
        "terlalu lampau",
        date(2018, 12, 9),
        "lebih dari satu tahun di depan",
        date(2018, 1, 2),
    ),
    "prevention.InstrumentEntry.valid_until": Field(
        in_the_city,
        end,
        date(2017, 11, 30),
        "sesudah hari mulai berlaku",
        date(2027, 12, 2),
        "lebih dari sepuluh tahun",
        date(2018, 6, 28),
    ),
    "prevention.Original.letter_date": Field(
        in_the_city, sign, DAY_BEFORE_2014, "terlalu lampau", TOMORROW, "belum tiba", date(2017, 11, 8)
    ),
}
