import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A report of pressure is kept from the agency of every superior, and says whether one is still to be named."""

    dependencies = [("intake", "0002_draft_file_media_type")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="bypass_open",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="AlsoBypassed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agency_code", models.CharField(max_length=60)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="also_bypassed", to="intake.report"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("report", "agency_code"), name="also_bypassed_once")
                ],
            },
        ),
    ]
