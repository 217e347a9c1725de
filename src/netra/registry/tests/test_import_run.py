"""People from files: good rows stay, bad rows say why, the same file twice changes nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from netra.registry.imports import ImportKind, UnreadableFile, import_file
from netra.registry.models import Agency, CivilServant, OrgUnit, PositionSpell
from netra.registry.queries import agency_of, civil_servant, direct_superior_of, position_of
from netra.registry.tests import builders as make
from netra.registry.tests.builders import AGENCY_COLUMNS as AGENCIES
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import BUDI_ROW as BUDI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import a_csv, an_xlsx, counts, reasons
from netra.registry.tests.builders import run_import as run
from netra.trust.access import NotAllowed
from netra.trust.models import Event
from netra.trust.trail import verify_chain

pytestmark = pytest.mark.django_db


def everything() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (Agency, OrgUnit, CivilServant, PositionSpell)]


class WhenPeopleAreImported:
    @pytest.fixture(autouse=True)
    def agency(self) -> None:
        make.make_agency()

    def it_knows_who_works_where_under_whom(self):
        assert counts(run(a_csv(PEOPLE, BUDI, ANI))) == (2, 0, 0, 0)
        budi = civil_servant(make.BUDI_NIP)
        position = make.known(position_of(budi, make.TODAY))
        assert (position.title, position.grade, position.start_date) == ("Analis", "III/d", date(2016, 3, 1))
        assert make.known(agency_of(budi, make.TODAY)).code == "JAMBI-KOTA"
        assert make.known(direct_superior_of(budi, make.TODAY)).nip == make.ANI_NIP
        assert make.known(position_of(civil_servant(make.ANI_NIP), make.TODAY)).position == "JPT_PRATAMA"

    @pytest.mark.parametrize(
        ("written", "read"),
        [
            ("Sekretaris Daerah Kota", "REGIONAL_SECRETARY"),
            ("Fungsional Ahli Utama", "FUNCTIONAL_AHLI_UTAMA"),
            ("Jabatan Pimpinan Tinggi Utama", "JPT_UTAMA"),
        ],
    )
    def it_keeps_apart_the_posts_that_others_may_punish(self, written, read):
        at = PEOPLE.index("Eselon")
        assert counts(run(a_csv(PEOPLE, (*ANI[:at], written, *ANI[at + 1 :])))) == (1, 0, 0, 0)
        assert make.known(position_of(civil_servant(make.ANI_NIP), make.TODAY)).position == read

    def it_reads_a_number_that_was_written_as_a_formula_to_keep_its_digits(self):
        assert counts(run(a_csv(PEOPLE, (f'="{BUDI[0]}"', *BUDI[1:])))) == (1, 0, 0, 0)
        assert civil_servant(make.BUDI_NIP).nip == make.BUDI_NIP

    def it_reads_it_also_from_the_file_of_rejected_rows(self):
        """There, a formula stands behind an apostrophe."""
        assert counts(run(a_csv(PEOPLE, (f'\'="{BUDI[0]}"', *BUDI[1:])))) == (1, 0, 0, 0)

    def it_says_that_a_cell_holds_a_formula(self):
        assert "Sel NIP berisi rumus" in reasons(run(a_csv(PEOPLE, ("=A1", *BUDI[1:]))))[2]

    @pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+62811(contoh)", "-Budi (contoh)", "@SUM(A1)"])
    def it_rejects_a_name_that_a_spreadsheet_would_run_and_keeps_the_rows_beside_it(self, name):
        result = run(a_csv(PEOPLE, (BUDI[0], name, *BUDI[2:]), ANI))
        assert counts(result) == (1, 0, 0, 1)
        assert f"Nama diawali «{name[0]}», yang dijalankan lembar kerja sebagai rumus" in reasons(result)[2]
        assert f"'{name}" in result.rejected_csv().decode("utf-8-sig")

    def it_rejects_a_position_that_begins_in_years(self):
        at = PEOPLE.index("TMT")
        far = (*BUDI[:at], "01/01/2090", *BUDI[at + 1 :])
        assert "lebih dari 90 hari di depan" in reasons(run(a_csv(PEOPLE, far)))[2]
        soon = (make.TODAY + timedelta(days=60)).isoformat()
        assert counts(run(a_csv(PEOPLE, (*BUDI[:at], soon, *BUDI[at + 1 :])))) == (1, 0, 0, 0)

    def it_rejects_a_position_before_the_appointment_that_the_nip_tells(self):
        """Budi's NIP says January 2005; a position of 2001, or of 1975 when he was not born, is a slip of the pen."""
        at = PEOPLE.index("TMT")
        for written in ("31/12/2004", "01/03/1975"):
            told = reasons(run(a_csv(PEOPLE, (*BUDI[:at], written, *BUDI[at + 1 :]))))[2]
            assert "mendahului pengangkatan menurut NIP (1 Januari 2005)" in told
        assert counts(run(a_csv(PEOPLE, (*BUDI[:at], "01/01/2005", *BUDI[at + 1 :])))) == (1, 0, 0, 0)

    def it_refuses_a_heading_that_stands_there_twice(self):
        with pytest.raises(UnreadableFile, match="lebih dari satu kali: NIP"):
            run(a_csv(("NIP", *PEOPLE), (make.ANI_NIP, *BUDI)))

    def it_reads_the_column_under_its_own_heading_and_names_the_one_it_leaves(self):
        """Lists of rank have a TMT beside the grade; it is not the day on which the post began."""
        result = run(a_csv((*PEOPLE, "TMT Jabatan"), (*BUDI[:9], "01/04/2012", "01/03/2016")))
        assert PositionSpell.objects.get().start_date == date(2016, 3, 1)
        assert result.notes[0].text == "Kolom “TMT” tidak dibaca, karena “TMT Jabatan” dibaca untuk isian yang sama."

    def it_reads_the_first_of_two_columns_under_other_headings_and_names_the_second(self):
        result = run(a_csv((*PEOPLE, "Gol Ruang"), (*BUDI, "IV/a")))
        assert PositionSpell.objects.get().grade == "III/d"
        assert "Kolom “Gol Ruang” tidak dibaca, karena “Gol” dibaca" in result.notes[0].text

    def it_changes_nothing_when_the_same_file_comes_again(self):
        content = a_csv(PEOPLE, BUDI, ANI)
        run(content)
        before = everything()
        assert counts(run(content, at=make.AT + timedelta(days=40))) == (0, 0, 2, 0)
        assert everything() == before

    def it_changes_nothing_again_where_the_file_names_no_start(self):
        content = a_csv(PEOPLE, (*BUDI[:-2], "", ""))
        run(content)
        before = everything()
        assert counts(run(content, at=make.AT + timedelta(days=40))) == (0, 0, 1, 0)
        assert everything() == before

    def it_writes_nothing_in_a_dry_run_and_counts_the_same(self):
        content = a_csv(PEOPLE, BUDI, ANI, ("salah", *BUDI[1:]))
        before, events = everything(), Event.objects.count()
        dry = run(content, dry_run=True)
        assert (everything(), Event.objects.count()) == (before, events)
        assert counts(dry) == counts(run(content)) == (2, 0, 0, 1)
        assert counts(run(content, dry_run=True)) == (0, 0, 2, 1)

    def it_never_loses_a_good_row_to_a_bad_one(self):
        result = run(a_csv(PEOPLE, ("198013012005011001", *BUDI[1:]), ANI, (*BUDI[:5], "", *BUDI[6:])))
        assert counts(result) == (1, 0, 0, 2)
        assert "bukan tanggal lahir" in reasons(result)[2]
        assert "Jabatan wajib diisi" in reasons(result)[4]

    def it_keeps_a_good_row_whose_superior_was_rejected_and_says_so(self):
        result = run(a_csv(PEOPLE, BUDI, (make.ANI_NIP, "", *ANI[2:])))
        assert counts(result) == (1, 0, 0, 1)
        assert direct_superior_of(civil_servant(make.BUDI_NIP), make.TODAY) is None
        assert [(note.line, "Atasan langsung" in note.text) for note in result.notes] == [(2, True)]

    def it_adds_the_superior_when_the_corrected_file_comes(self):
        run(a_csv(PEOPLE, BUDI, (make.ANI_NIP, "", *ANI[2:])))
        assert counts(run(a_csv(PEOPLE, BUDI, ANI))) == (1, 1, 0, 0)
        assert make.known(direct_superior_of(civil_servant(make.BUDI_NIP), make.TODAY)).nip == make.ANI_NIP

    def it_breaks_a_circle_of_superiors(self):
        content = a_csv(PEOPLE, BUDI, (*ANI[:8], make.BUDI_NIP, ANI[9]))
        result = run(content)
        assert counts(result) == (2, 0, 0, 0)
        assert direct_superior_of(civil_servant(make.BUDI_NIP), make.TODAY) is None
        assert len(result.notes) == 2
        assert counts(run(content)) == (0, 0, 2, 0)

    def it_starts_a_new_position_and_ends_the_old_one(self):
        run(a_csv(PEOPLE, BUDI, ANI))
        moved = (*BUDI[:5], "Kepala Subbagian", "IV.a", *BUDI[7:9], "15/02/2018")
        assert counts(run(a_csv(PEOPLE, moved))) == (0, 1, 0, 0)
        budi = civil_servant(make.BUDI_NIP)
        assert make.known(position_of(budi, date(2018, 2, 14))).title == "Analis"
        assert make.known(position_of(budi, date(2018, 2, 15))).title == "Kepala Subbagian"

    def it_corrects_a_position_that_is_told_better(self):
        run(a_csv(PEOPLE, BUDI, ANI))
        assert counts(run(a_csv(PEOPLE, (*BUDI[:7], "IV/a", *BUDI[8:])))) == (0, 1, 0, 0)
        assert PositionSpell.objects.get(civil_servant__nip=make.BUDI_NIP).grade == "IV/a"

    def it_leaves_a_coming_appointment_as_it_was_entered_when_the_list_of_today_comes_again(self):
        today = (*BUDI[:-2], "", "")
        run(a_csv(PEOPLE, today))
        coming = (make.AT + timedelta(days=60)).strftime("%d/%m/%Y")
        run(a_csv(PEOPLE, (*BUDI[:5], "Kepala Subbagian", *BUDI[6:8], "", coming)))
        before = everything()
        assert counts(run(a_csv(PEOPLE, today), at=make.AT + timedelta(days=1))) == (0, 0, 1, 0)
        refused = run(a_csv(PEOPLE, (*BUDI[:5], "Staf", *today[6:])), at=make.AT + timedelta(days=1))
        assert "tercatat pindah jabatan mulai" in reasons(refused)[2]
        assert everything() == before

    def it_says_that_a_coming_post_and_not_history_stands_against_a_start_before_it(self):
        """Budi is an analyst since 2016 and begins elsewhere on 30 April; the list says Kepala Subbagian from March."""
        run(a_csv(PEOPLE, BUDI, ANI))
        run(a_csv(PEOPLE, (*BUDI[:5], "Kepala Bidang", *BUDI[6:9], "30/04/2018")))
        for start in ("01/02/2018", "15/03/2018"):
            told = reasons(run(a_csv(PEOPLE, (*BUDI[:5], "Kepala Subbagian", *BUDI[6:9], start))))[2]
            assert "sudah tercatat pindah jabatan mulai 30 April 2018" in told
            assert "Riwayat" not in told
        told = reasons(run(a_csv(PEOPLE, (*BUDI[:5], "Staf", *BUDI[6:9], "01/01/2010"))))[2]
        assert "lebih lama daripada jabatan yang sudah tercatat (sejak 1 Maret 2016)" in told

    def it_does_not_rewrite_the_past(self):
        run(a_csv(PEOPLE, BUDI, ANI))
        result = run(a_csv(PEOPLE, (*BUDI[:5], "Staf", *BUDI[6:9], "01/01/2010")))
        assert "lebih lama daripada" in reasons(result)[2]

    def it_keeps_what_an_empty_cell_does_not_say(self):
        run(a_csv(PEOPLE, BUDI, ANI))
        assert counts(run(a_csv(PEOPLE, (*BUDI[:6], "", "", "", BUDI[9])))) == (0, 0, 1, 0)

    def it_takes_the_first_of_two_rows_with_one_nip(self):
        result = run(a_csv(PEOPLE, ANI, ANI))
        assert counts(result) == (1, 0, 0, 1)
        assert reasons(result) == {3: "Sudah ada pada baris 2 berkas ini."}

    def it_says_when_two_people_of_a_file_bear_one_nip(self):
        result = run(a_csv(PEOPLE, ANI, (ANI[0], "Joko Lain (contoh)", *ANI[2:])))
        assert counts(result) == (1, 0, 0, 1)
        assert "sudah dipakai baris 2 berkas ini untuk nama lain" in reasons(result)[3]

    def it_says_when_a_later_file_gives_a_known_nip_to_a_wholly_other_name(self):
        run(a_csv(PEOPLE, ANI))
        result = run(a_csv(PEOPLE, (ANI[0], "Joko Lain (contoh)", *ANI[2:])))
        assert counts(result) == (0, 1, 0, 0)
        assert [(note.line, "menjadi “Joko Lain (contoh)”" in note.text) for note in result.notes] == [(2, True)]

    @pytest.mark.parametrize("written", ["Dra. Ani (contoh)", "Any Rahmawati (contoh)", "ANI, S.H. (contoh)"])
    def it_says_nothing_where_a_name_was_completed_or_spelt_otherwise(self, written):
        run(a_csv(PEOPLE, ANI))
        result = run(a_csv(PEOPLE, (ANI[0], written, *ANI[2:])))
        assert counts(result) == (0, 1, 0, 0)
        assert result.notes == ()

    def it_says_nothing_of_a_name_that_stays_though_it_is_nothing_but_titles(self):
        titles = (ANI[0], "Prof. Dr. H.", *ANI[2:])
        run(a_csv(PEOPLE, titles))
        result = run(a_csv(PEOPLE, titles))
        assert counts(result) == (0, 0, 1, 0)
        assert result.notes == ()

    def it_names_every_fault_of_a_row(self):
        result = run(a_csv(PEOPLE, ("123", "x" * 10_000, "Honorer", "TIADA", "", "", "Raja", "", "9", "31/02/2018")))
        assert "Honorer" in reasons(result)[2]
        assert "31/02/2018" in reasons(result)[2]

    @pytest.mark.parametrize("cell", ["12345", "True"])
    def it_takes_no_number_and_no_truth_value_for_a_name(self, cell):
        assert "bukan nama orang" in reasons(run(a_csv(PEOPLE, (BUDI[0], cell, *BUDI[2:]))))[2]

    @pytest.mark.parametrize("cell", ["0", "12345", "True", "2018-01-01"])
    def it_takes_no_number_and_no_truth_value_for_a_post(self, cell):
        """0 is what a formula shows that points to a blank cell."""
        assert "bukan nama jabatan" in reasons(run(a_csv(PEOPLE, (*BUDI[:5], cell, *BUDI[6:]))))[2]

    def it_says_what_may_have_happened_to_a_number_that_ends_in_three_noughts(self):
        """A spreadsheet keeps fifteen digits of a number and writes noughts for the rest."""
        told = reasons(run(a_csv(PEOPLE, (make.BUDI_NIP[:15] + "000", *BUDI[1:]))))[2]
        assert "tidak boleh 000" in told
        assert "tersimpan sebagai angka" in told

    def it_refuses_a_name_of_ten_thousand_letters(self):
        assert "10000 karakter" in reasons(run(a_csv(PEOPLE, (BUDI[0], "x" * 10_000, *BUDI[2:]))))[2]

    def it_drops_invisible_marks_and_says_so(self):
        result = run(a_csv(PEOPLE, (ANI[0], "A\u200bni\u202e (contoh)", *ANI[2:])))
        assert CivilServant.objects.get().name == "Ani (contoh)"
        assert "tak terlihat" in result.notes[0].text

    def it_keeps_html_as_text(self):
        run(a_csv(PEOPLE, (ANI[0], "<script>alert(1)</script>", *ANI[2:])))
        assert CivilServant.objects.get().name == "<script>alert(1)</script>"

    def it_rejects_unknown_agencies_and_units_row_by_row(self):
        result = run(a_csv(PEOPLE, (*ANI[:3], "TIADA", *ANI[4:]), (*BUDI[:4], "TIADA", *BUDI[5:])))
        assert "Instansi “TIADA” tidak dikenal" in reasons(result)[2]
        assert "Unit “TIADA” tidak dikenal" in reasons(result)[3]

    def it_rejects_a_birth_date_that_is_not_in_the_nip(self):
        result = run(a_csv((*PEOPLE, "Tanggal Lahir"), (*ANI, "16/05/1975")))
        assert "Tanggal lahir tidak sama" in reasons(result)[2]

    def it_rejects_a_number_that_cannot_be_of_that_kind_of_employment(self):
        at, grade = PEOPLE.index("Status Pegawai"), PEOPLE.index("Gol")
        rows = [
            ("198701012010012005", *BUDI[1:at], "PPPK", *BUDI[at + 1 :]),
            ("198701012015212006", *BUDI[1:at], "PNS", *BUDI[at + 1 :]),
            ("198701012015212007", *BUDI[1:at], "P3K", *BUDI[at + 1 : grade], "IX", *BUDI[grade + 1 :]),
        ]
        result = run(a_csv(PEOPLE, *rows))
        assert counts(result) == (1, 0, 0, 2)
        assert "belum ada PPPK pada 2010" in reasons(result)[2]
        assert "bernomor PPPK" in reasons(result)[3]

    def it_takes_the_agency_that_the_officer_named(self):
        heading, row = (*PEOPLE[:3], *PEOPLE[5:]), (*ANI[:3], *ANI[5:])
        assert counts(run(a_csv(heading, row), agency_code="jambi-kota")) == (1, 0, 0, 0)


class WhenTheFileIsAWorkbook:
    @pytest.fixture(autouse=True)
    def agency(self) -> None:
        make.make_agency()

    def it_reads_texts_dates_and_serial_days(self):
        result = run(an_xlsx(PEOPLE, (*ANI[:9], date(2017, 1, 2)), (*BUDI[:9], 42430)), name="pegawai.xlsx")
        assert counts(result) == (2, 0, 0, 0)
        assert make.known(position_of(civil_servant(make.ANI_NIP), make.TODAY)).start_date == date(2017, 1, 2)
        assert make.known(position_of(civil_servant(make.BUDI_NIP), make.TODAY)).start_date == date(2016, 3, 1)

    def it_refuses_a_nip_that_was_kept_as_a_number(self):
        result = run(an_xlsx(PEOPLE, (int(make.ANI_NIP), *ANI[1:])), name="pegawai.xlsx")
        assert "tersimpan sebagai angka" in reasons(result)[2]

    def it_changes_nothing_when_the_csv_of_the_same_rows_comes(self):
        run(an_xlsx(PEOPLE, ANI, BUDI), name="pegawai.xlsx")
        assert counts(run(a_csv(PEOPLE, ANI, BUDI))) == (0, 0, 2, 0)

    def it_never_computes_a_formula(self):
        result = run(an_xlsx(PEOPLE, (ANI[0], '=HYPERLINK("http://contoh.example")', *ANI[2:])), name="pegawai.xlsx")
        assert "Kolom “Nama” berisi rumus tanpa hasil" in reasons(result)[2]


class WhenSomebodyImports:
    @pytest.fixture(autouse=True)
    def agencies(self) -> None:
        make.make_agency()
        make.make_muaro()

    def it_writes_for_their_own_agency_only(self):
        other = (*BUDI[:3], make.MUARO, *BUDI[4:8], "", BUDI[9])
        result = run(a_csv(PEOPLE, ANI, other), by=make.make_dewi())
        assert counts(result) == (1, 0, 0, 1)
        assert "di luar kewenangan" in reasons(result)[3]

    def it_does_not_take_people_out_of_another_agency(self):
        make.make_position(make.make_person(), agency_code=make.MUARO)
        result = run(a_csv(PEOPLE, (*BUDI[:8], "", "01/02/2018")), by=make.make_dewi())
        assert "masih tercatat menjabat di instansi lain" in reasons(result)[2]

    def it_does_not_rewrite_what_another_agency_recorded_of_whoever_left_it(self):
        there = (*BUDI[:3], make.MUARO, *BUDI[4:8], "", BUDI[9])
        run(a_csv(PEOPLE, there))
        spell = PositionSpell.objects.get()
        PositionSpell.objects.update(until_date=spell.start_date + timedelta(days=400))
        before = everything()
        result = run(a_csv(PEOPLE, (*BUDI[:8], "", BUDI[9])), by=make.make_dewi())
        assert "tercatat pada instansi lain" in reasons(result)[2]
        assert everything() == before

    def it_does_not_end_what_is_to_begin_in_another_agency(self):
        make.make_position(make.make_person(), agency_code=make.MUARO)
        PositionSpell.objects.update(start_date=make.AT.date() + timedelta(days=30))
        later = (make.AT + timedelta(days=60)).strftime("%d/%m/%Y")
        before = everything()
        result = run(a_csv(PEOPLE, (*BUDI[:8], "", later)), by=make.make_dewi())
        assert "akan mulai menjabat pada instansi lain pada 31 Maret 2018" in reasons(result)[2]
        assert "riwayat" not in reasons(result)[2]
        assert everything() == before

    @pytest.mark.parametrize("user", [make.make_maria, make.make_wayan])
    def it_is_refused_to_who_has_no_such_role(self, user):
        with pytest.raises(NotAllowed):
            run(a_csv(PEOPLE, ANI), by=user())
        assert not CivilServant.objects.exists()

    def it_is_refused_to_import_agencies_without_the_whole_country(self):
        with pytest.raises(NotAllowed):
            run(a_csv(AGENCIES, ("X", "X", "Pusat", "", "")), ImportKind.AGENCIES, by=make.make_dewi())

    def it_leaves_one_event_without_a_name_or_a_number(self):
        before = Event.objects.count()
        run(a_csv(PEOPLE, ANI, BUDI, ("1", *BUDI[1:])), by=make.make_dewi())
        event = make.known(Event.objects.order_by("pk").last())
        assert Event.objects.count() == before + 1
        assert (event.chain, event.verb) == ("agency:JAMBI-KOTA", "registry.import_run")
        assert '"created":2' in event.payload
        assert '"rejected":1' in event.payload
        assert make.ANI_NIP not in event.payload
        assert verify_chain("agency:JAMBI-KOTA").ok

    def it_leaves_an_event_also_when_nothing_was_new(self):
        run(a_csv(PEOPLE, ANI))
        before = Event.objects.count()
        run(a_csv(PEOPLE, ANI))
        assert Event.objects.count() == before + 1

    def it_hears_how_far_it_is(self):
        heard: list[tuple[int, int]] = []
        run(a_csv(PEOPLE, ANI, BUDI, ("1", *BUDI[1:])), progress=lambda done, total: heard.append((done, total)))
        assert heard == [(0, 3), (3, 3)]

    def it_reads_a_file_from_disk(self, tmp_path):
        path = tmp_path / "pegawai.csv"
        path.write_bytes(a_csv(PEOPLE, ANI))
        result = import_file(path, ImportKind.CIVIL_SERVANTS, by=make.SYSTEM, at=make.AT)
        assert counts(result) == (1, 0, 0, 0)
        with pytest.raises(UnreadableFile, match="tidak dapat dibuka"):
            import_file(tmp_path / "tiada.csv", ImportKind.CIVIL_SERVANTS, by=make.SYSTEM, at=make.AT)
