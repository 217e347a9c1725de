"""The test of an outreach: its bank, and what a participant answers before and after. No account, no password."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.drawing import drawn, mistaken
from netra.prevention.guessing import prove_digits
from netra.prevention.models import STANDING, Outreach, OutreachAnswer, OutreachQuestion, Participant
from netra.prevention.operations.outreach_steps import claimed, tell
from netra.prevention.outreach_checks import OutreachRefused, checked_test, demand
from netra.prevention.outreach_entries import RuleQuestion
from netra.prevention.outreach_states import Moment, OutreachState
from netra.prevention.personal_links import link_behind
from netra.prevention.queries import is_among
from netra.registry.models import CivilServant
from netra.trust.actors import LinkActor
from netra.trust.errors import NotFound
from netra.trust.models import User

# The house's choice, no rule's: later, an answer tells what was learned elsewhere.
AFTER_LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Visit:
    """What a participant has before them: the outreach, whether they were there, which test is open, what they gave.

    `moment` is None where no test waits for them; `mistakes` only tells of the test after, for its purpose is to learn.
    """

    outreach: Outreach
    person: CivilServant
    participant: Participant | None
    moment: Moment | None
    questions: Sequence[OutreachQuestion]
    given: Mapping[str, OutreachAnswer]
    mistakes: Sequence[OutreachQuestion] = ()


def outreach_test_set(
    *, outreach_ref: str, items: Sequence[RuleQuestion], asked: int, by: User, at: datetime
) -> Outreach:
    """Write the bank and how many of it each participant gets; until the first answer. Fails with OutreachRefused."""
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_test_set", by=by, at=at)
        demand(
            not outreach.answers.exists(),
            _("Sudah ada yang menjawab tesnya; soalnya tidak dapat diubah, agar sebelum dan sesudah tetap sebanding."),
        )
        checked_test(items, asked, on=outreach.planned_date)
        outreach.questions.all().delete()
        OutreachQuestion.objects.bulk_create(
            OutreachQuestion(
                outreach=outreach,
                ordinal=ordinal,
                text=each.question.text.strip(),
                choices=[choice.strip() for choice in each.question.choices],
                right=each.question.right,
                explanation=each.question.explanation.strip(),
                rule=each.rule,
            )
            for ordinal, each in enumerate(items, start=1)
        )
        outreach.asked = asked
        outreach.save(update_fields=["asked"])
        tell(outreach, "prevention.outreach_test_set", by, at, count=len(items))
    return outreach


def outreach_visit(*, token: str, digits: str, at: datetime) -> Visit:
    """Show somebody their outreach: behind the personal link and the last digits of the NIP.

    Fails with NotFound, WrongLastDigits or OutreachRefused.
    """
    link = link_behind(token)
    outreach = Outreach.objects.filter(ref=link.subject_ref).first()
    person = CivilServant.objects.filter(ref=link.person_ref).first()
    if outreach is None or person is None:
        raise NotFound(_("Tautan ini tidak berlaku lagi. Mintalah tautan baru kepada penyelenggara."))
    prove_digits(link, person, digits, at)
    return visit_of(outreach, person, at)


def outreach_answer(*, token: str, digits: str, choices: Mapping[int, int], at: datetime) -> Visit:
    """Give the answers of the test that is open: by ordinal of the question the choice from 0; once before, once after.

    A second telephone that sends the same test changes nothing. Fails like `outreach_visit`.
    """
    visit = outreach_visit(token=token, digits=digits, at=at)
    with transaction.atomic():
        # Waits for whoever records that it was held, so that no answer before lands after.
        locked = Outreach.objects.select_for_update().get(pk=visit.outreach.pk)
        visit = visit_of(locked, visit.person, at)
        if visit.moment is None:
            raise OutreachRefused(_("Tidak ada tes yang terbuka bagi Anda sekarang; jawaban yang pertama berlaku."))
        wrong = mistaken(visit.questions, choices)
        answer = OutreachAnswer.objects.create(
            outreach=locked,
            civil_servant=visit.person,
            moment=visit.moment,
            choices={str(each.ordinal): choices.get(each.ordinal, -1) for each in visit.questions},
            right=len(visit.questions) - len(wrong),
            asked=len(visit.questions),
            answered_at=at,
        )
        tell(locked, "prevention.outreach_answer", LinkActor(visit.person.ref), at, moment=visit.moment.value)
    given = {**visit.given, answer.moment: answer}
    learned = wrong if visit.moment is Moment.AFTER else ()
    return Visit(locked, visit.person, visit.participant, None, visit.questions, given, learned)


def visit_of(outreach: Outreach, person: CivilServant, at: datetime) -> Visit:
    """What somebody has before them whose identity was just proved. Fails with OutreachRefused."""
    if outreach.state == OutreachState.CANCELLED:
        raise OutreachRefused(
            _("Sosialisasi ini dibatalkan: %(reason)s Tidak ada yang perlu Anda lakukan.")
            % {"reason": outreach.cancelled_reason}
        )
    participant = outreach.participants.filter(STANDING, civil_servant=person).first()
    if participant is None and not is_among(outreach, person, localdate(at)):
        raise OutreachRefused(
            _(
                "Menurut registri, Anda hari ini tidak termasuk sasaran sosialisasi ini, misalnya karena pindah atau "
                "pensiun. Bila itu keliru, beri tahu penyelenggaranya."
            )
        )
    given = {each.moment: each for each in outreach.answers.filter(civil_servant=person)}
    moment = _open_test(outreach, participant, at)
    bank = list(outreach.questions.order_by("ordinal"))
    questions = drawn(bank, outreach.asked, seed=f"{outreach.ref}/{person.ref}")
    return Visit(outreach, person, participant, None if moment in given else moment, questions, given)


def _open_test(outreach: Outreach, participant: Participant | None, at: datetime) -> Moment | None:
    """Before it is held, the test before; for a month after, the test after, for whoever was there."""
    if not outreach.asked:
        return None
    if outreach.held_date is None:
        return Moment.BEFORE
    is_open = participant is not None and localdate(at) <= outreach.held_date + AFTER_LASTS
    return Moment.AFTER if is_open else None
