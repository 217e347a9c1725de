"""Opening a proceeding for one accused, and handing a crime over to those who judge it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.access import handling_agency
from netra.cases.crimes import crimes_left, has_crime, to_hand_over
from netra.cases.models import Allegation, Case, Party
from netra.cases.operations import ActRefused, enter_proceeding, stop_clock
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.bounds import bounds_for
from netra.sanctions.models import Proceeding
from netra.sanctions.operations.claim import article_of, claim_party, keep
from netra.sanctions.routes import CRIME_STATES, why_not
from netra.sanctions.states import CATEGORY_OF_ROUTE, ROUTE_LABELS, STEPS, ProceedingState, Route
from netra.sanctions.weighed import left_to_judge
from netra.trust.access import require
from netra.trust.models import User
from netra.trust.refs import new_ref


def proceeding_open(*, case_ref: str, party: int, route: str, by: User, at: datetime) -> Proceeding:
    """Open the discipline, ethics or status-termination proceeding of one accused civil servant.

    A superior who knows must act without waiting for a recommendation (PP 94/2021 Ps 26(1)).
    """
    if route not in CATEGORY_OF_ROUTE:
        raise ActRefused(_("Pilih jalur penanganan: disiplin, kode etik, atau pemberhentian status."))
    with transaction.atomic():
        case, accused = claim_party(case_ref, party, by=by, act="sanctions.proceeding_open", at=at)
        _refuse_wrong_route(accused, route)
        agency = handling_agency(accused)
        require(by, "sanctions.proceeding_open", agency_code=agency, at=at)
        enter_proceeding(case, at=at)
        proceeding = _create(case, accused, route, left_to_judge(accused), agency, at)
        (first,) = (step for step in STEPS[route] if step.source is None)
        article = article_of(first, proceeding, on=localdate(at))
        keep(proceeding, "sanctions.proceeding_open", by=by, at=at, citation=article, route=route)
        # Asking for its article remembered that there is no decision yet; whoever goes on with it asks anew.
        proceeding.refresh_from_db()
    return proceeding


def _refuse_wrong_route(accused: Party, route: str) -> None:
    refusal = why_not(accused, route)
    if refusal:
        raise ActRefused(refusal)


def _create(
    case: Case, accused: Party, route: str, held: Sequence[Allegation], agency: str, at: datetime
) -> Proceeding:
    main, today = held[0], localdate(at)
    limits = bounds_for(accused, route, held, examined=today, decided=None)
    try:
        with transaction.atomic():
            return Proceeding.objects.create(
                ref=new_ref("PNG", at),
                case=case,
                party=accused,
                route=route,
                state=ProceedingState.HANDED_OVER if route == Route.CRIME else ProceedingState.OPENED,
                agency_code=agency,
                region_code=case.region_code,
                province_code=case.province_code,
                conduct=main.act.conduct,
                act_date=main.act.act_date,
                regime=limits.regime,
                level_floor=limits.floor,
                level_ceiling=limits.ceiling,
                opened_at=at,
            )
    except IntegrityError as error:
        raise ActRefused(
            _("Penanganan jalur «%(route)s» untuk terlapor T%(ordinal)s sudah dibuka.")
            % {"route": _(ROUTE_LABELS[route]), "ordinal": accused.ordinal}
        ) from error


def crime_refer(*, case_ref: str, party: int, addressee: str, by: User, at: datetime) -> Proceeding:
    """Hand a suspected election crime over to the law-enforcement centre. Crimes are referred, not judged.

    Regional elections: to the police within 24 hours after it was decided (UU 1/2015 Ps 135(2)). All that is left of
    one accused goes in one letter; what appears later goes in another, with an end of its own.
    """
    if not addressee.strip():
        raise ActRefused(_("Isi penerima penerusan, misalnya Sentra Gakkumdu atau kepolisian setempat."))
    with transaction.atomic():
        case, accused = claim_party(case_ref, party, by=by, act="sanctions.crime_refer", at=at)
        if case.state not in CRIME_STATES:
            raise ActRefused(_("Dugaan pidana diteruskan setelah pleno memutuskan perkara ini diteruskan."))
        handed = _handed_over(accused)
        stop_clock(case, "criminal_handover", met=localdate(at), subject_ref=accused.ref)
        agency = handling_agency(accused) or case.handling_agency_code
        proceeding = _create(case, accused, Route.CRIME, handed, agency, at)
        for allegation in handed:
            allegation.handed_over_ref = proceeding.ref
            allegation.save(update_fields=["handed_over_ref"])
        article = article_of(STEPS[Route.CRIME][0], proceeding, on=localdate(at))
        letter = letter_issue(
            kind="CRIME_REFERRAL",
            agency_code=case.handling_agency_code,
            chain=case.chain,
            subject_ref=proceeding.ref,
            data=letters.crime_referral(proceeding, addressee.strip(), article, localdate(at)),
            by=by,
            at=at,
        )
        keep(
            proceeding,
            "sanctions.crime_refer",
            by=by,
            at=at,
            citation=article,
            letter=letter.ref,
        )
    return proceeding


def _handed_over(accused: Party) -> list[Allegation]:
    """What goes to those who judge it now; ActRefused where nothing does, with what stands in the way."""
    if not has_crime(accused):
        raise ActRefused(_("Tidak ada bentuk pidana pemilu atau pemilihan pada dugaan terhadap terlapor ini."))
    if not crimes_left(accused):
        raise ActRefused(
            _(
                "Dugaan pidana terlapor T%(ordinal)s sudah diserahkan, atau pleno sudah menyatakan tidak terlihat "
                "tindak pidana. Bila ada perbuatan lain, tambahkan dan nilai dahulu, lalu serahkan."
            )
            % {"ordinal": accused.ordinal}
        )
    handed = to_hand_over(accused)
    if not handed:
        raise ActRefused(
            _(
                "Dugaan pidana terlapor T%(ordinal)s baru berupa usulan perangkat lunak. Konfirmasi atau ubah dahulu "
                "dengan alasan, lalu serahkan."
            )
            % {"ordinal": accused.ordinal}
        )
    return handed
