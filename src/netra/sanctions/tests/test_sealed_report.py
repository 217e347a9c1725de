"""Nothing was proven: the report that the case came from is closed like the case, and erased with it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, end_withdrawn, make_report, register
from netra.cases.tests.dump import places_with
from netra.intake.access import reporter_of
from netra.intake.models import Report, ReportEvidence
from netra.intake.operations import (
    evidence_read,
    report_link_duplicate,
    report_message_add,
    report_reply,
)
from netra.intake.queries import receipt_for, report_detail, suspected_duplicates, why_alike
from netra.intake.sealing import Sealed
from netra.intake.states import DuplicateReason, State
from netra.intake.submission import Person
from netra.intake.tests.builders import OTHER_SECRET, PICTURE, STORY, a_report, in_state
from netra.intake.uploads import NewFile
from netra.sanctions.tests.two_accused import two_accused
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db

AFTER = at("2024-10-21")
"""The Monday after the plenary."""


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def ended(cast: Cast) -> Report:
    """Sari's report, to which she added a picture, became a case, which ended without anything proven."""
    report = make_report(cast)
    send(report, "Ini fotonya.", at("2024-10-18", 10), NewFile(name="foto.png", content=PICTURE))
    end_withdrawn(cast, register(cast, report))
    return Report.objects.get(pk=report.pk)


def send(report: Report, words: str, moment: datetime, *files: NewFile) -> None:
    sari = reporter_of(report)
    report_message_add(report_ref=report.ref, body=words, token="t" * 32, by=sari, at=moment, files=files)


class WhenNothingWasProven:
    def it_shows_neither_the_story_nor_the_accused(self, cast: Cast, ended: Report):
        for officer in (cast.wayan, cast.putu):
            seen = report_detail(officer, ended.ref, at=AFTER)
            assert seen.seal.since == date(2024, 10, 19)
            assert (seen.report.what, seen.report.place, seen.persons) == ("", "", ())
            assert (seen.dialogue.files, seen.dialogue.messages) == ((), ())
        assert Report.objects.get(pk=ended.pk).what == STORY

    def it_opens_no_file(self, cast: Cast, ended: Report):
        with pytest.raises(Sealed, match="disegel"):
            evidence_read(
                report_ref=ended.ref, evidence_ref=ReportEvidence.objects.get().evidence_ref, by=cast.wayan, at=AFTER
            )

    def it_keeps_the_receipt_closed_that_repeats_the_story(self, cast: Cast, ended: Report):
        with pytest.raises(Sealed, match="tanda buktinya disegel"):
            receipt_for(cast.wayan, ended.ref, on=date(2024, 10, 21))
        assert receipt_for(cast.hasan, ended.ref, on=date(2024, 10, 21)) is None, "none was issued"

    def it_leaves_the_reporter_what_is_hers(self, ended: Report):
        ref = ReportEvidence.objects.get().evidence_ref
        assert evidence_read(report_ref=ended.ref, evidence_ref=ref, by=reporter_of(ended), at=AFTER).content == PICTURE

    def it_lets_both_sides_write_of_the_end_and_of_what_is_new(self, cast: Cast, ended: Report):
        send(ended, "Ada saksi baru.", AFTER)
        report_reply(report_ref=ended.ref, body="Perkaranya berakhir.", token="u" * 32, by=cast.wayan, at=AFTER)
        seen = report_detail(cast.wayan, ended.ref, at=AFTER)
        assert [each.body for each in seen.dialogue.messages] == ["Ada saksi baru.", "Perkaranya berakhir."]

    def it_lets_nothing_else_be_done_with_it(self, cast: Cast, ended: Report):
        other = a_report(OTHER_SECRET)
        with pytest.raises(Sealed):
            report_link_duplicate(
                report_ref=ended.ref, other_ref=other.ref, reason=DuplicateReason.SAME_EVENT, by=cast.wayan, at=AFTER
            )
        assert report_detail(cast.wayan, ended.ref, at=AFTER).acts == ()

    def it_is_likened_to_nothing_although_the_words_are_the_same(self, cast: Cast, ended: Report):
        other = a_report(OTHER_SECRET)
        assert suspected_duplicates(cast.wayan, other.ref, at=AFTER) == []
        assert suspected_duplicates(cast.wayan, ended.ref, at=AFTER) == []
        assert why_alike(cast.wayan, other.ref, ended.ref, at=AFTER) is None

    def it_opens_to_the_auditor_of_its_place(self, cast: Cast, ended: Report):
        assert report_detail(cast.hasan, ended.ref, at=AFTER).report.what == STORY


class WhenOneOfTwoWasCleared:
    @pytest.fixture
    def stage(self):
        """Both stood in one report, each on a line of its own."""
        stage = two_accused()
        people = (Person(name="Budi (contoh)"), Person(name="CITRA (contoh)", position="Lurah Citra"))
        report = a_report(persons=people)
        with unlocked():
            in_state(report, State.REGISTERED, case_ref=stage.case.ref)
            Case.objects.filter(pk=stage.case.pk).update(report_ref=report.ref)
        stage.close()
        return stage, report

    def it_names_the_other_alone(self, stage):
        stage, report = stage
        seen = report_detail(stage.cast.wayan, report.ref, at=at("2024-12-10"))
        assert [each.name for each in seen.persons] == ["Budi (contoh)"]
        assert seen.report.what == STORY

    def it_is_taken_out_of_the_report_on_its_date(self, stage):
        stage, report = stage
        assert "intake_reportedperson" in places_with("Lurah Citra")
        stage.erase()
        assert [each.name for each in report.persons.all()] == ["Budi (contoh)"]
