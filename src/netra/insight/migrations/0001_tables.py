"""Publications of the statistics."""

from django.db import migrations, models


class Migration(migrations.Migration):

    # What an instance of before may have applied: with all of it, this counts as applied; with a part, Django refuses.
    replaces = [
        ('insight', '0001_initial'),
        ('insight', '0002_publication_lock'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(verbose_name='bulan')),
                ('revision', models.PositiveSmallIntegerField(verbose_name='terbitan ke-')),
                ('content', models.TextField(verbose_name='isi')),
                ('sha256', models.CharField(max_length=64, verbose_name='sidik jari isi')),
                ('behind', models.TextField(verbose_name='yang dihitung')),
                ('reason', models.CharField(blank=True, default='', max_length=500, verbose_name='alasan koreksi')),
                ('made_at', models.DateTimeField(verbose_name='diterbitkan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('month', 'revision'), name='insight_one_revision'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), ('revision', 1)), models.Q(('revision__gt', 1), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='insight_correction_says_why')],
            },
        ),
    ]
