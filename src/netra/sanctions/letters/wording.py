"""What papers of this room say about the matter: the allegation, the rules, what a decision is called."""

from __future__ import annotations

from datetime import date

from netra.cases.cited_rules import CitedRow, rules_told
from netra.cases.letters import IN_GENERAL, act_words
from netra.law.citations import in_full
from netra.law.dated import Verification
from netra.law.indonesian_dates import in_words
from netra.law.reasons import CHECKED
from netra.law.vocabulary import Category
from netra.letters.queries import letter
from netra.sanctions.bounds import FormRow, limits_of
from netra.sanctions.deviation import deviation_after, outside
from netra.sanctions.models import Decision, Proceeding, Remedy, Summons
from netra.sanctions.states import CATEGORY_OF_ROUTE, Route
from netra.sanctions.weighed import weighed_by


def alleged(proceeding: Proceeding) -> str:
    """The acts that this person is called to answer, one line each."""
    return "\n".join(act_words(each.act) for each in weighed_by(proceeding)) or IN_GENERAL


def rules(proceeding: Proceeding, on: date) -> list[str]:
    """The rules that these acts would break, each with its article, as they are read on the day of the paper: which
    regulation on discipline binds follows the state of the case (PP 94/2021 Ps 40), not the day it was studied.
    """
    readings = limits_of(proceeding, decided=on).readings
    own = CATEGORY_OF_ROUTE.get(Route(proceeding.route), Category.ELECTION_CRIME)
    return rules_told(((each.allegation, list(map(_cited_row, each.rows))) for each in readings), frozenset({own}))


def _cited_row(row: FormRow) -> CitedRow:
    return CitedRow(row.form, row.era, row.category, row.level, row.articles)


def called_by(call: Summons) -> str:
    """The letter that called him, as other papers name it."""
    ordinal = {1: "I", 2: "II"}[call.ordinal]
    return f"Surat Panggilan {ordinal} Nomor {letter(call.letter_ref).number} tanggal {in_words(call.letter_date)}"


def clause(text: str) -> str:
    """What an officer wrote as a part of a longer sentence: without the full stop with which he ended his."""
    return text.strip().rstrip(".; ")


def cited(citation: object, verification: str) -> str:
    """An article as a final paper cites it: what nobody could hold against the original says so."""
    written = in_full(str(citation))
    return f"{written}, {CHECKED[Verification.UNVERIFIED]}" if verification == Verification.UNVERIFIED else written


def number_of(made: Decision) -> str:
    """The number by which later papers name a decision: that of our letter, or of the decree of another office."""
    return made.document or letter(made.letter_ref).number


def deviation_after_words(made: Decision, remedy: Remedy) -> str:
    """The same of another penalty that the answer to an objection puts in its place; empty where it puts none."""
    beside = outside(deviation_after(made, remedy.level_after)) if remedy.sanction_after else []
    if not beside:
        return ""
    return f"putusan ini {' dan '.join(words for words, _bound in beside)}, dengan alasan: {clause(remedy.reason)}"


def deviation_words(made: Decision, called: str = "keputusan ini") -> str:
    """That a decision, `called` so in its paper, lies outside the law's bounds or the recommendation, with its reason.

    Empty where it does not.
    """
    if not made.deviates:
        return ""
    beside = " dan ".join(words for words, _bound in outside(made))
    return f"{called} {beside}, dengan alasan: {made.deviation_reason}"
