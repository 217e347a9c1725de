"""From which day the end of a status or a contract counts: the law names a day of its own, often before the decision.

A discipline penalty waits for the remedy (PP 94/2021 Pasal 38); these do not: they reach back to the day that ended it.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from netra.law.dated import Source, Verification

PP_11_2017 = date(2017, 4, 7)


@dataclass(frozen=True, slots=True)
class EndOfService:
    """The day from which it counts, and the article that says so."""

    day: date
    source: Source


def end_of_service(code: str, *, decided: date, member_since: date | None, proven: date) -> EndOfService | None:
    """The day from which the end `code` (of the catalogues STATUS and PPPK) counts; None where no article names one.

    `member_since` is the day of joining the party (only its month matters), `proven` the day on which the examination
    found it. PNS: end of the month of becoming a member; PPPK: the day it was proven.
    """
    if code.startswith("status_termination") and member_since is not None:
        new = ("PP 11/2017", "Pasal 255")
        instrument, article = new if decided >= PP_11_2017 else ("PP 37/2004", "Pasal 9 ayat (2)")
        return EndOfService(_month_end(member_since), Source(instrument, article, Verification.SEEN))
    if code == "contract_end_party":
        return EndOfService(proven, Source("PP 49/2018", "Pasal 74 ayat (4)", Verification.SEEN))
    if code == "contract_end_severe_breach":
        return EndOfService(proven, Source("PP 49/2018", "Pasal 71 ayat (4)", Verification.SEEN))
    return None


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
