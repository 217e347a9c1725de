"""How every operation takes hold of a proceeding, and how it takes a step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.access import own_agency
from netra.cases.models import Case, Party
from netra.cases.operations import ActRefused, WrongState
from netra.cases.operations.claim import claimed, party_of, refuse_own_case
from netra.cases.operations.claim import refuse_future as refuse_future
from netra.cases.operations.days import refuse_before as refuse_before
from netra.law.dated import NothingInForce
from netra.law.procedure import Step, find_step
from netra.sanctions.access import proceedings_visible_to
from netra.sanctions.examined import DECIDES
from netra.sanctions.models import Proceeding
from netra.sanctions.offers import BY_ITSELF, steps_open
from netra.sanctions.operations.impartiality import refuse_who_examined
from netra.sanctions.seats import BY_THE_SEATED, why_not_held, why_not_seated
from netra.sanctions.states import STATE_LABELS, STEPS
from netra.trust.access import require
from netra.trust.acts import ACTS
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.trail import record
from netra.trust.written_once import AskedAgainBy

_VISIBLE = AskedAgainBy(
    lambda user, on, ref: proceedings_visible_to(user, on=on).filter(ref=ref).values_list("pk", "case_id")
)
_CASE = AskedAgain(lambda pk: Case.objects.select_for_update().filter(pk=pk))
_PROCEEDING = AskedAgain(
    lambda pk: Proceeding.objects.select_for_update(of=("self",)).select_related("party").filter(pk=pk)
)


def claim(ref: str, *, by: User, act: str, at: datetime) -> Proceeding:
    """The proceeding, locked with its case, after asking visibility, role, and whether it is his to do."""
    found = _VISIBLE.first(by, on=localdate(at), ref=ref)
    if found is None:
        raise NotFound(_("Penanganan %(ref)s tidak ditemukan.") % {"ref": ref})
    # Always the case first, then the proceeding: one order for everybody, so that no two wait for each other.
    (case,), (proceeding,) = _CASE(pk=found[1]), _PROCEEDING(pk=found[0])
    proceeding.case = case
    proceeding.party.case = case
    require(
        by,
        act,
        region_code=proceeding.region_code,
        agency_code=proceeding.agency_code,
        subject_ref=proceeding.ref,
        at=at,
    )
    refuse_own_case(case, by)
    if act in DECIDES:
        refuse_who_examined(proceeding, by, at=at)
    if act in BY_THE_SEATED:
        refuse_out_of_place(proceeding)
    return proceeding


def refuse_out_of_place(proceeding: Proceeding) -> None:
    """A team or council does nothing while somebody sits in it who has no part in the case. Fails with ActRefused."""
    why = why_not_seated(proceeding)
    if why:
        raise ActRefused(why)


def refuse_not_held(proceeding: Proceeding, held: date) -> None:
    """What one took part in who had been kept from the case was not held. Fails with ActRefused."""
    why = why_not_held(proceeding, held)
    if why:
        raise ActRefused(why)


def claim_party(case_ref: str, ordinal: int, *, by: User, act: str, at: datetime) -> tuple[Case, Party]:
    """One accused of a case, the case locked, after visibility and role have been asked."""
    case = claimed(case_ref, by=by, on=localdate(at))
    if case is None:
        raise NotFound(_("Perkara %(case_ref)s tidak ditemukan.") % {"case_ref": case_ref})
    require(by, act, region_code=case.region_code, agency_code=own_agency(by, case, on=localdate(at)), at=at)
    refuse_own_case(case, by)
    party = party_of(case, ordinal, by=by, on=localdate(at))
    party.case = case
    return case, party


def step_for(proceeding: Proceeding, act: str, *, on: date, target: str | None = None) -> Step:
    """The step that `act` takes now; WrongState tells what may be done instead on that day."""
    step = find_step(STEPS[proceeding.route], act=act, state=proceeding.state, target=target)
    # Nothing else follows on what ended because the accused is a civil servant no more.
    if step is None or (proceeding.lapsed_from and act not in BY_ITSELF):
        possible = sorted({_(ACTS[each].label) for each in steps_open(proceeding, on=on)})
        raise WrongState(
            _(
                "«%(act)s» tidak dapat dilakukan: penanganan %(proceeding)s berada pada tahap «%(state)s». Yang "
                "dapat dilakukan sekarang: %(possible)s."
            )
            % {
                "act": _(ACTS[act].label),
                "proceeding": proceeding.ref,
                "state": _(STATE_LABELS[proceeding.state]),
                "possible": "; ".join(possible) or _("tidak ada"),
            }
        )
    return step


def article_of(step: Step, proceeding: Proceeding, *, on: date) -> str:
    """The article of the step on that day, as letters and the trail cite it."""
    try:
        return str(proceeding.article(step, on=on))
    except NothingInForce as error:
        raise ActRefused(str(error)) from error


def keep(
    proceeding: Proceeding,
    act: str,
    *,
    by: User,
    at: datetime,
    citation: str = "",
    **payload: str | int | bool | None,
) -> None:
    """The one event of an act, on the chain of the case; of a second examination it tells that it is of that one."""
    again = proceeding.round > 1 and "round" in ACTS[act].payload
    facts: Mapping[str, str | int | bool | None] = {
        "case": proceeding.case.ref,
        "proceeding": proceeding.ref,
        **payload,
        **({"round": proceeding.round} if again else {}),
    }
    chain = proceeding.case.chain
    record(chain=chain, verb=act, by=by, at=at, subject=chain, payload=facts, citation=citation)


def advance(
    proceeding: Proceeding,
    act: str,
    *,
    by: User,
    at: datetime,
    target: str | None = None,
    dated: date | None = None,
    citation: str = "",
    **payload: str | int | bool | None,
) -> Step:
    """Take the step of `act`, save, and keep its event with the article of the step, or with a narrower `citation`.

    The article is that of `dated`, the day of a fact or paper that is written down later, else that of today; the event
    keeps that day beside its own.
    """
    step = step_for(proceeding, act, on=localdate(at), target=target)
    article = citation or article_of(step, proceeding, on=dated or localdate(at))
    proceeding.state = step.target
    proceeding.save()
    own_day = {"date": dated.isoformat()} if dated else {}
    keep(proceeding, act, by=by, at=at, citation=article, **payload, **own_day)
    return step


def refuse_unidentified(proceeding: Proceeding) -> None:
    """Nobody is found to be in breach by a name alone: an officer has confirmed the person with a second attribute."""
    if not proceeding.party.nip:
        raise ActRefused(
            _(
                "Identitas terlapor T%(ordinal)s belum dipastikan dengan ciri kedua, dan nama saja tidak menunjuk "
                "seseorang, jadi putusan bersalah belum dapat ditetapkan. Minta petugas Bawaslu atau KASN/BKN "
                "memastikannya pada halaman perkara %(case)s, bagian «Terlapor», lalu putuskan."
            )
            % {"ordinal": proceeding.party.ordinal, "case": proceeding.case.ref}
        )
    if not proceeding.party.name:
        raise ActRefused(
            _(
                "Nama terlapor T%(ordinal)s belum dicatat, jadi keputusan tentangnya belum dapat ditulis. Minta "
                "petugas Bawaslu atau KASN/BKN mengisinya pada halaman perkara %(case)s, bagian «Terlapor», lalu "
                "putuskan."
            )
            % {"ordinal": proceeding.party.ordinal, "case": proceeding.case.ref}
        )


def demand(text: str, message: str) -> str:
    """A text that must not be empty, stripped."""
    if not text.strip():
        raise ActRefused(message)
    return text.strip()
