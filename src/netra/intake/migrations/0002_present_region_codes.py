from django.db import migrations

from netra.registry.regions import region_index
from netra.trust.migrating import RunOverRows

# The edition of the regions that this brings the reports to; a later one needs a migration that does the same again.
EDITION = 2025


def move(apps, schema_editor):
    """Whoever serves the region by its present code finds what was filed under a former one.

    The place stays as it was reported; only the office that handles the report follows its region.
    """
    reports, present = apps.get_model("intake", "Report").objects.order_by(), region_index().present_code
    for place in reports.values_list("region_code", flat=True).distinct():
        # What waits at the level of the province follows the region into its new province.
        province = present(place)[:2]
        if province != place[:2]:
            waiting = reports.filter(region_code=place, handler_region_code=place[:2])
            waiting.update(handler_region_code=province, province_code=province)
    for code in reports.values_list("handler_region_code", flat=True).distinct():
        office = present(code)
        if office != code:
            reports.filter(handler_region_code=code).update(handler_region_code=office, province_code=office[:2])


class Migration(migrations.Migration):
    """Reports under former region codes lie with the office of today."""

    dependencies = [("intake", "0001_tables")]

    operations = [RunOverRows(move, migrations.RunPython.noop, of="intake_report")]
