"""Where an election stood on a day: whom an act could support.

The same conduct is a breach of ethics towards a prospective candidate and of discipline towards a candidate, so the day
on which candidates were determined decides. An act that names no contest is read as aiming at the one that was under
way; between two contests there is none, and the answer says so instead of guessing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.law.dated import Source, Verification
from netra.law.elections import ELECTIONS, Election, ElectionKind, PublishedStage, RegionalDetermination
from netra.law.indonesian_dates import in_words
from netra.law.sentences import Sentence
from netra.law.vocabulary import Phase


class UnknownElection(LookupError):
    """No election has that code; the message lists the known ones."""


@dataclass(frozen=True, slots=True)
class PhaseAnswer:
    """The phase, or None, with the contest it was read from and a sentence that says why."""

    phase: str | None
    election: Election | None
    explanation: str
    source: Source | None
    needs_review: bool


def elections() -> tuple[Election, ...]:
    """Every election whose stages are known, oldest first."""
    return tuple(sorted(ELECTIONS.values(), key=lambda election: election.voting))


def election(code: str) -> Election:
    """The election with that code; UnknownElection lists the known codes."""
    if code not in ELECTIONS:
        raise UnknownElection(f'Pemilihan "{code}" tidak dikenal. Yang dikenal: {", ".join(ELECTIONS)}.')
    return ELECTIONS[code]


def phase_on(
    election_kind: str,
    region: str | None,
    on: date,
    *,
    office: str | None = None,
    election_date: date | None = None,
    own: RegionalDetermination | None = None,
) -> str | None:
    """ "prospective" before the candidates were determined, "candidate" from that day on, None where unknown."""
    return phase_answer(election_kind, region, on, office=office, election_date=election_date, own=own).phase


def phase_answer(
    election_kind: str,
    region: str | None,
    on: date,
    *,
    office: str | None = None,
    election_date: date | None = None,
    own: RegionalDetermination | None = None,
) -> PhaseAnswer:
    """Like `phase_on`, with the reason: which contest, which day decided, or why nothing can be said.

    `own` is the region's own determination as the caller knows it; it prevails over every day known here.
    """
    kind = ElectionKind(election_kind)
    contest = _contest_voting_on(kind, election_date) if election_date else _contest_under_way(kind, on)
    if contest is None:
        phase = _phase_by(own, on) if own else None
        return PhaseAnswer(phase, None, _no_contest(kind, on, election_date), own.source if own else None, True)
    determinations, source = _determinations(contest, region, office, own)
    if on < determinations[0]:
        return _answer(
            Phase.PROSPECTIVE, contest, source, f"sebelum calon ditetapkan pada {in_words(determinations[0])}"
        )
    if on >= determinations[-1]:
        return _answer(
            Phase.CANDIDATE, contest, source, f"calon sudah ditetapkan pada {in_words(determinations[-1])}", on
        )
    days = " dan ".join(in_words(day) for day in determinations)
    return PhaseAnswer(
        None, contest, f"{contest.name}: penetapan berbeda menurut jabatan ({days}); sebutkan jabatannya.", source, True
    )


def in_campaign(
    election_kind: str, first: date, last: date, *, on: date | None = None, election_date: date | None = None
) -> bool:
    """Whether all days from `first` to `last` surely lie in the campaign; between contests there is none.

    The contest is the one under way `on` that day (without it, on the first), unless its voting day is given.
    """
    kind = ElectionKind(election_kind)
    contest = _contest_voting_on(kind, election_date) if election_date else _contest_under_way(kind, on or first)
    campaign = contest.period(PublishedStage.CAMPAIGN) if contest else None
    return campaign is not None and campaign.holds_on(first) and campaign.holds_on(last)


def _contest_voting_on(kind: ElectionKind, voting: date) -> Election | None:
    return next((each for each in elections() if each.kind is kind and each.voting == voting), None)


def _contest_under_way(kind: ElectionKind, on: date) -> Election | None:
    return next((each for each in elections() if each.kind is kind and each.opens <= on <= each.closes), None)


def _phase_by(own: RegionalDetermination, on: date) -> str:
    return (Phase.PROSPECTIVE if on < own.day else Phase.CANDIDATE).value


def _determinations(
    contest: Election, region: str | None, office: str | None, own: RegionalDetermination | None
) -> tuple[tuple[date, ...], Source]:
    own = own or contest.own_determination(region)
    return ((own.day,), own.source) if own else (contest.determinations(office), contest.source)


def _answer(phase: Phase, contest: Election, source: Source, reason: str, on: date | None = None) -> PhaseAnswer:
    after = on is not None and on > contest.closes
    tail = f"; perbuatan terjadi setelah {in_words(contest.closes)}, periksa apakah masih menyangkut kontes ini"
    return PhaseAnswer(
        phase=phase.value,
        election=contest,
        explanation=f"{contest.name}: {reason}{tail if after else ''}.",
        source=source,
        needs_review=after or source.verification is Verification.UNVERIFIED,
    )


CONTEST_NOT_LOADED = "%(kind)s dengan pemungutan suara %(voting)s tidak ada dalam data; tahapannya tidak dikenal."
BETWEEN = (
    "%(day)s berada setelah %(before)s (sampai %(closed)s) dan sebelum %(after)s (mulai %(opens)s): tidak ada kontes "
    "yang sedang berjalan."
)
AFTER_ALL = "%(day)s berada setelah %(before)s (sampai %(closed)s): tidak ada kontes yang sedang berjalan."
BEFORE_ALL = "%(day)s berada sebelum %(after)s (mulai %(opens)s): tidak ada kontes yang sedang berjalan."
KIND_WORDS = {ElectionKind.GENERAL: "Pemilu", ElectionKind.REGIONAL: "Pemilihan kepala daerah"}


def _no_contest(kind: ElectionKind, on: date, election_date: date | None) -> str:
    if election_date is not None:
        return Sentence(CONTEST_NOT_LOADED, kind=KIND_WORDS[kind], voting=in_words(election_date))
    same_kind = [each for each in elections() if each.kind is kind]
    before = [each for each in same_kind if each.closes < on]
    after = [each for each in same_kind if each.opens > on]
    told: dict[str, object] = {"day": in_words(on)}
    if before:
        told |= {"before": before[-1].name, "closed": in_words(before[-1].closes)}
    if after:
        told |= {"after": after[0].name, "opens": in_words(after[0].opens)}
    return Sentence(BETWEEN if before and after else AFTER_ALL if before else BEFORE_ALL, **told)
