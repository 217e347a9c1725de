"""An import in a process that kills itself, by SIGKILL, after so many statements; run in a process of its own:

python -c "import django; django.setup(); from tests.bad_input.killed_import import main; main()" FILE STATEMENT
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection

from netra.registry.imports import ImportKind, import_file, people_run
from netra.registry.models import Agency, CivilServant, ImportRemark, ImportRun, NameGap, PositionSpell
from netra.registry.tests import builders as make
from netra.trust.models import Event
from netra.trust.trail import verify_chain

BATCH = 20


def main() -> None:
    """Imports the file and says what came of it, unless it dies before; statement 0 never comes."""
    path, statement = Path(sys.argv[1]), int(sys.argv[2])
    if not Agency.objects.exists():
        make.make_agency()
    people_run.MOST_ROWS = BATCH
    with connection.execute_wrapper(dying_after(statement)):
        result = import_file(path, ImportKind.CIVIL_SERVANTS, by=make.SYSTEM, at=make.AT)
    told = [json.loads(event.payload) for event in Event.objects.filter(verb="registry.import_run")]
    sys.stdout.write(
        json.dumps(
            {
                "counts": make.counts(result),
                "reasons": make.reasons(result),
                "told": sum(payload["created"] for payload in told),
                "people": CivilServant.objects.count(),
                "spells": PositionSpell.objects.count(),
                "superiors": PositionSpell.objects.exclude(direct_superior=None).count(),
                "left": sum(table._default_manager.count() for table in (ImportRun, ImportRemark, NameGap)),
                "trail": verify_chain("agency:JAMBI-KOTA").ok,
            }
        )
    )


def dying_after(statement: int) -> Callable[..., Any]:
    """A wrapper that lets so many statements through and then ends the process as a power cut would."""
    seen = 0

    def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal seen
        result = execute(sql, params, many, context)
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return count
