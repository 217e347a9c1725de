from django.db import migrations

from netra.trust.migrating import RunOverRows


def fill(apps, schema_editor):
    """Open is what names no agency, and what names a superior whose agency was not recognised or not written down.

    Of several superiors only the first was kept in mind so far; the agencies of the others are added where known.
    """
    Report, Also = apps.get_model("intake", "Report"), apps.get_model("intake", "AlsoBypassed")
    for report in Report.objects.filter(kind="SUPERIOR_PRESSURE", erased_at=None).iterator(chunk_size=500):
        persons = list(report.persons.order_by("ordinal").values_list("is_superior", "agency_code"))
        codes = [code for is_superior, code in persons if is_superior] or [code for _, code in persons]
        further = dict.fromkeys(code for code in codes if code and code != report.bypass_agency_code)
        Also.objects.bulk_create(
            [Also(report=report, agency_code=code) for code in further] if report.bypass_agency_code else []
        )
        if not report.bypass_agency_code or not all(codes):
            Report.objects.filter(pk=report.pk).update(bypass_open=True)


class Migration(migrations.Migration):
    """Reports of pressure that are already here."""

    dependencies = [("intake", "0003_also_bypassed")]

    operations = [RunOverRows(fill, migrations.RunPython.noop, of="intake_report")]
