"""How letters are drawn in the tests of every room, loaded by the conftest at the root of the repository."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
import segno
from django.db import connection

from netra.letters.tests.put_off import code_put_off, put_off

# Where letters are what is tested, where all the acts of two elections draw theirs, where a browser opens them, and
# where one must be as large as it is.
_DRAWN_AT_ONCE = ("src/netra/letters", "src/netra/demo", "tests/journeys", "tests/bad_input/test_full_disk.py")


@pytest.fixture(scope="session", autouse=True)
def _qr_codes_take_the_first_mask() -> Iterator[None]:
    """A letter's code is drawn and can be read; the eight masks are not weighed, which took a sixth of each letter."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("netra.letters.render.segno.make_qr", partial(segno.make_qr, mask=0))
        yield


@pytest.fixture(scope="module", autouse=True)
def _letters_are_drawn_when_they_are_read(request: pytest.FixtureRequest) -> Iterator[None]:
    """A sixth of the time of the rooms' tests went into letters that no test looked at.

    The same tests on PostgreSQL draw every letter at once, so that data which Typst refuses are noticed.
    """
    with pytest.MonkeyPatch.context() as patch:
        if connection.vendor == "sqlite" and not request.node.nodeid.startswith(_DRAWN_AT_ONCE):
            patch.setattr("netra.letters.render.compiled", put_off)
            patch.setattr("netra.letters.render.qr_svg", code_put_off)
        yield
