"""What is counted, as it is now or as it was known before a moment.

A row says what holds now, and a document may bear an earlier day than the one on which it was written down. The trail
alone says when each act was recorded. So a figure as of a day asks the trail, and what is recorded later, whatever day
it bears, does not move it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import BooleanField, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models import Case as Choice
from django.db.models.functions import Cast, Coalesce, Concat

from netra.cases.models import Allegation, Case, CauseCoding, Deadline, Party, Recommendation
from netra.cases.models.allegation import AllegationState
from netra.intake.models import Report
from netra.intake.states import State
from netra.sanctions.leaving import LAPSE, LEFT, MISTAKEN, NEVER_HELD, OUTCOMES, RESUME
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.states import UNDONE, ProceedingState, Route
from netra.trust.models import Event

NOW = Value(True, output_field=BooleanField())
DECIDED = Q(verb__in=("sanctions.decision_make", "sanctions.moral_impose", "sanctions.termination_decide"))
REMEDIED = Q(verb__in=("sanctions.objection_decide", "sanctions.appeal_decide", "sanctions.suit_decide"))
# No decision came of it, or none stands any more: what an annulled one took may still have to be given back, which the
# follow-up board shows.
ENDED = (ProceedingState.STOPPED, ProceedingState.RESTORING, ProceedingState.ANNULLED, ProceedingState.CLOSED)
# What a decision is counted as that never held: no level, and no sanction.
NOT_HELD = "NOT_HELD"
# The acts that lead to those states.
ENDING = (
    Q(verb__in=("sanctions.proceeding_stop", "sanctions.proceeding_close"))
    | Q(verb="sanctions.council_decide", payload__contains='"outcome":"not_breached"')
    | (REMEDIED & Q(*(("payload__contains", f'"outcome":"{each}"') for each in sorted(UNDONE)), _connector=Q.OR))
)
# How a proceeding ended because the accused is a civil servant no more; taken up again, it has not.
LAPSED_SO = tuple(When(payload__contains=f'"outcome":"{outcome}"', then=Value(outcome)) for outcome in sorted(OUTCOMES))
# What became of a report with each of the acts that end it or let it go on.
FATES = (
    When(verb="intake.report_withdraw", then=Value(State.WITHDRAWN.value)),
    *(
        When(verb="intake.report_close", payload__contains=f'"outcome":"{state}"', then=Value(state.value))
        for state in (State.INFORMATION, State.NOT_REGISTERED)
    ),
    When(verb="intake.report_check", then=Value(State.COMPLETE.value)),
)


@dataclass(frozen=True, slots=True)
class Sources:
    """What is counted: all of it, or only what was recorded before `until`.

    `people` are the accused of whom whoever reads may read; None where that is everybody. A figure of one is as good as
    a name, so nobody else is counted, neither as a person nor by an act that is alleged of nobody but them.

    Sealed and erased cases count too, without any person: the numbers must stay true.
    """

    reports: QuerySet[Report]
    cases: QuerySet[Case]
    until: datetime | None = None
    people: QuerySet[Party] | None = None

    def report_counts(self) -> Iterable[tuple[str, str, str, int]]:
        """Reports by election, way of coming in and fate."""
        reports = self.reports.filter(self._before("entered_at")).annotate(fate=self._fate())
        return reports.values_list("election_code", "channel", "fate").annotate(Count("pk")).order_by()

    def _fate(self) -> F | Choice:
        """The state that a report had."""
        if self.until is None:
            # What became a case did so for good, even where the reporter took it back later.
            return Choice(When(case_ref__gt="", then=Value(State.REGISTERED.value)), default=F("state"))
        registered = Case.objects.filter(ref=OuterRef("case_ref"), registered_at__lt=self.until)
        steps = Event.objects.filter(chain=Concat(Value("report:"), OuterRef("ref")), at__lt=self.until)
        fates = steps.annotate(fate=Choice(*FATES, output_field=CharField())).filter(fate__isnull=False)
        return Choice(
            When(Exists(registered), then=Value(State.REGISTERED.value)),
            # Ended by then, and nothing since: a report that goes on loses the day of its end.
            When(closed_at__lt=self.until, then=F("state")),
            default=Coalesce(Subquery(fates.order_by("-seq").values("fate")[:1]), Value(State.RECEIVED.value)),
            output_field=CharField(),
        )

    def allegations(self) -> QuerySet[Allegation]:
        """What is alleged and was not dropped."""
        party, act = (Cast(OuterRef(f"{name}__ordinal"), CharField()) for name in ("party", "act"))
        named = Concat(Value('"allegation":"T'), party, Value("/P"), act, Value('"'))
        assessed = self._recorded(Q(verb="cases.allegation_assess"), "party__case__ref", named)
        dropped = Q(state=AllegationState.DROPPED) & self._before("decided_at")
        mine = self._of_people("party")
        return Allegation.objects.filter(assessed, mine, party__case__in=self.cases).exclude(dropped)

    def second_codings(self) -> QuerySet[CauseCoding]:
        """One for each case that two people coded."""
        return CauseCoding.objects.filter(self._before("coded_at"), case__in=self.cases, ordinal=2).order_by()

    def decisions(self) -> QuerySet[Decision]:
        """Those that stand; what never held, because the accused left the service before, does not."""
        made = self._not_undone().alias(lapsed=self._lapsed("proceeding__"))
        return made.exclude(lapsed=NEVER_HELD)

    def _not_undone(self) -> QuerySet[Decision]:
        told, mine = self._of_proceeding(DECIDED, "proceeding__"), self._of_people("proceeding__party")
        made = Decision.objects.filter(told, mine, proceeding__case__in=self.cases)
        revoked = self._remedied() & Q(remedy__outcome__in=UNDONE)
        return made.exclude(revoked)

    def sanction_counts(self) -> Iterable[tuple[str, str, str, int]]:
        """People by election, floor and the level that a remedy left them; once where they are known to be one.

        Whose decision never held counts under NOT_HELD instead of a level.
        """
        party = "proceeding__party__"
        identified = Q(**{f"{party}nip__gt": ""}) & self._before(f"{party}identified_at")
        changed = self._remedied() & Q(remedy__level_after__gt="")
        return (
            self._not_undone()
            .alias(lapsed=self._lapsed("proceeding__"))
            .annotate(
                person=Choice(When(identified, then=F(f"{party}nip")), default=Cast(f"{party}pk", CharField())),
                now=Choice(
                    When(lapsed=NEVER_HELD, then=Value(NOT_HELD)),
                    When(changed, then=F("remedy__level_after")),
                    default=F("level"),
                ),
            )
            .values_list("proceeding__case__election_code", "level_floor", "now")
            .annotate(Count("person", distinct=True))
            .order_by()
        )

    def recommendations(self) -> QuerySet[Recommendation]:
        """What was recommended to an authority, one for each person."""
        mine = self._of_people("party")
        return Recommendation.objects.filter(self._before("recommended_at"), mine, case__in=self.cases)

    def answers_recorded_late(self) -> dict[int, date]:
        """By person the day on which an answer was written down that bears a day within its term, but came after it."""
        late = {"rule": "follow_up", "met_date__lte": F("due_date"), "recorded_date__gt": F("due_date")}
        terms = Deadline.objects.filter(**late, case__in=self.cases)
        answers = terms.order_by("pk").values_list("subject_ref", "recorded_date")
        recorded = {subject: day for subject, day in answers if day}
        parties = Party.objects.filter(case__in=terms.values("case"))
        return {each.pk: recorded[each.ref] for each in parties.select_related("case") if each.ref in recorded}

    def proceedings(self) -> QuerySet[Proceeding]:
        """Those in which an authority answers."""
        opened = Proceeding.objects.filter(self._before("opened_at"), self._of_people("party"), case__in=self.cases)
        return opened.exclude(route=Route.CRIME)

    def unfinished_proceedings(self) -> QuerySet[Proceeding]:
        """Those of them that may still end in a decision, or have."""
        if self.until is None:
            return self.proceedings().exclude(state__in=ENDED)
        unended = self.proceedings().exclude(self._of_proceeding(ENDING, ""))
        return unended.alias(lapsed=self._lapsed("")).exclude(lapsed__in=OUTCOMES)

    def gone(self) -> QuerySet[Party]:
        """The accused who are civil servants no more, as far as that was written down and not taken back by then."""
        parties = Party.objects.filter(self._of_people("pk"), case__in=self.cases)
        if self.until is None:
            return parties.exclude(left_kind="")
        said, taken_back = self._last(LEFT, _accused("}")), self._last(MISTAKEN, _accused(","))
        return parties.alias(said=said, taken_back=Coalesce(taken_back, Value(0))).filter(said__gt=F("taken_back"))

    def _last(self, act: str, named: Concat) -> Subquery:
        told = self._told(Q(verb=act), "case__ref", named)
        return Subquery(told.order_by("-seq").values("seq")[:1])

    def _of_people(self, path: str) -> Q:
        return Q() if self.people is None else Q(**{f"{path}__in": self.people.values("pk")})

    def _before(self, moment: str) -> Q:
        return Q() if self.until is None else Q(**{f"{moment}__lt": self.until})

    def _remedied(self) -> Q:
        return Q(self._of_proceeding(REMEDIED, "proceeding__"))

    def _lapsed(self, path: str) -> F | Coalesce:
        """How a proceeding ended, where it did by then because the accused is a civil servant no more."""
        if self.until is None:
            return F(f"{path}outcome")
        told = self._told(Q(verb__in=(LAPSE, RESUME)), f"{path}case__ref", _named(path))
        how = told.annotate(how=Choice(*LAPSED_SO, default=Value(""), output_field=CharField()))
        return Coalesce(Subquery(how.order_by("-seq").values("how")[:1]), Value(""))

    def _of_proceeding(self, acts: Q, path: str) -> Exists | Value:
        return self._recorded(acts, f"{path}case__ref", _named(path))

    def _recorded(self, acts: Q, case: str, named: Concat) -> Exists | Value:
        """Whether one of these acts was in the chain of the case by then, on what its payload names."""
        return NOW if self.until is None else Exists(self._told(acts, case, named))

    def _told(self, acts: Q, case: str, named: Concat) -> QuerySet[Event]:
        chain = Concat(Value("case:"), OuterRef(case))
        return Event.objects.filter(acts, chain=chain, at__lt=self.until, payload__contains=named)


def _named(path: str) -> Concat:
    """A proceeding as payloads name it."""
    return Concat(Value('"proceeding":"'), OuterRef(f"{path}ref"), Value('"'))


def _accused(end: str) -> Concat:
    """An accused as payloads name him, where that stands before this sign: 1 is not 12."""
    return Concat(Value('"party":'), Cast(OuterRef("ordinal"), CharField()), Value(end))
