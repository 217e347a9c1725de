"""A story put back is the story told: the same rows, files and answer; and it is told anew wherever it would differ."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.utils import timezone

from netra.trust import evidence
from netra.trust.acts import Role
from netra.trust.evidence import vault
from netra.trust.models import ChainHead, Event, RoleGrant, SignInThrottle, StoredContent, User
from netra.trust.tests.builders import MORNING, grant, later, make_user, write
from netra.trust.tests.stored_rows import next_keys, number_on_from
from netra.trust.tests.told_once import in_full, told
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db

CHAIN = "case:PKR-2026-7K3QX9M2AB"
TABLES = (User, RoleGrant, SignInThrottle, Event, ChainHead, StoredContent)


class Story:
    """Wayan comes, writes, leaves a paper; Dewi leaves, her failed sign-ins are forgotten. It counts its tellings."""

    def __init__(self) -> None:
        self.tellings = 0

    def __call__(self, paper: str = "catatan") -> tuple[User, str]:
        self.tellings += 1
        wayan = grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15.71")
        write(CHAIN, 2)
        User.objects.filter(username="dewi").update(is_active=False)
        SignInThrottle.objects.all().delete()
        return wayan, evidence.put_document(paper.encode())

    def in_a_test_of_its_own(self) -> list[list[object]]:
        """What it leaves in the tables, which are then emptied of it."""
        begun = next_keys()
        with transaction.atomic():
            told(self)
            left = everything()
            transaction.set_rollback(True)
        number_on_from(begun)
        return left


def everything() -> list[list[object]]:
    return [list(model.objects.order_by("pk").values_list()) for model in TABLES]


@pytest.fixture
def story():
    grant(make_user("dewi"), Role.PERSONNEL_OFFICER, agency="JAMBI-KOTA")
    SignInThrottle.objects.create(fingerprint="a" * 64, failures=1, since_at=MORNING)
    write(CHAIN)
    return Story()


class WhenItIsToldAgainFromTheSameTables:
    def it_is_put_back_to_the_last_row(self, story):
        first = story.in_a_test_of_its_own()
        told(story)
        assert story.tellings == 1
        assert everything() == first
        assert dict(User.objects.values_list("username", "is_active")) == {"dewi": False, "wayan": True}
        assert not SignInThrottle.objects.exists()
        assert verify_database().ok

    def it_answers_with_things_that_no_other_test_has_touched(self, story):
        story.in_a_test_of_its_own()
        begun = next_keys()
        for name in ("Wayan yang lain", "Wayan lagi"):
            with transaction.atomic():
                wayan, _paper = told(story)
                assert wayan.full_name == "Wayan (contoh)"
                wayan.full_name = name
                transaction.set_rollback(True)
            number_on_from(begun)
        assert story.tellings == 1

    def it_brings_its_papers_back_even_where_somebody_spoiled_them(self, story):
        begun = next_keys()
        with transaction.atomic():
            _wayan, paper = told(story)
            vault.path_of(StoredContent.objects.get(sha256=paper)).write_bytes(b"rusak")
            transaction.set_rollback(True)
        number_on_from(begun)
        told(story)
        assert evidence.get_document(paper) == b"catatan"


class WhenSomethingIsNotTheSame:
    def it_is_told_anew_in_other_words(self, story):
        story.in_a_test_of_its_own()
        _wayan, paper = told(story, "catatan lain")
        assert story.tellings == 2
        assert evidence.get_document(paper) == b"catatan lain"

    def it_is_told_anew_where_a_single_row_differs(self, story):
        story.in_a_test_of_its_own()
        write("house", at=later(minutes=1))
        told(story)
        assert story.tellings == 2

    def it_is_told_anew_under_another_clock(self, story, monkeypatch):
        story.in_a_test_of_its_own()
        for moment in (MORNING, later(days=1), MORNING):
            monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
            story.in_a_test_of_its_own()
        assert story.tellings == 3

    def it_is_told_in_full_for_whoever_listens(self, story):
        story.in_a_test_of_its_own()
        with in_full():
            told(story)
        assert story.tellings == 2
