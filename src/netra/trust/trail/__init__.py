"""The trail: who did what, when, on which rule; append-only, hash-chained, checkable without this software.

One chain per case, report, question or agency, one for the house. Every event carries the hash of the one before; once
a day one root is taken over the heads that moved (`close_day`) and is meant to be printed or published: from then on
not even whoever holds the database and its keys can rewrite what lies before it unnoticed.
"""

from netra.trust.trail.canonical import LineProblem, TrailCheck, Value
from netra.trust.trail.daily import DayRefused, close_day, close_past_days, known_root
from netra.trust.trail.export import export_lines, unknown_chains, verify_export, verify_export_file
from netra.trust.trail.proof import proven
from netra.trust.trail.telling import Entry, history
from netra.trust.trail.verify import verify_chain, verify_database
from netra.trust.trail.writing import PayloadRefused, record

__all__ = [
    "DayRefused",
    "Entry",
    "LineProblem",
    "PayloadRefused",
    "TrailCheck",
    "Value",
    "close_day",
    "close_past_days",
    "export_lines",
    "history",
    "known_root",
    "proven",
    "record",
    "unknown_chains",
    "verify_chain",
    "verify_database",
    "verify_export",
    "verify_export_file",
]
