"""The roles page of the demo: a newcomer reads places and what each role does, not codes."""

from __future__ import annotations

import pytest
from django.test import Client

from netra.trust.tests import builders

pytestmark = pytest.mark.django_db


def test_a_newcomer_reads_the_place_and_the_task(settings):
    settings.DEMO = True
    builders.wayan()
    shown = Client().get("/peraga/").content.decode()
    assert "Kota Jambi" in shown and "15.71" not in shown
    assert "Memeriksa laporan, menyusun kajian, meneruskan perkara." in shown
