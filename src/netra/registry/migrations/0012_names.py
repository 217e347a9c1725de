"""The index of names. A register without people has nothing to index; any other waits for `netra names rebuild`."""

from __future__ import annotations

from django.db import migrations, models

from netra.trust.migrating import RunInDatabase

READY_WHERE_EMPTY = """
    INSERT INTO registry_namegeneration (is_ready, through)
    SELECT TRUE, 0 WHERE NOT EXISTS (SELECT 1 FROM registry_civilservant)
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
                ('is_ready', models.BooleanField(default=False, verbose_name='siap')),
                ('through', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='NameCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('generation', models.BigIntegerField()),
                ('column', models.CharField(max_length=20)),
                ('value', models.CharField(max_length=200)),
                ('count', models.IntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['generation', 'column', 'value'], name='registry_name_count')],
            },
        ),
        migrations.CreateModel(
            name='NameKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('generation', models.BigIntegerField()),
                ('key', models.CharField(max_length=200)),
                ('words', models.IntegerField()),
                ('bearers', models.IntegerField()),
                ('numbers', models.BinaryField()),
            ],
            options={
                'indexes': [models.Index(fields=['generation', 'key'], name='registry_name_key')],
            },
        ),
        migrations.CreateModel(
            name='NearKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('generation', models.BigIntegerField()),
                ('short', models.CharField(max_length=200)),
                ('key', models.CharField(max_length=200)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('generation', 'short', 'key'), name='registry_near_key_once')],
            },
        ),
        RunInDatabase(lambda _apps, editor: editor.execute(READY_WHERE_EMPTY), migrations.RunPython.noop),
    ]
