"""Accounts, roles, the trail, sealed identities and evidence: their tables, and the lock of the trail."""

import django.db.models.deletion
import netra.trust.models.people
import netra.trust.states
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.trust import append_only
from netra.trust.migrating import RunInDatabase


def lock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Lock the trail, and sort its chains by byte in PostgreSQL as SQLite and Python do: roots are the same anywhere."""
    if schema_editor.connection.vendor == "postgresql":
        for table in ("trust_event", "trust_chainhead", "trust_dailyhead"):
            schema_editor.execute(f'ALTER TABLE {table} ALTER COLUMN chain TYPE varchar(100) COLLATE "C"')
    append_only.lock(schema_editor.connection)


def unlock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.unlock(schema_editor.connection)


class Migration(migrations.Migration):

    # What an instance of before may have applied: with all of it, this counts as applied; with a part, Django refuses.
    replaces = [
        ('trust', '0001_initial'),
        ('trust', '0002_append_only'),
        ('trust', '0003_sent_form'),
        ('trust', '0004_sealed_head'),
        ('trust', '0005_seal_heads'),
        ('trust', '0006_lock_again'),
        ('trust', '0007_rows_kept'),
        ('trust', '0008_unit_of_a_role'),
        ('trust', '0009_senders_without_account'),
        ('trust', '0010_place_of_a_request'),
        ('trust', '0011_more_rows_kept'),
        ('trust', '0012_former_names'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='StoredContent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shelf', models.CharField(max_length=10)),
                ('sha256', models.CharField(max_length=64)),
                ('object_name', models.CharField(max_length=80, unique=True)),
                ('wrapped_key', models.BinaryField()),
                ('key_id', models.CharField(max_length=16)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('shelf', 'sha256'), name='trust_content_stored_once')],
            },
        ),
        migrations.CreateModel(
            name='EvidenceItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField()),
                ('media_type', models.CharField(max_length=100)),
                ('sealed_name', models.BinaryField()),
                ('chain', models.CharField(db_index=True, max_length=100)),
                ('received_at', models.DateTimeField()),
                ('received_by', models.CharField(max_length=100)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('content', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='trust.storedcontent')),
                ('destroyed_at', models.DateTimeField(blank=True, null=True)),
                ('destroyed_by', models.CharField(blank=True, max_length=100)),
                ('destroyed_reason', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('content__isnull', False), ('destroyed_at__isnull', True)), models.Q(('content__isnull', True), ('destroyed_at__isnull', False)), _connector='OR'), name='trust_evidence_kept_or_destroyed'), models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='trust_evidence_not_empty')],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('username', models.CharField(max_length=60, unique=True)),
                ('full_name', models.CharField(max_length=200)),
                ('former_names', models.TextField(blank=True, db_default='')),
                ('is_active', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FormerName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renamings', to=settings.AUTH_USER_MODEL)),
                ('full_name', models.CharField(max_length=200)),
                ('reason', models.TextField()),
                ('renamed_by', models.CharField(max_length=60)),
                ('renamed_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='trust_renamed_for_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='RoleGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to=settings.AUTH_USER_MODEL)),
                ('role', models.CharField(choices=netra.trust.models.people.role_choices, max_length=30)),
                ('region_code', models.CharField(blank=True, default='', max_length=20)),
                ('agency_code', models.CharField(blank=True, default='', max_length=60)),
                ('unit_code', models.CharField(blank=True, default='', max_length=60)),
                ('subject_ref', models.CharField(blank=True, default='', max_length=80)),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'role'], name='trust_grant_user_role')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='trust_grant_period_runs_forward'), models.CheckConstraint(condition=models.Q(models.Q(('agency_code', ''), ('region_code', '')), models.Q(('region_code', ''), ('subject_ref', '')), models.Q(('agency_code', ''), ('subject_ref', '')), _connector='OR'), name='trust_grant_has_one_scope'), models.CheckConstraint(condition=models.Q(models.Q(('agency_code', ''), ('region_code', ''), ('subject_ref', ''), _negated=True), ('role__in', ['OVERSIGHT_ANALYST', 'IDENTITY_CUSTODIAN', 'AUDITOR', 'ADMINISTRATOR']), _connector='OR'), name='trust_grant_national_only_for_national_roles'), models.CheckConstraint(condition=models.Q(('subject_ref', ''), ('role', 'EXAMINER'), _connector='OR'), name='trust_grant_matter_only_for_examiner'), models.CheckConstraint(condition=models.Q(models.Q(('unit_code', ''), models.Q(('role', 'UNIT_HEAD'), _negated=True)), models.Q(models.Q(('unit_code', ''), _negated=True), models.Q(('agency_code', ''), _negated=True), ('role', 'UNIT_HEAD')), _connector='OR'), name='trust_grant_unit_only_for_its_head')],
            },
        ),
        migrations.CreateModel(
            name='FirstAdminInvite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fingerprint', models.CharField(max_length=64, unique=True)),
                ('issued_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='SignInThrottle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fingerprint', models.CharField(max_length=64, unique=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('since_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['since_at'], name='trust_throttle_since')],
            },
        ),
        migrations.CreateModel(
            name='SealedIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('designation', models.CharField(max_length=40, unique=True)),
                ('ciphertext', models.BinaryField()),
                ('wrapped_key', models.BinaryField()),
                ('key_id', models.CharField(max_length=16)),
                ('sealed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='IdentityRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('designation', models.CharField(db_index=True, max_length=40)),
                ('chain', models.CharField(max_length=100)),
                ('region_code', models.CharField(blank=True, default='', max_length=20)),
                ('agency_code', models.CharField(blank=True, default='', max_length=60)),
                ('reason', models.CharField(max_length=500)),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identity_requests', to=settings.AUTH_USER_MODEL)),
                ('requested_at', models.DateTimeField()),
                ('state', models.CharField(choices=netra.trust.states.request_state_choices, default='PENDING', max_length=10)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decision_reason', models.CharField(blank=True, max_length=500)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('decided_by', None), models.Q(('decided_by', models.F('requested_by')), _negated=True), _connector='OR'), name='trust_identity_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', None), ('state', 'PENDING')), models.Q(models.Q(('state', 'PENDING'), _negated=True), ('decided_by__isnull', False)), _connector='OR'), name='trust_identity_decided_by_someone'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='trust_identity_has_reason'), models.UniqueConstraint(condition=models.Q(('state__in', ['PENDING', 'APPROVED'])), fields=('designation', 'requested_by'), name='trust_identity_one_open_request')],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('fingerprint', models.CharField(max_length=64, unique=True)),
                ('purpose', models.CharField(max_length=40)),
                ('subject', models.CharField(db_index=True, max_length=100)),
                ('chain', models.CharField(max_length=100)),
                ('issued_at', models.DateTimeField()),
                ('issued_by', models.CharField(max_length=100)),
                ('until_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at__gt', models.F('issued_at'))), name='trust_link_period_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='CodeGuess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sender_hash', models.CharField(max_length=64)),
                ('hour_start', models.DateTimeField()),
                ('wrong', models.PositiveIntegerField(default=0)),
            ],
            options={
                'indexes': [models.Index(fields=['hour_start'], name='trust_code_guess_start')],
                'constraints': [models.UniqueConstraint(fields=('sender_hash', 'hour_start'), name='trust_code_guess_hour')],
            },
        ),
        migrations.CreateModel(
            name='SenderDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sender_hash', models.CharField(max_length=64, unique=True)),
                ('day', models.DateField()),
                ('begun', models.PositiveIntegerField(default=0)),
                ('size', models.PositiveBigIntegerField(default=0)),
            ],
            options={
                'indexes': [models.Index(fields=['day'], name='trust_sender_day')],
            },
        ),
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fingerprint', models.CharField(max_length=64, unique=True)),
                ('sent_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chain', models.CharField(max_length=100)),
                ('seq', models.PositiveBigIntegerField()),
                ('at', models.DateTimeField()),
                ('actor_ref', models.CharField(max_length=100)),
                ('verb', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=100)),
                ('payload', models.TextField()),
                ('citation', models.CharField(blank=True, max_length=500)),
                ('clock_regressed', models.BooleanField(default=False)),
                ('prev_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('chain', 'seq'), name='trust_event_one_per_place')],
            },
        ),
        migrations.CreateModel(
            name='ChainHead',
            fields=[
                ('chain', models.CharField(max_length=100, primary_key=True, serialize=False)),
                ('seq', models.PositiveBigIntegerField(default=0)),
                ('hash', models.CharField(max_length=64)),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('seal', models.CharField(blank=True, default='', max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='DailyRoot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('heads', models.PositiveBigIntegerField()),
                ('prev_root', models.CharField(max_length=64)),
                ('root', models.CharField(max_length=64)),
                ('closed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='DailyHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('chain', models.CharField(max_length=100)),
                ('seq', models.PositiveBigIntegerField()),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['day', 'chain'], name='trust_daily_head_day')],
                'constraints': [models.UniqueConstraint(fields=('chain', 'seq'), name='trust_daily_head_once')],
            },
        ),
        RunInDatabase(lock, unlock),
    ]
