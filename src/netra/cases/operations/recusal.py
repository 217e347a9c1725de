"""Who is candidate, kin or reported never handles the case: recusing oneself, or somebody of one's own side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.access import visible_to
from netra.cases.models import Case, Recusal
from netra.cases.operations.claim import ActRefused, claim, refuse_own_case
from netra.intake.operations import report_keep_from
from netra.trust.access import role_scope, roles_of
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.trail import record

# Whom each role may keep from a case. The oversight body may keep anybody, also an authority who is a candidate.
RECUSES: Mapping[Role, frozenset[Role]] = {
    Role.PLENARY_MEMBER: frozenset({Role.INTAKE_OFFICER, Role.PLENARY_MEMBER}),
    Role.APPOINTING_AUTHORITY: frozenset({Role.PERSONNEL_OFFICER, Role.EXAMINER}),
    Role.OVERSIGHT_ANALYST: frozenset(Role),
}


def handler_recuse(*, case_ref: str, username: str = "", reason: str, by: User, at: datetime) -> Recusal:
    """Keep a handler from a case for good; without `username` oneself. From then on neither the case nor
    the report it came from is there for him.

    The reason stays with the case and out of the trail, since it may tell of kinship. Fails with NotFound, NotAllowed
    or ActRefused.
    """
    if not reason.strip():
        raise ActRefused(
            _("Pengunduran diri memerlukan alasan tertulis: calon, kerabat, terlapor, atau kepentingan lain.")
        )
    with transaction.atomic():
        case = claim(case_ref, by=by, act="cases.handler_recuse", at=at)
        recused = by if username in ("", by.username) else _of_own_side(case, username, by, localdate(at))
        if recused != by:
            # He who is accused chooses nobody who is to handle him by keeping the others away.
            refuse_own_case(case, by)
        made = Recusal.objects.create(
            case=case, user=recused, reason=reason.strip(), recused_by=by.actor_ref, recused_at=at
        )
        report_keep_from(report_ref=case.report_ref, user=recused)
        record(
            chain=case.chain,
            verb="cases.handler_recuse",
            by=by,
            at=at,
            subject=case.chain,
            payload={"case": case.ref, "user": recused.actor_ref},
        )
    return made


def _of_own_side(case: Case, username: str, by: User, today: date) -> User:
    """The other handler, when `by` may keep him from this case."""
    found = User.objects.filter(username=username).first()
    if found is None or not visible_to(found, on=today).filter(pk=case.pk).exists():
        raise ActRefused(
            _(
                "Tidak ada petugas «%(username)s» yang dapat melihat perkara %(case)s. Periksa nama penggunanya; "
                "yang sudah mengundurkan diri tidak perlu dikecualikan lagi."
            )
            % {"username": username, "case": case.ref}
        )
    kept_by_me = [
        RECUSES[role]
        for role in RECUSES
        if role_scope(by, (role,), on=today).covers(region_code=case.region_code, agency_code=case.agency_code)
    ]
    if roles_of(found, on=today).isdisjoint(frozenset().union(*kept_by_me)):
        raise ActRefused(
            _(
                "Petugas itu bukan dari pihak Anda. Anggota pleno mengecualikan petugas Bawaslu, pejabat pembina "
                "kepegawaian petugas kepegawaian dan pemeriksa, dan analis pengawasan siapa pun yang menangani."
            )
        )
    return found
