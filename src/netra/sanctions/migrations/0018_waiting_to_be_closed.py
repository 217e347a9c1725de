"""Find proceedings that only wait to be closed without reading the others."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0019_day_recorded'),
        ('sanctions', '0017_document_of_another_office'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='proceeding',
            index=models.Index(condition=models.Q(('state__in', ['ANNULLED', 'STOPPED'])), fields=['id'], name='proceeding_to_close'),
        ),
    ]
