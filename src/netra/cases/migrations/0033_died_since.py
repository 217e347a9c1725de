"""Whoever had retired or left the service may die after it, while his case runs."""

from __future__ import annotations

from django.db import migrations

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [("cases", "0032_servant_left")]

    operations = [RunInDatabase(untie, tie), RunInDatabase(tie, untie)]
