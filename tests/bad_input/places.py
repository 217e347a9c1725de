"""Places that are too small, and processes of their own: the real thing, made by the operating system."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = 64 * 1024


@contextmanager
def tiny_disk(size: int = SMALL) -> Iterator[Path]:
    """A file system of its own that holds so many bytes; skips where this account may not mount one."""
    with tempfile.TemporaryDirectory(prefix="netra-tiny-") as name:
        mounted = _quietly("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", name)
        if not mounted:
            pytest.skip("only root may mount a small disk here; the limit on file sizes is tried instead")
        try:
            yield Path(name)
        finally:
            _quietly("umount", "--lazy", name)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The operating system refuses every write beyond so many bytes of one file (EFBIG), for this process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fill(folder: Path) -> Path:
    """A file that takes every byte that is left."""
    stuffing = folder / "stuffing"
    with stuffing.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass
    return stuffing


def python_in_a_house(code: str, database: str, data_dir: Path, *arguments: str) -> subprocess.Popen[str]:
    """Another process of the same house: its own Python, the database and the folder that it is told."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "netra.settings_testing",
        "NETRA_DATABASE": database,
        "NETRA_DATA_DIR": str(data_dir),
    }
    return subprocess.Popen(
        [sys.executable, "-c", f"import django; django.setup()\n{code}", *arguments],
        env=environment,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _quietly(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
