"""Somebody wipes words as an erasure would, by a plain UPDATE, in a case in which nobody erased anything.

The rows do not let him while their triggers stand; where he owns the database and takes these away, the check says so.
"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, make_report
from netra.intake.models import Report, ReportedPerson
from netra.trust import row_locks, trail
from netra.trust.tests.locks import unlocked
