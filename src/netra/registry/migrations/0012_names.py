"""The index of names. A register without people has nothing to index; any other waits for `netra names rebuild`."""

from __future__ import annotations

from django.db import migrations, models

from netra.trust.migrating import RunInDatabase

READY_WHERE_EMPTY = """
    INSERT INTO registry_namegeneration (started_at, ready_at, through)
    SELECT CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0 WHERE NOT EXISTS (SELECT 1 FROM registry_civilservant)
"""


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0011_assumed_start'),
    ]

    operations = [
        migrations.CreateModel(
            name='NameGeneration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField(verbose_name='dimulai')),
                ('ready_at', models.DateTimeField(blank=True, null=True, verbose_name='selesai')),
                ('through', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='NameKey',
            fields=[
                ('pk', models.CompositePrimaryKey('generation', 'key', 'block', blank=True, editable=False, primary_key=True, serialize=False)),
                ('generation', models.BigIntegerField()),
                ('key', models.CharField(max_length=200)),
                ('block', models.BigIntegerField()),
                ('words', models.IntegerField()),
                ('bearers', models.IntegerField()),
                ('numbers', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='NearKey',
            fields=[
                ('pk', models.CompositePrimaryKey('generation', 'short', 'key', blank=True, editable=False, primary_key=True, serialize=False)),
                ('generation', models.BigIntegerField()),
                ('short', models.CharField(max_length=200)),
                ('key', models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='NameCount',
            fields=[
                ('pk', models.CompositePrimaryKey('generation', 'column', 'value', 'block', blank=True, editable=False, primary_key=True, serialize=False)),
                ('generation', models.BigIntegerField()),
                ('column', models.CharField(max_length=20)),
                ('value', models.CharField(max_length=200)),
                ('block', models.BigIntegerField()),
                ('count', models.IntegerField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('count__gt', 0)), name='registry_name_count_positive')],
            },
        ),
        RunInDatabase(lambda _apps, editor: editor.execute(READY_WHERE_EMPTY), migrations.RunPython.noop),
    ]
