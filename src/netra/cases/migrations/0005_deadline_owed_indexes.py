from django.db import migrations, models

OWED = models.Q(("met_date__isnull", True), models.Q(("agency_code", ""), _negated=True))


class Migration(migrations.Migration):
    """The follow-up board of an agency, a province or a region is one walk of one index."""

    dependencies = [("cases", "0004_deadline_region_filled")]

    operations = [
        migrations.RemoveIndex(model_name="deadline", name="deadline_owed_by_agency"),
        *(
            migrations.AddIndex(
                model_name="deadline",
                index=models.Index(
                    condition=OWED, fields=[*first, "agency_code", "due_date", "id", "paused_date"], name=name
                ),
            )
            for first, name in (
                ([], "deadline_owed_by_agency"),
                (["province_code"], "deadline_owed_in_province"),
                (["region_code"], "deadline_owed_in_region"),
            )
        ),
    ]
