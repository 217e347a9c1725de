from collections import defaultdict

import django.db.models.deletion
from django.db import migrations, models

from netra.trust.migrating import RunOverRows


def fill(apps, schema_editor):
    """For the cases that were open before: what stands under an agency's own people or proceedings, or the case itself."""
    Case, NextTerm = apps.get_model("cases", "Case"), apps.get_model("cases", "NextTerm")
    for case in Case.objects.filter(next_due_date__isnull=False).prefetch_related("parties", "deadlines", "recommendations"):
        NextTerm.objects.bulk_create(
            NextTerm(case=case, agency_code=code, due_date=first.due_date, rule=first.rule)
            for code, first in _firsts(case)
        )


def _firsts(case):
    handled, numbers = defaultdict(set), {party.pk: party.ordinal for party in case.parties.all()}
    for party in case.parties.all():
        handled[party.agency_code or case.agency_code].add(f"{case.ref}/T{party.ordinal}")
    for each in case.recommendations.all():
        handled[each.agency_code].add(f"{case.ref}/T{numbers[each.party_id]}")
    for term in case.deadlines.all():
        handled[term.agency_code].add(term.subject_ref)
    running = [
        term
        for term in case.deadlines.all()
        if term.met_date is None and term.paused_date is None and term.holder != "ACCUSED"
    ]
    for code in sorted({*handled, case.agency_code} - {""}):
        seen = [term for term in running if term.subject_ref in {"", *handled[code]}]
        if seen:
            yield code, min(seen, key=lambda term: (term.due_date, term.pk))


class Migration(migrations.Migration):
    """Each agency reads its own next term of a case, no longer that of somebody else."""

    dependencies = [
        ('cases', '0020_cited_advice'),
    ]

    operations = [
        migrations.CreateModel(
            name='NextTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency_code', models.CharField(max_length=60)),
                ('due_date', models.DateField()),
                ('rule', models.CharField(max_length=40)),
            ],
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='case_agency_due',
        ),
        migrations.AddField(
            model_name='nextterm',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='next_terms', to='cases.case'),
        ),
        migrations.AddIndex(
            model_name='nextterm',
            index=models.Index(fields=['agency_code', 'due_date', 'case'], name='next_term_by_day'),
        ),
        migrations.AddConstraint(
            model_name='nextterm',
            constraint=models.UniqueConstraint(fields=('case', 'agency_code'), name='next_term_of_agency'),
        ),
        RunOverRows(fill, migrations.RunPython.noop, of="cases_case"),
    ]
