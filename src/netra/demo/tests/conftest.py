"""The demo, loaded once for all tests of this room and taken back when they are done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from netra.demo.load import load
from netra.demo.tests.builders import LOADED_AT


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[datetime]:
    """The moment at which it was loaded."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(at=LOADED_AT)
        yield LOADED_AT
        transaction.set_rollback(True)
