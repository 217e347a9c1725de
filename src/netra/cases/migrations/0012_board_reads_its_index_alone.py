from django.db import migrations, models

OWED = models.Q(("met_date__isnull", True), models.Q(("agency_code", ""), _negated=True))
PLACES = (
    ([], "deadline_owed_by_agency"),
    (["province_code"], "deadline_owed_in_province"),
    (["region_code"], "deadline_owed_in_region"),
)


class Migration(migrations.Migration):
    """The board leaves out the cases of the recused, so its indexes hold the case: else every row is fetched for it."""

    dependencies = [("cases", "0011_sealed_people")]

    operations = [
        *(migrations.RemoveIndex(model_name="deadline", name=name) for _first, name in PLACES),
        *(
            migrations.AddIndex(
                model_name="deadline",
                index=models.Index(
                    condition=OWED, fields=[*first, "agency_code", "due_date", "id", "paused_date", "case", "met_date"], name=name
                ),
            )
            for first, name in PLACES
        ),
    ]
