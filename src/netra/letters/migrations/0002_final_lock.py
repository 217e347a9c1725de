"""Where the lock of final letters began. Its triggers name columns of today and stand in 0005, after the last column."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial")]
