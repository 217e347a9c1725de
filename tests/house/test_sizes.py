"""Files and functions stay small enough to be read at once; imports stand at the top; the clock stays at the doors."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.plan import ROOMS, SOURCE, nodes_of, python_files, shown, tree_of

FILE_LINES = 400
TEST_FILE_LINES = 500
FUNCTION_LINES = 60
DOORS = ("cli", "demo", "web")


def is_test(file: Path) -> bool:
    return "tests" in file.parts


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes_of(file):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_files_are_read_at_one_sitting() -> None:
    long = []
    for file in python_files():
        lines = len(file.read_text(encoding="utf-8").splitlines())
        if lines > (TEST_FILE_LINES if is_test(file) else FILE_LINES):
            long.append(f"{shown(file)}: {lines} lines")
    assert long == [], "\n".join(long)


def test_functions_fit_on_one_screen() -> None:
    long = [
        f"{shown(file)}:{function.lineno} {function.name}: {function.end_lineno - function.lineno + 1} lines"
        for file in python_files()
        for function in functions(file)
        if function.end_lineno is not None and function.end_lineno - function.lineno + 1 > FUNCTION_LINES
    ]
    assert long == [], "\n".join(long)


def sets_django_up(file: Path) -> bool:
    """A script that is run by itself: tables can be imported only after the setup, hence inside its functions."""
    return "django.setup()" in file.read_text(encoding="utf-8") or file.parent.name == "bench"


def test_no_function_imports() -> None:
    hidden = [
        f"{shown(file)}:{node.lineno}"
        for file in python_files()
        if not sets_django_up(file)
        for function in functions(file)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == [], "\n".join(hidden)


def test_only_doors_read_the_clock() -> None:
    """`at` and `on` come from outside; a room that reads the clock cannot be asked about another day."""
    inner = [room for room in ROOMS if room not in DOORS]
    clocks = {("timezone", "now"), ("datetime", "now"), ("date", "today"), ("datetime", "utcnow"), ("time", "time")}
    readers = []
    for room in inner:
        for file in sorted((SOURCE / room).rglob("*.py")):
            for node in nodes_of(file):
                if (
                    isinstance(node, ast.Attribute)
                    and isinstance(node.value, ast.Name)
                    and (node.value.id, node.attr) in clocks
                ):
                    readers.append(f"{shown(file)}:{node.lineno}")
    assert readers == [], "\n".join(readers)


def test_every_module_says_what_it_is() -> None:
    silent = [
        shown(file)
        for file in python_files()
        if not is_test(file) and not ast.get_docstring(tree_of(file)) and tree_of(file).body
    ]
    assert silent == [], "\n".join(silent)
