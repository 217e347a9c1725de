"""Agencies, units, civil servants, regions, elections and the index of names; two at once are refused."""

import django.db.models.deletion
import netra.registry.models.elections
import netra.registry.states
from django.db import migrations, models

from netra.registry.no_overlap import allow_overlap, forbid_overlap
from netra.trust.migrating import RunInDatabase

READY_WHERE_EMPTY = "INSERT INTO registry_namegeneration (is_ready, through) VALUES (TRUE, 0)"


class Migration(migrations.Migration):

    # What an instance of before may have applied: with all of it, this counts as applied; with a part, Django refuses.
    replaces = [
        ('registry', '0001_initial'),
        ('registry', '0002_no_overlap'),
        ('registry', '0003_staged_import'),
        ('registry', '0004_finer_posts'),
        ('registry', '0005_superior_name'),
        ('registry', '0006_former_names'),
        ('registry', '0007_heads_of_units'),
        ('registry', '0008_national_seat'),
        ('registry', '0009_retention'),
        ('registry', '0010_retention_kept'),
        ('registry', '0011_assumed_start'),
        ('registry', '0012_names'),
        ('registry', '0013_import_run'),
        ('registry', '0014_ties'),
        ('registry', '0015_ties_kept'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60, unique=True, verbose_name='kode instansi')),
                ('name', models.CharField(max_length=200, verbose_name='nama instansi')),
                ('kind', models.CharField(choices=netra.registry.states.agency_kind_choices, max_length=30, verbose_name='jenis')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='registry.agency')),
                ('region_code', models.CharField(blank=True, default='', max_length=8, verbose_name='kode wilayah')),
                ('province_code', models.CharField(blank=True, default='', max_length=2, verbose_name='kode provinsi')),
                ('address', models.CharField(blank=True, default='', max_length=300, verbose_name='alamat')),
                ('phone', models.CharField(blank=True, default='', max_length=60, verbose_name='telepon')),
                ('city', models.CharField(blank=True, default='', max_length=100, verbose_name='kota penandatanganan')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='berdiri')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berakhir')),
            ],
            options={
                'indexes': [models.Index(fields=['region_code'], name='registry_agency_region'), models.Index(fields=['province_code'], name='registry_agency_province')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_from', None), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='registry_agency_runs_forward'), models.CheckConstraint(condition=models.Q(('parent', None), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='registry_agency_not_its_own_parent')],
            },
        ),
        migrations.CreateModel(
            name='FormerAgency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former', to='registry.agency')),
                ('name', models.CharField(max_length=200, verbose_name='nama instansi')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='former_children', to='registry.agency')),
                ('until_date', models.DateField(verbose_name='sampai')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency', 'until_date'), name='registry_former_agency_ends_once'), models.CheckConstraint(condition=models.Q(('parent', None), models.Q(('parent', models.F('agency')), _negated=True), _connector='OR'), name='registry_former_agency_not_its_own_parent')],
            },
        ),
        migrations.CreateModel(
            name='AppointingAuthority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointing_authorities', to='registry.agency')),
                ('office_title', models.CharField(max_length=150, verbose_name='jabatan')),
                ('holder_name', models.CharField(max_length=200, verbose_name='nama pejabat')),
                ('holder_nip', models.CharField(blank=True, default='', max_length=18, verbose_name='NIP')),
                ('superior_title', models.CharField(blank=True, default='', max_length=150, verbose_name='atasan pejabat')),
                ('superior_name', models.CharField(blank=True, default='', max_length=200, verbose_name='nama atasan pejabat')),
                ('start_date', models.DateField(verbose_name='mulai')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='sampai')),
            ],
            options={
                'indexes': [models.Index(fields=['agency', 'start_date'], name='registry_authority_start')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date', None), ('until_date__gt', models.F('start_date')), _connector='OR'), name='registry_authority_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='OrgUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='registry.agency')),
                ('code', models.CharField(max_length=60, verbose_name='kode unit')),
                ('name', models.CharField(max_length=200, verbose_name='nama unit')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='registry.orgunit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency', 'code'), name='registry_unit_code_once_per_agency'), models.CheckConstraint(condition=models.Q(('parent', None), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='registry_unit_not_its_own_parent')],
            },
        ),
        migrations.CreateModel(
            name='Election',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, unique=True, verbose_name='kode')),
                ('kind', models.CharField(choices=netra.registry.states.election_kind_choices, max_length=10, verbose_name='jenis')),
                ('office', models.CharField(blank=True, choices=netra.registry.states.office_choices, default='', max_length=10, verbose_name='jabatan yang dipilih')),
                ('region_code', models.CharField(blank=True, default='', max_length=8, verbose_name='kode wilayah')),
                ('voting_date', models.DateField(verbose_name='hari pemungutan suara')),
                ('name', models.CharField(max_length=200, verbose_name='nama')),
                ('start_date', models.DateField(verbose_name='dibuka')),
                ('until_date', models.DateField(verbose_name='ditutup')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'voting_date'], name='registry_election_voting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date', None), ('until_date__gt', models.F('start_date')), _connector='OR'), name='registry_election_runs_forward')],
            },
        ),
        migrations.CreateModel(
            name='ElectionStage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('election', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stages', to='registry.election')),
                ('region_code', models.CharField(blank=True, default='', max_length=8, verbose_name='kode wilayah')),
                ('office', models.CharField(blank=True, choices=netra.registry.states.office_choices, default='', max_length=10, verbose_name='jabatan yang dipilih')),
                ('stage', models.CharField(max_length=40, verbose_name='tahapan')),
                ('start_date', models.DateField(verbose_name='mulai')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='sampai')),
                ('source_instrument', models.CharField(max_length=300, verbose_name='dasar')),
                ('source_article', models.CharField(blank=True, default='', max_length=100, verbose_name='pasal')),
                ('verification', models.CharField(choices=netra.registry.models.elections.verification_choices, max_length=10, verbose_name='verifikasi')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date', None), ('until_date__gt', models.F('start_date')), _connector='OR'), name='registry_stage_runs_forward'), models.UniqueConstraint(fields=('election', 'region_code', 'office', 'stage'), name='registry_stage_once_per_region'), models.CheckConstraint(condition=models.Q(('source_instrument', ''), _negated=True), name='registry_stage_has_source')],
            },
        ),
        migrations.CreateModel(
            name='Ticket',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('election', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='registry.election')),
                ('region_code', models.CharField(blank=True, default='', max_length=8, verbose_name='kode wilayah')),
                ('office', models.CharField(choices=netra.registry.states.office_choices, max_length=10, verbose_name='jabatan yang dipilih')),
                ('number', models.PositiveSmallIntegerField(verbose_name='nomor urut')),
                ('head_name', models.CharField(max_length=200, verbose_name='calon')),
                ('deputy_name', models.CharField(blank=True, default='', max_length=200, verbose_name='calon wakil')),
                ('parties', models.CharField(blank=True, default='', max_length=500, verbose_name='partai pengusung')),
                ('source', models.CharField(max_length=500, verbose_name='sumber')),
                ('verification', models.CharField(choices=netra.registry.models.elections.verification_choices, max_length=10, verbose_name='verifikasi')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('election', 'region_code', 'office', 'number'), name='registry_ticket_number_once'), models.CheckConstraint(condition=models.Q(('number__gt', 0)), name='registry_ticket_number_positive')],
            },
        ),
        migrations.CreateModel(
            name='StagedImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('actor_ref', models.CharField(max_length=100, unique=True)),
                ('kind', models.CharField(max_length=20, verbose_name='jenis')),
                ('agency_code', models.CharField(blank=True, default='', max_length=60, verbose_name='kode instansi')),
                ('file_name', models.CharField(max_length=200, verbose_name='nama berkas')),
                ('sha256', models.CharField(max_length=64)),
                ('content_document', models.CharField(blank=True, default='', max_length=64)),
                ('rejected_csv_document', models.CharField(blank=True, default='', max_length=64)),
                ('rejected_xlsx_document', models.CharField(blank=True, default='', max_length=64)),
                ('created', models.PositiveIntegerField(verbose_name='baru')),
                ('changed', models.PositiveIntegerField(verbose_name='berubah')),
                ('unchanged', models.PositiveIntegerField(verbose_name='tetap')),
                ('rejected', models.PositiveIntegerField(verbose_name='ditolak')),
                ('staged_at', models.DateTimeField(db_index=True, verbose_name='diuji')),
            ],
        ),
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('actor_ref', models.CharField(max_length=100)),
                ('agency_code', models.CharField(blank=True, default='', max_length=60, verbose_name='kode instansi')),
                ('file_name', models.CharField(max_length=200, verbose_name='nama berkas')),
                ('sha256', models.CharField(max_length=64)),
                ('through', models.PositiveBigIntegerField(default=0)),
                ('again_through', models.PositiveBigIntegerField(default=0)),
                ('created', models.PositiveIntegerField(default=0, verbose_name='baru')),
                ('changed', models.PositiveIntegerField(default=0, verbose_name='berubah')),
                ('unchanged', models.PositiveIntegerField(default=0, verbose_name='tetap')),
                ('rejected', models.PositiveIntegerField(default=0, verbose_name='ditolak')),
                ('start_assumed', models.PositiveIntegerField(default=0)),
                ('start_corrected', models.PositiveIntegerField(default=0)),
                ('begun_at', models.DateTimeField(verbose_name='dimulai')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('actor_ref', 'agency_code', 'sha256'), name='registry_import_run_once')],
            },
        ),
        migrations.CreateModel(
            name='ImportRemark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='registry.importrun')),
                ('place', models.PositiveBigIntegerField()),
                ('kind', models.CharField(max_length=10)),
                ('texts', models.TextField()),
            ],
            options={
                'indexes': [models.Index(fields=['run', 'place'], name='registry_import_remark')],
            },
        ),
        migrations.CreateModel(
            name='NameGeneration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_ready', models.BooleanField(default=False, verbose_name='siap')),
                ('through', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='NameGap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first', models.BigIntegerField()),
                ('last', models.BigIntegerField()),
                ('people', models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='NameKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('generation', models.BigIntegerField()),
                ('key', models.CharField(max_length=200)),
                ('words', models.IntegerField()),
                ('bearers', models.IntegerField()),
                ('numbers', models.BinaryField()),
            ],
            options={
                'indexes': [models.Index(fields=['generation', 'key'], name='registry_name_key')],
            },
        ),
        migrations.CreateModel(
            name='NearKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('generation', models.BigIntegerField()),
                ('short', models.CharField(max_length=200)),
                ('key', models.CharField(max_length=200)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('generation', 'short', 'key'), name='registry_near_key_once')],
            },
        ),
        migrations.CreateModel(
            name='NameCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('generation', models.BigIntegerField()),
                ('column', models.CharField(max_length=20)),
                ('value', models.CharField(max_length=200)),
                ('count', models.IntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['generation', 'column', 'value'], name='registry_name_count')],
            },
        ),
        migrations.CreateModel(
            name='CivilServant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('nip', models.CharField(max_length=18, unique=True, verbose_name='NIP')),
                ('name', models.CharField(max_length=200, verbose_name='nama')),
                ('search_name', models.CharField(db_index=True, max_length=200)),
                ('employment', models.CharField(choices=netra.registry.states.employment_choices, max_length=10, verbose_name='jenis pegawai')),
                ('birth_date', models.DateField(verbose_name='tanggal lahir')),
                ('sex', models.CharField(max_length=6, verbose_name='jenis kelamin')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='registry_civil_servant_has_name')],
            },
        ),
        migrations.CreateModel(
            name='PositionSpell',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('civil_servant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='position_spells', to='registry.civilservant')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='position_spells', to='registry.agency')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='position_spells', to='registry.orgunit')),
                ('title', models.CharField(max_length=200, verbose_name='jabatan')),
                ('position', models.CharField(choices=netra.registry.states.position_choices, max_length=24, verbose_name='jenjang jabatan')),
                ('grade', models.CharField(blank=True, default='', max_length=20, verbose_name='golongan')),
                ('direct_superior', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='subordinate_spells', to='registry.civilservant')),
                ('is_primary', models.BooleanField(default=True, verbose_name='jabatan definitif')),
                ('leads_unit', models.BooleanField(default=False, verbose_name='memimpin unit')),
                ('start_date', models.DateField(verbose_name='TMT jabatan')),
                ('start_is_assumed', models.BooleanField(default=False, verbose_name='mulai perkiraan')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='sampai')),
            ],
            options={
                'indexes': [models.Index(fields=['civil_servant', 'start_date'], name='registry_spell_person'), models.Index(fields=['agency', 'civil_servant'], name='registry_spell_agency'), models.Index(condition=models.Q(('leads_unit', True)), fields=['agency'], name='registry_spell_head')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date', None), ('until_date__gt', models.F('start_date')), _connector='OR'), name='registry_spell_runs_forward'), models.CheckConstraint(condition=models.Q(('direct_superior', None), models.Q(('direct_superior', models.F('civil_servant')), _negated=True), _connector='OR'), name='registry_spell_not_own_superior'), models.CheckConstraint(condition=models.Q(('leads_unit', False), ('unit__isnull', False), _connector='OR'), name='registry_spell_head_has_a_unit')],
            },
        ),
        migrations.CreateModel(
            name='RetentionSchedule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='retention_schedules', to='registry.agency')),
                ('start_date', models.DateField(verbose_name='mulai')),
                ('active_years', models.PositiveSmallIntegerField(verbose_name='retensi aktif (tahun)')),
                ('inactive_years', models.PositiveSmallIntegerField(verbose_name='retensi inaktif (tahun)')),
                ('fate', models.CharField(choices=netra.registry.states.fate_choices, max_length=10, verbose_name='nasib akhir')),
                ('document', models.CharField(max_length=200, verbose_name='keputusan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency', 'start_date'), name='registry_retention_once_a_day'), models.CheckConstraint(condition=models.Q(('document', ''), _negated=True), name='registry_retention_has_a_decree')],
            },
        ),
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=40, unique=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties', to='registry.agency')),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties_from', to='registry.civilservant')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties_to', to='registry.civilservant')),
                ('kind', models.CharField(choices=netra.registry.states.tie_kind_choices, max_length=16, verbose_name='jenis hubungan')),
                ('degree', models.CharField(max_length=200, verbose_name='hubungan dalam kata')),
                ('start_date', models.DateField(blank=True, null=True, verbose_name='mulai')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='sampai sebelum')),
                ('source', models.CharField(choices=netra.registry.states.tie_source_choices, max_length=10, verbose_name='sumber')),
                ('declared_by', models.CharField(blank=True, default='', max_length=200, verbose_name='dinyatakan oleh')),
                ('document', models.CharField(blank=True, default='', max_length=200, verbose_name='dokumen')),
                ('verification', models.CharField(choices=netra.registry.models.elections.verification_choices, max_length=10, verbose_name='verifikasi')),
                ('recorded_by', models.CharField(max_length=60)),
                ('recorded_at', models.DateTimeField()),
                ('ended_reason', models.CharField(blank=True, default='', max_length=500, verbose_name='alasan berakhir')),
                ('struck_reason', models.CharField(blank=True, default='', max_length=500, verbose_name='alasan dicoret')),
                ('struck_by', models.CharField(blank=True, default='', max_length=60)),
                ('struck_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date', None), ('until_date__gt', models.F('start_date')), _connector='OR'), name='registry_tie_runs_forward'), models.CheckConstraint(condition=models.Q(('one', models.F('other')), _negated=True), name='registry_tie_has_two_sides'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'KINSHIP'), _negated=True), models.Q(('start_date', None), ('until_date', None)), _connector='OR'), name='registry_kinship_has_no_days')],
            },
        ),
        # One primary position per person and day, one appointing authority per agency and day: the database refuses two.
        RunInDatabase(forbid_overlap, allow_overlap),
        # A register without people has nothing to index.
        RunInDatabase(lambda _apps, editor: editor.execute(READY_WHERE_EMPTY), migrations.RunPython.noop),
    ]
