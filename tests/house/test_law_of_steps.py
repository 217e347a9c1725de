"""What the steps of all rooms rest on was in force: not before its regulation began, not after it was repealed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from netra.cases.states import STEPS as CASE_STEPS
from netra.intake.states import STEPS as REPORT_STEPS
from netra.law.instruments import INSTRUMENTS
from netra.law.procedure import Step
from netra.sanctions.states import STEPS as PROCEEDING_STEPS

EVERY_STEP = (*REPORT_STEPS, *CASE_STEPS, *(step for steps in PROCEEDING_STEPS.values() for step in steps))


@pytest.mark.parametrize("step", EVERY_STEP, ids=lambda step: f"{step.act}-{step.source}-{step.target}")
def test_no_step_rests_on_a_regulation_out_of_its_time(step: Step):
    for basis in step.basis:
        name = basis.source.instrument
        known = INSTRUMENTS.get(name)
        if known is not None:
            assert known.start <= basis.start, name
            assert known.until is None or (basis.until is not None and basis.until <= known.until), name
        year = re.search(r"/(20\d\d)$", name)
        if year is not None:
            assert basis.start >= date(int(year[1]), 1, 1), name
