"""Somebody whose connection has opened too many reports today reads why, and keeps what was typed."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from netra.intake.models import ReportDraft
from netra.intake.tests.builders import PICTURE, STORY

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return str(response.content, "utf-8")


class WhenTheConnectionHasOpenedEnough:
    @pytest.fixture(autouse=True)
    def one_a_day(self, settings):
        settings.SENDER_DRAFTS = 1
        Client().post("/lapor/mulai/", {"kind": "VIOLATION"})

    def it_says_so_where_a_report_begins(self):
        answer = Client().post("/lapor/mulai/", {"kind": "VIOLATION"}, follow=True)
        assert answer.status_code == 200
        assert "sudah dimulai 1 laporan hari ini" in text(answer)

    def it_gives_back_what_was_typed_on_a_first_page(self):
        answer = Client().post("/lapor/apa/", {"what": STORY, "conduct": ""})
        assert answer.status_code == 422
        assert STORY in text(answer) and "sudah dimulai 1 laporan hari ini" in text(answer)
        assert ReportDraft.objects.count() == 1

    def it_counts_the_address_that_the_proxy_saw(self, settings):
        settings.HTTPS = True
        headers = {"x-forwarded-for": "198.51.100.9", "x-forwarded-proto": "https"}
        Client().post("/lapor/mulai/", {"kind": "VIOLATION"}, headers=headers)
        assert ReportDraft.objects.count() == 2


def test_a_file_beyond_the_share_of_the_connection_is_named_and_the_answers_are_kept(settings):
    settings.SENDER_LIMIT_BYTES = len(PICTURE)
    first, second = Client(), Client()
    for client in (first, second):
        client.post("/lapor/mulai/", {"kind": "VIOLATION"})
        client.post("/lapor/apa/", {"what": STORY, "conduct": ""})
    first.post("/lapor/bukti/", {"other_evidence": "", "uploads": [SimpleUploadedFile("satu.png", PICTURE)]})
    refused = second.post(
        "/lapor/bukti/", {"other_evidence": "Ada saksi.", "uploads": [SimpleUploadedFile("dua.png", PICTURE)]}
    )
    assert refused.status_code == 422
    assert "dua.png" in text(refused) and "dapat menyusul" in text(refused) and "Ada saksi." in text(refused)
    assert STORY in text(second.get("/lapor/apa/"))
