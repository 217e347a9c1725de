"""The closed list of letters, and what a form of a letter is. The forms themselves stand in `letters.forms`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netra.letters.fields import Field, Shape


class LetterKind(StrEnum):
    """Every letter the house writes; a kind that is not here cannot be drafted."""

    NEUTRALITY_APPEAL = "NEUTRALITY_APPEAL"
    NEUTRALITY_CIRCULAR = "NEUTRALITY_CIRCULAR"
    NEUTRALITY_INSTRUCTION = "NEUTRALITY_INSTRUCTION"
    ACKNOWLEDGEMENT_REMINDER = "ACKNOWLEDGEMENT_REMINDER"
    MEETING_INVITATION = "MEETING_INVITATION"
    MEETING_MINUTES = "MEETING_MINUTES"
    SUPERVISION_ASSIGNMENT = "SUPERVISION_ASSIGNMENT"
    INTEGRITY_PACT = "INTEGRITY_PACT"
    NEUTRALITY_ADVICE = "NEUTRALITY_ADVICE"
    OUTREACH_CERTIFICATE = "OUTREACH_CERTIFICATE"
    RECEIPT = "RECEIPT"
    REPORTER_NOTICE = "REPORTER_NOTICE"
    CLARIFICATION_INVITATION = "CLARIFICATION_INVITATION"
    STUDY = "STUDY"
    REFERRAL = "REFERRAL"
    CRIME_REFERRAL = "CRIME_REFERRAL"
    RECOMMENDATION = "RECOMMENDATION"
    REMINDER = "REMINDER"
    SUMMONS_1 = "SUMMONS_1"
    SUMMONS_2 = "SUMMONS_2"
    TEAM_DECREE = "TEAM_DECREE"
    TEAM_CHANGE = "TEAM_CHANGE"
    DUTY_RELEASE = "DUTY_RELEASE"
    EXAMINATION_RECORD = "EXAMINATION_RECORD"
    EXAMINATION_REPORT = "EXAMINATION_REPORT"
    DECISION_LIGHT = "DECISION_LIGHT"
    DECISION_MODERATE = "DECISION_MODERATE"
    DECISION_SEVERE = "DECISION_SEVERE"
    DECISION_STOP = "DECISION_STOP"
    STATUS_TERMINATION = "STATUS_TERMINATION"
    PPPK_TERMINATION = "PPPK_TERMINATION"
    DELIVERY_RECORD = "DELIVERY_RECORD"
    COUNCIL_DECREE = "COUNCIL_DECREE"
    COUNCIL_CHANGE = "COUNCIL_CHANGE"
    COUNCIL_SUMMONS = "COUNCIL_SUMMONS"
    COUNCIL_DECISION = "COUNCIL_DECISION"
    MORAL_STATEMENT_CLOSED = "MORAL_STATEMENT_CLOSED"
    MORAL_STATEMENT_OPEN = "MORAL_STATEMENT_OPEN"
    OBJECTION_RECEIPT = "OBJECTION_RECEIPT"
    APPEAL_RECEIPT = "APPEAL_RECEIPT"
    OBJECTION_DECISION = "OBJECTION_DECISION"
    OBJECTION_REJECTION = "OBJECTION_REJECTION"


@dataclass(frozen=True, slots=True)
class LetterForm:
    """One kind of letter: its Indonesian label, its code in the number, its template and the fields it needs.

    `subject` is the line after "Hal" or the title of a record; a decree names its subject after TENTANG. `nature` is
    the default of "Sifat". The code is ours; an agency replaces it by its own classification in its letterhead,
    because the official annex numbers of the forms were not seen (fact sheet §1.4, §7).
    """

    kind: LetterKind
    label: str
    code: str
    template: str
    subject: str
    nature: str
    fields: tuple[Field, ...]

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the fields that must be filled."""
        return tuple(field.name for field in self.fields if field.required)

    @property
    def optional(self) -> tuple[str, ...]:
        """The names of the fields that may stay empty."""
        return tuple(field.name for field in self.fields if not field.required)


SIGNER = Field("signer", "Penanda tangan", Shape.PERSON)
# What every letter carries: where it is dated, whom it is copied to.
COMMON = (
    Field("place", "Tempat surat", required=False),
    Field("copies", "Tembusan", Shape.LINES, required=False),
)
# What only a letter with "Kepada Yth." carries.
ADDRESSED = (
    Field("addressee", "Kepada", Shape.PERSON),
    Field("nature", "Sifat", required=False),
    Field("attachments", "Lampiran", Shape.LINES, required=False),
)
# How every decree (keputusan) opens.
DECREED = (
    Field("authority_title", "Jabatan yang menetapkan"),
    Field("considering", "Menimbang", Shape.LINES),
    Field("recalling", "Mengingat", Shape.LINES),
    Field("observing", "Memperhatikan", Shape.LINES, required=False),
)


def form(
    kind: LetterKind,
    label: str,
    code: str,
    *,
    template: str,
    subject: str = "",
    nature: str = "",
    fields: tuple[Field, ...],
    signed_by: tuple[Field, ...] = (SIGNER,),
) -> LetterForm:
    """A form with the fields that every letter has at its end; a record signed by all its people has no signer."""
    return LetterForm(kind, label, code, template, subject or label, nature, (*fields, *signed_by, *COMMON))
