"""Loading the demo, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from netra.demo.cast import ADMINISTRATOR
from netra.demo.people import first_spells
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale, play
from netra.demo.stories import case_stories, loose_reports
from netra.demo.tales.advisory import advisories
from netra.demo.tales.cases import case_tale
from netra.demo.tales.house import authorities, open_house, positions
from netra.demo.tales.meetings import meetings
from netra.demo.tales.outreach import outreaches
from netra.demo.tales.pacts import pacts
from netra.demo.tales.prevention import letters_of_2017, running_letters
from netra.demo.tales.reminders import reminders
from netra.demo.tales.reports import loose_tale, secret_of
from netra.demo.tales.supervision import supervision
from netra.demo.world import World
from netra.intake import keys
from netra.trust.models import User


def silent(line: str) -> None:
    """Nobody listens."""


def load(*, at: datetime, progress: Callable[[str], None] = silent) -> None:
    """Tell every tale up to `at`; in a database that has the demo, nothing happens.

    All in one transaction: whoever interrupts it leaves an empty database behind, never half a demo.
    """
    if User.objects.filter(username=ADMINISTRATOR.username).exists():
        return
    sheet = yaml_sheet("agencies.yaml")
    world = World(
        at=at,
        servants=first_spells(),
        agencies={row["code"]: row["name"] for row in sheet["agencies"]},
        units={(agency, code): name for agency, rows in sheet["units"].items() for code, name, _parent in rows},
    )
    with transaction.atomic():
        open_house(world)
        play(_tales(world), until=at, progress=_yearly(progress))


def shown_code() -> str:
    """The code of a report that everybody may follow: a civil servant who is pressed by a superior, and an answer."""
    return keys.code_of(secret_of("lapor-tekanan-atasan"))


def _tales(world: World) -> list[Tale]:
    cases = [case_tale(world, story) for story in case_stories(world.today)]
    reports = [loose_tale(world, report) for report in loose_reports(world.today)]
    prevention = [
        *letters_of_2017(world),
        *running_letters(world),
        *meetings(world),
        *outreaches(world),
        *reminders(world),
        *pacts(world),
        *advisories(world),
    ]
    return [authorities(world), positions(world), *prevention, *supervision(world), *cases, *reports]


def _yearly(progress: Callable[[str], None]) -> Callable[[datetime], None]:
    """Say the year when it changes."""
    told: set[int] = set()

    def tell(when: datetime) -> None:
        if when.year not in told:
            told.add(when.year)
            progress(f"tahun {when.year} …")

    return tell
