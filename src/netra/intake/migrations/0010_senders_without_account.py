"""Counts of senders without an account are kept by the room `trust`, for every room; what these held was passing."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0009_past_offices'),
    ]

    operations = [
        migrations.DeleteModel(
            name='CodeGuess',
        ),
        migrations.DeleteModel(
            name='SenderDay',
        ),
    ]
