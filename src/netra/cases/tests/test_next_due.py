"""Whatever is done with a case, its next due date is that of its earliest open term that is not paused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netra.cases import operations as act
from netra.cases.models import Case, Deadline
from netra.cases.operations.clocks import LetterTerm, start_clock_from_letter
from netra.cases.tests.builders import (
    ADVICE,
    BUDI,
    CITY,
    LIKE,
    Cast,
    at,
    carry_to_referral,
    confirm_identity,
    day,
    end_withdrawn,
    make_case,
    make_report,
    register,
)
from netra.trust.errors import Refused
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
EXPLAINED = {"reason": "Menunggu.", "document": "Surat 1, 17 Oktober 2024"}


class Walk:
    """One case and every act that may be tried on it; each try is an hour after the last."""

    def __init__(self, cast: Cast, case: Case, done: Counter[str]) -> None:
        self.cast, self.case, self.done = cast, case, done
        self.now: datetime = at("2024-10-18", 12)

    def try_one(self, name: str, pick: int, days: int) -> None:
        """Try an act, or with "onward" those that usually come next; a refusal is an answer as well."""
        state = Case.objects.get(pk=self.case.pk).state
        for each in ONWARD.get(state, ()) if name == "onward" else (name,):
            self.now += timedelta(days=days, hours=1)
            days = 0
            if each == "expire":
                self.now += timedelta(days=5)
            with suppress(Refused), transaction.atomic():
                self._moves(pick)[each]()
                self.done[each] += 1

    def _term(self, pick: int) -> dict[str, Any]:
        """An open term where there is one: acts on terms that were met are refused, and need fewer tries."""
        rows = Deadline.objects.filter(case=self.case).order_by("id")
        terms = list(rows.filter(met_date__isnull=True) or rows)
        return {"case_ref": self.case.ref, "deadline_id": terms[pick % len(terms)].pk, **EXPLAINED, "at": self.now}

    def _moves(self, pick: int) -> dict[str, Callable[[], object]]:
        cast, ref, now = self.cast, self.case.ref, self.now
        wayan: dict[str, Any] = {"case_ref": ref, "by": cast.wayan, "at": now}
        someone = (cast.wayan, cast.ani)[pick % 2]
        term = self._term(pick)
        return {
            "preliminary": lambda: act.case_start_preliminary(**wayan),
            "study": lambda: act.case_start_study(**wayan),
            "assess": lambda: act.allegation_assess(party=1, act=1, **wayan),
            "confirm": lambda: act.allegation_confirm(party=1, act=1, reason="Dibaca.", **wayan),
            "invite": lambda: self._invite(("REPORTER", "ACCUSED")[pick % 2]),
            "finish": lambda: act.case_finish_study(proposal="Usul.", facts="Fakta.", analysis="Unsur.", **wayan),
            "plenary": lambda: self._plenary(("TO_REFER", "TO_REFER", "STUDY", "TO_REFER", "NOT_PROVEN")[pick % 5]),
            "refer": lambda: act.case_refer(**wayan),
            "recommend": lambda: act.case_recommend(case_ref=ref, advice=ADVICE, by=cast.ani, at=now),
            "decline": lambda: act.case_decline(case_ref=ref, reason="Tidak ada.", by=cast.ani, at=now),
            "extend": lambda: act.deadline_extend(due=now.date() + timedelta(days=pick % 40), by=someone, **term),
            "pause": lambda: act.deadline_pause(by=someone, **term),
            "resume": lambda: act.deadline_resume(by=someone, **term),
            "withdraw": self._withdraw,
            "expire": lambda: act.case_expire(
                case_ref=ref, held_date=now.date(), members=3, reason="Lewat.", by=cast.putu, at=now
            ),
            "enter": lambda: act.enter_proceeding(self._locked(), at=at("2024-11-01")),
            "letter": self._by_letter,
            "close": lambda: act.case_close(case=self._locked(), outcome="Selesai", proven=True, by=cast.dewi, at=now),
        }

    def _locked(self) -> Case:
        return Case.objects.select_for_update().get(pk=self.case.pk)

    def _invite(self, invitee: str) -> None:
        party = 1 if invitee == "ACCUSED" else None
        invitation = act.Invitation(invitee, self.now + timedelta(days=1), "Ruang klarifikasi", party)
        act.clarification_invite(case_ref=self.case.ref, invitation=invitation, by=self.cast.wayan, at=self.now)

    def _withdraw(self) -> None:
        if not self.case.report_ref:
            raise act.WrongState("temuan")
        end_withdrawn(self.cast, self.case, on=f"{self.now:%Y-%m-%d}")

    def _plenary(self, outcome: str) -> None:
        act.plenary_decide(
            case_ref=self.case.ref,
            outcome=outcome,
            held_date=self.now.date(),
            members=3,
            reason="Menurut kajian.",
            by=self.cast.putu,
            at=self.now,
        )

    def _by_letter(self) -> None:
        """As `sanctions` opens terms of its own for a proceeding of this case."""
        case = self._locked()
        if case.state != "PROCEEDING":
            raise act.WrongState("belum ditangani")
        letter = LetterTerm(5, "WORKING_DAY", "BKN", "1/CONTOH", self.now.date())
        start_clock_from_letter(
            case, "follow_up", term=letter, holder="AUTHORITY", agency_code=CITY, subject_ref=f"PNG-{self.now:%d%H}"
        )


# What usually comes next in each state; a walk of random acts alone would never come far.
ONWARD = {
    "REGISTERED": ("preliminary",),
    "PRELIMINARY_STUDY": ("study",),
    "STUDY": ("assess", "confirm", "finish"),
    "PLENARY": ("plenary",),
    "TO_REFER": ("refer",),
    "REFERRED": ("recommend",),
    "RECOMMENDED": ("enter",),
    "PROCEEDING": ("letter",),
}
FORWARD = {name for names in ONWARD.values() for name in names}
ASIDE = ("invite", "extend", "pause", "resume", "decline", "withdraw", "expire", "close")
STEP = st.tuples(
    st.sampled_from((*["onward"] * 3, *ASIDE, "extend", "pause", "resume")),
    st.integers(0, 60),
    st.sampled_from((0, 0, 0, 0, 1, 3)),
)


def expected(case: Case) -> tuple[object, str]:
    """By hand: all rows of the case, without the database's own reckoning."""
    running = [row for row in Deadline.objects.filter(case=case) if row.met_date is None and row.paused_date is None]
    first = min(running, key=lambda row: (row.due_date, row.pk), default=None)
    return (first.due_date, first.rule) if first else (None, "")


def test_the_next_due_date_is_true_after_any_walk():
    cast, done = Cast(), Counter[str]()

    @settings(
        max_examples=20,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(
        from_report=st.booleans(),
        general=st.booleans(),
        by_letter=st.booleans(),
        steps=st.lists(STEP, min_size=10, max_size=24),
    )
    def walk(from_report: bool, general: bool, by_letter: bool, steps: list[tuple[str, int, int]]) -> None:
        with transaction.atomic():
            kind = "GENERAL" if general else "REGIONAL"
            case = register(cast, make_report(cast)) if from_report else make_case(cast, election_kind=kind)
            if by_letter:
                # What the law gives the office it neither pauses nor extends as it likes; what a letter gave, it does.
                with unlocked():
                    Deadline.objects.filter(case=case).update(source_kind="LETTER")
            confirm_identity(cast, case, at("2024-10-18", 11))
            way = Walk(cast, case, done)
            for name, pick, days in steps:
                way.try_one(name, pick, days)
                stands = Case.objects.get(pk=case.pk)
                assert (stands.next_due_date, stands.next_due_rule) == expected(case), (name, stands.state)
                if stands.is_ended:
                    assert stands.next_due_date is None
            transaction.set_rollback(True)

    walk()
    # Walks that never came anywhere would prove nothing. Some ends are rare; each has a test of its own.
    assert set(done) >= FORWARD | {"invite", "extend", "pause", "resume"}


def test_the_earliest_of_several_debts_counts_and_the_next_one_takes_its_place():
    """Budi's answer is due on 15 November, Citra's on 8 November (10 calendar days from the 29th)."""
    cast = Cast()
    case = make_case(cast, parties=(BUDI, act.NewParty(name="Citra (contoh)", agency_code=CITY)), acts=(LIKE,))
    carry_to_referral(cast, case)
    act.stop_all_clocks(Case.objects.get(pk=case.pk), met=day("2024-10-21"))
    confirm_identity(cast, case, at("2024-10-28", 8))
    act.case_recommend(case_ref=case.ref, advice=ADVICE, by=cast.ani, at=at("2024-10-28"))
    citra = act.Advice(2, "DISCIPLINE", "SEVERE", "PP 94/2021 Pasal 14 huruf i", "Alasan.", 10, "CALENDAR_DAY")
    act.case_recommend(case_ref=case.ref, advice=citra, by=cast.ani, at=at("2024-10-29"))
    case.refresh_from_db()
    assert (case.next_due_date, case.next_due_rule) == (day("2024-11-08"), "follow_up")
    act.stop_clock(case, "follow_up", met=day("2024-11-05"), subject_ref=f"{case.ref}/T2")
    assert Case.objects.get(pk=case.pk).next_due_date == day("2024-11-15")
