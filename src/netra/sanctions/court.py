"""Gugatan: by which articles the answer to a remedy may be brought before an administrative court.

Who may go there is said, before 10 August 2021 in nothing that was read. What a ruling then does is said in nothing
that was read either: the authority carries it out as it carries out the answer to a remedy.
"""

from __future__ import annotations

from datetime import date

from netra.law.dated import Source, Verification
from netra.law.procedure import Basis

PP_24 = date(2011, 4, 18)
PP_79 = date(2021, 8, 10)
SEEN, UNVERIFIED = Verification.SEEN, Verification.UNVERIFIED
_UNSAID, _UNREAD = "(gugatan ke pengadilan tidak disebut)", "(akibat putusan pengadilan belum dibaca)"
# The answer, or its absence: of the authority, of an official's superior; of the appeal body the answer alone.
_OF_AUTHORITY = "Pasal 5 ayat (3), Pasal 6 ayat (3), dan Pasal 18"
_OF_SUPERIOR = "Pasal 8 ayat (7) dan Pasal 9 ayat (3)"
_OF_APPEAL_BODY = "Pasal 18"


def _court(article: str, before: str, unread: str, mark: Verification) -> tuple[Basis, ...]:
    return (
        Basis(Source(before, unread, UNVERIFIED), PP_24, PP_79),
        Basis(Source("PP 79/2021", article, mark), PP_79),
    )


def _on_official(article: str, mark: Verification) -> Basis:
    return Basis(Source("PP 79/2021", article, mark), PP_79, imposed_by="OFFICIAL")


SUIT = (_on_official(_OF_SUPERIOR, SEEN), *_court(_OF_AUTHORITY, "PP 53/2010", _UNSAID, SEEN))
RULING = (
    _on_official(f"{_OF_SUPERIOR} {_UNREAD}", UNVERIFIED),
    *_court(f"{_OF_AUTHORITY} {_UNREAD}", "PP 53/2010", _UNREAD, UNVERIFIED),
)
SUIT_AFTER_APPEAL = _court(_OF_APPEAL_BODY, "PP 24/2011", _UNSAID, SEEN)
RULING_AFTER_APPEAL = _court(f"{_OF_APPEAL_BODY} {_UNREAD}", "PP 24/2011", _UNREAD, UNVERIFIED)
# Before whom, by the remedy that was answered.
COURTS = {"OBJECTION": "Pengadilan Tata Usaha Negara", "APPEAL": "Pengadilan Tinggi Tata Usaha Negara"}
