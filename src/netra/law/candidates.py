"""A candidate PNS proven guilty of a breach of discipline: two regulations answer, and neither names the first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from types import MappingProxyType

from netra.law.indonesian_dates import in_words
from netra.law.reasons import CHECKED
from netra.law.regime import Regime
from netra.law.sanctions import CATALOGUES, Sanction
from netra.law.sentences import Sentence
from netra.law.vocabulary import Employment, Level

# PP 11/2017 Ps 37(2) c.
DISMISSAL = CATALOGUES["CPNS"][0]
_ENDING = frozenset({Level.MODERATE, Level.SEVERE})

# Whom Ps 37 has dismiss a candidate, and from which day, no article that was read says.
NO_OFFICIAL = (
    "PP 11/2017 Pasal 37 ayat (2) tidak menyebut pejabat yang memberhentikan calon PNS; pasal lain tentang itu belum "
    "terbaca."
)
CANDIDATE_ENDS = (
    "Calon PNS yang terbukti melakukan pelanggaran disiplin tingkat sedang atau berat diberhentikan sebagai calon PNS "
    "(%(source)s; %(mark)s). %(discipline)s Kedua peraturan tidak menyebut mana yang didahulukan; pejabat yang "
    "memutuskan, dengan alasan. PP 17/2020, yang mengubah PP 11/2017, belum dibaca."
)
CANDIDATE_BEFORE = (
    "Sebelum %(since)s berlaku hukum lain tentang calon PNS, yang belum dibaca; sejak hari itu calon PNS yang terbukti "
    "melakukan pelanggaran disiplin tingkat sedang atau berat diberhentikan sebagai calon PNS (%(source)s). "
    "%(discipline)s"
)
DISCIPLINE_TOO = MappingProxyType(
    {
        Regime.DISC_53: (
            "PP 53/2010, yang berlaku juga bagi calon PNS (Pasal 2), mengenakan hukuman disiplin untuk pelanggaran "
            "yang sama."
        ),
        Regime.DISC_94: (
            "PP 94/2021, yang mutatis mutandis berlaku untuk calon PNS (Pasal 43), mengenakan hukuman disiplin untuk "
            "pelanggaran yang sama."
        ),
        None: (
            "PP 53/2010 (Pasal 2) dan PP 94/2021 (Pasal 43), yang berlaku juga bagi calon PNS, mengenakan hukuman "
            "disiplin untuk pelanggaran yang sama."
        ),
    }
)


def dismissals(employment: Employment, *, decided: date) -> tuple[Sanction, ...]:
    """What ends a candidacy for a breach of discipline on that day, beside the penalties; empty for everybody else."""
    return (DISMISSAL,) if employment is Employment.CPNS and DISMISSAL.holds_on(decided) else ()


def may_end_a_candidacy(ceiling: str) -> bool:
    """Whether a breach of up to that level ends it: a moderate or severe one does."""
    return ceiling in _ENDING


def about_the_candidate(
    employment: Employment, levels: Collection[Level], *, proven: date, regime: Regime | None
) -> str:
    """What a breach of one of these levels of discipline means for a candidate beside its penalty; "" for others.

    `proven` is the day of the decision where it is known: PP 11/2017 asks for a proven breach, not for the day of it.
    """
    if employment is not Employment.CPNS or _ENDING.isdisjoint(levels):
        return ""
    discipline = DISCIPLINE_TOO[regime]
    if proven < DISMISSAL.start:
        return Sentence(
            CANDIDATE_BEFORE, since=in_words(DISMISSAL.start), source=DISMISSAL.source, discipline=discipline
        )
    mark = CHECKED[DISMISSAL.source.verification]
    return Sentence(CANDIDATE_ENDS, source=DISMISSAL.source, mark=mark, discipline=discipline)
