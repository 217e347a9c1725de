"""Reports, their dialogue, copies and erasure."""

import django.db.models.deletion
import netra.intake.models.dialogue
import netra.intake.models.duplicate
import netra.intake.models.report
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What an instance of before may have applied: with all of it, this counts as applied; with a part, Django refuses.
    replaces = [
        ('intake', '0001_initial'),
        ('intake', '0002_draft_file_media_type'),
        ('intake', '0003_also_bypassed'),
        ('intake', '0004_bypass_open_filled'),
        ('intake', '0005_kept_from'),
        ('intake', '0006_present_region_codes'),
        ('intake', '0007_rows_kept'),
        ('intake', '0008_sender_day'),
        ('intake', '0009_past_offices'),
        ('intake', '0010_senders_without_account'),
        ('intake', '0011_national_office'),
        ('intake', '0012_more_rows_kept'),
        ('intake', '0013_erasure_set_aside'),
        ('intake', '0014_copies_of_stories'),
    ]

    initial = True

    dependencies = [
        ('trust', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('code_fingerprint', models.CharField(max_length=64, unique=True)),
                ('idempotency_key', models.CharField(max_length=64, unique=True)),
                ('designation', models.CharField(max_length=40, unique=True)),
                ('state', models.CharField(choices=netra.intake.models.report.state_choices, default='RECEIVED', max_length=20)),
                ('kind', models.CharField(choices=netra.intake.models.report.kind_choices, max_length=20)),
                ('channel', models.CharField(choices=netra.intake.models.report.channel_choices, max_length=12)),
                ('mode', models.CharField(choices=netra.intake.models.report.mode_choices, max_length=12)),
                ('capacity', models.CharField(choices=netra.intake.models.report.capacity_choices, default='UNKNOWN', max_length=12)),
                ('address_given', models.BooleanField(default=False)),
                ('what', models.TextField(blank=True)),
                ('conduct', models.CharField(blank=True, max_length=60)),
                ('place', models.CharField(blank=True, max_length=300)),
                ('act_date', models.DateField(null=True)),
                ('act_precision', models.CharField(choices=netra.intake.models.report.precision_choices, default='UNKNOWN', max_length=8)),
                ('known_date', models.DateField(null=True)),
                ('how_known', models.TextField(blank=True)),
                ('other_evidence', models.TextField(blank=True)),
                ('election_code', models.CharField(blank=True, max_length=60)),
                ('election_kind', models.CharField(blank=True, max_length=8)),
                ('region_code', models.CharField(max_length=13)),
                ('handler_region_code', models.CharField(max_length=13)),
                ('province_code', models.CharField(max_length=2)),
                ('routing_reason', models.TextField(blank=True)),
                ('agency_code', models.CharField(blank=True, max_length=60)),
                ('bypass_agency_code', models.CharField(blank=True, max_length=60)),
                ('bypass_open', models.BooleanField(default=False)),
                ('received_at', models.DateTimeField()),
                ('entered_at', models.DateTimeField()),
                ('checked_at', models.DateTimeField(null=True)),
                ('formal_met', models.BooleanField(null=True)),
                ('material_met', models.BooleanField(null=True)),
                ('missing', models.JSONField(default=list)),
                ('completion_asked_date', models.DateField(null=True)),
                ('completion_due_date', models.DateField(null=True)),
                ('receipt_letter_ref', models.CharField(blank=True, max_length=40)),
                ('case_ref', models.CharField(blank=True, max_length=40)),
                ('outcome_reason', models.CharField(blank=True, max_length=24)),
                ('outcome_explanation', models.TextField(blank=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('erase_date', models.DateField(null=True)),
                ('erased_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['handler_region_code', 'received_at', 'ref'], name='report_region_list'), models.Index(fields=['handler_region_code', 'state', 'received_at', 'ref'], name='report_region_state'), models.Index(fields=['province_code', 'received_at', 'ref'], name='report_province_list'), models.Index(fields=['province_code', 'state', 'received_at', 'ref'], name='report_province_state'), models.Index(fields=['received_at', 'ref'], name='report_list'), models.Index(fields=['region_code', 'act_date'], name='report_region_act_date'), models.Index(condition=models.Q(('bypass_agency_code__gt', '')), fields=['bypass_agency_code', 'ref'], name='report_bypass'), models.Index(condition=models.Q(('erased_at', None)), fields=['erase_date'], name='report_erase_date')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('act_date', None), ('act_precision', 'UNKNOWN')), models.Q(('act_date__isnull', False), models.Q(('act_precision', 'UNKNOWN'), _negated=True)), _connector='OR'), name='report_act_date_has_precision'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['INFORMATION', 'NOT_REGISTERED']), _negated=True), models.Q(models.Q(('outcome_reason', ''), _negated=True), ('closed_at__isnull', False)), _connector='OR'), name='report_end_has_reason'), models.CheckConstraint(condition=models.Q(('bypass_agency_code', ''), ('kind', 'SUPERIOR_PRESSURE'), _connector='OR'), name='report_bypass_needs_pressure'), models.CheckConstraint(condition=models.Q(('election_kind__in', ['', 'GENERAL', 'REGIONAL'])), name='report_election_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='AlsoBypassed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='also_bypassed', to='intake.report')),
                ('agency_code', models.CharField(max_length=60)),
            ],
            options={
                'indexes': [models.Index(fields=['agency_code', 'report'], name='also_bypassed_agency')],
                'constraints': [models.UniqueConstraint(fields=('report', 'agency_code'), name='also_bypassed_once')],
            },
        ),
        migrations.CreateModel(
            name='ReportedPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='persons', to='intake.report')),
                ('ordinal', models.PositiveSmallIntegerField()),
                ('name', models.CharField(blank=True, max_length=200)),
                ('position', models.CharField(blank=True, max_length=200)),
                ('agency_text', models.CharField(blank=True, max_length=200)),
                ('agency_code', models.CharField(blank=True, max_length=60)),
                ('nip', models.CharField(blank=True, max_length=18)),
                ('is_superior', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'ordinal'), name='reported_person_ordinal')],
            },
        ),
        migrations.CreateModel(
            name='ReportMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='intake.report')),
                ('side', models.CharField(choices=netra.intake.models.dialogue.side_choices, max_length=8)),
                ('body', models.TextField(blank=True)),
                ('author_ref', models.CharField(max_length=80)),
                ('sent_at', models.DateTimeField()),
                ('token', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'token'), name='report_message_token')],
            },
        ),
        migrations.CreateModel(
            name='ReportEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='intake.report')),
                ('message', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='intake.reportmessage')),
                ('evidence_ref', models.CharField(max_length=40, unique=True)),
                ('side', models.CharField(choices=netra.intake.models.dialogue.side_choices, max_length=8)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('added_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ReportDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('secret_fingerprint', models.CharField(max_length=64, unique=True)),
                ('sealed_answers', models.BinaryField()),
                ('updated_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['updated_at'], name='draft_updated_at')],
            },
        ),
        migrations.CreateModel(
            name='DraftFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='intake.reportdraft')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('document_sha256', models.CharField(max_length=64, unique=True)),
                ('size', models.PositiveBigIntegerField()),
                ('media_type', models.CharField(default='application/octet-stream', max_length=100)),
                ('sealed_name', models.BinaryField()),
                ('added_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='DuplicateLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='intake.report')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linked_by', to='intake.report')),
                ('reason', models.CharField(choices=netra.intake.models.duplicate.reason_choices, max_length=24)),
                ('linked_by_ref', models.CharField(max_length=80)),
                ('linked_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'other'), name='duplicate_link_once'), models.CheckConstraint(condition=models.Q(('report', models.F('other')), _negated=True), name='duplicate_link_two_reports')],
            },
        ),
        migrations.CreateModel(
            name='ToldApart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='apart_from', to='intake.report')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='apart_from_by', to='intake.report')),
                ('reason', models.CharField(choices=netra.intake.models.duplicate.apart_choices, max_length=24)),
                ('told_by_ref', models.CharField(max_length=80)),
                ('told_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'other'), name='told_apart_once'), models.CheckConstraint(condition=models.Q(('report', models.F('other')), _negated=True), name='told_apart_two_reports')],
            },
        ),
        migrations.CreateModel(
            name='ReportErasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='intake.report')),
                ('reason', models.CharField(max_length=500)),
                ('requested_by_ref', models.CharField(max_length=80)),
                ('requested_at', models.DateTimeField()),
                ('approved_by_ref', models.CharField(blank=True, max_length=80)),
                ('approved_at', models.DateTimeField(null=True)),
                ('set_aside_by_ref', models.CharField(blank=True, db_default='', default='', max_length=80)),
                ('set_aside_at', models.DateTimeField(null=True)),
                ('set_aside_reason', models.CharField(blank=True, db_default='', default='', max_length=500)),
                ('destroyed', models.JSONField(default=dict)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('requested_by_ref', models.F('approved_by_ref')), _negated=True), name='report_erasure_two_people'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='report_erasure_has_reason'), models.CheckConstraint(condition=models.Q(('approved_at__isnull', True), ('set_aside_at__isnull', True), _connector='OR'), name='report_erasure_done_or_set_aside'), models.CheckConstraint(condition=models.Q(('set_aside_by_ref', ''), ('set_aside_by_ref', models.F('requested_by_ref')), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='report_erasure_refused_with_reason'), models.UniqueConstraint(condition=models.Q(('set_aside_at__isnull', True)), fields=('report',), name='report_erasure_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='KeptFrom',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept_from', to='intake.report')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'report'), name='kept_from_once')],
            },
        ),
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
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='story_bands', to='intake.report')),
                ('band', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['band', 'report'], name='story_band')],
            },
        ),
    ]
