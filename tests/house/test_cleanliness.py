"""Nothing of one machine, one person or one key is in the repository, and no table differs from its migrations."""

from __future__ import annotations

import ast
import re

import pytest
from django.core.management import call_command

from tests.house.plan import python_files, shown, tracked_files, tree_of

TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".html", ".typ", ".css", ".js", ".csv", ".svg", ""}
TRACES = {
    # Each pattern is broken in two, so that this file does not find itself.
    "a path of one machine": re.compile(
        r"/(?:ho" r"me|Us" r"ers)/[a-z]\w+/|/ro" r"ot/|/wo" r"rk/(?:main|shared)|\.\./sha" r"red/"
    ),
    "a private key": re.compile(r"BEGIN [A-Z ]*PRIV" r"ATE KEY"),
    "a token of a service": re.compile(r"\b(?:ghp_|glpat-|xox[bp]-|AKIA)[A-Za-z0-9_-]{12,}"),
    "a promise to do it later": re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b"),
}


@pytest.mark.parametrize("trace", TRACES)
def test_the_repository_holds_no(trace: str) -> None:
    found = []
    for file in tracked_files():
        if file.suffix in TEXT and file.name != "LICENSE":
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
                if TRACES[trace].search(line):
                    found.append(f"{shown(file)}:{number}")
    assert found == [], "\n".join(found)


def test_the_repository_holds_no_database_key_or_lock_of_one_machine() -> None:
    names = [shown(file) for file in tracked_files()]
    assert [name for name in names if re.search(r"\.(sqlite3|db|pem|key)$|(^|/)uv\.lock$|(^|/)var/", name)] == []


def test_every_class_that_holds_tests_is_one_that_is_run() -> None:
    left_out = [
        f"{shown(file)}: {each.name}"
        for file in python_files()
        if file.name.startswith("test_")
        for each in tree_of(file).body
        if isinstance(each, ast.ClassDef) and not each.name.startswith(("Test", "When"))
        if any(isinstance(part, ast.FunctionDef) and part.name.startswith(("it_", "test_")) for part in each.body)
    ]
    assert left_out == [], "pytest runs classes named Test… and When… alone:\n" + "\n".join(left_out)


@pytest.mark.django_db
def test_no_table_differs_from_its_migrations() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
