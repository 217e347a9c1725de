"""Keep which observation of the supervisors a finding came from; of older cases none is known."""

from __future__ import annotations

from django.db import migrations, models

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0017_released_by_agency'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='observation_ref',
            field=models.CharField(blank=True, default='', max_length=40),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(condition=models.Q(('observation_ref', ''), _negated=True), fields=('observation_ref',), name='case_one_per_observation'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('observation_ref', ''), models.Q(('report_ref', ''), ('source', 'FINDING')), _connector='OR'), name='case_observation_is_a_finding'),
        ),
        # SQLite writes the table anew and loses its triggers.
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
