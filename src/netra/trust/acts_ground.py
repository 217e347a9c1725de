"""What one act is, and who the house lets do which kind of thing: the ground of the table of acts."""

from __future__ import annotations

from dataclasses import dataclass

from netra.trust.roles import Role


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done: `code` is `room.act`; `payload` lists the keys the trail may keep."""

    code: str
    label: str
    roles: frozenset[Role]
    payload: frozenset[str]


INTAKE, PLENARY, ANALYST, PERSONNEL, UNIT_HEAD, EXAMINER, AUTHORITY, CUSTODIAN, AUDITOR, ADMIN = Role
# Acts of people without an account: whoever holds a report's code or a personal link.
NOBODY: tuple[Role, ...] = ()
HANDLERS = (INTAKE, PLENARY, ANALYST, PERSONNEL, EXAMINER, AUTHORITY)
CASE_READERS = (*HANDLERS, AUDITOR)
# Who follows whom a letter reached; the head of a unit sees his own people and nobody else.
PREVENTION_READERS = (*CASE_READERS, UNIT_HEAD)
# Who writes the letters by which an agency prevents: its own people, and the supervisors for theirs.
WRITERS = (INTAKE, ANALYST, PERSONNEL)
LISTERS = (*WRITERS, UNIT_HEAD)
# Who sits in a meeting or answers for its tasks; an examiner is there for single matters.
MEETING_READERS = (INTAKE, PLENARY, ANALYST, PERSONNEL, AUTHORITY, AUDITOR)
# Who answers what a civil servant asks before acting: the body that oversees, and the own personnel agency.
ADVISERS = (ANALYST, PERSONNEL)
ADVISERS_READ = (*ADVISERS, AUDITOR)
OPENERS = (INTAKE, *ADVISERS)
# Who erases a report: one asks, another does it or refuses, and who asked may take it back.
ERASERS = (INTAKE, ADMIN)
KEEPERS = (ADMIN, PERSONNEL)
# Who watches all year: the personnel agency its own units, the supervisors of elections their place.
WATCHERS = (INTAKE, PERSONNEL)


def act(code: str, label: str, roles: tuple[Role, ...], payload: str = "") -> Act:
    return Act(code, label, frozenset(roles), frozenset(payload.split()))
