"""The public statistics from the command line: publish what is due, correct a month, check what was published."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError
from django.utils import timezone

from netra.cli.instance import InstanceError
from netra.insight.operations import publication_correct, publish_due
from netra.insight.publications import Revision, faults, revisions
from netra.trust.actors import SystemActor

FAULTY = 1


def publish(_options: Namespace) -> int:
    """Publish every finished month that is due and name the newest one."""
    at = timezone.now()
    with _readable():
        publish_due(at=at)
        print(_line(revisions(on=timezone.localdate(at))[0]))
    return 0


def correct(options: Namespace) -> int:
    """Publish a month anew, as its next revision."""
    at = timezone.now()
    with _readable():
        made = publication_correct(month=options.month, reason=options.reason, by=SystemActor("cli"), at=at)
        print(_line(Revision(made.month, made.revision, made.sha256, made.reason, made.made_at)))
    return 0


def verify(_options: Namespace) -> int:
    """Compare every publication with its hash in the trail; one fault makes the result 1."""
    with _readable():
        found = list(faults())
        counted = len(revisions(on=timezone.localdate()))
    for fault in found:
        print(fault)
    print(f"TIDAK UTUH: {len(found)} temuan." if found else f"Utuh: {counted} terbitan seperti dicatat jejak.")
    return FAULTY if found else 0


def _line(revision: Revision) -> str:
    return f"{revision.code} terbitan ke-{revision.number} {revision.sha256}"


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except DatabaseError as problem:
        raise InstanceError(
            "Statistik tidak dapat dibaca atau ditulis: basis data belum disiapkan atau tidak dapat dihubungi. "
            "Jalankan `netra setup`, lalu ulangi; periksa juga NETRA_DATABASE dan NETRA_DATA_DIR."
        ) from problem
