from django.db import migrations

from netra.trust.migrating import RunOverRows


def fill(apps, schema_editor):
    Recusal, Report = apps.get_model("cases", "Recusal"), apps.get_model("intake", "Report")
    KeptFrom = apps.get_model("intake", "KeptFrom")
    for recusal in Recusal.objects.exclude(case__report_ref="").select_related("case").iterator(chunk_size=500):
        for report in Report.objects.filter(ref=recusal.case.report_ref):
            KeptFrom.objects.get_or_create(report=report, user_id=recusal.user_id)


class Migration(migrations.Migration):
    """Who is recused already is kept from the report of the case as well."""

    dependencies = [("cases", "0008_finer_posts"), ("intake", "0005_kept_from")]

    operations = [RunOverRows(fill, migrations.RunPython.noop, of="cases_recusal")]
