"""What the letters of this room say: the data each form needs, made of what the proceeding knows."""

from netra.sanctions.letters.council import council_decision, council_decree, council_summons, moral_statement
from netra.sanctions.letters.decision import decision, delivery, stop, termination
from netra.sanctions.letters.examination import (
    duty_release,
    examination_record,
    examination_report,
    summons,
    team_decree,
)
from netra.sanctions.letters.referral import crime_referral, duty_reminder, reminder
from netra.sanctions.letters.remedy import objection_decision, objection_rejection, remedy_receipt
from netra.sanctions.letters.seats import seat_decree

__all__ = [
    "council_decision",
    "council_decree",
    "council_summons",
    "crime_referral",
    "decision",
    "delivery",
    "duty_release",
    "duty_reminder",
    "examination_record",
    "examination_report",
    "moral_statement",
    "objection_decision",
    "objection_rejection",
    "remedy_receipt",
    "reminder",
    "seat_decree",
    "stop",
    "summons",
    "team_decree",
    "termination",
]
