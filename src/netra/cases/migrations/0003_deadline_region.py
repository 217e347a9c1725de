from django.db import migrations, models


class Migration(migrations.Migration):
    """A term tells its region itself; what is already there is filled in by the next migration."""

    dependencies = [("cases", "0002_recusal")]

    operations = [
        migrations.AddField(
            model_name="deadline",
            name="region_code",
            field=models.CharField(default="", max_length=13),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="deadline",
            name="province_code",
            field=models.CharField(default="", max_length=2),
            preserve_default=False,
        ),
    ]
