"""What an authority owes though no article names a term: a final decision nobody carried out, and what an annulled one
took and nobody gave back.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import CITY, Cast, at
from netra.letters.queries import letter, pdf
from netra.letters.tests.pdf_text import says
from netra.registry.models import Agency
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding, Reminder
from netra.sanctions.queries import follow_up_board, owed_by, reminder_pdf
from netra.sanctions.tests.builders import carry_to_delivery, make_proceeding, punished
from netra.sanctions.tests.test_remedies_after_execution import answered, executed, restore
from netra.trust import trail
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.locks import unlocked
from netra.trust.tests.plans import plan_of
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
LATE = date(2025, 6, 2)


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def final(cast):
    """Received on 13 November 2024. The fifteenth working day is 5 December, for on 27 November everybody voted:
    14–15 | 18–22 | 25–26, 28–29 | 2–5. Final on the 6th.
    """
    return Proceeding.objects.get(pk=punished(cast).pk)


def owed(user, on=LATE):
    return owed_by(user, CITY, on=on).duties


class WhenNobodyCarriesOutAFinalDecision:
    def it_stands_on_the_board_with_the_day_of_the_decision_and_is_never_overdue(self, cast, final):
        (row,) = follow_up_board(cast.ani, on=LATE).rows
        assert (row.agency.code, row.untimed, row.decided) == (CITY, 1, date(2024, 11, 11))
        assert (row.owed, row.overdue, row.oldest) == (0, 0, None)

    def it_names_the_proceeding_the_day_of_effect_and_the_article_of_its_step(self, cast, final):
        (duty,) = owed(cast.ani)
        assert (duty.proceeding.ref, duty.since) == (final.ref, date(2024, 12, 5))
        assert str(duty.source) == "PP 94/2021 Pasal 38"
        assert duty.label == "Melaksanakan keputusan yang berkekuatan tetap"

    def it_leaves_the_board_when_it_is_carried_out(self, cast, final):
        executed(cast, final)
        assert follow_up_board(cast.ani, on=LATE).rows == []
        assert owed(cast.ani) == []


class WhenNobodyCallsADecisionFinal:
    """Received on 13 November 2024; the fourteenth working day, the last for an objection, is 4 December."""

    @pytest.fixture
    @told_once
    def in_force(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_delivery(cast, proceeding)
        act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05"))
        return Proceeding.objects.get(pk=proceeding.pk)

    def it_is_owed_from_the_day_after_the_last_one_for_an_objection_with_its_article(self, cast, in_force):
        (row,) = follow_up_board(cast.ani, on=LATE).rows
        assert (row.agency.code, row.untimed, row.decided) == (CITY, 1, date(2024, 11, 11))
        (duty,) = owed(cast.ani)
        assert (duty.proceeding.ref, duty.since) == (in_force.ref, date(2024, 12, 5))
        assert (duty.label, str(duty.source)) == ("Menyatakan keputusan berkekuatan tetap", "PP 94/2021 Pasal 38")
        assert [each.proceeding.ref for each in owed(cast.dewi)] == [in_force.ref]

    def it_leaves_the_board_for_the_execution_when_it_is_called_final(self, cast, in_force):
        act.decision_finalise(ref=in_force.ref, by=cast.dewi, at=at("2024-12-06"))
        (duty,) = owed(cast.ani)
        assert duty.label == "Melaksanakan keputusan yang berkekuatan tetap"

    def it_is_not_owed_while_an_objection_may_still_come(self, cast, in_force):
        with unlocked():
            in_force.decision.remedy_terms.update(met_date=None, due_date=date(2024, 12, 20))
        assert follow_up_board(cast.ani, on=date(2024, 12, 20)).rows == []
        assert owed(cast.ani, on=date(2024, 12, 20)) == []
        (duty,) = owed(cast.ani, on=date(2024, 12, 21))
        assert duty.since == date(2024, 12, 21)

    def it_is_owed_since_the_answer_where_an_objection_was_answered(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_delivery(cast, proceeding)
        act.objection_file(
            ref=proceeding.ref, filed_date=date(2024, 12, 2), grounds="Keliru.", by=cast.dewi, at=at("2024-12-02")
        )
        answer = act.Answer("UPHELD", date(2024, 12, 16), "Terbukti.")
        act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-16"))
        (duty,) = owed(cast.ani)
        assert duty.since == date(2024, 12, 16)

    def it_is_reminded_of(self, cast, in_force):
        reminder = act.duty_remind(ref=in_force.ref, by=cast.ani, at=at("2025-02-03"))
        assert says(pdf(reminder.letter_ref), "Menyatakan keputusan berkekuatan tetap")


class WhenNobodyGivesBackWhatAnAnnulledDecisionTook:
    def it_is_owed_since_the_answer_on_the_duty_to_carry_out_the_ruling(self, cast, final):
        answered(cast, executed(cast, final), "ANNULLED")
        (duty,) = owed(cast.ani)
        assert duty.since == date(2024, 12, 20)
        assert str(duty.source).startswith("PP 79/2021 Pasal 6 ayat (2), Pasal 9 ayat (2), dan Pasal 16 ayat (3)")
        restore(cast, final)
        assert owed(cast.ani) == []


class WhenTheOversightBodyReminds:
    def it_writes_a_letter_that_says_that_no_term_is_named(self, cast, final):
        reminder = act.duty_remind(ref=final.ref, by=cast.ani, at=at("2025-02-03"))
        sent = letter(reminder.letter_ref)
        assert (sent.kind, sent.agency_code, sent.subject_ref) == ("REMINDER", "BKN", final.ref)
        printed = pdf(sent.ref)
        assert says(printed, "kewajiban berikut belum dilaksanakan: Melaksanakan keputusan yang berkekuatan tetap")
        assert says(printed, "tidak disebut dalam pasal yang dibaca")
        assert not says(printed, "jatuh tempo")
        assert says(printed, "mohon bukti pelaksanaan keputusan tersebut disampaikan kepada kami")
        assert reminder_pdf(cast.dewi, CITY, sent.ref, on=LATE)[0] == sent
        (duty,) = owed(cast.ani)
        assert [each.letter_ref for each in duty.proceeding.reminders.all()] == [sent.ref]

    def it_keeps_the_article_in_the_trail_and_the_check_finds_whoever_moves_the_reminder(self, cast, final):
        reminder = act.duty_remind(ref=final.ref, by=cast.ani, at=at("2025-02-03"))
        told = trail.history(final.case.chain)[-1]
        assert (told.verb, told.citation) == ("sanctions.duty_remind", "PP 94/2021 Pasal 38")
        assert trail.verify_database().ok
        term = final.case.deadlines.first()
        with unlocked():
            Reminder.objects.filter(pk=reminder.pk).update(proceeding=None, deadline=term)
        assert not trail.verify_database().ok

    def it_is_refused_where_nothing_waits(self, cast, final):
        executed(cast, final)
        with pytest.raises(ActRefused, match="tidak ada keputusan yang menunggu"):
            act.duty_remind(ref=final.ref, by=cast.ani, at=at("2025-02-03"))


def copies(proceeding, count, *, agencies=False):
    """As many more final decisions of other people, of one authority or of as many."""
    for number in range(count):
        code = f"UJI-{number:02d}" if agencies else CITY
        if agencies:
            Agency.objects.create(code=code, name=f"Pemerintah Uji {number}", kind="CITY")
        copy(proceeding, ref=f"PNG-UJI-{number}", agency_code=code)


def copy(proceeding, **values):
    party, made = proceeding.party, proceeding.decision
    accused = again(party, ordinal=Proceeding.objects.count() + 1)
    kept = again(proceeding, party=accused, **values)
    again(made.delivery, decision=again(made, proceeding=kept))


def again(row, **values):
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.fields if field.attname != "id"}
    for name in values:
        fields.pop(f"{name}_id", None)
    return type(row).objects.create(**{**fields, **values})


@pytest.mark.parametrize("count", [1, 40])
def test_board_and_page_ask_the_same_questions_for_one_duty_and_for_forty(
    cast, final, count, django_assert_num_queries
):
    copies(final, count, agencies=True)
    assert sum(row.untimed for row in follow_up_board(cast.ani, on=LATE).rows) == min(count + 1, 25)
    with django_assert_num_queries(6):
        follow_up_board(cast.ani, on=LATE)


@pytest.mark.parametrize("count", [1, 40])
def test_the_page_asks_the_same_questions_for_one_duty_and_for_forty(cast, final, count, django_assert_num_queries):
    copies(final, count)
    assert len(owed(cast.ani)) == min(count + 1, 25)
    # One of them asks which cases are about somebody of the reader's own name.
    with django_assert_num_queries(9):
        owed_by(cast.ani, CITY, on=LATE)


def test_duties_and_terms_of_one_day_are_paged_by_key_and_shown_once_each(cast, final):
    copies(final, 30)
    term = final.case.deadlines.first()
    for number in range(30):
        again(term, rule=f"uji_{number}", agency_code=CITY, due_date=date(2024, 12, 5), met_date=None)
    seen, after = [], None
    while True:
        page = owed_by(cast.ani, CITY, on=LATE, after=after)
        seen += [duty.proceeding.ref for duty in page.duties] + [row.term.rule for row in page.terms]
        after = page.next_key
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 61


@pytest.mark.parametrize("region", ["15", "15.71"])
def test_the_duties_of_a_place_are_found_without_reading_the_other_proceedings(cast, final, region):
    supervisor = grant(make_user("intan"), Role.INTAKE_OFFICER, region=region)
    asked = []

    def kept(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kept):
        assert [row.untimed for row in follow_up_board(supervisor, on=LATE).rows] == [1]
    ((question, values),) = [each for each in asked if 'FROM "sanctions_proceeding"' in each[0]]
    covering = {"postgresql": "Index Only Scan using proceeding_duty", "sqlite": "COVERING INDEX proceeding_duty"}
    # With its values bound, as it was asked: written into the text SQLite finds an index that it did not use.
    assert covering[connection.vendor] in plan_of(question, values)


def test_who_may_not_see_the_matter_is_told_of_no_duty(cast, final):
    neighbour = grant(make_user("joko"), Role.INTAKE_OFFICER, region="15.05")
    assert follow_up_board(neighbour, on=LATE).rows == []
    assert follow_up_board(cast.maria, on=LATE).rows == []
    assert [row.untimed for row in follow_up_board(cast.dewi, on=LATE).rows] == [1]
