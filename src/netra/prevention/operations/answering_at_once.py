"""The usual answer behind a personal link, in few statements: on a national day it comes hundreds of times a second.

It is the answer of whoever opened the letter before and is still asked. Anything else (a letter that was withdrawn,
somebody who moved away, two telephones at once) is left to `acknowledging`, which says what is the matter: here nothing
is decided that is not decided there in the same way. Digits are judged here too, right and wrong, each in its turn:
were the wrong ones left to be counted later, right ones among many at once would be through before. The statements are
written down, because the mapper takes several times as long to write them anew as both databases to answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from netra.prevention.drawing import drawn, mistaken
from netra.prevention.guessing import WRONG_PER_HOUR, are_last, count_wrong, hour_of, in_turn, not_the_digits
from netra.prevention.models import Acknowledgement, Instrument, Question
from netra.prevention.personal_links import PersonalLink
from netra.prevention.states import State
from netra.prevention.tallying import count
from netra.trust.actors import LinkActor
from netra.trust.trail import record

ACT = "prevention.instrument_acknowledge"
_LETTERS = 64
# One line of a target without a unit, as `queries.aimed_at` reads it: a unit stands for others whose tree may change.
_ASKED = (
    "EXISTS (SELECT 1 FROM prevention_target t JOIN registry_positionspell s ON s.civil_servant_id = p.id "
    "AND s.is_primary AND s.start_date <= %s AND (s.until_date IS NULL OR s.until_date > %s) "
    "AND (t.agency_id IS NULL OR t.agency_id = s.agency_id) AND (t.employment = '' OR t.employment = p.employment) "
    "AND (t.position = '' OR t.position = s.position) WHERE t.instrument_id = i.id AND t.unit_id IS NULL)"
)
_READ = (
    "SELECT a.id, a.agency_code, a.unit_code, a.channel, a.tries, a.read_at IS NULL, p.nip "  # noqa: S608 -- written here
    "FROM prevention_instrument i "
    "JOIN registry_civilservant p ON p.ref = %s JOIN prevention_acknowledgement a ON a.instrument_id = i.id "
    "AND a.civil_servant_id = p.id AND a.understood_at IS NULL WHERE i.ref = %s AND i.state = %s "
    "AND i.withdrawn_date IS NULL AND i.valid_from <= %s AND (i.valid_until IS NULL OR i.valid_until > %s) "
    "AND NOT EXISTS (SELECT 1 FROM prevention_wrongdigits w WHERE w.fingerprint = %s AND w.hour_start = %s "
    f"AND w.wrong >= %s) AND {_ASKED}"
)
_KEEP = (
    "UPDATE prevention_acknowledgement SET read_at = coalesce(read_at, %s), read_date = coalesce(read_date, %s), "
    "first_choices = CASE WHEN tries = 0 THEN %s ELSE first_choices END, tries = tries + 1, understood_at = %s "
    "WHERE id = %s AND tries = %s AND understood_at IS NULL"
)
_COUNT = (
    "UPDATE prevention_tally SET read = read + %s, understood = understood + %s "
    "WHERE instrument_id = %s AND agency_code = %s AND unit_code = %s"
)


@dataclass(frozen=True, slots=True)
class Answered:
    """The letter that was answered, the questions this reader had of it, which were answered wrongly, and the row that
    was kept, of which nothing is read before it is looked at.
    """

    instrument: Instrument
    questions: Sequence[Question]
    mistakes: Sequence[Question]
    acknowledgement: Acknowledgement


@dataclass(frozen=True, slots=True)
class _Said:
    """What this reader said so far, as far as the next answer needs it."""

    key: int
    place: tuple[str, str]
    channel: str
    tries: int
    is_first: bool
    nip: str


def answered_at_once(link: PersonalLink, digits: str, choices: Mapping[int, int], *, at: datetime) -> Answered | None:
    """Keep the answer where everything about it is usual; None where not, and then nothing was kept or counted.

    Fails with WrongLastDigits, and counts that, where the digits are those of somebody else.
    """
    with transaction.atomic():
        in_turn(link.fingerprint)
        said = _said(link, at)
        if said is None:
            return None
        if are_last(digits, said.nip):
            return _answered(link, said, choices, at)
        count_wrong(link.fingerprint, at)
    raise not_the_digits()


def _answered(link: PersonalLink, said: _Said, choices: Mapping[int, int], at: datetime) -> Answered | None:
    letter = _letter(link.subject_ref)
    questions = drawn(letter.bank, letter.instrument.asked, seed=f"{link.subject_ref}/{link.person_ref}")
    if any(choices.get(each.ordinal) not in range(len(each.choices)) for each in questions):
        return None
    wrong = mistaken(questions, choices)
    first = {str(each.ordinal): choices[each.ordinal] for each in questions}
    if not _kept(letter.instrument, said, first, understood=not wrong, at=at):
        return None
    record(
        chain=f"agency:{said.place[0]}",
        verb=ACT,
        by=LinkActor(link.person_ref),
        at=at,
        subject=f"instrument:{link.subject_ref}",
        payload={"instrument": link.subject_ref, "channel": said.channel, "understood": not wrong},
    )
    return Answered(letter.instrument, questions, wrong, Acknowledgement.from_db(connection.alias, ["id"], [said.key]))


def _said(link: PersonalLink, at: datetime) -> _Said | None:
    """Of whoever opened it, has not understood it yet, is asked today and did not guess too often; else None."""
    today = connection.ops.adapt_datefield_value(timezone.localdate(at))
    hour = connection.ops.adapt_datetimefield_value(hour_of(at))
    with connection.cursor() as cursor:
        cursor.execute(
            _READ,
            (
                link.person_ref,
                link.subject_ref,
                State.ISSUED.value,
                today,
                today,
                link.fingerprint,
                hour,
                WRONG_PER_HOUR,
                today,
                today,
            ),
        )
        row = cursor.fetchone()
    return _Said(row[0], (row[1], row[2]), row[3], row[4], bool(row[5]), row[6]) if row else None


def _kept(instrument: Instrument, said: _Said, first: Mapping[str, int], *, understood: bool, at: datetime) -> bool:
    """Whether this try was kept and counted; not where another came between."""
    now = connection.ops.adapt_datetimefield_value(at)
    day = connection.ops.adapt_datefield_value(timezone.localdate(at))
    chosen = _first_choices(first)
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, (now, day, chosen, now if understood else None, said.key, said.tries))
        if not cursor.rowcount:
            return False
        added = (int(said.is_first), int(understood))
        if any(added):
            cursor.execute(_COUNT, (*added, instrument.pk, *said.place))
            if not cursor.rowcount:
                count(instrument, said.place, read=added[0], understood=added[1])
    return True


def _first_choices(first: Mapping[str, int]) -> Any:
    """As this database takes it."""
    field = Acknowledgement._meta.get_field("first_choices")
    return field.get_db_prep_save(first, connection)


@dataclass(frozen=True, slots=True)
class _Letter:
    """What of an issued letter never changes: its words and its bank of questions, which the database keeps."""

    instrument: Instrument
    bank: Sequence[Question]


@lru_cache(maxsize=_LETTERS)
def _letter(ref: str) -> _Letter:
    """Read once in each process, because what was issued is locked; whether it still holds is asked each time."""
    instrument = Instrument.objects.get(ref=ref)
    return _Letter(instrument, list(instrument.questions.order_by("ordinal")) if instrument.asked else [])
