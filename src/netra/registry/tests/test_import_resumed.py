"""An import that was stopped goes on where it was; a list of a nation is imported from a file on the disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netra.registry.imports import ChangedFile, ImportKind, ImportResult, UnreadableFile, import_file, people_run
from netra.registry.models import CivilServant, ImportRemark, ImportRun, NameGap, PositionSpell
from netra.registry.names.rebuilding import rebuild_names
from netra.registry.queries import civil_servant, direct_superior_of
from netra.registry.queries.possible import possible_people
from netra.registry.tests import builders as make
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import BUDI_ROW as BUDI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import a_csv, counts, reasons
from netra.trust.models import Event
from netra.trust.trail import verify_chain

pytestmark = pytest.mark.django_db


class Killed(Exception):
    """As if the process had ended here."""


def killed_at(place: int):
    def progress(done: int, _total: int) -> None:
        if done == place:
            raise Killed

    return progress


def people(count: int, *, title: str = "Staf") -> list[tuple[str, ...]]:
    """Each the superior of the one before, so that every superior stands further down than those below."""
    nips = [f"19800101200501{1}{number:03}" for number in range(1, count + 1)]
    return [
        (nip, f"Orang {place} (contoh)", "PNS", "JAMBI-KOTA", "", title, "", "", above, "01/01/2015")
        for place, (nip, above) in enumerate(zip(nips, [*nips[1:], ""], strict=True))
    ]


class WhenAnImportIsStopped:
    @pytest.fixture(autouse=True)
    def small_batches(self, monkeypatch) -> None:
        make.make_agency()
        monkeypatch.setattr(people_run, "MOST_ROWS", 2)

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "pegawai.csv"

    def run(self, path: Path, **over) -> ImportResult:
        return import_file(path, ImportKind.CIVIL_SERVANTS, by=make.SYSTEM, at=make.AT, **over)

    def stop(self, path: Path, place: int, *rows: tuple[str, ...]) -> None:
        path.write_bytes(a_csv(PEOPLE, *rows))
        with pytest.raises(Killed):
            self.run(path, progress=killed_at(place))

    def it_goes_on_where_it_was_and_tells_of_the_whole_file(self, path):
        rows = [*people(5), ("salah", *BUDI[1:]), (people(1)[0][0], *BUDI[1:]), ANI, (make.CITRA_NIP, *BUDI[1:])]
        self.stop(path, 4, *rows)
        assert CivilServant.objects.count() == 4
        heard: list[int] = []
        result = self.run(path, progress=lambda done, _total: heard.append(done))
        assert heard[:2] == [4, 6]
        assert counts(result) == (7, 0, 0, 2)
        assert reasons(result)[8] == "Sudah ada pada baris 2 berkas ini."
        assert PositionSpell.objects.exclude(direct_superior=None).count() == 5
        assert (ImportRun.objects.count(), ImportRemark.objects.count()) == (0, 0)

    def it_remembers_what_was_rejected_before_the_stop(self, path):
        self.stop(path, 4, ("salah", *BUDI[1:]), *people(4))
        result = self.run(path)
        assert list(reasons(result)) == [2]
        assert "NIP hanya boleh berisi angka" in reasons(result)[2]
        assert result.rejected[0].cells[1] == BUDI[1]

    def it_goes_on_among_the_superiors_too(self, path):
        """All seven are written, and the first rows were told once more, when it is stopped again."""
        path.write_bytes(a_csv(PEOPLE, *people(7)))
        heard: list[int] = []

        def progress(done: int, _total: int) -> None:
            heard.append(done)
            if heard == [0, 2, 4, 6, 7, 2]:
                raise Killed

        with pytest.raises(Killed):
            self.run(path, progress=progress)
        assert PositionSpell.objects.exclude(direct_superior=None).count() == 4
        assert counts(self.run(path)) == (7, 0, 0, 0)
        assert PositionSpell.objects.exclude(direct_superior=None).count() == 6

    def it_refuses_another_file_of_that_name_and_says_what_to_do(self, path):
        self.stop(path, 4, *people(7))
        path.write_bytes(a_csv(PEOPLE, *people(7, title="Analis")))
        with pytest.raises(ChangedFile, match=r"terhenti pada baris data ke-4.*--restart"):
            self.run(path)
        assert CivilServant.objects.count() == 4
        result = self.run(path, restart=True)
        assert counts(result) == (3, 4, 0, 0)
        assert not ImportRun.objects.exists()

    def it_lets_a_dry_run_look_at_the_other_file(self, path):
        self.stop(path, 4, *people(7))
        path.write_bytes(a_csv(PEOPLE, *people(7, title="Analis")))
        assert counts(self.run(path, dry_run=True)) == (3, 4, 0, 0)
        assert ImportRun.objects.get().through == 4

    def it_leaves_a_trail_that_holds(self, path):
        self.stop(path, 4, *people(7))
        self.run(path)
        events = [json.loads(event.payload) for event in Event.objects.filter(verb="registry.import_run")]
        assert sum(event["created"] for event in events) == 7
        assert verify_chain("agency:JAMBI-KOTA").ok

    def it_is_forgotten_after_a_month(self, path):
        self.stop(path, 4, *people(7))
        ImportRun.objects.update(begun_at=make.AT.replace(year=2017))
        path.write_bytes(a_csv(PEOPLE, *people(2)))
        assert counts(self.run(path)) == (0, 0, 2, 0)
        assert not ImportRun.objects.exists()


class WhenTheFileIsLikeNoOther:
    @pytest.fixture(autouse=True)
    def agency(self) -> None:
        make.make_agency()

    def run(self, path: Path, *rows: tuple[str, ...]) -> ImportResult:
        path.write_bytes(a_csv(PEOPLE, *rows))
        return import_file(path, ImportKind.CIVIL_SERVANTS, by=make.SYSTEM, at=make.AT)

    def it_stops_where_nothing_fits_its_heading(self, tmp_path, monkeypatch):
        """The heading says NIP, the column holds names: every row would be rejected, four million times."""
        monkeypatch.setattr(people_run, "ALL_REJECTED", 3)
        with pytest.raises(UnreadableFile, match="Tidak satu pun dari 3 baris pertama") as stopped:
            self.run(tmp_path / "tertukar.csv", *[(row[1], row[0], *row[2:]) for row in people(3)])
        assert "Alasan pada baris 2: NIP" in str(stopped.value)
        assert not CivilServant.objects.exists()

    def it_reads_a_column_of_mixed_dates_day_by_day(self, tmp_path):
        written = ("2015-01-01", "1 Januari 2015", "42005", "01/13/2015", "01.01.15", "kemarin")
        rows = [(*row[:8], "", day) for row, day in zip(people(6), written, strict=True)]
        result = self.run(tmp_path / "campur.csv", *rows)
        assert counts(result) == (3, 0, 0, 3)
        assert "dibaca hari 1, bulan 13" in reasons(result)[5]
        assert "tulis tahun empat angka" in reasons(result)[6]
        assert "bukan tanggal" in reasons(result)[7]
        assert set(PositionSpell.objects.values_list("start_date", flat=True)) == {make.date(2015, 1, 1)}

    def it_refuses_a_line_without_end(self, tmp_path, monkeypatch):
        monkeypatch.setattr("netra.registry.imports.csv_sheet._LONGEST_LINE", 2_000)
        with pytest.raises(UnreadableFile, match="lebih panjang dari 2000 karakter"):
            self.run(tmp_path / "panjang.csv", ANI, (BUDI[0], "x" * 3_000, *BUDI[2:]))
        assert not CivilServant.objects.exists()

    def it_refuses_an_empty_one(self, tmp_path):
        path = tmp_path / "kosong.csv"
        path.touch()
        with pytest.raises(UnreadableFile, match="Berkas kosong"):
            import_file(path, ImportKind.CIVIL_SERVANTS, by=make.SYSTEM, at=make.AT)

    def it_counts_on_where_more_is_rejected_than_is_kept(self, tmp_path, monkeypatch):
        monkeypatch.setattr("netra.registry.imports.tally.KEPT_REJECTED", 1)
        result = self.run(tmp_path / "salah.csv", *[("salah", *BUDI[1:])] * 3, ANI)
        assert (result.created, len(result.rejected), result.rejected_count, result.total) == (1, 1, 3, 4)
        assert result.notes[0].text.startswith("2 baris lain juga ditolak.")


class WhenTheNextMonthsFileComes:
    @pytest.fixture(autouse=True)
    def agency(self) -> None:
        make.make_agency()
        # What the migration made ready may have been emptied with all tables by an earlier test.
        rebuild_names()

    def run(self, path: Path, *rows: tuple[str, ...]) -> ImportResult:
        path.write_bytes(a_csv(PEOPLE, *rows))
        return import_file(path, ImportKind.CIVIL_SERVANTS, by=make.SYSTEM, at=make.AT)

    def it_keeps_who_is_not_in_it_any_more_with_their_history(self, tmp_path):
        self.run(tmp_path / "januari.csv", ANI, BUDI)
        before = list(PositionSpell.objects.filter(civil_servant__nip=make.BUDI_NIP).values())
        assert counts(self.run(tmp_path / "februari.csv", ANI)) == (0, 0, 1, 0)
        assert list(PositionSpell.objects.filter(civil_servant__nip=make.BUDI_NIP).values()) == before

    def it_writes_only_what_changed(self, tmp_path):
        self.run(tmp_path / "januari.csv", *people(20))
        rows = people(20)
        rows[3] = (*rows[3][:5], "Analis", *rows[3][6:9], "01/02/2018")
        assert counts(self.run(tmp_path / "februari.csv", *rows)) == (0, 1, 19, 0)
        assert PositionSpell.objects.count() == 21
        assert direct_superior_of(civil_servant(rows[3][0]), make.TODAY) == civil_servant(rows[4][0])

    def it_keeps_the_level_of_a_post_that_the_row_does_not_say(self, tmp_path):
        """An empty cell says nothing, also beside one that says something new."""
        self.run(tmp_path / "januari.csv", ANI)
        self.run(tmp_path / "februari.csv", (*ANI[:6], "", "IV/d", *ANI[8:]))
        spell = PositionSpell.objects.get()
        assert (spell.position, spell.grade) == ("JPT_PRATAMA", "IV/d")

    def it_finds_newcomers_by_name_when_the_import_is_over(self, tmp_path, monkeypatch):
        """So many at once that the index takes them in afterwards."""
        monkeypatch.setattr("netra.registry.imports.people_plan.NAMES_AT_ONCE", 1)
        self.run(tmp_path / "januari.csv", *people(3), ANI)
        found = possible_people(make.make_admin(), "Ani", on=make.TODAY).people
        assert [each.civil_servant.nip for each in found][:1] == [make.ANI_NIP]
        assert not NameGap.objects.exists()

    def it_says_who_is_missing_from_the_index_until_a_rebuild_has_read_them(self, tmp_path, monkeypatch):
        """The import was killed when the register was written and the index was not."""
        monkeypatch.setattr("netra.registry.imports.people_plan.NAMES_AT_ONCE", 1)
        monkeypatch.setattr(people_run, "filled_gaps", lambda: iter(()))
        self.run(tmp_path / "januari.csv", *people(3), ANI)
        admin = make.make_admin()
        before = possible_people(admin, "Ani", on=make.TODAY)
        assert (before.people, before.waiting) == ((), 4)
        rebuild_names()
        after = possible_people(admin, "Ani", on=make.TODAY)
        assert ([each.civil_servant.nip for each in after.people][:1], after.waiting) == ([make.ANI_NIP], 0)
