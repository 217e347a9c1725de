"""Who asked the desk is erased on a date, by two people; what was answered before has its date from now on."""

import django.db.models.deletion
from django.db import migrations, models

from netra.law.counting import add_months
from netra.law.deadlines import compute
from netra.prevention.kept_advisory import ADVISORY_ERASURE_LOCKS, ADVISORY_LOCKS
from netra.trust.migrating import RunInDatabase, RunOverRows
from netra.trust.row_locks import lock, lock_rows, unlock


def fill(apps, _schema_editor):
    """By the schedule that the agency which answered had that day, else the default of the house."""
    schedules = apps.get_model("registry", "RetentionSchedule").objects.order_by("-start_date")
    for question in apps.get_model("prevention", "AdvisoryQuestion").objects.exclude(state="OPEN"):
        last = question.answers.order_by("-ordinal").first()
        ended = last.answered_date if last else question.turned_date
        held = schedules.filter(agency__code=last.agency_code if last else question.agency_code, start_date__lte=ended)
        schedule = held.first()
        years = schedule.active_years + schedule.inactive_years if schedule else 0
        question.erase_date = add_months(ended, 12 * years) if schedule else compute("erasure", ended).due
        question.save(update_fields=["erase_date"])


def lock_erasures(_apps, schema_editor):
    """With what the locks of the words ask: whether two people approved."""
    lock(schema_editor.connection, (*ADVISORY_LOCKS, *ADVISORY_ERASURE_LOCKS))


def lock_words_again(apps, schema_editor):
    """Without what they ask, for the table of approvals goes."""
    unlock(schema_editor.connection, ADVISORY_ERASURE_LOCKS)
    lock_rows(ADVISORY_LOCKS)(apps, schema_editor)


class Migration(migrations.Migration):

    dependencies = [
        ('prevention', '0014_outreach_guests'),
        ('registry', '0010_retention_kept'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdvisoryErasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=500)),
                ('requested_by_ref', models.CharField(max_length=80)),
                ('requested_at', models.DateTimeField()),
                ('approved_by_ref', models.CharField(blank=True, default='', max_length=80)),
                ('approved_at', models.DateTimeField(null=True)),
                ('set_aside_by_ref', models.CharField(blank=True, default='', max_length=80)),
                ('set_aside_at', models.DateTimeField(null=True)),
                ('set_aside_reason', models.CharField(blank=True, default='', max_length=500)),
            ],
        ),
        migrations.AddField(
            model_name='advisoryquestion',
            name='erase_date',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='advisoryquestion',
            name='erased_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name='advisoryquestion',
            index=models.Index(condition=models.Q(('erased_at', None)), fields=['erase_date'], name='advisory_erase_date'),
        ),
        migrations.AddField(
            model_name='advisoryerasure',
            name='question',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='prevention.advisoryquestion'),
        ),
        migrations.AddConstraint(
            model_name='advisoryerasure',
            constraint=models.CheckConstraint(condition=models.Q(('requested_by_ref', models.F('approved_by_ref')), _negated=True), name='advisory_erasure_two_people'),
        ),
        migrations.AddConstraint(
            model_name='advisoryerasure',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='advisory_erasure_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='advisoryerasure',
            constraint=models.CheckConstraint(condition=models.Q(('approved_at__isnull', True), ('set_aside_at__isnull', True), _connector='OR'), name='advisory_erasure_done_or_set_aside'),
        ),
        migrations.AddConstraint(
            model_name='advisoryerasure',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_by_ref', ''), ('set_aside_by_ref', models.F('requested_by_ref')), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='advisory_erasure_refused_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='advisoryerasure',
            constraint=models.UniqueConstraint(condition=models.Q(('set_aside_at__isnull', True)), fields=('question',), name='advisory_erasure_one_at_a_time'),
        ),
        RunOverRows(fill, migrations.RunPython.noop, of="prevention_advisoryquestion"),
        RunInDatabase(lock_erasures, lock_words_again),
    ]
