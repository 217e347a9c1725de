"""An answer may have several lines, so questions and answers are kept as pairs and not as two texts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0001_initial")]

    operations = [
        migrations.AddField("examination", "dialogue", models.JSONField(default=list), preserve_default=False),
        migrations.RemoveField("examination", "questions"),
        migrations.RemoveField("examination", "statement"),
    ]
