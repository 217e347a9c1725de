"""The work of `netra link`: nothing of the two lists stays but the list to be reviewed that was asked for."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import Namespace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from netra.cli.instance import InstanceError
from netra.matching.tables import UnreadableTable

UNREADABLE = 2
_NEEDED = {"duckdb": ("duckdb", "splink", "pyarrow"), "spark": ("duckdb", "splink", "pyarrow", "pyspark")}


def link(options: Namespace) -> int:
    """Answers go to standard output or the file that is named; what could not be read is a complaint."""
    if lacking := [name for name in _NEEDED[options.engine] if find_spec(name) is None]:
        extra = "linkage-spark" if "pyspark" in lacking else "linkage"
        raise InstanceError(
            f"`netra link` membutuhkan {', '.join(lacking)}, yang belum terpasang. Pasang dengan "
            f"`.venv/bin/pip install '.[{extra}]'`, lalu ulangi."
        )
    # Only now: without the extra these modules cannot be loaded.
    linkage = import_module("netra.cli.linking")
    before = os.umask(0o077)
    try:
        with tempfile.TemporaryDirectory(prefix="netra-link-", dir=options.work) as work:
            return int(linkage.run(options, Path(work)))
    except UnreadableTable as error:
        print(f"netra link: {error}", file=sys.stderr)
        return UNREADABLE
    finally:
        os.umask(before)
