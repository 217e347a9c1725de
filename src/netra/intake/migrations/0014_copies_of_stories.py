"""The index in which copies of a story are found, and what officers told apart.

Reports that are there already enter the index by `netra copies rebuild`; until then the pages say so.
"""

from __future__ import annotations

import django.db.models.deletion
import netra.intake.models.duplicate
from django.db import migrations, models

from netra.intake.kept_apart import APART_LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0013_erasure_set_aside'),
    ]

    operations = [
        migrations.CreateModel(
            name='StorySketch',
            fields=[
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='story_sketch', serialize=False, to='intake.report')),
                ('version', models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='StoryBand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('band', models.BigIntegerField()),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='story_bands', to='intake.report')),
            ],
            options={
                'indexes': [models.Index(fields=['band', 'report'], name='story_band')],
            },
        ),
        migrations.CreateModel(
            name='ToldApart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=netra.intake.models.duplicate.apart_choices, max_length=24)),
                ('told_by_ref', models.CharField(max_length=80)),
                ('told_at', models.DateTimeField()),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='apart_from_by', to='intake.report')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='apart_from', to='intake.report')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'other'), name='told_apart_once'), models.CheckConstraint(condition=models.Q(('report', models.F('other')), _negated=True), name='told_apart_two_reports')],
            },
        ),
        RunInDatabase(lock_rows(APART_LOCKS), unlock_rows(APART_LOCKS)),
    ]
