"""Tables of the room; one noun or one family of nouns per file."""

from netra.cases.models.act import Act, FormerAct
from netra.cases.models.advice import CitedAdvice
from netra.cases.models.allegation import Allegation, AllegationState, Answer, Party
from netra.cases.models.case import Case
from netra.cases.models.cause import CauseCode, CauseCoding
from netra.cases.models.deadline import Deadline, DeadlineChange
from netra.cases.models.erasure import Erasure
from netra.cases.models.next_term import NextTerm
from netra.cases.models.recusal import Recusal
from netra.cases.models.study import Clarification, Plenary, Recommendation, Referral

__all__ = [
    "Act",
    "Allegation",
    "AllegationState",
    "Answer",
    "Case",
    "CauseCode",
    "CauseCoding",
    "CitedAdvice",
    "Clarification",
    "Deadline",
    "DeadlineChange",
    "Erasure",
    "FormerAct",
    "NextTerm",
    "Party",
    "Plenary",
    "Recommendation",
    "Recusal",
    "Referral",
]
