"""Extended, paused, resumed: always explained; overdue is what the calendar says, never a stored word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, Deadline, DeadlineChange
from netra.cases.operations.deadlines import moves_offered
from netra.cases.queries import CaseFilter, case_page
from netra.cases.tests.builders import (
    Cast,
    at,
    carry_to_recommendation,
    carry_to_referral,
    day,
    end_withdrawn,
    make_case,
    make_report,
    register,
    term,
)
from netra.trust import trail
from netra.trust.errors import NotFound, Refused
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
WHY = {"reason": "Menunggu keterangan ahli.", "document": "Surat 5/BWS/X/2024 tanggal 18 Oktober 2024"}


def on_term(case: Case, rule: str = "bawaslu_decision") -> dict[str, Any]:
    return {"case_ref": case.ref, "deadline_id": term(case, rule).pk, **WHY}


def set_by_letter(case: Case) -> None:
    """As where the level above gave the office a term of its own: no article stands behind it."""
    with unlocked():
        Deadline.objects.filter(case=case).update(source_kind="LETTER")


def pause(cast: Cast, case: Case, on: str, rule: str = "bawaslu_decision") -> Deadline:
    set_by_letter(case)
    return act.deadline_pause(**on_term(case, rule), by=cast.wayan, at=at(on))


def resume(cast: Cast, case: Case, on: str) -> Deadline:
    return act.deadline_resume(**on_term(case), by=cast.wayan, at=at(on))


def extend(cast: Cast, case: Case, due: date, on: str = "2024-10-18") -> Deadline:
    return act.deadline_extend(**on_term(case), due=due, by=cast.wayan, at=at(on))


class WhenATermIsExtended:
    """The regional term of a case registered on 17 October 2024 ends on the 20th."""

    def it_moves_later_and_the_case_knows(self):
        cast = Cast()
        case = make_case(cast)
        assert extend(cast, case, date(2024, 10, 22)).due_date == date(2024, 10, 22)
        case.refresh_from_db()
        assert case.next_due_date == date(2024, 10, 22)

    def it_keeps_both_days_the_reason_the_document_and_who(self):
        cast = Cast()
        case = make_case(cast)
        extend(cast, case, date(2024, 10, 22))
        change = DeadlineChange.objects.get()
        assert (change.kind, change.old_due_date, change.new_due_date) == (
            "EXTEND",
            date(2024, 10, 20),
            date(2024, 10, 22),
        )
        assert (change.reason, change.document, change.changed_by) == (*WHY.values(), cast.wayan.actor_ref)
        assert dict(trail.history(case.chain)[-1].payload) == {
            "case": case.ref,
            "rule": "bawaslu_decision",
            "document": WHY["document"],
            "due": "2024-10-22",
        }

    @pytest.mark.parametrize("due", [date(2024, 10, 20), date(2024, 10, 19)])
    def it_never_becomes_shorter(self, due):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match=r"sesudah tenggat sekarang \(20 Oktober 2024\)"):
            extend(cast, case, due)
        assert term(case, "bawaslu_decision").due_date == date(2024, 10, 20)

    @pytest.mark.parametrize("missing", ["reason", "document"])
    def it_needs_a_reason_and_a_document(self, missing):
        cast = Cast()
        case = make_case(cast)
        given = {**on_term(case), missing: "  "}
        with pytest.raises(act.ActRefused, match="alasan dan dokumen"):
            act.deadline_extend(**given, due=date(2024, 10, 22), by=cast.wayan, at=at("2024-10-18"))

    def it_must_be_a_term_of_that_case(self):
        cast = Cast()
        case, other = make_case(cast), make_case(cast)
        given = {**on_term(case), "deadline_id": term(other, "bawaslu_decision").pk}
        with pytest.raises(NotFound):
            act.deadline_extend(**given, due=date(2024, 10, 22), by=cast.wayan, at=at("2024-10-18"))

    def it_must_still_be_open(self):
        cast = Cast()
        case = make_case(cast)
        given = on_term(case)
        act.stop_clock(Case.objects.get(pk=case.pk), "bawaslu_decision", met=date(2024, 10, 18))
        with pytest.raises(NotFound, match="sudah dipenuhi"):
            act.deadline_extend(**given, due=date(2024, 10, 22), by=cast.wayan, at=at("2024-10-18"))

    @pytest.mark.parametrize(
        "document", ["-", "Surat 1", "Surat tanggal 18 Oktober 2024", "Nomor 5/BWS", "5/BWS, 18 Oktober 2025"]
    )
    def it_needs_a_document_that_can_be_found_again(self, document):
        """By number and date, and of a day that has come: it is the 18th of October 2024."""
        cast = Cast()
        case = make_case(cast)
        given = {**on_term(case), "document": document}
        with pytest.raises(Refused, match="nomor dan tanggal surat"):
            act.deadline_extend(**given, due=date(2024, 10, 22), by=cast.wayan, at=at("2024-10-18"))

    @pytest.mark.parametrize(
        "document",
        ["800/12/BKPSDM/2024, 18 Oktober 2024", "ND 7 tgl 17-10-2024", "2024-10-18 No. 5", "5/11/2024 tgl 1/10/2024"],
    )
    def it_takes_number_and_date_as_people_write_them(self, document):
        cast = Cast()
        given = {**on_term(make_case(cast)), "document": document}
        moved = act.deadline_extend(**given, due=date(2024, 10, 22), by=cast.wayan, at=at("2024-10-18"))
        assert moved.changes.get().document == document


class WhenTheTermIsTheOfficesOwnByLaw:
    """UU 8/2015 Ps 134(5)-(6): three days, and two more for extra information; received on the 17th: 20 and 22."""

    def it_ends_where_the_law_ends(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="22 Oktober 2024"):
            extend(cast, case, date(2024, 10, 23))
        assert extend(cast, case, date(2024, 10, 22)).due_date == date(2024, 10, 22)
        with pytest.raises(act.ActRefused, match="tidak memberi perpanjangan"):
            extend(cast, case, date(2024, 10, 24))

    def it_ends_there_for_a_general_election_too(self):
        """UU 7/2017 Ps 454(8): fourteen working days in all from Thursday 17 October 2024, so Wednesday 6 November."""
        cast = Cast()
        case = make_case(cast, election_kind="GENERAL", election_code="")
        with pytest.raises(act.ActRefused, match="6 November 2024"):
            extend(cast, case, date(2024, 11, 7))
        assert extend(cast, case, date(2024, 11, 6)).due_date == date(2024, 11, 6)

    def it_is_not_extended_once_it_has_passed(self):
        """The 20th was its last day; ten months later nobody may say that it was not."""
        cast = Cast()
        case = make_case(cast)
        for due in (date(2024, 10, 22), date(2025, 8, 30)):
            with pytest.raises(act.ActRefused, match="tetap tercatat lewat"):
                extend(cast, case, due, on="2024-10-21")
        assert term(case, "bawaslu_decision").is_overdue(day("2024-10-21"))

    def it_is_extended_no_further_where_the_law_names_one_term_only(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        given = on_term(case, "preliminary_study")
        with pytest.raises(act.ActRefused, match="tidak memberi perpanjangan"):
            act.deadline_extend(**given, due=date(2024, 10, 22), by=cast.wayan, at=at("2024-10-18"))

    def it_does_not_stand_still(self):
        """Stopped before its last day and started ten months later it would be the same extension."""
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="tidak mengenal jeda"):
            act.deadline_pause(**on_term(case), by=cast.wayan, at=at("2024-10-18"))

    def it_offers_only_what_may_be_done(self):
        cast = Cast()
        case = make_case(cast)
        own = term(case, "bawaslu_decision")
        assert moves_offered(cast.wayan, own, on=day("2024-10-18")) == {"cases.deadline_extend"}
        assert moves_offered(cast.wayan, own, on=day("2024-10-21")) == frozenset()
        assert moves_offered(cast.hasan, own, on=day("2024-10-18")) == frozenset()


class WhenALetterSetTheTerm:
    def it_is_extended_by_ninety_days_at_most(self):
        """From 18 October 2024 ninety days reach 16 January 2025; whoever needs more writes again."""
        cast = Cast()
        case = make_case(cast)
        set_by_letter(case)
        with pytest.raises(act.ActRefused, match=r"90 hari .*16 Januari 2025"):
            extend(cast, case, date(2025, 1, 17))
        assert extend(cast, case, date(2025, 1, 16)).due_date == date(2025, 1, 16)


class WhenATermIsPaused:
    def it_is_not_overdue_however_long_it_takes(self):
        cast = Cast()
        case = make_case(cast)
        paused = pause(cast, case, "2024-10-18")
        assert not paused.is_overdue(day("2025-10-18"))
        case.refresh_from_db()
        assert (case.next_due_date, case.next_due_rule) == (None, "")
        assert not case_page(cast.wayan, on=day("2025-10-18"), narrow=CaseFilter(overdue=True)).cases

    def it_moves_by_the_days_of_the_pause_when_it_runs_again(self):
        """Paused from Friday 18 to Wednesday 23 October: five days, so the 20th becomes the 25th."""
        cast = Cast()
        case = make_case(cast)
        pause(cast, case, "2024-10-18")
        assert resume(cast, case, "2024-10-23").due_date == date(2024, 10, 25)
        case.refresh_from_db()
        assert (case.next_due_date, case.next_due_rule) == (date(2024, 10, 25), "bawaslu_decision")

    def it_counts_on_in_working_days_where_it_counts_those(self):
        """Seven working days from Thursday 25 January 2024 end on Monday 5 February. Paused on the 31st, three are left
        (1, 2, 5). Resumed on Thursday 8 February, a holiday like the 9th: Monday 12 (1), 13 (2), 15 (3); the 14th is
        the day of voting.
        """
        cast = Cast()
        case = make_case(cast)
        owed = term(case, "bawaslu_decision")
        owed.unit, owed.due_date = "WORKING_DAY", date(2024, 2, 5)
        owed.steps = [
            {"day": "2024-01-31", "text": "hari kerja ke-4"},
            {"day": "2024-02-05", "text": "hari kerja ke-7"},
        ]
        with unlocked():
            owed.save()
        set_by_letter(case)
        given = {**on_term(case), "document": "Surat 5/BWS/I/2024 tanggal 30 Januari 2024", "by": cast.wayan}
        act.deadline_pause(**given, at=at("2024-01-31"))
        resumed = act.deadline_resume(**given, at=at("2024-02-08"))
        assert resumed.due_date == date(2024, 2, 15)
        assert [step["day"] for step in resumed.steps if "hari kerja ke" in step["text"]] == [
            "2024-01-31",
            "2024-02-12",
            "2024-02-13",
            "2024-02-15",
        ]
        assert "dijeda sejak 31 Januari 2024; tersisa 3 hari kerja" in resumed.steps[1]["text"]

    def it_moves_twice_when_it_was_paused_twice(self):
        """18 to 20 (two days: due 22), 21 to 24 (three days: due 25)."""
        cast = Cast()
        case = make_case(cast)
        for start, end in (("2024-10-18", "2024-10-20"), ("2024-10-21", "2024-10-24")):
            pause(cast, case, start)
            resume(cast, case, end)
        assert term(case, "bawaslu_decision").due_date == date(2024, 10, 25)
        assert [change.kind for change in DeadlineChange.objects.order_by("id")] == ["PAUSE", "RESUME"] * 2

    def it_stays_where_it_was_when_the_clock_jumped_back(self):
        cast = Cast()
        case = make_case(cast)
        pause(cast, case, "2024-10-19")
        assert resume(cast, case, "2024-10-18").due_date == date(2024, 10, 20)
        told = trail.history(case.chain)[-1]
        assert (told.verb, told.clock_regressed) == ("cases.deadline_resume", True)

    def it_is_not_extended_meanwhile(self):
        """What is left is counted on at the resumption; more time on top would pay the pause out twice."""
        cast = Cast()
        case = make_case(cast)
        pause(cast, case, "2024-10-18")
        with pytest.raises(act.ActRefused, match=r"sedang dijeda\. Lanjutkan dahulu"):
            extend(cast, case, date(2024, 10, 30), on="2024-10-19")
        assert resume(cast, case, "2024-10-20").due_date == date(2024, 10, 22)

    def it_is_not_paused_twice_nor_resumed_while_it_runs(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="tidak sedang dijeda"):
            resume(cast, case, "2024-10-18")
        pause(cast, case, "2024-10-18")
        with pytest.raises(act.ActRefused, match="sedang dijeda"):
            pause(cast, case, "2024-10-19")

    def it_does_not_hide_what_is_overdue_already(self):
        """The 20th was the last day; on the 21st there is nothing left to stop."""
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="sudah lewat"):
            pause(cast, case, "2024-10-21")
        assert term(case, "bawaslu_decision").is_overdue(day("2024-10-21"))

    def it_may_still_be_paused_on_its_last_day(self):
        cast = Cast()
        assert pause(cast, make_case(cast), "2024-10-20").paused_date == date(2024, 10, 20)

    def it_stays_where_it_is_when_it_was_extended_as_far_as_the_longer_term(self):
        """A report of the 18th is due on the 21st, by hand on the 23rd, where the longer term would end as well."""
        cast = Cast()
        case = register(cast, make_report(cast))
        act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18", 12))
        extend(cast, case, date(2024, 10, 23))
        invitation = act.Invitation("REPORTER", at("2024-10-19", 10), "Ruang klarifikasi")
        act.clarification_invite(case_ref=case.ref, invitation=invitation, by=cast.wayan, at=at("2024-10-18", 15))
        assert term(case, "bawaslu_decision").due_date == date(2024, 10, 23)


class WhenSomebodyAsksWhatIsOverdue:
    @pytest.mark.parametrize(("on", "overdue"), [("2024-10-20", False), ("2024-10-21", True), ("2030-01-01", True)])
    def it_is_answered_from_the_day_of_the_question(self, on, overdue):
        cast = Cast()
        case = make_case(cast)
        assert term(case, "bawaslu_decision").is_overdue(day(on)) is overdue
        listed = case_page(cast.wayan, on=day(on), narrow=CaseFilter(overdue=True)).cases
        assert [each.ref for each in listed] == ([case.ref] if overdue else [])

    def it_is_kept_in_no_column(self):
        fields = {field.name for model in (Case, Deadline) for field in model._meta.get_fields()}
        assert not {name for name in fields if "overdue" in name or "late" in name}

    def it_is_never_a_term_that_was_met(self):
        cast = Cast()
        case = make_case(cast)
        act.stop_clock(Case.objects.get(pk=case.pk), "bawaslu_decision", met=date(2024, 10, 25))
        assert not Deadline.objects.get(case=case).is_overdue(day("2025-01-01"))


class WhenTheDebtIsTheAgencys:
    def it_is_not_for_the_debtor_to_extend_what_the_oversight_body_set(self):
        """The term stands in BKN's letter; whoever owes it cannot write himself a later one."""
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        given = on_term(case, "follow_up")
        for debtor in (cast.dewi, cast.rahmat, cast.wayan):
            with pytest.raises(act.ActRefused, match="hanya dapat diubah oleh lembaga"):
                act.deadline_extend(**given, due=date(2025, 1, 20), by=debtor, at=at("2024-11-01"))
            with pytest.raises(act.ActRefused, match="hanya dapat diubah oleh lembaga"):
                act.deadline_pause(**given, by=debtor, at=at("2024-11-01"))
        moved = act.deadline_extend(**given, due=date(2024, 12, 2), by=cast.ani, at=at("2024-11-01"))
        assert moved.due_date == date(2024, 12, 2)


class WhenATermHasPassed:
    """No article that was read lengthens a term after its last day; a letter's term is its writer's to set again."""

    def it_is_not_for_the_oversight_body_to_lengthen_its_own(self):
        """Seven days for the verification from Monday 21 October 2024, so the 28th; BKN owes it, and BKN asks."""
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        given = on_term(case, "satgas_verification")
        for on, why in (("2024-10-25", "tidak memberi perpanjangan"), ("2024-11-01", "tetap tercatat lewat")):
            with pytest.raises(act.ActRefused, match=why):
                act.deadline_extend(**given, due=date(2024, 11, 29), by=cast.ani, at=at(on))
        with pytest.raises(act.ActRefused, match="tidak mengenal jeda"):
            act.deadline_pause(**given, by=cast.ani, at=at("2024-10-25"))
        assert moves_offered(cast.ani, term(case, "satgas_verification"), on=day("2024-11-01")) == frozenset()

    def it_is_not_lengthened_by_whoever_owes_it_under_a_letter(self):
        cast = Cast()
        case = make_case(cast)
        set_by_letter(case)
        with pytest.raises(act.ActRefused, match="tetap tercatat lewat"):
            extend(cast, case, date(2024, 11, 1), on="2024-10-21")

    def it_is_no_longer_paused_and_nothing_is_advised_that_is_refused(self):
        """An office is not sent to extend its own passed term; whoever wrote the letter may still set it again."""
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        with pytest.raises(act.ActRefused, match="memperpanjangnya dengan alasan dan surat baru"):
            act.deadline_pause(**on_term(case, "follow_up"), by=cast.ani, at=at("2024-11-18"))
        own = make_case(cast)
        with pytest.raises(act.ActRefused, match="tidak diperpanjang sesudah lewat"):
            pause(cast, own, "2024-10-21")

    def it_is_set_again_by_the_body_that_wrote_the_letter_and_the_old_day_stays(self):
        """BKN's letter ended on 15 November; on the 18th BKN gives the mayor until 2 December."""
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        moved = act.deadline_extend(
            **on_term(case, "follow_up"), due=date(2024, 12, 2), by=cast.ani, at=at("2024-11-18")
        )
        assert moved.due_date == date(2024, 12, 2)
        change = moved.changes.get()
        assert (change.old_due_date, change.came_too_late) == (date(2024, 11, 15), True)


def test_nothing_is_extended_after_the_end():
    cast = Cast()
    case = register(cast, make_report(cast))
    given = on_term(case)
    end_withdrawn(cast, case)
    with pytest.raises(act.WrongState, match="sudah berakhir"):
        act.deadline_extend(**given, due=date(2024, 10, 25), by=cast.wayan, at=at("2024-10-19"))
