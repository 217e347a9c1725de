from django.db import migrations, models


class Migration(migrations.Migration):
    """A recommendation may come after the proceeding was opened, so no copy of it is kept there."""

    dependencies = [("sanctions", "0002_dialogue_in_pairs")]

    operations = [
        migrations.RemoveField(model_name="proceeding", name="recommended_level"),
        migrations.AddField(
            model_name="councilhearing",
            name="action_declined_reason",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
    ]
