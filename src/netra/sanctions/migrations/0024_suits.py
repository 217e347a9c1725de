"""A suit before an administrative court, and the end of a proceeding that may be taken back; of older ones none."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from netra.sanctions.kept_rows import LOCKS
from netra.sanctions.kept_suits import SUIT_LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):

    dependencies = [
        ('sanctions', '0023_to_close_by_or'),
    ]

    operations = [
        migrations.CreateModel(
            name='Suit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=120)),
                ('filed_date', models.DateField()),
                ('document', models.CharField(max_length=120)),
                ('after_execution', models.BooleanField(db_default=False, default=False)),
                ('decided_date', models.DateField(null=True)),
                ('outcome', models.CharField(blank=True, max_length=12)),
                ('ruling', models.CharField(blank=True, max_length=120)),
                ('reason', models.TextField(blank=True)),
                ('former_outcome', models.CharField(blank=True, max_length=12)),
                ('former_level', models.CharField(blank=True, max_length=12)),
                ('former_sanction', models.CharField(blank=True, max_length=40)),
                ('former_decided_date', models.DateField(null=True)),
                ('remedy', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='suit', to='sanctions.remedy')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('decided_date__isnull', True), ('decided_date__gte', models.F('filed_date')), _connector='OR'), name='suit_in_order')],
            },
        ),
        RunInDatabase(lock_rows((*LOCKS, *SUIT_LOCKS)), unlock_rows((*LOCKS, *SUIT_LOCKS))),
    ]
