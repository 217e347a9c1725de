from django.db import migrations, models


class Migration(migrations.Migration):
    """What a file of a draft is, read from its bytes when it came."""

    dependencies = [("intake", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="draftfile",
            name="media_type",
            field=models.CharField(default="application/octet-stream", max_length=100),
        ),
    ]
