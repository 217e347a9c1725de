"""What papers of this room say about the matter: the allegation, the rules, how a decree opens."""

from __future__ import annotations

from datetime import date

from netra.cases.cited_rules import CitedRow, rules_told
from netra.cases.letters import LetterData, act_words, authority, head_of, matter, signer
from netra.law.bodies import oversight_body
from netra.law.dated import Verification
from netra.law.reasons import CHECKED
from netra.law.regime import Regime
from netra.law.vocabulary import Category
from netra.letters.queries import letter
from netra.sanctions.bounds import CATEGORY_OF_ROUTE, FormRow, allegations_of, limits_of
from netra.sanctions.deviation import outside
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.states import Route

PPPK_REGULATION = (
    "Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Manajemen Pegawai Pemerintah dengan Perjanjian Kerja"
)


def alleged(proceeding: Proceeding) -> str:
    """The acts that this person is said to have done, one line each."""
    return "\n".join(act_words(each.act) for each in allegations_of(proceeding.party)) or matter(proceeding.case)


def rules(proceeding: Proceeding, on: date) -> list[str]:
    """The rules that these acts would break, each with its article, as they are read on the day of the paper: which
    regulation on discipline binds follows the state of the case (PP 94/2021 Ps 40), not the day it was studied.
    """
    readings = limits_of(proceeding, decided=on).readings
    own = CATEGORY_OF_ROUTE.get(Route(proceeding.route), Category.ELECTION_CRIME)
    return rules_told(((each.allegation, list(map(_cited_row, each.rows))) for each in readings), frozenset({own}))


def _cited_row(row: FormRow) -> CitedRow:
    return CitedRow(row.form, row.era, row.category, row.level, row.articles)


def _title(proceeding: Proceeding, on: date) -> str:
    return authority(proceeding.agency_code, on)["position"]


def clause(text: str) -> str:
    """What an officer wrote as a part of a longer sentence: without the full stop with which he ended his."""
    return text.strip().rstrip(".; ")


def cited(citation: object, verification: str) -> str:
    """An article as a final paper cites it: what nobody could hold against the original says so."""
    return (
        f"{citation}, {CHECKED[Verification.UNVERIFIED]}" if verification == Verification.UNVERIFIED else str(citation)
    )


def number_of(made: Decision) -> str:
    """The number by which later papers name a decision: that of our letter, or of the decree of another office."""
    return made.document or letter(made.letter_ref).number


def deviation_words(made: Decision) -> str:
    """That a decision lies outside the law's bounds or the recommendation, with its reason; empty where it does not."""
    if not made.deviates:
        return ""
    beside = " dan ".join(words for words, _bound in outside(made))
    return f"keputusan ini {beside}, dengan alasan: {made.deviation_reason}"


# How a decree writes the instruments by which a service ends; elsewhere their short names stand.
_IN_FULL = {
    "UU 5/2014": "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara",
    "UU 20/2023": "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
    "PP 37/2004": "Peraturan Pemerintah Nomor 37 Tahun 2004 tentang Larangan Pegawai Negeri Sipil Menjadi Anggota "
    "Partai Politik",
    "PP 11/2017": "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil",
    "PP 49/2018": PPPK_REGULATION,
}


def in_full(cited: str) -> str:
    """`UU 20/2023 Pasal 52` as a decree recalls it: article first, law by its whole name; others as they are."""
    law, pasal, article = cited.partition(" Pasal ")
    return f"Pasal {article} {_IN_FULL[law]}" if pasal and law in _IN_FULL else cited


def recalled(made: Decision) -> list[str]:
    """What a decision rests on: the regulation on discipline; of a PPPK the one on him and, known since a sanction of
    his agency was imposed, that agency's by number and article, with which the basis of the decision ends.
    """
    if made.proceeding.party.employment != "PPPK":
        return [f"{each};" for each in _on_discipline(made)]
    agency_rule = made.basis.partition("; ")[2]
    return [f"{each};" for each in (PPPK_REGULATION, agency_rule) if each]


def _on_discipline(made: Decision) -> list[str]:
    """The regulation of its regime, and the older one where it still names the penalty (PP 94/2021 Ps 42(2))."""
    older = [Regime.DISC_53] if made.regime != Regime.DISC_53 and "PP 53/2010" in made.basis else []
    return [_regulation(each) for each in (made.regime, *older)]


def regulation(proceeding: Proceeding, on: date) -> str:
    """The regulation that a decree of that day recalls, by the state of the case then."""
    if proceeding.party.employment == "PPPK":
        return "Peraturan Pemerintah Nomor 49 Tahun 2018 dan peraturan instansi"
    return _regulation(limits_of(proceeding, decided=on).regime)


def _regulation(regime: str) -> str:
    number = "53 Tahun 2010" if regime == Regime.DISC_53 else "94 Tahun 2021"
    return f"Peraturan Pemerintah Nomor {number} tentang Disiplin Pegawai Negeri Sipil"


def decree(proceeding: Proceeding, on: date, considering: list[str], recalling: list[str]) -> LetterData:
    """How every decree of the appointing authority opens."""
    return {
        "signer": signer(proceeding.agency_code, on),
        "authority_title": _title(proceeding, on),
        "considering": considering,
        "recalling": recalling,
        "copies": _informed(proceeding, on),
    }


def _informed(proceeding: Proceeding, on: date) -> list[str]:
    """Who asked for the handling hears of it: the oversight body of that day and the office that referred the case."""
    return [head_of(oversight_body(on)), signer(proceeding.case.handling_agency_code, on)["position"]]
