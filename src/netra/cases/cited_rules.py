"""Which rules the papers of a case cite: those of their own route, as far as they reach the contest, written in full.

A crime is suspected and referred, never decided here, so papers on ethics, discipline and status do not cite one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netra.cases.models import Allegation
from netra.cases.models.allegation import AllegationState
from netra.law.citations import in_full, is_conditional
from netra.law.stages import in_campaign
from netra.law.violations import FORMS, Basis, Limit, Reach
from netra.law.vocabulary import ADMINISTRATIVE as LAW_ADMINISTRATIVE
from netra.law.vocabulary import Category, ElectionKind, Office, Precision
from netra.registry.queries import election_for

ADMINISTRATIVE: frozenset[str] = frozenset(LAW_ADMINISTRATIVE)
CRIMES: frozenset[str] = frozenset({Category.ELECTION_CRIME})
NOTHING_READ = "Belum ada bentuk pelanggaran kode etik, disiplin, atau status yang berlaku pada tanggal perbuatan."

# What PP 42/2004 Ps 1, PP 53/2010 Ps 1 and PP 94/2021 Ps 1 and 43 say of themselves: they bind PNS, and CPNS with them.
_OF_PNS_ONLY = ("PP 42/2004", "PP 53/2010", "PP 94/2021")
_OF_PPPK = f"Disiplin dan kode etik PPPK menurut peraturan instansi ({in_full('PP 49/2018 Pasal 52')})"

_BEYOND = {
    Reach.OPEN: "penerapannya perlu ditelaah karena jabatan yang dipilih tidak disebut",
    Reach.BEYOND: "penerapannya pada pemilihan ini perlu ditelaah",
}
_OUTSIDE_CAMPAIGN = "penerapannya di luar masa kampanye perlu ditelaah"
_CONDITIONAL = "penerapannya perlu ditelaah"


class CitedRow(NamedTuple):
    """One row of an assessment; `level` is "" where the row says that the act is not forbidden or not punished."""

    form: str
    era: str
    category: str
    level: str
    articles: tuple[str, ...]


def rows_in_force(allegation: Allegation) -> list[CitedRow]:
    """The rows of the assessment that was kept with the allegation."""
    return [
        CitedRow(row["form"], row["era"], row["category"], row["level"] or "", tuple(row["basis"]))
        for row in allegation.assessment["forms"]
        if row["in_force"]
    ]


def rules_of(allegations: Iterable[Allegation], categories: frozenset[str] = ADMINISTRATIVE) -> list[str]:
    """The rules in force that the allegations rest on, each once; an officer's own reading says so."""
    return rules_told(((each, rows_in_force(each)) for each in allegations), categories)


def rules_told(
    read: Iterable[tuple[Allegation, Sequence[CitedRow]]], categories: frozenset[str] = ADMINISTRATIVE
) -> list[str]:
    """The articles read for each allegation, as papers name them: each once, and as they bind that person.

    Of several categories the first choice are rows of `categories`; where there are none, of any but crimes.
    """
    told = list(read)
    rules = _cited(told, categories) or _cited(told, ADMINISTRATIVE)
    readings = {
        f"Pembacaan petugas: {each.reason}": None for each, _rows in told if each.state == AllegationState.CHANGED
    }
    return [*rules, *readings] or [NOTHING_READ]


def suspected_crimes(allegations: Iterable[Allegation]) -> list[str]:
    """The articles of crimes that the acts may be, for whoever judges them."""
    return _cited([(each, rows_in_force(each)) for each in allegations], CRIMES)


def _cited(read: Sequence[tuple[Allegation, Sequence[CitedRow]]], categories: frozenset[str]) -> list[str]:
    doubts: dict[str, str] = {}
    for allegation, rows in read:
        for article, doubt in _articles(allegation, [row for row in rows if row.category in categories and row.level]):
            # What one row doubts another may hold for certain.
            doubts[article] = doubts.get(article, doubt) and doubt
    return [f"{article}, {doubt}" if doubt else article for article, doubt in doubts.items()]


def _articles(allegation: Allegation, rows: Sequence[CitedRow]) -> list[tuple[str, str]]:
    """Each article with its doubt; a letter that does not reach the contest only where no other does."""
    reached = [(row, _reach(allegation, row)) for row in rows]
    if any(reach is Reach.SURE for _row, reach in reached):
        reached = [(row, reach) for row, reach in reached if reach is not Reach.BEYOND]
    return [_as_bound(allegation, row, article, reach) for row, reach in reached for article in row.articles]


def _as_bound(allegation: Allegation, row: CitedRow, article: str, reach: Reach) -> tuple[str, str]:
    """The article as it binds that person: in place of one on PNS, what PP 49/2018 leaves to a PPPK's own agency."""
    if allegation.party.employment == "PPPK" and article.startswith(_OF_PNS_ONLY):
        return _OF_PPPK, ""
    doubt = _BEYOND.get(reach, "") or (_OUTSIDE_CAMPAIGN if _is_outside_campaign(allegation, row) else "")
    return in_full(article), doubt or (_CONDITIONAL if is_conditional(article) else "")


def _basis(row: CitedRow) -> Basis | None:
    """The basis behind a row; None where the data have changed since it was read."""
    form = FORMS.get(row.form)
    known = (each for each in form.bases if each.era == row.era) if form else ()
    return next((each for each in known if set(row.articles) <= set(map(str, each.sources))), None)


def _reach(allegation: Allegation, row: CitedRow) -> Reach:
    basis, case = _basis(row), allegation.party.case
    office = Office(case.office) if case.office else None
    return basis.reach(ElectionKind(case.election_kind), office) if basis else Reach.SURE


def _is_outside_campaign(allegation: Allegation, row: CitedRow) -> bool:
    """Whether the row speaks of acts during the campaign only, and this act is not known to lie in one."""
    basis, case, act = _basis(row), allegation.party.case, allegation.act
    if basis is None or basis.only_in is not Limit.CAMPAIGN:
        return False
    election = election_for(case.election_kind, case.region_code, act.act_date)
    return act.act_date_precision != Precision.DAY or not in_campaign(
        case.election_kind,
        act.act_date,
        act.act_date,
        on=act.act_date,
        election_date=election.voting_date if election else None,
    )
