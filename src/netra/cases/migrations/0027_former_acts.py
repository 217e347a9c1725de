"""What an act said before an officer corrected it; of acts from before, all is as it was written first."""

from __future__ import annotations

import django.db.models.deletion
import netra.cases.states
from django.db import migrations, models

from netra.cases.kept_acts import ACT_LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0026_party_erase'),
    ]

    operations = [
        migrations.AddField(
            model_name='act',
            name='version',
            field=models.PositiveSmallIntegerField(db_default=1, default=1),
        ),
        migrations.CreateModel(
            name='FormerAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('conduct', models.CharField(max_length=40)),
                ('other_conducts', models.JSONField(blank=True, default=list)),
                ('act_date', models.DateField()),
                ('act_date_precision', models.CharField(default='DAY', max_length=5)),
                ('phase', models.CharField(blank=True, max_length=12)),
                ('place', models.CharField(blank=True, max_length=300)),
                ('channel', models.CharField(choices=netra.cases.states.channel_choices, default='OTHER', max_length=20)),
                ('narrative', models.TextField()),
                ('version', models.PositiveSmallIntegerField()),
                ('reason', models.TextField()),
                ('document', models.CharField(blank=True, max_length=200)),
                ('corrected_at', models.DateTimeField()),
                ('corrected_by', models.CharField(max_length=60)),
                ('act', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former', to='cases.act')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('act', 'version'), name='former_act_version')],
            },
        ),
        # SQLite writes the table of acts anew and loses its triggers.
        RunInDatabase(lock_rows(ACT_LOCKS), unlock_rows(ACT_LOCKS)),
    ]
