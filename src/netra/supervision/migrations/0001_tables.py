"""Plans, visits and observations."""

import django.db.models.deletion
import netra.supervision.states
from django.db import migrations, models


class Migration(migrations.Migration):

    # What an instance of before may have applied: with all of it, this counts as applied; with a part, Django refuses.
    replaces = [
        ('supervision', '0001_initial'),
        ('supervision', '0002_rows_kept'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Checklist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency_code', models.CharField(max_length=60)),
                ('subject', models.CharField(choices=netra.supervision.states.subject_choices, max_length=12)),
                ('version', models.PositiveSmallIntegerField()),
                ('questions', models.JSONField(default=list)),
                ('written_by', models.CharField(max_length=100)),
                ('written_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency_code', 'subject', 'version'), name='checklist_version_once')],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('agency_code', models.CharField(max_length=60)),
                ('target_code', models.CharField(max_length=60)),
                ('unit_code', models.CharField(blank=True, default='', max_length=60)),
                ('subject', models.CharField(choices=netra.supervision.states.subject_choices, max_length=12)),
                ('planned_date', models.DateField()),
                ('reasons', models.JSONField(default=list)),
                ('planned_by', models.CharField(max_length=100)),
                ('planned_at', models.DateTimeField()),
                ('state', models.CharField(choices=netra.supervision.states.visit_state_choices, max_length=10)),
                ('cancelled_reason', models.TextField(blank=True, default='')),
                ('assignment_ref', models.CharField(blank=True, default='', max_length=40)),
            ],
            options={
                'indexes': [models.Index(fields=['agency_code', 'planned_date', 'id'], name='visit_of_agency_by_day'), models.Index(fields=['target_code', 'planned_date'], name='visit_of_target')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'CANCELLED'), models.Q(('cancelled_reason', ''), _negated=True)), models.Q(models.Q(('state', 'CANCELLED'), _negated=True), ('cancelled_reason', '')), _connector='OR'), name='visit_cancelled_is_explained')],
            },
        ),
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('visit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='observation', to='supervision.visit')),
                ('checklist', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='observations', to='supervision.checklist')),
                ('observed_date', models.DateField()),
                ('observed_time', models.TimeField()),
                ('place', models.CharField(max_length=300)),
                ('answers', models.JSONField(default=list)),
                ('summary', models.TextField()),
                ('result', models.CharField(choices=netra.supervision.states.result_choices, max_length=15)),
                ('evidence_refs', models.JSONField(blank=True, default=list)),
                ('recorded_by', models.CharField(max_length=100)),
                ('recorded_at', models.DateTimeField()),
                ('passed_to', models.CharField(blank=True, default='', max_length=60)),
                ('passed_at', models.DateTimeField(blank=True, null=True)),
                ('case_ref', models.CharField(blank=True, default='', max_length=24)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('passed_to', ''), _negated=True), fields=['passed_to', '-id'], name='observation_passed'), models.Index(condition=models.Q(('case_ref', ''), _negated=True), fields=['case_ref'], name='observation_of_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('passed_at', None), ('passed_to', '')), models.Q(models.Q(('passed_to', ''), _negated=True), ('passed_at__isnull', False)), _connector='OR'), name='observation_passed_has_a_moment'), models.CheckConstraint(condition=models.Q(('result', 'SUSPECTED'), models.Q(('case_ref', ''), ('passed_to', '')), _connector='OR'), name='observation_without_suspicion_goes_nowhere')],
            },
        ),
        migrations.AddField(
            model_name='visit',
            name='follows',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='supervision.observation'),
        ),
    ]
