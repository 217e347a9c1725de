"""The data that the bench makes for itself still fits the tables: nobody finds it broken on the day of measuring."""

from __future__ import annotations

from importlib import import_module
from itertools import product
from pathlib import Path

import pytest
from django.db import connection

from netra.cases.models import Case
from netra.letters.models import Letter
from netra.registry.models import OrgUnit, PositionSpell
from netra.sanctions.models import Decision

BENCH = Path(__file__).parents[2] / "bench"


FIRST, LAST = ("Ramlan", "Sekar", "Galih", "Ratih"), ("Sadewa", "Melati", "Laksana", "Wirawan")
HEADING = "nama,jk,lembaga,dapil,partai,tahun_lahir"


def test_the_bench_of_names_measures_what_it_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """Sixteen invented people; half of them are asked for, and four others that nobody is."""
    people = [f"{first} {last},L,DPR,Jabar {place},MAWAR,19{60 + place}" for place, (first, last) in
              enumerate(product(FIRST, LAST), start=1)]  # fmt: skip
    register = [f"rid,{HEADING}", *(f"R{place},{person}" for place, person in enumerate(people))]
    asked = [f"Q{place},Drs. {people[place]},R{place}" for place in range(0, 16, 2)]
    asked += [f"N{place},Yosafat Manurung,L,DPR,Bali,ANGGREK,1950,NIL" for place in range(4)]
    (tmp_path / "register.csv").write_text("\n".join(register), encoding="utf-8")
    (tmp_path / "queries_2009_open.csv").write_text("\n".join([f"qid,{HEADING},gold_rid", *asked]), encoding="utf-8")
    monkeypatch.syspath_prepend(str(BENCH / "names"))
    import_module("measure").main([str(tmp_path), "--database", "postgresql://nobody@127.0.0.1:1/none"])
    told = capsys.readouterr().out
    assert "pg_trgm was not measured" in told
    assert told.count("| **netra**, cross-validated | 1.000 (1.000–1.000) | 1.000 (1.000–1.000) |") == 3
    assert "| exact | 1.000" in told


def test_the_bench_of_party_lists_knows_who_is_whom(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Of a list of three hundred, one in a hundred is one of the thousand of the register."""
    monkeypatch.syspath_prepend(str(BENCH))
    import_module("linkage").main(["--register", "1000", "--party", "300", "--processes", "1"])
    told = capsys.readouterr().out
    assert "| weighed by DuckDB |" in told
    assert "3 of the list are in the register." in told
    assert "| CONFIRMABLE | 2 | 0.6667 | 1.0000 |" in told


def test_the_bench_of_copies_measures_what_it_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """Nine stories of their own and one that is told again in another province."""
    stories = [" ".join(f"kata{number}x{place}" for place in range(30)) for number in range(9)]
    told = [*((story, "Jambi") for story in stories), (f"Fwd: {stories[0]} https://contoh.example/1", "Banten")]
    rows = [f'{number:05d},"{story}",,{province}' for number, (story, province) in enumerate(told)]
    (tmp_path / "reports.csv").write_text("\n".join(["id,keterangan,kab_kota,provinsi", *rows]), encoding="utf-8")
    monkeypatch.syspath_prepend(str(BENCH))
    import_module("copied").main([str(tmp_path)])
    told_by_it = capsys.readouterr().out
    assert "| 0.95 to 1.00 | 1 | 1 | 1.000 (1.000–1.000) |" in told_by_it
    assert (
        "| passed on: link, mention, emoji, preamble, counts | 1.000 (1.000–1.000) | 1.000 (1.000–1.000) |"
        in told_by_it
    )
    assert "| proposed, of 9 pairs about different provinces | 1 |" in told_by_it


@pytest.mark.django_db
def test_the_bench_fills_the_tables_of_today(monkeypatch: pytest.MonkeyPatch):
    """Half of the cases were referred and decided, each with its letter."""
    monkeypatch.syspath_prepend(str(BENCH))
    import_module("register").fill(80)
    assert (Case.objects.count(), Decision.objects.count(), Letter.objects.count()) == (80, 40, 40)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_bench_fills_a_nation(monkeypatch: pytest.MonkeyPatch):
    """Twenty units in each of six hundred agencies, one of them above the others; everybody in one position."""
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    monkeypatch.syspath_prepend(str(BENCH))
    import_module("nation").fill(80)
    assert (OrgUnit.objects.count(), OrgUnit.objects.filter(parent=None).count()) == (12_000, 600)
    assert PositionSpell.objects.filter(is_primary=True).values("civil_servant").distinct().count() == 80
