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
from netra.sanctions.leaving import LAPSE, OUTCOMES, PROVES_NOTHING, RESUME
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.states import UNDONE, ProceedingState, Route
from netra.trust.models import Event

NOW = Value(True, output_field=BooleanField())
DECIDED = Q(verb__in=("sanctions.decision_make", "sanctions.moral_impose", "sanctions.termination_decide"))
REMEDIED = Q(verb__in=("sanctions.objection_decide", "sanctions.appeal_decide", "sanctions.suit_decide"))
# No decision came of it, or none stands any more: what an annulled one took may still have to be given back, which the
# follow-up board shows.
ENDED = (ProceedingState.STOPPED, ProceedingState.RESTORING, ProceedingState.ANNULLED, ProceedingState.CLOSED)
# The acts that lead to those states.
ENDING = (
    Q(verb__in=("sanctions.proceeding_stop", "sanctions.proceeding_close"))
    | Q(verb="sanctions.council_decide", payload__contains='"outcome":"not_breached"')
    | (REMEDIED & Q(*(("payload__contains", f'"outcome":"{each}"') for each in sorted(UNDONE)), _connector=Q.OR))
)
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
        """Those that stand."""
        told, mine = self._of_proceeding(DECIDED, "proceeding__"), self._of_people("proceeding__party")
        made = Decision.objects.filter(told, mine, proceeding__case__in=self.cases)
        revoked = self._remedied() & Q(remedy__outcome__in=UNDONE)
        return made.exclude(revoked).exclude(self._lapsed("proceeding__", PROVES_NOTHING))

    def sanction_counts(self) -> Iterable[tuple[str, str, str, int]]:
        """People by election, floor and the level that a remedy left them; once where they are known to be one."""
        party = "proceeding__party__"
        identified = Q(**{f"{party}nip__gt": ""}) & self._before(f"{party}identified_at")
        changed = self._remedied() & Q(remedy__level_after__gt="")
        return (
            self.decisions()
            .annotate(
                person=Choice(When(identified, then=F(f"{party}nip")), default=Cast(f"{party}pk", CharField())),
                now=Choice(When(changed, then=F("remedy__level_after")), default=F("level")),
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
        return self.proceedings().exclude(self._of_proceeding(ENDING, "")).exclude(self._lapsed("", OUTCOMES))

    def _of_people(self, path: str) -> Q:
        return Q() if self.people is None else Q(**{f"{path}__in": self.people.values("pk")})

    def _before(self, moment: str) -> Q:
        return Q() if self.until is None else Q(**{f"{moment}__lt": self.until})

    def _remedied(self) -> Q:
        return Q(self._of_proceeding(REMEDIED, "proceeding__"))

    def _lapsed(self, path: str, outcomes: Iterable[str]) -> Q:
        """Whether it ended so because the accused was a civil servant no more, which nobody had taken back by then."""
        if self.until is None:
            return Q(**{f"{path}outcome__in": list(outcomes)})
        said = Q(*(("payload__contains", f'"outcome":"{each}"') for each in sorted(outcomes)), _connector=Q.OR)
        taken_back = Event.objects.filter(
            verb=RESUME,
            chain=OuterRef("chain"),
            seq__gt=OuterRef("seq"),
            at__lt=self.until,
            payload__contains=_naming(OuterRef(OuterRef(f"{path}ref"))),
        )
        return Q(self._of_proceeding(Q(~Exists(taken_back), verb=LAPSE) & said, path))

    def _of_proceeding(self, acts: Q, path: str) -> Exists | Value:
        return self._recorded(acts, f"{path}case__ref", _naming(OuterRef(f"{path}ref")))

    def _recorded(self, acts: Q, case: str, named: Concat) -> Exists | Value:
        """Whether one of these acts was in the chain of the case by then, on what its payload names."""
        if self.until is None:
            return NOW
        chain = Concat(Value("case:"), OuterRef(case))
        return Exists(Event.objects.filter(acts, chain=chain, at__lt=self.until, payload__contains=named))


def _naming(ref: OuterRef) -> Concat:
    """How a payload names this proceeding."""
    return Concat(Value('"proceeding":"'), ref, Value('"'))
