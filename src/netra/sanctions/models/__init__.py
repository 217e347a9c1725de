"""Tables of the room."""

from netra.sanctions.models.council import CouncilHearing
from netra.sanctions.models.decision import Decision, DecisionDelivery, DeliveryMiss, Remedy
from netra.sanctions.models.examination import (
    Examination,
    ExaminationReport,
    ExaminerRelease,
    Summons,
    TeamMember,
)
from netra.sanctions.models.follow_up import DataBlock, Reminder
from netra.sanctions.models.proceeding import Proceeding
from netra.sanctions.models.suit import Suit

__all__ = [
    "CouncilHearing",
    "DataBlock",
    "Decision",
    "DecisionDelivery",
    "DeliveryMiss",
    "Examination",
    "ExaminationReport",
    "ExaminerRelease",
    "Proceeding",
    "Remedy",
    "Reminder",
    "Suit",
    "Summons",
    "TeamMember",
]
