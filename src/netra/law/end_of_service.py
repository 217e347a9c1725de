"""Who ends a status or a contract, and from which day it counts: the law names a day of its own, often before it.

A discipline penalty waits for the remedy (PP 94/2021 Pasal 38); these do not: they reach back to the day that ended it.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from netra.law.dated import Source, Verification

PP_11_2017 = date(2017, 4, 7)
PP_49_2018 = date(2018, 11, 28)
# What PP 17/2020 may have changed in PP 11/2017 was not read.
_OF_THE_PRESIDENT = frozenset({"JPT_UTAMA", "JPT_MADYA", "FUNCTIONAL_AHLI_UTAMA"})


@dataclass(frozen=True, slots=True)
class EndOfService:
    """The day from which it counts, and the article that says so."""

    day: date
    source: Source


def end_of_service(
    code: str, *, employment: str, decided: date, member_since: date | None, proven: date
) -> EndOfService | None:
    """The day from which the end `code` (of the catalogues STATUS and PPPK) counts; None where no article names one.

    `member_since` is the day of joining the party (only its month matters), `proven` the day on which the examination
    found it. PNS and CPNS: end of the month of becoming a member; PPPK: the day it was proven.
    """
    if code.startswith("status_termination") and member_since is not None:
        return EndOfService(_month_end(member_since), counted_by(employment, decided=decided))
    if code == "contract_end_party":
        return EndOfService(proven, Source("PP 49/2018", "Pasal 74 ayat (4)", Verification.SEEN))
    if code == "contract_end_severe_breach":
        return EndOfService(proven, Source("PP 49/2018", "Pasal 71 ayat (4)", Verification.SEEN))
    return None


def counted_by(employment: str, *, decided: date) -> Source:
    """The article by which the end of a status counts from the end of the month of joining.

    PP 11/2017 Ps 255 names PNS, and its Ps 37 on candidates names no day; PP 37/2004 counts them among PNS (Ps 1).
    """
    new = employment != "CPNS" and decided >= PP_11_2017
    instrument, article = ("PP 11/2017", "Pasal 255") if new else ("PP 37/2004", "Pasal 9 ayat (2)")
    return Source(instrument, article, Verification.SEEN)


def of_candidates(employment: str, *, decided: date) -> tuple[Source, ...]:
    """The articles that end the status of a candidate PNS beside the act on the service, which names employees."""
    if employment != "CPNS" or decided < PP_11_2017:
        return ()
    return (
        Source("PP 11/2017", "Pasal 37 ayat (2) huruf f", Verification.SEEN),
        Source("PP 37/2004", "Pasal 1 angka 1 dan Pasal 9", Verification.SEEN),
    )


@dataclass(frozen=True, slots=True)
class WhoEnds:
    """Who decides on the end of a status or a contract, and the article that says so; `proposal`: who proposes to the
    President, as far as an article says it.
    """

    by_president: bool
    source: Source
    proposal: str = "atas usul PPK"

    @property
    def words(self) -> str:
        return f"Presiden, {self.proposal}" if self.by_president else "Pejabat Pembina Kepegawaian, atas usul PyB"


def who_ends(employment: str, position: str, *, decided: date) -> WhoEnds | None:
    """The one who ends the status of the holder of that post for having joined a party.

    None where no article was read: for a candidate PNS, for an unknown post, and before PP 11/2017 and PP 49/2018.
    """
    from_day = {"PNS": PP_11_2017, "PPPK": PP_49_2018}.get(employment)
    if from_day is None or decided < from_day or position == "UNKNOWN":
        return None
    by_president = position in _OF_THE_PRESIDENT
    # In PP 49/2018 the letters differ: b is of heads of institutions, who propose to the President too.
    letter = "a" if by_president else {"PNS": "b", "PPPK": "c"}[employment]
    instrument, article = {"PNS": ("PP 11/2017", "Pasal 270"), "PPPK": ("PP 49/2018", "Pasal 74")}[employment]
    return WhoEnds(
        by_president, Source(instrument, f"{article} ayat (1) huruf {letter} dan ayat (2)", Verification.SEEN)
    )


def who_ends_for_breach(employment: str, position: str, *, decided: date) -> WhoEnds | None:
    """The one who ends the contract of a PPPK for a severe breach of discipline; None for everybody else.

    A PNS is dismissed by a discipline penalty, whose officials stand in the table of authorities.
    """
    if employment != "PPPK" or decided < PP_49_2018 or position == "UNKNOWN":
        return None
    by_president = position in _OF_THE_PRESIDENT
    article = f"Pasal 71 ayat (1) huruf {'a' if by_president else 'c'} dan ayat (2)"
    return WhoEnds(by_president, Source("PP 49/2018", article, Verification.SEEN))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
