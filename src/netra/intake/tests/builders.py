"""Sari reports, Budi is reported. All people are invented; their names say so."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from netra.intake.models import Report
from netra.intake.operations import report_submit
from netra.intake.receipts import Receipt
from netra.intake.states import Kind, Mode, State
from netra.intake.submission import Person, Reporter, Submission
from netra.registry.models import Agency
from netra.registry.states import AgencyKind
from netra.trust.actors import ReporterActor
from netra.trust.models import Event

WIB = ZoneInfo("Asia/Jakarta")
# A Friday in the campaign of the mayoral election; Sari saw it on the Tuesday before.
FRIDAY = datetime(2024, 10, 18, 9, 0, tzinfo=WIB)
TODAY = date(2024, 10, 18)
SEEN_DATE = date(2024, 10, 15)
SENDER = "203.0.113.7"
SECRET = "a-secret-of-a-form-as-long-as-those-made-here"
OTHER_SECRET = "another-secret-of-a-form-as-long-as-the-first"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"picture of a stage" * 20

SARI = Reporter(mode=Mode.CONFIDENTIAL, name="Sari Dewanti (contoh)", address="Jalan Contoh 7", contact="0811-0000-000")
BUDI = Person(name="Budi Santoso (contoh)", position="Kepala Seksi", agency="Dinas Contoh")
STORY = "Terlapor berdiri di panggung kampanye di lapangan dan mengajak hadirin memilih salah satu pasangan calon."


def later(*, days: int = 0, hours: int = 0) -> datetime:
    return FRIDAY + timedelta(days=days, hours=hours)


def a_submission(**over: object) -> Submission:
    """What Sari hands in; complete but for what `over` takes away."""
    given: dict[str, object] = {
        "what": STORY,
        "region_code": "15.71",
        "conduct": "attend_declaration_or_campaign",
        "persons": (BUDI,),
        "place": "Lapangan Contoh",
        "act_date": SEEN_DATE,
        "act_precision": "DAY",
        "known_date": SEEN_DATE,
        "election_kind": "REGIONAL",
        "how_known": "Saya hadir.",
        "reporter": Reporter(),
    }
    return Submission(**{**given, **over})  # type: ignore[arg-type]


def send(secret: str = SECRET, *, at: datetime = FRIDAY, **over: object) -> Receipt:
    return report_submit(submission=a_submission(**over), secret=secret, at=at)


def a_report(secret: str = SECRET, *, at: datetime = FRIDAY, **over: object) -> Report:
    return Report.objects.get(ref=send(secret, at=at, **over).report_ref)


def reports(count: int, *, minutes_apart: int = 1, **over: object) -> list[Report]:
    """Reports one after the other, oldest first."""
    return [
        a_report(f"{number:04d}-{SECRET}", at=FRIDAY + timedelta(minutes=number * minutes_apart), **over)
        for number in range(count)
    ]


def in_state(report: Report, state: State, **fields: object) -> Report:
    """The report as if it had come to that state; the acts that lead there have tests of their own."""
    if state in {State.INFORMATION, State.NOT_REGISTERED}:
        fields = {"outcome_reason": "FORMAL_INCOMPLETE", "closed_at": FRIDAY, **fields}
    Report.objects.filter(pk=report.pk).update(state=state, **fields)
    report.refresh_from_db()
    return report


def sari_of(report: Report) -> ReporterActor:
    """Whoever holds the code of this report."""
    return ReporterActor(report.designation)


def last_event() -> Event:
    """What the trail was told last."""
    return Event.objects.latest("pk")


def answers(**over: str) -> dict[str, str]:
    """The form as Sari fills it in."""
    return {
        "kind": Kind.VIOLATION,
        "what": STORY,
        "region": "Kota Jambi",
        "place": "Lapangan Contoh",
        "act_date": "15 Oktober 2024",
        "known_date": "15-10-2024",
        "election_kind": "REGIONAL",
        "person_1_name": "Budi Santoso (contoh)",
        **over,
    }


def agency(
    code: str = "JAMBI-KOTA", *, name: str = "Pemerintah Kota Jambi", kind: AgencyKind = AgencyKind.CITY
) -> Agency:
    return Agency.objects.create(code=code, name=name, kind=kind, region_code="15.71", province_code="15", city="Jambi")


def supervisor_office(region_code: str = "15.71", name: str = "Bawaslu Kota Jambi") -> Agency:
    return Agency.objects.create(
        code=f"BAWASLU-{region_code}",
        name=name,
        kind=AgencyKind.ELECTION_SUPERVISOR,
        region_code=region_code,
        province_code=region_code[:2],
        city="Jambi",
    )
