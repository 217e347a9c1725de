"""A head carries a seal of the instance, so that a chain rewritten without its keys is found."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trust", "0003_sent_form")]

    operations = [
        migrations.AddField(
            model_name="chainhead", name="seal", field=models.CharField(blank=True, default="", max_length=64)
        ),
    ]
