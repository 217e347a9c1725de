"""What was published stays as it was published; a correction is another publication that says why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from netra.cases import operations as cases
from netra.cases.tests.builders import LIKE, Cast, at, make_case
from netra.insight import publication_lock
from netra.insight.follow_up import ANSWERED, ASKED, NOTHING, WHOLE, Answers, Seen, public_cells, seen_by_the_public
from netra.insight.models import Publication
from netra.insight.operations import PublicationRefused, publication_correct, publication_make, publish_due
from netra.insight.publications import Published, faults, published, published_as_of, revisions
from netra.insight.tables import Hidden
from netra.insight.tests.builders import newest, noon
from netra.trust.access import NotAllowed
from netra.trust.actors import SystemActor
from netra.trust.errors import NotFound
from netra.trust.models import Event, User
from netra.trust.tests.builders import make_user
from netra.trust.tests.told_once import told_once
from netra.trust.trail import PayloadRefused

pytestmark = pytest.mark.django_db

CLI = SystemActor("cli")
OCTOBER, NOVEMBER, DECEMBER = date(2024, 10, 31), date(2024, 11, 30), date(2024, 12, 31)
REASON = "Dua perkara tercatat pada pemilihan yang keliru."


@pytest.fixture
def cast() -> Cast:
    return Cast()


@told_once
def acts(cast: Cast, count: int, *, on: str, phase: str = "candidate") -> None:
    """So many acts in one phase, each registered and assessed on that day."""
    for _act in range(count):
        case = make_case(cast, on=on, acts=(replace(LIKE, phase=phase),))
        cases.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at(on, 10))
        cases.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at(on, 11))


def told(found: Published) -> dict[str, tuple[object, ...]]:
    """The only form of these stories: for each phase its acts in each channel, and in all."""
    rows = found.tables()["bentuk"].rows
    assert len({row.group for row in rows}) <= 1
    return {row.label: row.cells for row in rows}


def by_phase(on: date) -> dict[str, object]:
    return {phase: cells[-1] for phase, cells in told(newest(on)).items() if phase != "semua fase"}


class WhenAMonthIsOver:
    def it_is_published_once_with_its_hash_in_the_trail(self):
        publish_due(at=noon(date(2024, 11, 1)))
        publish_due(at=noon(date(2024, 11, 20)))
        made = Publication.objects.get()
        assert (made.month, made.revision, made.reason) == (OCTOBER, 1, "")
        assert made.sha256 == hashlib.sha256(made.content.encode()).hexdigest()
        event = Event.objects.get(verb="insight.publication_make")
        assert json.loads(event.payload) == {"month": "2024-10", "revision": 1, "sha256": made.sha256}
        assert event.chain == "house"

    def it_waits_until_the_month_is_over(self):
        with pytest.raises(PublicationRefused, match="30 November 2024"):
            publication_make(month=date(2024, 11, 3), by=CLI, at=noon(date(2024, 11, 30)))
        publication_make(month=date(2024, 11, 3), by=CLI, at=noon(date(2024, 12, 1)))

    def it_makes_up_for_months_in_which_nobody_looked(self):
        publish_due(at=noon(date(2024, 11, 1)))
        publish_due(at=noon(date(2025, 2, 3)))
        assert [each.code for each in revisions(on=date(2025, 2, 3))] == ["2025-01", "2024-12", "2024-11", "2024-10"]

    def it_publishes_nothing_before_the_first_month_when_the_clock_jumps_back(self):
        publish_due(at=noon(date(2024, 11, 1)))
        publish_due(at=noon(date(1970, 1, 1)))
        assert [each.code for each in revisions(on=date(2024, 11, 1))] == ["2024-10"]
        assert revisions(on=date(1970, 1, 1)) == []


class WhenItIsReadAgain:
    def it_is_what_it_was_whatever_was_written_since(self, cast):
        acts(cast, 6, on="2024-10-17")
        assert by_phase(date(2024, 11, 2)) == {"calon": 6}
        with transaction.atomic(), connection.cursor() as cursor:  # somebody changes the past by hand
            cursor.execute("UPDATE cases_allegation SET phase = 'prospective'")
        assert by_phase(date(2024, 11, 9)) == {"calon": 6}

    def it_can_be_opened_when_it_is_older(self, cast):
        acts(cast, 6, on="2024-10-17")
        newest(date(2024, 11, 2))
        acts(cast, 5, on="2024-11-17")
        assert by_phase(date(2024, 12, 2)) == {"calon": 11}
        older = published(revisions(on=date(2024, 12, 2))[1])
        assert told(older)["calon"] == (6, 0, 0, 0, 6)

    def it_speaks_the_language_of_its_reader(self, cast):
        acts(cast, 6, on="2024-10-17")
        found = newest(date(2024, 11, 2))
        assert found.tables()["bentuk"].columns[0] == "media sosial"
        assert list(told(found)) == ["calon", "semua fase"]
        with translation.override("en"):
            assert found.tables()["bentuk"].columns[0] == "social media"
            assert list(told(found)) == ["candidate", "all phases"]

    def it_asks_the_database_three_times_however_much_there_is(self, cast, django_assert_num_queries):
        acts(cast, 2, on="2024-10-17")
        newest(date(2025, 3, 2))
        with django_assert_num_queries(3):
            newest(date(2025, 3, 2)).tables()


class WhenOneMonthLiesBesideAnother:
    def it_does_not_tell_the_one_act_of_november(self, cast):
        acts(cast, 12, on="2024-10-17")
        assert by_phase(date(2024, 11, 2)) == {"calon": 12}
        acts(cast, 1, on="2024-11-17")
        assert by_phase(date(2024, 12, 2)) == {}
        acts(cast, 4, on="2024-12-17")
        assert by_phase(date(2025, 1, 2)) == {"calon": 17}

    def it_does_not_tell_by_a_correction_either(self, cast):
        acts(cast, 12, on="2024-10-17")
        newest(date(2024, 11, 2))
        with connection.cursor() as cursor:  # a repair of the data, which the trail of acts does not know
            cursor.execute("UPDATE cases_allegation SET phase = '' WHERE id = (SELECT min(id) FROM cases_allegation)")
        publication_correct(month=OCTOBER, reason=REASON, by=CLI, at=noon(date(2024, 11, 5)))
        assert by_phase(date(2024, 11, 6)) == {}


class WhenItWasWrong:
    def moved(self, cast: Cast) -> None:
        """Six acts were published in the wrong phase."""
        acts(cast, 12, on="2024-10-17")
        newest(date(2024, 11, 2))
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE cases_allegation SET phase = 'prospective' WHERE id IN "
                "(SELECT id FROM cases_allegation ORDER BY id LIMIT 6)"
            )

    def it_is_corrected_by_another_publication_that_says_why(self, cast):
        self.moved(cast)
        first = Publication.objects.get()
        made = publication_correct(month=OCTOBER, reason=REASON, by=CLI, at=noon(date(2024, 11, 5)))
        assert (made.revision, made.reason) == (2, REASON)
        assert json.loads(made.content)["reason"] == REASON
        assert by_phase(date(2024, 11, 6)) == {"bakal calon": 6, "calon": 6}
        assert Publication.objects.get(revision=1).content == first.content
        event = Event.objects.get(verb="insight.publication_correct")
        assert json.loads(event.payload)["reason"] == REASON
        assert list(faults()) == []

    def it_needs_a_reason_without_people_and_something_to_correct(self, cast):
        self.moved(cast)
        correct = partial(publication_correct, by=CLI, at=noon(date(2024, 11, 5)))
        for reason in ("", "   ", "x" * 501):
            with pytest.raises(PublicationRefused, match="mengapa"):
                correct(month=OCTOBER, reason=reason)
        with pytest.raises(PayloadRefused, match="NIP"):
            correct(month=OCTOBER, reason="NIP 198001012005011001 terhitung dua kali.")
        with pytest.raises(NotFound, match="belum pernah terbit"):
            correct(month=date(2024, 9, 30), reason=REASON)
        correct(month=OCTOBER, reason=REASON)
        with pytest.raises(PublicationRefused, match="sama dengan yang sudah terbit"):
            correct(month=OCTOBER, reason=REASON)
        assert Publication.objects.count() == 2

    def it_is_corrected_by_administrators_only(self, cast):
        self.moved(cast)
        for who in (cast.wayan, cast.rahmat, make_user("tanpa")):
            assert isinstance(who, User)
            with pytest.raises(NotAllowed):
                publication_correct(month=OCTOBER, reason=REASON, by=who, at=noon(date(2024, 11, 5)))


class WhenSomebodyWantsToChangeWhatWasPublished:
    @pytest.fixture
    def unlocked(self) -> Iterator[None]:
        """Somebody who owns the database has taken the triggers away."""
        publication_lock.unlock(connection)
        yield
        publication_lock.lock(connection)

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE insight_publication SET content = '{}'",
            "UPDATE insight_publication SET revision = 7, reason = 'x'",
            "DELETE FROM insight_publication",
        ],
    )
    def it_is_refused_by_the_database(self, statement):
        publish_due(at=noon(date(2024, 11, 1)))
        with pytest.raises(DatabaseError, match="sudah terbit"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert Publication.objects.count() == 1

    def it_is_refused_in_its_place_too(self):
        if connection.vendor != "sqlite":
            pytest.skip("only SQLite replaces a row on insertion")
        publish_due(at=noon(date(2024, 11, 1)))
        with pytest.raises(DatabaseError, match="sudah terbit"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT OR REPLACE INTO insight_publication SELECT id, month, revision, '{}', sha256, behind, reason, "
                "made_at FROM insight_publication"
            )

    def it_is_found_when_the_lock_was_taken_away(self, unlocked):
        publish_due(at=noon(date(2024, 12, 1)))
        publication_make(month=OCTOBER, by=CLI, at=noon(date(2024, 12, 1)))
        publish_due(at=noon(date(2025, 1, 1)))
        assert list(faults()) == []
        october, november, december = Publication.objects.order_by("month")
        october.delete()
        Publication.objects.filter(pk=november.pk).update(content=november.content.replace("2024", "2023"))
        Publication.objects.filter(pk=december.pk).update(month=date(2025, 1, 31))
        assert sorted(faults()) == [
            "Terbitan 2024-10 ke-1 dicatat jejak, tetapi tidak ada lagi: dibuang.",
            "Terbitan 2024-11 ke-1 lain daripada yang dicatat jejak: isinya diubah.",
            "Terbitan 2024-12 ke-1 dicatat jejak, tetapi tidak ada lagi: dibuang.",
            "Terbitan 2025-01 ke-1 tidak ada dalam jejak: dimasukkan di luar Netra.",
        ]

    @pytest.mark.parametrize(
        "payload", ["{", "[]", '{"month": "2024-10"}', '{"month": 1, "revision": "x", "sha256": ""}']
    )
    def it_is_found_when_its_event_can_no_longer_be_read(self, tampering, payload: str):
        publish_due(at=noon(date(2024, 11, 1)))
        event = Event.objects.get(verb="insight.publication_make")
        Event.objects.filter(pk=event.pk).update(payload=payload)
        assert list(faults()) == [
            f"Peristiwa ke-{event.seq} jejak, tentang sebuah terbitan, tidak terbaca.",
            "Terbitan 2024-10 ke-1 tidak ada dalam jejak: dimasukkan di luar Netra.",
        ]


def answers(sanctioned: int, cleared: int, waiting: int) -> Answers:
    return Answers(asked=sanctioned + cleared + waiting, cleared=cleared, days=[14] * sanctioned)


class WhenAnAuthorityAnswersOneMore:
    def seen(self, *months: Answers) -> list[Seen]:
        seen: list[Seen] = []
        for month in months:
            seen.append(seen_by_the_public(month, seen))
        return seen

    def it_is_not_told_which_way_and_not_that_it_was_one(self):
        # Ten waited in October and nine in November: the difference is what one person got.
        october, november = self.seen(answers(10, 10, 10), answers(11, 10, 9))
        assert (october.depth, november.depth) == (WHOLE, ASKED)
        assert public_cells(answers(11, 10, 9), november) == (30, *[Hidden.OTHER] * 5)

    def it_is_not_told_that_one_more_was_asked(self):
        _october, november = self.seen(answers(10, 10, 10), answers(10, 10, 11))
        assert november.depth == NOTHING
        assert public_cells(answers(10, 10, 11), november) == tuple([Hidden.OTHER] * 6)

    def it_is_told_how_many_when_five_got_an_answer_but_not_how(self):
        _october, november = self.seen(answers(10, 10, 15), answers(14, 11, 10))
        assert november.depth == ANSWERED

    def it_is_told_whole_when_each_figure_moved_by_five_or_not_at_all(self):
        _october, november = self.seen(answers(10, 10, 15), answers(15, 10, 10))
        assert november.depth == WHOLE

    def it_is_held_against_every_month_and_not_the_last_alone(self):
        # 10, 15 and 17: two from November; 10, 12 and 10: as it was.
        assert [each.depth for each in self.seen(answers(10, 10, 10), answers(15, 10, 10), answers(17, 10, 10))] == [
            WHOLE,
            WHOLE,
            NOTHING,
        ]
        assert [each.depth for each in self.seen(answers(10, 10, 10), answers(12, 10, 10), answers(10, 10, 10))] == [
            WHOLE,
            NOTHING,
            WHOLE,
        ]


def test_a_month_has_its_last_day_before_the_day_of_publication():
    assert published_as_of(date(2024, 12, 1)) == NOVEMBER
    assert published_as_of(date(2025, 1, 31)) == DECEMBER
