"""What is said at a gathering on a day: the principle, where the election stands, one rule in force, and its articles.

The words are made from the law of that day and from the elections of the registry, and from nothing else: no sentence
names an article that the data of the room `law` does not hold with its mark. The rule changes from week to week.
Indonesian, because it is read out and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from netra.law.dated import NothingInForce, Source, Verification
from netra.law.elections import ELECTIONS, PublishedStage
from netra.law.in_words import category_in_words, levels_in_words
from netra.law.indonesian_dates import in_words
from netra.law.intentions import PRINCIPLE
from netra.law.turning import forbidden_on
from netra.law.vocabulary import ElectionKind, Phase
from netra.law.windows import ANCHOR_LABELS, WINDOWS, MissingAnchor, window_of
from netra.prevention.queries.warnings import office_of
from netra.registry.models import Election, ElectionStage
from netra.registry.queries import election_for, own_determination, phase_of, stages_of

_STAGES = {PublishedStage.CAMPAIGN: "masa kampanye", PublishedStage.QUIET_DAYS: "masa tenang"}
# 1 January of the year 1, a Monday, is day 1: a week is one from Monday to Sunday.
_MONDAY = 1
_PRINCIPLE = "Setiap pegawai ASN netral: tidak memihak calon atau partai mana pun, kapan pun."


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with the articles it rests on; the phase of an election rests on its schedule."""

    says: str
    sources: tuple[Source, ...]


def weekly_text(region_code: str, on: date) -> list[Line]:
    """The sentences of that day for an agency of that region ("": of the whole country)."""
    lines = [*_principle(on)]
    under_way = [election for kind in ElectionKind if (election := election_for(kind.value, region_code, on))]
    for election in sorted(under_way, key=lambda each: each.voting_date):
        stages = stages_of(election, region_code)
        lines += [_standing(election, stages, region_code, on), *_rule(election, region_code, on)]
        lines += _windows(election, region_code, on)
    if not under_way:
        lines.append(Line("Menurut registri tidak ada pemilihan yang sedang berjalan; netralitas tetap berlaku.", ()))
    return lines


def kept(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The sentences as a row keeps them."""
    return [
        {
            "says": line.says,
            "sources": [[each.instrument, each.article, each.verification.value] for each in line.sources],
        }
        for line in lines
    ]


def as_kept(words: Sequence[dict[str, Any]]) -> list[Line]:
    """The sentences that a row keeps."""
    return [
        Line(
            each["says"],
            tuple(
                Source(instrument, article, Verification(verification))
                for instrument, article, verification in each["sources"]
            ),
        )
        for each in words
    ]


def _principle(on: date) -> Iterator[Line]:
    try:
        yield Line(_PRINCIPLE, PRINCIPLE.on(on).value)
    except NothingInForce:
        yield Line(_PRINCIPLE, ())


def _standing(election: Election, stages: Sequence[ElectionStage], region_code: str, on: date) -> Line:
    """Where the election stands on that day, by the schedule that the registry holds."""
    voting = f"{election.name}, pemungutan suara {in_words(election.voting_date)}"
    if on >= election.voting_date:
        what = "hari pemungutan suara" if on == election.voting_date else "sesudah pemungutan suara"
        return Line(f"{voting}: hari ini {what}.", _schedule(stages, PublishedStage.VOTING))
    for stage, name in _STAGES.items():
        running = next((each for each in stages if each.stage == stage and _runs(each, on)), None)
        if running is not None:
            return Line(f"{voting}: hari ini {name}.", (_source(running),))
    phase = phase_of(election, on, region_code=region_code)
    told = {
        Phase.PROSPECTIVE: "calon belum ditetapkan; dukungan kepada bakal calon pun dinilai",
        Phase.CANDIDATE: "calon sudah ditetapkan",
    }
    words = told[Phase(phase)] if phase else "tahapnya berbeda menurut jabatan atau belum tercatat"
    return Line(f"{voting}: {words}.", _schedule(stages, PublishedStage.DETERMINATION))


def _rule(election: Election, region_code: str, on: date) -> Iterator[Line]:
    """One conduct that the law of that day answers; the next week it is the next one."""
    phase = phase_of(election, on, region_code=region_code)
    if not phase:
        return
    found = forbidden_on(
        ElectionKind(election.kind),
        office_of(election),
        on,
        region=region_code,
        voting=election.voting_date,
        phase=Phase(phase),
    )
    if found:
        label, side = found[(on.toordinal() - _MONDAY) // 7 % len(found)]
        answer = f"{category_in_words(side.category)}, {levels_in_words(side.floor, side.ceiling)}"
        yield Line(f"Jangan: {label[:1].lower()}{label[1:]}. Bagi PNS itu {answer}.", side.sources)


def _windows(election: Election, region_code: str, on: date) -> Iterator[Line]:
    """What heads of regions may not do on that day, where the law knows the schedule of the election."""
    contest = ELECTIONS.get(election.code)
    if contest is None or election.kind != ElectionKind.REGIONAL:
        return
    for key in WINDOWS:
        try:
            found = window_of(key, contest, region=region_code, own=own_determination(election, region_code))
        except (MissingAnchor, NothingInForce):
            continue
        if on >= found.opens:
            exception = f", {found.exception}" if found.exception else ""
            until = ANCHOR_LABELS[found.closes_at]
            bound = f"bagi {found.bound}, sejak {in_words(found.opens)} sampai {until}"
            yield Line(f"{found.label} {bound}{exception}.", (found.source,))


def _runs(stage: ElectionStage, on: date) -> bool:
    """A stage names the day after its last, or none where it is of one day."""
    return stage.start_date <= on and (on == stage.start_date if stage.until_date is None else on < stage.until_date)


def _schedule(stages: Sequence[ElectionStage], wanted: PublishedStage) -> tuple[Source, ...]:
    named = next((each for each in stages if each.stage == wanted), None)
    return (_source(named),) if named else ()


def _source(stage: ElectionStage) -> Source:
    return Source(stage.source_instrument, stage.source_article, Verification(stage.verification))
