"""Papers of a publication, drawn once and kept for everybody: no visitor costs more than one drawing.

A publication never changes, so a paper is known by its fingerprint, by what is drawn of it, and by the drawing itself
(programs, templates and translations): after an update papers are drawn anew. They are public and can be drawn again at
any time, so they lie in the open under `drawn` of the instance, where all processes of the server find them; that
folder may be emptied whenever somebody likes.
"""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings
from django.utils.translation import gettext as _

from netra.trust.errors import Refused

# One draws and two wait, fewer than a process has threads; whoever comes beyond them is asked to come again, so that
# the other pages, above all the form for reports, find a thread.
AT_ONCE = 3
_PLACES = BoundedSemaphore(AT_ONCE)


class DrawingBusy(Refused):
    """Others are being drawn; the paper can be asked for again in a moment."""


def kept_or_drawn(sha256: str, what: tuple[str, ...], draw: Callable[[], bytes]) -> bytes:
    """The paper `what` of the publication with that fingerprint; drawn by who comes first. Fails with DrawingBusy."""
    kept = _folder() / hashlib.sha256("\0".join((_drawing(), sha256, *what)).encode()).hexdigest()
    found = _read(kept)
    if found is not None:
        return found
    with _a_place():
        return _drawn(kept, draw)


def _drawn(kept: Path, draw: Callable[[], bytes]) -> bytes:
    with _alone(kept.parent):
        found = _read(kept)
        if found is None:
            found = draw()
            _keep(kept, found)
    return found


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "drawn"


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _keep(path: Path, content: bytes) -> None:
    """Whole or not at all; where there is no room, the paper is drawn again next time."""
    try:
        partial = path.with_name(f"{path.name}.partial")  # its writer is alone, see `_alone`
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        return


@contextmanager
def _a_place() -> Iterator[None]:
    if not _PLACES.acquire(blocking=False):
        raise DrawingBusy(_("Grafik dan ringkasan lain sedang digambar. Muat ulang halaman ini sebentar lagi."))
    try:
        yield
    finally:
        _PLACES.release()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One drawing at a time among all processes; where not even the folder can be made, one in this place."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        queue = (folder / "queue").open("w")
    except OSError:
        yield
        return
    with queue:
        fcntl.flock(queue, fcntl.LOCK_EX)
        yield


@cache
def _drawing() -> str:
    """What draws, as one fingerprint."""
    room = Path(__file__).parent
    files = [*room.glob("*.py"), *room.glob("papers/*.typ")]
    files += [file for folder in settings.LOCALE_PATHS for file in Path(folder).glob("*/LC_MESSAGES/django.mo")]
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.read_bytes())
    return total.hexdigest()
