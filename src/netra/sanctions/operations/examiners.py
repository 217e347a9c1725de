"""Who examines gets access to the one proceeding, from the agency that handles it, and loses it again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused
from netra.sanctions.models import ExaminerRelease, Proceeding
from netra.sanctions.operations.claim import claim, demand
from netra.sanctions.operations.impartiality import refuse_unfit
from netra.sanctions.operations.members import NewMember, refuse_involved
from netra.sanctions.queries.assigned import examiners_of
from netra.sanctions.states import Route
from netra.trust import operations as trust
from netra.trust.models import User


def examiner_assign(*, ref: str, username: str, by: User, at: datetime) -> Proceeding:
    """Let an account read this proceeding and act in it, until it is taken back or the proceeding is closed.

    An examiner need not sit in a team, which the law asks for a severe penalty alone (PP 94/2021 Ps 29). Fails with
    NotFound, NotAllowed or ActRefused: for the accused, who was kept from the case, the agency that it goes past,
    whoever reports, oversees or guards, and who decides afterwards.
    """
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="trust.examiner_assign", at=at)
        if proceeding.closed_date or proceeding.route == Route.CRIME:
            raise ActRefused(_("Penanganan ini sudah selesai atau ada di tangan penegak hukum; tidak ada pemeriksaan."))
        examiner = _account(username)
        if examiner.pk == by.pk:
            raise ActRefused(_("Pemeriksa tidak ditugaskan kepada diri sendiri. Mintalah rekan yang berwenang."))
        called = [NewMember("MEMBER", "OTHER", name, "", user_id=examiner.pk) for name in examiner.names]
        refuse_involved(proceeding, called, at=at)
        refuse_unfit(proceeding, examiner, at=at)
        trust.examiner_assign(
            username=examiner.username, subject_ref=proceeding.ref, by=by, at=at, chain=proceeding.case.chain
        )
    return proceeding


def examiner_release(*, ref: str, username: str, reason: str, by: User, at: datetime) -> Proceeding:
    """Take the assignment back from today on; what the examiner did stays. Fails with NotFound, NotAllowed, ActRefused.

    Also of a closed proceeding, for whoever still may open it. The reason stays with the proceeding, for it may tell of
    kinship; the trail keeps its fingerprint, by which the check finds it changed.
    """
    why = demand(reason, _("Tuliskan mengapa penugasan ini diakhiri: selesai, pindah, berhalangan, atau terlibat."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="trust.examiner_release", at=at)
        assigned = {each.user.username: each.user for each in examiners_of(proceeding, on=localdate(at))}
        if username not in assigned:
            raise ActRefused(
                _("«%(user)s» tidak ditugaskan pada penanganan %(proceeding)s hari ini.")
                % {"user": username, "proceeding": proceeding.ref}
            )
        ExaminerRelease.objects.create(
            proceeding=proceeding, user=assigned[username], reason=why, released_by=by.actor_ref, released_at=at
        )
        trust.examiner_release(
            username=username, subject_ref=proceeding.ref, reason=why, by=by, at=at, chain=proceeding.case.chain
        )
    return proceeding


def _account(username: str) -> User:
    """The account of that name, which can still come in."""
    name = username.strip()
    found = User.objects.filter(username=name).first() if name.isprintable() and name else None
    if found is None:
        raise ActRefused(
            _("Tidak ada akun dengan nama pengguna itu. Periksa ejaannya, atau minta administrator membuatkan akun.")
        )
    if not found.is_active:
        raise ActRefused(_("Akun %(user)s nonaktif, jadi tidak dapat memeriksa.") % {"user": found.username})
    return found
