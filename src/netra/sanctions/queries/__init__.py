"""Reads of the room: a proceeding's file, who is assigned to it, what a decision should know, the follow-up board."""

from netra.sanctions.queries.assigned import Assigned, assigned_to, deciders_among, examiners_of, releases_of
from netra.sanctions.queries.closing import Waiting, cleared_on, waiting_to_be_closed
from netra.sanctions.queries.decision import DecisionSheet, PenaltyOffer, decision_sheet, like_decisions
from netra.sanctions.queries.earlier import EarlierPenalty, earlier_penalties
from netra.sanctions.queries.executions import Execution, Left, executions_of
from netra.sanctions.queries.follow_up import (
    BoardPage,
    BoardRow,
    OwedPage,
    OwedTerm,
    follow_up_board,
    owed_by,
    reminder_pdf,
)
from netra.sanctions.queries.opening import (
    RouteChoice,
    case_with_crimes_left,
    case_with_routes,
    crimes_offered,
    opening_articles,
)
from netra.sanctions.queries.proceeding import (
    ProceedingFile,
    main_act,
    opened_of,
    proceeding_file,
    proceeding_is_seen,
    proceeding_letter,
    proceedings_of,
)
from netra.sanctions.queries.rounds import Round, rounds_of

__all__ = [
    "Assigned",
    "BoardPage",
    "BoardRow",
    "DecisionSheet",
    "EarlierPenalty",
    "Execution",
    "Left",
    "OwedPage",
    "OwedTerm",
    "PenaltyOffer",
    "ProceedingFile",
    "Round",
    "RouteChoice",
    "Waiting",
    "assigned_to",
    "case_with_crimes_left",
    "case_with_routes",
    "cleared_on",
    "crimes_offered",
    "deciders_among",
    "decision_sheet",
    "earlier_penalties",
    "examiners_of",
    "executions_of",
    "follow_up_board",
    "like_decisions",
    "main_act",
    "opened_of",
    "opening_articles",
    "owed_by",
    "proceeding_file",
    "proceeding_is_seen",
    "proceeding_letter",
    "proceedings_of",
    "releases_of",
    "reminder_pdf",
    "rounds_of",
    "waiting_to_be_closed",
]
