"""How every operation takes hold of a case: fetch what the actor may see, lock it, ask the role and the steps."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.access import own_agency, people_shown, visible_to
from netra.cases.articles import article_of
from netra.cases.models import Case, Clarification, Party
from netra.cases.own_case import accused_himself, may_be_accused
from netra.cases.states import STATE_LABELS, STEPS
from netra.cases.steps_open import steps_open
from netra.law.dated import NothingInForce
from netra.law.local_time import day_at
from netra.law.procedure import Step, find_step
from netra.trust.access import require
from netra.trust.acts import ACTS
from netra.trust.errors import NotFound, Refused
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.written_once import AskedAgainBy

# Whoever is accused may still be kept from the case, also by himself; see `recusal` for whom he may not keep from it.
RECUSE = "cases.handler_recuse"


_CLAIMED = AskedAgainBy(lambda user, on, ref: visible_to(user, on=on).select_for_update(of=("self",)).filter(ref=ref))
_SHOWN = AskedAgainBy(
    lambda user, on, case, ordinal: Party.objects.filter(
        case=case, ordinal__among=ordinal, pk__in=Party.objects.filter(people_shown(user, on=on))
    )
)


class WrongState(Refused):
    """The act is not a step from the state the case is in."""


class ActRefused(Refused):
    """The act is forbidden for a reason of its own, which the message tells with its rule."""


def claim(ref: str, *, by: User, act: str, at: datetime) -> Case:
    """The case, locked for this transaction, after visibility and role have been asked, and that it is not his own."""
    case = claimed(ref, by=by, on=localdate(at))
    if case is None:
        raise NotFound(_("Perkara %(ref)s tidak ditemukan.") % {"ref": ref})
    agency = own_agency(by, case, on=localdate(at))
    require(by, act, region_code=case.region_code, agency_code=agency, subject_ref=case.ref, at=at)
    if act != RECUSE:
        refuse_own_case(case, by)
    return case


def claimed(ref: str, *, by: User, on: date) -> Case | None:
    """The case, locked for this transaction, where he may see it on that day; nothing else is asked."""
    return _CLAIMED.first(by, on=on, ref=ref)


def refuse_own_case(case: Case, by: User) -> None:
    """Who may be accused in it handles nothing of it. Fails with ActRefused."""
    if may_be_accused(case, by):
        raise ActRefused(accused_himself(by))


def claim_open(ref: str, *, by: User, act: str, at: datetime) -> Case:
    """As `claim`, for acts that leave the state alone but make no sense after the end."""
    case = claim(ref, by=by, act=act, at=at)
    if case.is_ended:
        raise ended(case)
    return case


def ended(case: Case) -> WrongState:
    """The refusal of whatever comes after the end."""
    return WrongState(
        _(
            "Perkara %(case)s sudah berakhir (%(state)s), jadi tidak dapat diubah lagi. Bila ada fakta baru, "
            "daftarkan laporan atau temuan baru."
        )
        % {"case": case.ref, "state": _(STATE_LABELS[case.state])}
    )


def step_for(case: Case, act: str, *, on: date, target: str | None = None) -> Step:
    """The step that `act` takes from the case's state; WrongState tells what may be done instead on that day."""
    step = find_step(STEPS, act=act, state=case.state, target=target)
    if step is None:
        possible = sorted(_(ACTS[each].label) for each in steps_open(case, on=on))
        raise WrongState(
            _(
                "«%(act)s» tidak dapat dilakukan: perkara %(case)s berada pada tahap «%(state)s». Yang dapat "
                "dilakukan sekarang: %(possible)s."
            )
            % {
                "act": _(ACTS[act].label),
                "case": case.ref,
                "state": _(STATE_LABELS[case.state]),
                "possible": "; ".join(possible) or _("tidak ada"),
            }
        )
    return step


def citation(case: Case, step: Step, *, on: date) -> str:
    """The article of the step for this case's election law on that day, as the trail keeps it."""
    try:
        return str(article_of(step, case, on=on))
    except NothingInForce as error:
        raise ActRefused(str(error)) from error


def party_of(case: Case, ordinal: int, *, by: User, on: date) -> Party:
    """One accused of this case by its number; NotFound for whoever may not read of him, as for a number nobody has."""
    party = _SHOWN.first(by, on=on, case=case.pk, ordinal=[ordinal])
    if party is None:
        raise NotFound(
            _("Terlapor nomor %(ordinal)s tidak ada pada perkara %(case)s.") % {"ordinal": ordinal, "case": case.ref}
        )
    return party


def names_in(case: Case) -> list[str]:
    """The names of the accused and the witnesses: they go with the case, so no paper kept for good may carry them."""
    witnesses = Clarification.objects.filter(case=case).values_list("name", flat=True)
    return [*case.parties.values_list("name", flat=True), *witnesses]


def refuse_future(day: date, at: datetime, *, what: str, region_code: str = "") -> None:
    """A fact cannot lie in the future; of what happened at a place, by the clocks of its region."""
    if day > day_at(region_code, at):
        raise ActRefused(
            _("%(what)s (%(day)s) berada di masa depan. Periksa tanggalnya.") % {"what": what, "day": long_date(day)}
        )
