"""The plan of the house as the house tests know it, written by hand, and the files they walk."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "netra"

# From the roof to the ground: a room may use what stands below it, nothing beside or above it.
ROOMS = (
    "cli",
    "demo",
    "web",
    "insight",
    "sanctions",
    "cases",
    "prevention",
    "supervision",
    "intake",
    "letters",
    "registry",
    "trust",
    "law",
    "matching",
)
DOCUMENTS = (
    "README.md",
    "README.id.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "docs/map.md",
)


def python_files() -> list[Path]:
    """Every Python file we wrote by hand: sources, tests, benchmarks."""
    folders = (SOURCE, ROOT / "tests", ROOT / "bench")
    return sorted(file for folder in folders for file in folder.rglob("*.py") if "migrations" not in file.parts)


@cache
def tree_of(file: Path) -> ast.Module:
    """What a file says, parsed once for all tests of this process."""
    return ast.parse(file.read_text(encoding="utf-8"))


def nodes_of(file: Path) -> Iterator[ast.AST]:
    """Everything in a file, from its module down."""
    return ast.walk(tree_of(file))


def tracked_files() -> list[Path]:
    """Every file of the repository as git knows it; a source archive without git has none."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = listing.stdout.decode().split("\0")
    return sorted(ROOT / name for name in names if name and (ROOT / name).is_file())


def documents() -> list[Path]:
    """The papers a newcomer reads."""
    papers = [ROOT / name for name in DOCUMENTS]
    return papers + sorted((ROOT / "docs").rglob("*.md"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
