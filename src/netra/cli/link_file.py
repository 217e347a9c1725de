"""The work of `netra link`: nothing of the two lists stays but the list to be reviewed that was asked for."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from argparse import Namespace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from netra.cli.instance import InstanceError
from netra.matching.tables import UnreadableTable

UNREADABLE, STOPPED = 2, 143
_ENOUGH_ROOM = "Sebut folder di disk yang lebih lapang dengan --work, lalu ulangi. Tidak ada yang tersimpan."
_NEEDED = {"duckdb": ("duckdb", "splink", "pyarrow"), "spark": ("duckdb", "splink", "pyarrow", "pyspark")}


def link(options: Namespace) -> int:
    """Answers go to standard output or the file that is named; what could not be read is a complaint."""
    if lacking := [name for name in _NEEDED[options.engine] if find_spec(name) is None]:
        extra = "linkage-spark" if "pyspark" in lacking else "linkage"
        raise InstanceError(
            f"`netra link` membutuhkan {', '.join(lacking)}, yang belum terpasang. Pasang dengan "
            f"`.venv/bin/pip install '.[{extra}]'`, lalu ulangi."
        )
    _refuse_what_cannot_be_written(options)
    # Only now: without the extra these modules cannot be loaded.
    linkage = import_module("netra.cli.linking")
    before, ended = os.umask(0o077), signal.signal(signal.SIGTERM, _stop)
    try:
        with tempfile.TemporaryDirectory(prefix="netra-link-", dir=options.work) as work:
            return int(linkage.run(options, Path(work)))
    except UnreadableTable as error:
        print(f"netra link: {error}", file=sys.stderr)
        return UNREADABLE
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InstanceError(f"Berkas sementara tidak dapat ditulis ({error.strerror}). {_ENOUGH_ROOM}") from error
    finally:
        os.umask(before)
        signal.signal(signal.SIGTERM, ended)


def _stop(_signal: int, _frame: object) -> None:
    """Whoever ends the command ends it with its temporary files removed."""
    sys.exit(STOPPED)


def _refuse_what_cannot_be_written(options: Namespace) -> None:
    """Said before hours of work, and so that no list is written over another file."""
    if options.csv and options.csv.exists():
        raise InstanceError(f"{options.csv} sudah ada dan tidak ditimpa. Sebut nama lain, atau hapus dulu.")
    folders = [options.csv.absolute().parent] if options.csv else []
    for folder in [*folders, *([options.work] if options.work else [])]:
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise InstanceError(f"Folder {folder} tidak ada atau tidak dapat ditulisi. Sebut folder lain.")
