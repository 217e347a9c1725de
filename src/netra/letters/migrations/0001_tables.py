"""Letters, their numbers and letterheads."""

import netra.letters.states
from django.db import migrations, models


class Migration(migrations.Migration):

    # What an instance of before may have applied: with all of it, this counts as applied; with a part, Django refuses.
    replaces = [
        ('letters', '0001_initial'),
        ('letters', '0002_final_lock'),
        ('letters', '0003_lock_again'),
        ('letters', '0004_letterhead'),
        ('letters', '0005_rows_kept'),
        ('letters', '0006_places_by_index'),
        ('letters', '0007_written_number_once'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='NumberFormat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency_code', models.CharField(max_length=60, unique=True, verbose_name='kode instansi')),
                ('pattern', models.CharField(max_length=120, verbose_name='pola nomor')),
                ('agency_label', models.CharField(max_length=40, verbose_name='singkatan instansi')),
                ('classification', models.JSONField(blank=True, default=dict, verbose_name='kode klasifikasi per jenis surat')),
            ],
        ),
        migrations.CreateModel(
            name='NumberRegister',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency_code', models.CharField(max_length=60, verbose_name='kode instansi')),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('last_number', models.PositiveIntegerField(default=0, verbose_name='nomor terakhir')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency_code', 'year'), name='letters_one_register_per_agency_year')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True, verbose_name='rujukan')),
                ('kind', models.CharField(choices=netra.letters.states.kind_choices, max_length=40, verbose_name='jenis')),
                ('agency_code', models.CharField(max_length=60, verbose_name='kode instansi')),
                ('agency_name', models.CharField(max_length=200, verbose_name='nama instansi saat itu')),
                ('letterhead', models.JSONField(blank=True, null=True, verbose_name='kop')),
                ('chain', models.CharField(max_length=120, verbose_name='jejak')),
                ('subject_ref', models.CharField(blank=True, default='', max_length=120, verbose_name='pokok')),
                ('status', models.CharField(choices=netra.letters.states.status_choices, max_length=10, verbose_name='status')),
                ('data', models.JSONField(blank=True, null=True, verbose_name='isi')),
                ('number', models.CharField(blank=True, default='', max_length=200, verbose_name='nomor')),
                ('number_repeated', models.BooleanField(db_default=False, default=False, verbose_name='nomor berulang')),
                ('sequence', models.PositiveIntegerField(blank=True, null=True, verbose_name='nomor urut')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tahun')),
                ('letter_date', models.DateField(blank=True, null=True, verbose_name='tanggal surat')),
                ('pdf_sha256', models.CharField(blank=True, default='', max_length=64, verbose_name='SHA-256 PDF')),
                ('verification_code', models.CharField(blank=True, default='', max_length=40, verbose_name='kode pemeriksaan')),
                ('drafted_by', models.CharField(max_length=120, verbose_name='dikonsep oleh')),
                ('drafted_at', models.DateTimeField(verbose_name='dikonsep pada')),
                ('finalised_by', models.CharField(blank=True, default='', max_length=120, verbose_name='ditetapkan oleh')),
                ('finalised_at', models.DateTimeField(blank=True, null=True, verbose_name='ditetapkan pada')),
                ('erased_at', models.DateTimeField(blank=True, null=True, verbose_name='dimusnahkan pada')),
            ],
            options={
                'indexes': [models.Index(fields=['chain', 'drafted_at'], name='letters_of_chain')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('sequence__isnull', False)), fields=('agency_code', 'year', 'sequence'), name='letters_number_given_once'), models.UniqueConstraint(condition=models.Q(models.Q(('number', ''), _negated=True), ('number_repeated', False)), fields=('agency_code', 'year', 'number'), name='letters_written_number_given_once'), models.UniqueConstraint(condition=models.Q(('verification_code', ''), _negated=True), fields=('verification_code',), name='letters_code_given_once'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'DRAFT'), _negated=True), models.Q(('letter_date', None), ('number', ''), ('pdf_sha256', ''), ('sequence', None), ('verification_code', ''), ('year', None), ('data__isnull', False), ('erased_at', None), ('finalised_at', None)), _connector='OR'), name='letters_draft_has_no_number'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'FINAL'), _negated=True), models.Q(('letter_date__isnull', False), ('sequence__gte', 1), ('year__isnull', False), models.Q(('number', ''), _negated=True), models.Q(('verification_code', ''), _negated=True), ('data__isnull', False), ('erased_at', None), ('finalised_at__isnull', False), models.Q(('pdf_sha256', ''), _negated=True)), _connector='OR'), name='letters_final_is_numbered'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'ERASED'), _negated=True), models.Q(('letter_date__isnull', False), ('sequence__gte', 1), ('year__isnull', False), models.Q(('number', ''), _negated=True), models.Q(('verification_code', ''), _negated=True), ('data__isnull', True), ('erased_at__isnull', False), ('pdf_sha256', '')), _connector='OR'), name='letters_erased_keeps_number'), models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'FINAL', 'ERASED'])), name='letters_status_known')],
            },
        ),
    ]
