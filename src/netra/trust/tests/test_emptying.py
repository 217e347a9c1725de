"""Between two tests nothing stays but the locks: rows that nobody may remove are gone, and their triggers stand."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, transaction

from netra.trust.models import ChainHead, Event, RoleGrant, User
from netra.trust.tests.builders import wayan, write
from netra.trust.tests.emptying import empty_tables
from netra.trust.tests.locks import missing

pytestmark = pytest.mark.django_db(transaction=True)


def _nobody_removes_an_event() -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Event.objects.all().delete()


def it_leaves_no_row_and_every_trigger():
    wayan()
    write("house", 3)
    _nobody_removes_an_event()
    empty_tables()
    assert [model.objects.count() for model in (User, RoleGrant, Event, ChainHead)] == [0, 0, 0, 0]
    assert missing() == []
    write("house")
    _nobody_removes_an_event()


def it_leaves_what_migrations_wrote_of_the_models():
    empty_tables()
    assert ContentType.objects.filter(app_label="trust", model="event").exists()
