from django.db import migrations
from django.db.models import OuterRef, Subquery

from netra.trust.migrating import RunOverRows


def fill(apps, schema_editor):
    Case, Deadline = apps.get_model("cases", "Case"), apps.get_model("cases", "Deadline")
    case = Case.objects.filter(pk=OuterRef("case_id"))
    Deadline.objects.filter(region_code="").update(
        region_code=Subquery(case.values("region_code")), province_code=Subquery(case.values("province_code"))
    )


class Migration(migrations.Migration):
    """Each term takes the region of its case."""

    dependencies = [("cases", "0003_deadline_region")]

    operations = [RunOverRows(fill, migrations.RunPython.noop, of="cases_case")]
