"""Opening a sealed identity: asked with a reason, decided by another person, opened once and soon.

This room knows neither reports nor questions: their rooms ask, by an `identity_request` of their own, and say in
`trust.identity_readers` who may read the matter. Deciding and opening are the same for all.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust import access, identity, refs, trail
from netra.trust.acts import Role
from netra.trust.errors import NotFound, Refused
from netra.trust.identity import Identity
from netra.trust.identity_readers import concerns, still_reads
from netra.trust.language import long_date
from netra.trust.models import Event, IdentityRequest, RoleGrant, User
from netra.trust.plain_text import one_line
from netra.trust.states import REQUEST_LABELS, RequestState

OPEN_WITHIN = timedelta(hours=24)
# How long others have to notice a new custodian, and the owner of an account a password that is not theirs any more.
KNOWN_FOR = timedelta(days=7)
# Acts after which an account may be in other hands than before: whoever made the link can have used it themselves.
_NEW_HANDS = ("trust.user_password_reset", "trust.password_set", "trust.user_reactivate")
_REASON_AT_LEAST = 10


class IdentityRefused(Refused):
    """The step is not open to this person at this stage."""


def identity_request(
    *, designation: str, chain: str, reason: str, region_code: str = "", agency_code: str = "", by: User, at: datetime
) -> IdentityRequest:
    """Ask to open an identity; `chain` and the place are those of the matter. The reason stays in the trail.

    Fails with NotAllowed, NotFound or IdentityRefused.
    """
    with transaction.atomic():
        access.require(by, "trust.identity_request", region_code=region_code, agency_code=agency_code, at=at)
        words = _reason(reason)
        if not identity.exists(designation):
            raise NotFound(_("Tidak ada identitas tersegel untuk %(who)s.") % {"who": designation})
        _expire_unused(designation, by, at)
        if _open_requests(designation, by).exists():
            raise IdentityRefused(
                _("Permintaan Anda untuk %(who)s masih berjalan. Tunggu keputusan penjaga identitas.")
                % {"who": designation}
            )
        request = IdentityRequest.objects.create(
            ref=refs.new_ref("PBI", at),
            designation=designation,
            chain=chain,
            region_code=region_code,
            agency_code=agency_code,
            reason=words,
            requested_by=by,
            requested_at=at,
        )
        _record("trust.identity_request", request, by, at, reason=words)
    return request


def identity_approve(*, request_ref: str, reason: str, by: User, at: datetime) -> IdentityRequest:
    """Let the requester open the identity once within 24 hours. Fails with NotAllowed, NotFound or IdentityRefused."""
    return _decide(request_ref, "trust.identity_approve", RequestState.APPROVED, reason, by, at)


def identity_refuse(*, request_ref: str, reason: str, by: User, at: datetime) -> IdentityRequest:
    """Refuse a request, with a reason. Fails with NotAllowed, NotFound or IdentityRefused."""
    return _decide(request_ref, "trust.identity_refuse", RequestState.REFUSED, reason, by, at)


def identity_open(*, request_ref: str, by: User, at: datetime) -> Identity:
    """The identity itself: once, to the person who asked, within 24 hours of the approval.

    Fails with NotAllowed, NotFound, IdentityRefused or identity.IdentityUnreadable.
    """
    with transaction.atomic():
        request = _claim(request_ref)
        if request.requested_by_id != by.pk:
            raise NotFound(_("Permintaan itu tidak ada, atau bukan permintaan Anda."))
        place = {"region_code": request.region_code, "agency_code": request.agency_code}
        access.require(by, "trust.identity_open", **place, at=at)
        _refuse_unless_open(request, at)
        _refuse_untold(request)
        # Last of all, so that only who asked is told that the matter went out of reach.
        if not still_reads(request, on=timezone.localdate(at)):
            raise NotFound(_("Permintaan itu tidak ada, atau laporan atau pertanyaannya tidak lagi boleh Anda baca."))
        _refuse_new_hands(by, at)
        opened = identity.unseal(request.designation)
        request.state, request.opened_at = RequestState.OPENED.value, at
        request.save(update_fields=["state", "opened_at"])
        _record("trust.identity_open", request, by, at)
    return opened


def _decide(request_ref: str, verb: str, state: RequestState, reason: str, by: User, at: datetime) -> IdentityRequest:
    with transaction.atomic():
        access.require(by, verb, at=at)
        words = _reason(reason)
        request = _claim(request_ref)
        if request.requested_by_id == by.pk:
            raise IdentityRefused(
                _("Pembukaan identitas memerlukan dua orang: yang meminta tidak boleh memutuskan permintaannya.")
            )
        if concerns(request, by):
            raise IdentityRefused(
                _(
                    "Nama akun Anda sama dengan nama yang dilaporkan dalam perkara permintaan ini, dan yang dilaporkan "
                    "tidak memutus apakah pelapornya dibuka. Mintalah penjaga identitas lain, juga bila hanya senama."
                )
            )
        if request.state != RequestState.PENDING:
            raise IdentityRefused(
                _("Permintaan ini sudah diputus (%(state)s) dan tidak dapat diputus lagi.") % {"state": _label(request)}
            )
        if state is RequestState.APPROVED:
            _refuse_new_custodian(by, at)
            _refuse_new_hands(by, at)
            _refuse_out_of_reach(request, at)
        request.state, request.decided_by, request.decided_at = state.value, by, at
        request.decision_reason = words
        request.save(update_fields=["state", "decided_by", "decided_at", "decision_reason"])
        _record(verb, request, by, at, reason=words)
    return request


def _refuse_out_of_reach(request: IdentityRequest, at: datetime) -> None:
    if not still_reads(request, on=timezone.localdate(at)):
        raise IdentityRefused(
            _(
                "Yang meminta tidak lagi boleh membaca laporan atau pertanyaannya, jadi identitas di baliknya pun "
                "tidak. Permintaan ini hanya dapat ditolak."
            )
        )


def _refuse_new_custodian(by: User, at: datetime) -> None:
    """Otherwise one administrator with two accounts of their own would be both people at once, before anybody sees it.

    When a role was given is read from the trail: the first day of a grant can be chosen, the moment of an event cannot.
    """
    if not _was_custodian(by, at - KNOWN_FOR):
        raise IdentityRefused(
            _(
                "Anda belum %(days)d hari memegang peran penjaga identitas. Pembukaan identitas memerlukan dua orang "
                "yang sudah dikenal, maka penjaga baru belum dapat menyetujui. Mintalah penjaga identitas lain, atau "
                "tunggu; menolak permintaan sudah dapat Anda lakukan."
            )
            % {"days": KNOWN_FOR.days}
        )


def _refuse_new_hands(by: User, at: datetime) -> None:
    """Otherwise one administrator who sets the passwords of an officer and of a custodian would be both people at once.

    The owner notices meanwhile: their own password works no longer.
    """
    told = Event.objects.filter(chain="house", verb__in=_NEW_HANDS, subject=by.actor_ref, at__gt=at - KNOWN_FOR)
    last = told.order_by("-at").first()
    if last is not None:
        possible = timezone.localtime(last.at + KNOWN_FOR)
        raise IdentityRefused(
            _(
                "Akun Anda mendapat kata sandi baru lewat tautan, atau diaktifkan lagi, kurang dari %(days)d hari yang "
                "lalu. Supaya tidak seorang pun dapat memakai akun orang lain, Anda dapat menyetujui atau membuka "
                "identitas mulai %(day)s pukul %(time)s WIB."
            )
            % {"days": KNOWN_FOR.days, "day": long_date(possible), "time": f"{possible:%H.%M}"}
        )


def _was_custodian(user: User, at: datetime) -> bool:
    """Whether the trail had made somebody custodian by then; of roles older than the trail the grant itself tells."""
    told = Event.objects.filter(
        chain="house",
        verb__in=("trust.role_grant", "trust.role_revoke"),
        subject=user.actor_ref,
        payload__contains=f'"role":"{Role.IDENTITY_CUSTODIAN.value}"',
    )
    if not told.exists():
        grants = RoleGrant.objects.filter(user=user, role=Role.IDENTITY_CUSTODIAN.value)
        return grants.valid_on(timezone.localdate(at)).exists()
    last = told.filter(at__lte=at).order_by("-seq").first()
    return last is not None and last.verb == "trust.role_grant"


def _claim(request_ref: str) -> IdentityRequest:
    found = IdentityRequest.objects.select_for_update().filter(ref=request_ref)
    request = found.first() if refs.is_ref(request_ref) else None
    if request is None:
        raise NotFound(_("Permintaan itu tidak ada, atau bukan permintaan Anda."))
    return request


def _refuse_unless_open(request: IdentityRequest, at: datetime) -> None:
    if request.state != RequestState.APPROVED or request.decided_at is None:
        raise IdentityRefused(
            _("Identitas belum dapat dibuka: permintaan ini berstatus “%(state)s”. Buatlah permintaan baru bila perlu.")
            % {"state": _label(request)}
        )
    if not request.decided_at <= at < request.decided_at + OPEN_WITHIN:
        raise IdentityRefused(
            _("Persetujuan berlaku 24 jam dan sudah lewat. Buatlah permintaan baru dengan alasan yang masih berlaku.")
        )


def _refuse_untold(request: IdentityRequest) -> None:
    """Otherwise whoever writes to the database would be the second person, by one line in a table."""
    approved = Event.objects.filter(chain=request.chain, verb="trust.identity_approve")
    told = approved.filter(actor_ref=request.decided_by.actor_ref) if request.decided_by else []
    if not any(json.loads(event.payload).get("request") == request.ref for event in told):
        raise IdentityRefused(
            _(
                "Identitas tidak dibuka: menurut tabel permintaan ini disetujui, tetapi jejak tidak mencatat "
                "persetujuan itu. Basis data mungkin diubah dari luar; beri tahu auditor, lalu jalankan "
                "`netra trail verify`."
            )
        )


def _expire_unused(designation: str, by: User, at: datetime) -> None:
    unused = _open_requests(designation, by).filter(state=RequestState.APPROVED.value, decided_at__lte=at - OPEN_WITHIN)
    unused.update(state=RequestState.EXPIRED.value)


def _open_requests(designation: str, by: User) -> QuerySet[IdentityRequest]:
    states = (RequestState.PENDING.value, RequestState.APPROVED.value)
    return IdentityRequest.objects.filter(designation=designation, requested_by=by, state__in=states)


def _reason(reason: str) -> str:
    words = one_line(reason)
    if len(words) < _REASON_AT_LEAST:
        raise IdentityRefused(
            _("Alasan berisi %(found)d karakter; tulislah paling sedikit %(least)d, sehingga pemeriksa kelak mengerti.")
            % {"found": len(words), "least": _REASON_AT_LEAST}
        )
    return words


def _label(request: IdentityRequest) -> str:
    return _(REQUEST_LABELS[RequestState(request.state)])


def _record(verb: str, request: IdentityRequest, by: User, at: datetime, **more: str) -> None:
    payload = {"designation": request.designation, "request": request.ref, **more}
    trail.record(
        chain=request.chain, verb=verb, by=by, at=at, subject=f"identity:{request.designation}", payload=payload
    )
