"""The advisory desk: what somebody asked before acting, in 2018 and in the last weeks; answered, open, turned away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from netra.cases.access import visible_to
from netra.cases.operations import answer_record
from netra.demo.pace import moment
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale
from netra.demo.world import World
from netra.prevention.advisory_access import asker_of
from netra.prevention.advisory_entries import AdviceEntry, AdvisoryEntry, PublicationEntry
from netra.prevention.advisory_planned import asked
from netra.prevention.models import AdvisoryAnswer, AdvisoryQuestion
from netra.prevention.operations import (
    advisory_answer,
    advisory_ask,
    advisory_publish,
    advisory_reply,
    advisory_turn_away,
    advisory_write,
)
from netra.trust.identity import Identity

# Before any other tale of the day, as in `pacts`.
EARLY = 6
_NOTHING = {"office": "", "region": "", "phase": "", "circumstances": []}


def advisories(world: World) -> Iterator[Tale]:
    """One tale per question of the sheet."""
    for row in yaml_sheet("advisory.yaml")["questions"]:
        yield _question(world, row)


def secret_of(key: str) -> str:
    """The secret of the form by which this question was sent."""
    return f"demo-pertanyaan-{key}-rahasia-formulir"


def _question(world: World, row: dict[str, Any]) -> Tale:
    day: date = row.get("date") or world.today - timedelta(days=row["days_ago"])
    yield moment(day, EARLY)
    question = _asked(row, day)
    for number, message in enumerate(row.get("messages", ())):
        at = moment(day + timedelta(days=message["days"]), EARLY)
        yield at
        said = {"advisory_ref": question.ref, "body": message["body"], "token": str(number), "at": at}
        if "by" in message:
            advisory_reply(by=world.users[message["by"]], **said)
        else:
            advisory_write(by=asker_of(question), **said)
    if turned := row.get("turned"):
        at = moment(day + timedelta(days=turned["days"]), EARLY)
        yield at
        why = {"reason": turned["reason"], "explanation": turned["explanation"]}
        advisory_turn_away(advisory_ref=question.ref, by=world.users[turned["by"]], at=at, **why)
    if told := row.get("answer"):
        yield from _answered(world, question, {**told, "key": row["key"]}, day + timedelta(days=told["days"]))


def _asked(row: dict[str, Any], day: date) -> AdvisoryQuestion:
    planned_date = day + timedelta(days=row["plan_days"]) if "plan_days" in row else None
    planned = asked({**_NOTHING, **row["planned"]}, planned_date) if planned_date and "planned" in row else None
    entry = AdvisoryEntry(
        text=row["text"],
        agency_code=row["agency"],
        planned_date=planned_date,
        planned=planned,
        identity=Identity(row["name"], row["contact"]) if "name" in row else None,
    )
    return advisory_ask(entry=entry, secret=secret_of(row["key"]), sender="demo", at=moment(day, EARLY))


def _answered(world: World, question: AdvisoryQuestion, told: dict[str, Any], day: date) -> Tale:
    by, at = world.users[told["by"]], moment(day, EARLY)
    yield at
    given = AdviceEntry(told["verdict"], told["matter"], told["text"], told["articles"], told["condition"])
    answer = advisory_answer(advisory_ref=question.ref, entry=given, by=by, at=at)
    world.answers[told["key"]] = answer.number
    if told.get("publish"):
        at += timedelta(minutes=20)
        yield at
        shown = PublicationEntry(told["matter"], told["text"], told["condition"], names_nobody=True)
        advisory_publish(advisory_ref=question.ref, ordinal=1, entry=shown, by=by, at=at)
    if "claimed" in told:
        at = moment(world.today - timedelta(days=1), EARLY)
        yield at
        _claim(world, answer, told)


def _claim(world: World, answer: AdvisoryAnswer, told: dict[str, Any]) -> None:
    """An accused of an open case says that he followed the answer; nobody has judged that yet."""
    day = world.today - timedelta(days=1)
    by, at = world.users[told["by"]], moment(day, EARLY)
    seen = visible_to(by, on=day).filter(ended_date=None, proceedings__state="SUMMONED_1")
    case = seen.order_by("-pk").first()
    if case is not None:
        answer_record(case_ref=case.ref, party=1, text=told["claimed"], advice=answer.number, by=by, at=at)
