"""What binds a PPPK: the regulations on permanent staff do not, the rules of his agency do (PP 49/2018 Pasal 51–52)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netra.law.dated import Source, Verification
from netra.law.sentences import Sentence

PP_49_2018 = date(2018, 11, 28)
# Each says in its Pasal 1 that it is about PNS (PP 94/2021 Pasal 43 adds candidates).
ON_PERMANENT_STAFF = frozenset({"PP 37/2004", "PP 42/2004", "PP 53/2010", "PP 11/2017", "PP 94/2021"})

RULES_OF_THE_AGENCY = (
    "PP 42/2004, PP 53/2010, dan PP 94/2021 mengikat PNS dan CPNS; bagi PPPK barisnya hanya pembanding. Yang "
    "mengikatnya peraturan disiplin PPPK instansinya, yang harus dibaca (PP 49/2018 Pasal 51-52)."
)
RULES_BEFORE = (
    "PP 42/2004, PP 53/2010, dan PP 94/2021 mengikat PNS dan CPNS; bagi PPPK barisnya hanya pembanding. UU 5/2014 "
    "Pasal 104 mewajibkan disiplin PPPK, tetapi PP 49/2018 tentangnya baru berlaku 28 November 2018; yang mengikatnya "
    "harus dicari dalam perjanjian kerja dan aturan instansi."
)
OF_OTHERS = (
    "Bagi PNS perbuatan ini diatur %(sources)s; itu tidak mengikat PPPK. Aturan disiplin PPPK instansi Anda tidak "
    "dimuat di sini: bacalah dahulu."
)


def binding(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Those of the sources that bind a PPPK."""
    return tuple(source for source in sources if source.instrument not in ON_PERMANENT_STAFF)


def rules_of_the_agency(day: date) -> str:
    """Where the discipline of a PPPK stands on that day, beside rows of regulations on permanent staff."""
    return RULES_OF_THE_AGENCY if day >= PP_49_2018 else RULES_BEFORE


def own_rules(day: date) -> Source:
    """The article that sends to those rules; nobody read the rules themselves."""
    if day >= PP_49_2018:
        return Source("PP 49/2018", "Pasal 52 (peraturan disiplin instansi belum terbaca)", Verification.UNVERIFIED)
    return Source("UU 5/2014", "Pasal 104 (aturan disiplin PPPK hari itu belum terbaca)", Verification.UNVERIFIED)


def of_others(sources: Iterable[Source]) -> str:
    """That these articles speak to permanent staff only; "" where there are none."""
    others = [source for source in dict.fromkeys(sources) if source.instrument in ON_PERMANENT_STAFF]
    return Sentence(OF_OTHERS, sources="; ".join(map(str, others))) if others else ""
