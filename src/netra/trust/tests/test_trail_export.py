"""The exported file is checked on another machine, with no database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.operations import trail_export
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, TODAY, later, write

CHAIN = "case:PKR-2026-AAAA"


@pytest.fixture
def exported(db: None) -> list[str]:
    write(CHAIN, 3)
    write("report:LAP-2026-AAAA", 2)
    trail.close_day(TODAY, later(hours=12))
    write("house", by=builders.wayan())
    write(CHAIN, at=later(days=1))
    trail.close_day(TODAY + timedelta(days=1), later(days=1))
    write("report:LAP-2026-AAAA", at=later(days=2))
    return list(trail.export_lines())


def _codes(lines: list[str]) -> set[str]:
    return {problem.code for problem in trail.verify_export(lines).problems}


class WhenTheFileIsWhole:
    def it_is_found_whole(self, exported):
        check = trail.verify_export(exported)
        assert (check.ok, check.events, check.chains, check.roots) == (True, 10, 3, 2)

    def it_is_found_whole_as_a_file_too(self, exported, tmp_path):
        path = tmp_path / "jejak.jsonl"
        path.write_text("".join(line + "\n" for line in exported), encoding="utf-8", newline="\n")
        assert trail.verify_export_file(path).ok

    @pytest.mark.django_db
    def it_is_found_whole_when_nothing_happened_yet(self):
        check = trail.verify_export(trail.export_lines())
        assert (check.ok, check.events) == (True, 0)

    def it_can_hold_some_chains_only(self, exported):
        check = trail.verify_export(trail.export_lines([CHAIN]))
        assert (check.ok, check.events, check.chains, check.roots) == (True, 4, 1, 0)

    def it_says_that_no_database_was_looked_at(self, exported):
        assert any(
            "Belum diperiksa: apakah basis data" in words for words in trail.proven(trail.verify_export(exported))
        )

    def it_says_of_some_chains_that_they_are_not_all(self, exported):
        words = trail.proven(trail.verify_export(trail.export_lines([CHAIN])))
        assert any("hanya memuat sebagian rantai" in each for each in words)
        assert not any("belum ada akar harian" in each for each in words), "there are; this file has none"

    def it_cannot_compare_a_published_root_with_some_chains_only(self, exported):
        root = {TODAY: "0" * 64}
        (problem,) = trail.verify_export(trail.export_lines([CHAIN]), known_roots=root).problems
        assert "hanya memuat sebagian rantai" in problem.message and "ekspor seluruh jejak" in problem.message

    @pytest.mark.django_db
    def it_has_proven_nothing_where_there_is_nothing(self):
        (words,) = trail.proven(trail.verify_export(trail.export_lines()))
        assert words.startswith("Tidak ada satu peristiwa pun")


class WhenTheFileWasTouched:
    def it_finds_every_line_that_is_missing(self, exported):
        for number in range(len(exported)):
            assert not trail.verify_export(exported[:number] + exported[number + 1 :]).ok, number

    def it_finds_every_two_lines_that_changed_places(self, exported):
        for number in range(len(exported) - 1):
            swapped = [*exported]
            swapped[number], swapped[number + 1] = swapped[number + 1], swapped[number]
            assert not trail.verify_export(swapped).ok, number

    def it_finds_every_line_that_came_twice(self, exported):
        for number, line in enumerate(exported):
            assert not trail.verify_export([*exported[:number], line, *exported[number:]]).ok, number

    def it_finds_every_truncation(self, exported):
        for length in range(len(exported)):
            assert "TRUNCATED" in _codes(exported[:length])

    def it_names_the_event_and_the_line(self, exported):
        changed = [line.replace("trust.login", "trust.logon") if '"seq":2' in line else line for line in exported]
        problems = trail.verify_export(changed).problems
        assert (CHAIN, 2, "CHANGED") in {(problem.chain, problem.seq, problem.code) for problem in problems}

    @pytest.mark.parametrize(
        "garbage", ["", "\n", "null", "[]", "{}", '{"kind":"event"}', "[" * 100_000, "\ud800", "9" * 5000]
    )
    def it_says_so_when_a_line_was_never_ours(self, exported, garbage):
        assert "LINE" in _codes([*exported[:3], garbage, *exported[3:]])

    def it_is_not_taken_in_by_a_different_file(self):
        assert {"LINE", "TRUNCATED"} <= _codes(["nama,nip", "Budi,1"])
        assert "TRUNCATED" in _codes([])

    @settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(place=st.integers(min_value=0), byte=st.integers(0, 255))
    def it_finds_any_single_byte_that_changed(self, exported, tmp_path, place, byte):
        whole = "".join(line + "\n" for line in exported).encode()
        place %= len(whole)
        if whole[place] == byte:
            return
        path = tmp_path / "jejak.jsonl"
        path.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
        assert not trail.verify_export_file(path).ok


@pytest.mark.django_db
class WhenSomebodyAsksForTheFile:
    def it_gives_it_to_the_auditor_and_records_the_giving(self):
        lines = list(trail_export(by=builders.hasan(), at=MORNING))
        assert trail.verify_export(lines).ok
        assert [entry.verb for entry in trail.history("house")] == ["trust.trail_export"]
        assert any("trust.trail_export" in line for line in lines)

    def it_refuses_everybody_else(self):
        for person in (builders.wayan(), builders.lestari(), builders.ketut()):
            with pytest.raises(NotAllowed):
                trail_export(by=person, at=MORNING)
