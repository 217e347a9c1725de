"""One primary position per person and day, one appointing authority per agency and day: the database refuses two."""

from __future__ import annotations

from django.db import migrations

from netra.registry.no_overlap import allow_overlap, forbid_overlap
from netra.trust.migrating import RunInDatabase


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial")]

    operations = [RunInDatabase(forbid_overlap, allow_overlap)]
