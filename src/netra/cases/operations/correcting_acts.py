"""act_correct: what was wrongly said of an act, or not known of it, when it was written down."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.crimes import crimes_read
from netra.cases.models import Act, Allegation, Case, FormerAct, Recommendation
from netra.cases.models.allegation import HELD, AllegationState
from netra.cases.operations.allegations import assess_allegation, read_again, read_beside
from netra.cases.operations.claim import ActRefused, claim_open, names_in
from netra.cases.operations.clocks import refresh_next_due
from netra.cases.operations.correcting import is_settled
from netra.cases.operations.register import NewAct, refuse_act
from netra.cases.states import PRECISION_LABELS, SENT_ON, CaseState
from netra.cases.weighing import why_weighed
from netra.intake.written_documents import named_document
from netra.prevention.fingerprints import of_words
from netra.trust.errors import NotFound
from netra.trust.language import long_date
from netra.trust.models import User
from netra.trust.trail import record

ACT = "cases.act_correct"
_OF_THE_DAY = frozenset({"act_date", "act_date_precision"})
# What the trail may keep, for it is never erased; of words it keeps a fingerprint.
_TOLD = ("conduct", "other_conducts", "act_date", "act_date_precision", "phase", "channel")
_FINER = {"YEAR": ("MONTH", "DAY"), "MONTH": ("DAY",)}


def act_correct(
    *, case_ref: str, ordinal: int, act: NewAct, reason: str, document: str = "", by: User, at: datetime
) -> Act:
    """Say anew what an act was: day, place, conduct, phase, story. What was said before stays beside it, with the
    reason and, where there is one, the document by number and date.

    The law is read again for everybody of whom it is alleged. An officer's word stays where the law answers the same
    by the same articles; where it answers otherwise, the allegation is a proposal again.

    Nothing becomes another act that somebody has weighed: not once the study lies before the plenary, which votes on
    what stands in it; not once it was handed over as a crime, or the plenary saw none in it; not while a proceeding
    weighs it, for he is called to answer what stands in the summons (PP 94/2021 Ps 26-28); not once it was recommended
    on or decided. Another act is added, and this one dropped. One thing is possible even then, until it was decided: a
    day may be told more exactly within the month or year that was told, where category, levels and crimes stay the
    same, for nothing becomes untrue of what was weighed.
    Fails with NotFound, NotAllowed, WrongState or ActRefused.
    """
    if not reason.strip():
        raise ActRefused(_("Perbaikan perbuatan memerlukan alasan tertulis: apa yang keliru, dan dari mana diketahui."))
    refuse_act(act, at)
    _refuse_unknown_precision(act)
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act=ACT, at=at)
        proof = named_document(document, on=localdate(at), people=names_in(case)) if document.strip() else ""
        deed = _deed(case, ordinal)
        wanted = {**asdict(act), "other_conducts": list(act.other_conducts)}
        before = {field: getattr(deed, field) for field in wanted}
        changed = {field: value for field, value in wanted.items() if before[field] != value}
        if not changed:
            raise ActRefused(_("Tidak ada yang berubah: perbuatan ini sudah seperti yang Anda tulis."))
        standing = list(deed.allegations.exclude(state=AllegationState.DROPPED).select_related("party").order_by("id"))
        bound = _refuse_judged(case, standing, finer=_is_finer(before, wanted, changed))
        read = {each.pk: _law_of(case, deed, each, at) for each in standing}
        former = _keep_former(deed, before, reason.strip(), proof, by, at)
        for field, value in changed.items():
            setattr(deed, field, value)
        deed.version += 1
        deed.save(update_fields=[*changed, "version"])
        record(
            chain=case.chain,
            verb=ACT,
            by=by,
            at=at,
            subject=case.chain,
            payload=_told(case, deed, former, changed),
        )
        _read_law_again(case, deed, standing, read, bound, by=by, at=at)
        refresh_next_due(case)
    return deed


def _deed(case: Case, ordinal: int) -> Act:
    deed = Act.objects.filter(case=case, ordinal=ordinal).first()
    if deed is None:
        raise NotFound(
            _("Perbuatan nomor %(act)s tidak ada pada perkara %(case)s.") % {"act": ordinal, "case": case.ref}
        )
    return deed


def _refuse_unknown_precision(act: NewAct) -> None:
    if act.act_date_precision not in PRECISION_LABELS:
        known = "; ".join(_(label) for label in PRECISION_LABELS.values())
        raise ActRefused(_("Pilih seberapa pasti tanggal itu: %(known)s.") % {"known": known})


def _is_finer(before: Mapping[str, Any], wanted: Mapping[str, Any], changed: Collection[str]) -> bool:
    """Whether nothing is said anew but the day, more exactly, within the month or year that was told."""
    told, now = before["act_date"], wanted["act_date"]
    finer = wanted["act_date_precision"] in _FINER.get(before["act_date_precision"], ())
    same_month = before["act_date_precision"] == "YEAR" or told.month == now.month
    return _OF_THE_DAY.issuperset(changed) and finer and told.year == now.year and same_month


def _refuse_judged(case: Case, standing: Collection[Allegation], *, finer: bool) -> list[Allegation]:
    """Those that must keep category, levels and crimes, since what somebody weighed or advised rests on them."""
    if any(is_settled(each.party) for each in standing):
        raise ActRefused(
            _(
                "Tentang perbuatan ini sudah ada keputusan, jadi tidak diubah lagi. Kekeliruan dalam keputusan "
                "diperbaiki melalui upaya administratif."
            )
        )
    weighed = {each.pk: why_weighed(each) for each in standing}
    advised = set(
        Recommendation.objects.filter(party__in=[each.party_id for each in standing]).values_list("party_id", flat=True)
    )
    others = [each for each in standing if weighed[each.pk] or each.party_id in advised]
    bound = [each for each in standing if each in others or _is_studied(case, each)]
    if not bound or finer:
        return bound
    if not others:
        raise _refused_after_study(case)
    why = next((weighed[each.pk] for each in others if weighed[each.pk]), "") or _(
        "Rekomendasi atas perbuatan ini sudah terbit."
    )
    raise ActRefused(
        _(
            "%(why)s Yang masih dapat diperbaiki hanyalah tanggal yang lebih teliti di dalam bulan atau tahun yang "
            "sudah disebut. Bila perbuatannya lain atau terjadi pada waktu lain, hal itu diperiksa dan dicatat dalam "
            "pemeriksaan, atau didaftarkan sebagai laporan atau temuan baru."
        )
        % {"why": why}
    )


def _is_studied(case: Case, allegation: Allegation) -> bool:
    """Whether the plenary votes, or has spoken, on this act as it stands; back in the study all is open again, but for
    its word that no crime is seen in it.
    """
    since = SENT_ON | {CaseState.PLENARY}
    return case.state in since or bool(allegation.no_crime_reason or allegation.handed_over_ref)


def _refused_after_study(case: Case) -> ActRefused:
    found = _(
        "Perbuatan ini sudah ditimbang sebagaimana tertulis dalam kajian, jadi tidak diganti dengan perbuatan lain. "
        "Yang masih dapat diperbaiki hanyalah tanggal yang lebih teliti di dalam bulan atau tahun yang sudah disebut."
    )
    way = {
        CaseState.STUDY: _(
            "Pleno sudah menyatakan tidak terlihat tindak pidana pada perbuatan ini; pernyataan itu tidak berlaku bagi "
            "perbuatan lain. Tambahkan perbuatan yang benar, lalu hentikan yang ini dengan alasan."
        ),
        CaseState.PLENARY: _(
            "Bila perbuatannya lain atau terjadi pada waktu lain, minta pleno mengembalikan perkara ke kajian dan "
            "perbaiki di sana, atau tambahkan perbuatan yang benar lalu hentikan yang ini dengan alasan."
        ),
    }.get(
        CaseState(case.state),
        _(
            "Bila perbuatannya lain atau terjadi pada waktu lain, tambahkan perbuatan yang benar dan nilai dahulu, "
            "lalu minta pleno atau analis pengawasan menghentikan yang ini dengan alasan."
        ),
    )
    return ActRefused(f"{found} {way}")


def _law_of(case: Case, deed: Act, allegation: Allegation, at: datetime) -> dict[str, Any]:
    allegation.act = deed
    return assess_allegation(allegation, case, examined=localdate(at), decided=None)


def _keep_former(deed: Act, before: Mapping[str, Any], reason: str, document: str, by: User, at: datetime) -> FormerAct:
    return FormerAct.objects.create(
        act=deed,
        version=deed.version,
        reason=reason,
        document=document,
        corrected_at=at,
        corrected_by=by.actor_ref,
        **before,
    )


def fingerprint(former: FormerAct) -> str:
    """What stands in the trail for the story and the place that were said before."""
    return of_words([former.place, former.narrative])


def _told(case: Case, deed: Act, former: FormerAct, changed: Collection[str]) -> dict[str, str | int]:
    """Which version is over, what of it changed, and of each code and day the value before and the value now."""
    told: dict[str, str | int] = {
        "case": case.ref,
        "act": deed.ordinal,
        "version": former.version,
        "changed": " ".join(sorted(changed)),
        "document": former.document,
        "sha256": fingerprint(former),
    }
    for field in _TOLD:
        if field in changed:
            told |= {f"former_{field}": as_told(getattr(former, field)), field: as_told(getattr(deed, field))}
    return told


def as_told(value: str | date | Collection[str]) -> str:
    """A code, a day or several codes as the trail keeps them."""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else " ".join(value)


def _read_law_again(
    case: Case,
    deed: Act,
    standing: Collection[Allegation],
    read: Mapping[int, Mapping[str, Any]],
    bound: Collection[Allegation],
    *,
    by: User,
    at: datetime,
) -> None:
    anew = []
    for each in standing:
        answer = _law_of(case, deed, each, at)
        if each in bound and _weighed(answer) != _weighed(read[each.pk]):
            raise _refused_otherwise(deed)
        if each in bound or (each.state in HELD and _answered(answer) == _answered(read[each.pk])):
            read_beside(each, answer, at)
        else:
            anew.append(each)
    read_again(case, anew, by=by, at=at)


def _weighed(answer: Mapping[str, Any]) -> tuple[object, ...]:
    """What was weighed of it: category, levels, and the crimes that are read in it."""
    return (*_levels(answer), crimes_read(answer))


def _levels(answer: Mapping[str, Any]) -> tuple[object, ...]:
    return answer["category"], answer["level_floor"], answer["level_ceiling"]


def _answered(answer: Mapping[str, Any]) -> tuple[object, ...]:
    """What an officer confirmed: phase, category, levels, and by which articles."""
    articles = [tuple(row["basis"]) for row in answer["forms"] if row["in_force"]]
    return (*_levels(answer), answer["phase"], articles)


def _refused_otherwise(deed: Act) -> ActRefused:
    return ActRefused(
        _(
            "Pada %(day)s hukum menilai perbuatan ini dengan kategori, tingkat, atau pidana lain daripada yang sudah "
            "dikaji, direkomendasikan, atau sedang ditimbang, jadi tanggalnya tidak diubah di sini. Bila belum ada "
            "penanganan, tambahkan perbuatan dengan tanggal yang benar dan hentikan yang ini dengan alasan. Bila sudah "
            "ada, selesaikan dahulu penanganannya (putuskan, atau hentikan bila tidak terbukti), lalu daftarkan "
            "perbuatan itu sebagai laporan atau temuan baru."
        )
        % {"day": long_date(deed.act_date)}
    )
