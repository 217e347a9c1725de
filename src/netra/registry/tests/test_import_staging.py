"""A tried file waits sealed for the word to write it, and leaves nothing behind."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from netra.registry.imports import (
    ImportKind,
    NothingStaged,
    discard,
    import_steps,
    people_run,
    rejected_rows,
    stage,
    staged,
    staged_file,
    written,
)
from netra.registry.models import CivilServant, StagedImport
from netra.registry.tests import builders as make
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import BUDI_ROW as BUDI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import a_csv
from netra.registry.tests.builders import run_import as run
from netra.trust.models import StoredContent, User

pytestmark = pytest.mark.django_db

GOOD_AND_BAD = a_csv(PEOPLE, ANI, ("1", *BUDI[1:]))


@pytest.fixture
def dewi() -> User:
    make.make_agency()
    return make.make_dewi()


def tried(by: User, content: bytes = GOOD_AND_BAD, *, at: datetime = make.AT) -> StagedImport:
    result = run(content, by=by, dry_run=True)
    return stage(content=content, name="x.csv", result=result, agency_code="", by=by, at=at)


def test_a_tried_file_comes_back_bit_by_bit_to_who_tried_it(dewi):
    kept = tried(dewi)
    assert staged_file(dewi, kept.sha256, at=make.AT)[1] == GOOD_AND_BAD
    assert (kept.created, kept.rejected) == (1, 1)
    assert b"NIP harus 18 angka" in rejected_rows(dewi, as_workbook=False, at=make.AT)[1]
    assert rejected_rows(dewi, as_workbook=True, at=make.AT)[1].startswith(b"PK")


def test_nobody_else_gets_it(dewi):
    kept = tried(dewi)
    with pytest.raises(NothingStaged):
        staged_file(make.make_admin(), kept.sha256, at=make.AT)


def test_it_is_not_given_for_another_hash(dewi):
    tried(dewi)
    with pytest.raises(NothingStaged, match="Unggah lagi"):
        staged_file(dewi, "0" * 64, at=make.AT)


def test_another_file_takes_its_place_and_the_first_is_destroyed(dewi):
    tried(dewi)
    kept = tried(dewi, a_csv(PEOPLE, ANI))
    assert StagedImport.objects.get() == kept
    assert [content.sha256 for content in StoredContent.objects.all()] == [kept.content_document]


def test_two_people_with_the_same_file_do_not_destroy_each_others(dewi):
    admin = make.make_admin()
    kept = tried(dewi)
    tried(admin)
    discard(by=admin)
    assert staged_file(dewi, kept.sha256, at=make.AT)[1] == GOOD_AND_BAD


def test_after_a_day_it_is_gone_and_the_next_file_of_anybody_destroys_it(dewi):
    kept = tried(dewi)
    later = make.AT + timedelta(days=1)
    assert staged(dewi, at=later) is None
    tried(make.make_admin(), a_csv(PEOPLE, ANI), at=later)
    assert not StagedImport.objects.filter(pk=kept.pk).exists()
    assert StoredContent.objects.count() == 1


def test_once_written_only_the_rejected_rows_are_kept(dewi):
    kept = tried(dewi)
    written(result=run(GOOD_AND_BAD, by=dewi), by=dewi)
    with pytest.raises(NothingStaged):
        staged_file(dewi, kept.sha256, at=make.AT)
    assert rejected_rows(dewi, as_workbook=False, at=make.AT)[1]
    assert StoredContent.objects.count() == 2


def test_steps_that_nobody_asks_on_leave_whole_batches(dewi, monkeypatch):
    monkeypatch.setattr(people_run, "MOST_ROWS", 1)
    steps = import_steps(
        content=a_csv(PEOPLE, ANI, BUDI), name="x.csv", kind=ImportKind.CIVIL_SERVANTS, by=dewi, at=make.AT
    )
    assert [next(steps), next(steps)] == [(0, 2), (1, 2)]
    steps.close()
    assert CivilServant.objects.count() == 1


def test_a_file_without_rejected_rows_has_none_to_fetch(dewi):
    tried(dewi, a_csv(PEOPLE, ANI))
    with pytest.raises(NothingStaged, match="ditolak"):
        rejected_rows(dewi, as_workbook=False, at=make.AT)


def test_discarding_leaves_nothing(dewi):
    tried(dewi)
    discard(by=dewi)
    assert not StoredContent.objects.exists()
    assert not StagedImport.objects.exists()
