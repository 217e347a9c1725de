from django.db import migrations, models


class Migration(migrations.Migration):
    """An agency finds the cases about its own people, also where the case is another's."""

    dependencies = [("cases", "0006_case_due_by_scope")]

    operations = [
        migrations.AddIndex(
            model_name="party",
            index=models.Index(
                condition=models.Q(("agency_code", ""), _negated=True),
                fields=["agency_code", "case"],
                name="party_agency",
            ),
        ),
    ]
