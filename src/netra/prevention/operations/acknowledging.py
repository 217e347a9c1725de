"""Opening an instrument by a personal link, and saying that it was read and understood. No account, no password."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.prevention.drawing import drawn, mistaken
from netra.prevention.guessing import prove_digits
from netra.prevention.models import Acknowledgement, Instrument, Question
from netra.prevention.operations.answering_at_once import answered_at_once
from netra.prevention.personal_links import PersonalLink, link_behind
from netra.prevention.queries import belongs, is_among
from netra.prevention.states import Channel
from netra.prevention.tallying import count
from netra.registry.models import CivilServant, PositionSpell
from netra.trust.actors import LinkActor
from netra.trust.errors import NotFound, Refused
from netra.trust.language import long_date
from netra.trust.trail import record

# What one answer changes of an acknowledgement.
_ANSWER = ("read_at", "read_date", "first_choices", "tries", "understood_at")


class NotAsked(Refused):
    """The instrument is not, or no longer, asked of this person."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader has before them: the instrument, their questions, what they said so far, and their mistakes.

    Where questions were left out, no answer was kept.
    """

    instrument: Instrument
    questions: Sequence[Question]
    acknowledgement: Acknowledgement
    mistakes: Sequence[Question] = ()
    left_out: Sequence[Question] = ()


def instrument_open(*, token: str, digits: str, at: datetime, channel: Channel = Channel.LINK) -> Reading:
    """Show the instrument to whom it is for. Fails with NotFound, WrongLastDigits or NotAsked."""
    instrument, person, said = _proven(token, digits, at)
    if said is None:
        with transaction.atomic():
            said = _opened(instrument, _asked(instrument, person, at), channel, at)
    return Reading(instrument, _questions(instrument, person), said)


def instrument_acknowledge(*, token: str, digits: str, choices: Mapping[int, int], at: datetime) -> Reading:
    """Say "I read it", with the answers: by ordinal of the question, the choice from 0.

    Read counts from the first time; understood when every question is right, as often as it takes. What was chosen
    first is kept, because it tells how hard the question was. No answer is kept while a question has none: see
    `Reading.left_out`. Fails like `instrument_open`.
    """
    usual = answered_at_once(link_behind(token), digits, choices, at=at)
    if usual is not None:
        return Reading(usual.instrument, usual.questions, usual.acknowledgement, usual.mistakes)
    instrument, person, said = _proven(token, digits, at)
    questions = _questions(instrument, person)
    left_out = [each for each in questions if choices.get(each.ordinal) not in range(len(each.choices))]
    if left_out:
        return replace(instrument_open(token=token, digits=digits, at=at), left_out=left_out)
    wrong = mistaken(questions, choices)
    with transaction.atomic():
        if said is None:
            said = _opened(instrument, _asked(instrument, person, at), Channel.LINK, at)
        elif said.read_at is None:
            _refuse_unless_asked(instrument, person, at)
        kept = said.understood_at is not None or _answered(said, choices, questions, understood=not wrong, at=at)
    if not kept:
        # Another telephone answered by the same link at this moment: this answer comes after it.
        return instrument_acknowledge(token=token, digits=digits, choices=choices, at=at)
    return Reading(instrument, questions, said, wrong)


def _answered(
    said: Acknowledgement,
    choices: Mapping[int, int],
    questions: Sequence[Question],
    *,
    understood: bool,
    at: datetime,
) -> bool:
    """Keep one try and write it to the trail, unless there was another since `said` was read."""
    before = Acknowledgement.objects.filter(pk=said.pk, tries=said.tries, understood_at=None)
    first = said.read_at is None
    if first:
        said.read_at, said.read_date = at, timezone.localdate(at)
    if not said.tries:
        said.first_choices = {str(each.ordinal): choices[each.ordinal] for each in questions}
    said.tries += 1
    said.understood_at = at if understood else None
    if not before.update(**{name: getattr(said, name) for name in _ANSWER}):
        return False
    count(said.instrument, (said.agency_code, said.unit_code), read=int(first), understood=int(understood))
    _record(said, "prevention.instrument_acknowledge", at, understood=understood)
    return True


def _proven(token: str, digits: str, at: datetime) -> tuple[Instrument, CivilServant, Acknowledgement | None]:
    """What the link is for, and what its person said so far, once the digits are theirs. Whoever has opened the letter
    before is found with it by one question: on a national day this is asked hundreds of times a second.
    """
    link = link_behind(token)
    whole = Acknowledgement.objects.select_related("instrument", "civil_servant")
    found = whole.filter(instrument__ref=link.subject_ref, civil_servant__ref=link.person_ref)
    said = next(iter(found), None)
    instrument, person = (said.instrument, said.civil_servant) if said else _meant(link)
    prove_digits(link, person, digits, at)
    return instrument, person, said


def _meant(link: PersonalLink) -> tuple[Instrument, CivilServant]:
    instrument = Instrument.objects.filter(ref=link.subject_ref).first()
    person = CivilServant.objects.filter(ref=link.person_ref).first()
    if instrument is None or person is None:
        raise NotFound(_("Tautan ini tidak berlaku lagi. Mintalah tautan baru kepada bagian kepegawaian Anda."))
    return instrument, person


def _asked(instrument: Instrument, person: CivilServant, at: datetime) -> PositionSpell:
    """The post by which this person is asked today. Fails with NotAsked, saying since when not."""
    today = timezone.localdate(at)
    _refuse_unless_in_force(instrument, today)
    spell = belongs(instrument, person, today)
    if spell is None:
        raise NotAsked(_not_among_them())
    return spell


def _refuse_unless_asked(instrument: Instrument, person: CivilServant, at: datetime) -> None:
    """Like `_asked` for whoever opened it before: their post was kept then, so it is not fetched again."""
    today = timezone.localdate(at)
    _refuse_unless_in_force(instrument, today)
    if not is_among(instrument, person, today):
        raise NotAsked(_not_among_them())


def _refuse_unless_in_force(instrument: Instrument, today: date) -> None:
    if instrument.withdrawn_date is not None:
        raise NotAsked(
            _("Surat ini dicabut pada %(day)s, jadi tidak perlu lagi diakui. Yang sudah mengakuinya tetap tercatat.")
            % {"day": long_date(instrument.withdrawn_date)}
        )
    if not instrument.holds_on(today):
        raise NotAsked(_("Surat ini tidak berlaku pada hari ini, jadi tidak perlu diakui."))


def _not_among_them() -> str:
    return _(
        "Menurut registri, Anda hari ini tidak termasuk sasaran surat ini, misalnya karena pindah atau "
        "pensiun. Bila itu keliru, beri tahu bagian kepegawaian Anda."
    )


def _opened(instrument: Instrument, spell: PositionSpell, channel: Channel, at: datetime) -> Acknowledgement:
    """A new row for this person; two telephones that open the link in the same second make one."""
    place = (spell.agency.code, spell.unit.code if spell.unit else "")
    try:
        with transaction.atomic():
            said = Acknowledgement.objects.create(
                instrument=instrument,
                civil_servant=spell.civil_servant,
                agency_code=place[0],
                unit_code=place[1],
                channel=channel,
                opened_at=at,
            )
    except IntegrityError:
        return Acknowledgement.objects.get(instrument=instrument, civil_servant=spell.civil_servant)
    count(instrument, place, opened=1)
    _record(said, "prevention.instrument_open", at)
    return said


def _questions(instrument: Instrument, person: CivilServant) -> list[Question]:
    """Those this person gets; a letter that asks nothing is not searched for questions."""
    bank = list(instrument.questions.order_by("ordinal")) if instrument.asked else []
    return drawn(bank, instrument.asked, seed=f"{instrument.ref}/{person.ref}")


def _record(said: Acknowledgement, act: str, at: datetime, **more: bool) -> None:
    """In the chain of the reader's own agency, so that readers of six hundred agencies do not wait for one another."""
    record(
        chain=f"agency:{said.agency_code}",
        verb=act,
        by=LinkActor(said.civil_servant.ref),
        at=at,
        subject=f"instrument:{said.instrument.ref}",
        payload={"instrument": said.instrument.ref, "channel": said.channel, **more},
    )
