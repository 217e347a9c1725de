"""What the law says of one party's act, and the officer who confirms or changes it with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.letters import CATEGORY_WORDS, LEVEL_WORDS
from netra.cases.models import Act, Allegation, Case, Party
from netra.cases.models.allegation import AllegationState
from netra.cases.operations.claim import ActRefused, claim_open, party_of
from netra.cases.operations.clocks import refresh_next_due
from netra.cases.operations.handing_over import start_handover
from netra.cases.operations.meetings import Meeting
from netra.cases.operations.taking_back import close_if_nothing_is_left, end_what_is_owed, refuse_taking_back
from netra.cases.states import SENT_ON, CaseState
from netra.cases.weighing import refuse_weighed
from netra.law.assess import assess
from netra.law.elections import RegionalDetermination
from netra.law.local_time import seen_from
from netra.law.vocabulary import ADMINISTRATIVE, LADDER, LEVELS_OF, Category, Level
from netra.registry.queries import election_for, own_determination, phase_of
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.trail import record

LEVELS = tuple(level.value for level in LADDER)
_UNDECIDED = (AllegationState.PROPOSED, "", "", None)
CATEGORIES = tuple(category.value for category in LEVELS_OF)


@dataclass(frozen=True, slots=True)
class Reading:
    """An officer's own reading of the law for an allegation, where it differs from the engine's."""

    category: str
    level_floor: str
    level_ceiling: str


def assessment_record(
    case: Case, party: Party, act: Act, *, repeat: bool, examined: date | None, decided: date | None
) -> tuple[dict[str, Any], RegionalDetermination | None]:
    """The record that `law.assess` takes, made of what the case knows, and the region's own determination beside it."""
    fields: dict[str, Any] = {
        "id": f"{case.ref}/T{party.ordinal}/P{act.ordinal}",
        "act_date": act.act_date.isoformat(),
        "act_date_precision": act.act_date_precision,
        "conduct": act.conduct,
        "other_conducts": list(act.other_conducts),
        "election_kind": case.election_kind,
        "employment": party.employment,
        "position": party.position,
        "repeat": repeat,
    }
    contest, determined = _contest_of(case, act)
    fields |= contest
    if examined:
        fields["examination_date"] = examined.isoformat()
    if decided:
        fields["decision_date"] = decided.isoformat()
    return fields, determined


def _contest_of(case: Case, act: Act) -> tuple[dict[str, str], RegionalDetermination | None]:
    """Where and in which contest the act fell: an officer's phase first, then that of the region's own election.

    Where the region determined its candidates on a day of its own, the law reads phase and windows from that day.
    """
    known = {"office": case.office, "region": case.region_code, "phase": act.phase}
    determined = None
    election = election_for(case.election_kind, case.region_code, act.act_date)
    if election:
        known["election_date"] = election.voting_date.isoformat()
        determined = own_determination(election, case.region_code, case.office)
        if determined is None and not act.phase:
            known["phase"] = phase_of(election, act.act_date, region_code=case.region_code, office=case.office)
    return {key: value for key, value in known.items() if value}, determined


def assess_allegation(allegation: Allegation, case: Case, *, examined: date, decided: date | None) -> dict[str, Any]:
    """What the law says, given when the person is (or at the earliest can be) examined and decided upon."""
    repeat = bool(allegation.earlier_decision)
    asked, determined = assessment_record(
        case, allegation.party, allegation.act, repeat=repeat, examined=examined, decided=decided
    )
    answer = assess(asked, determined=determined)
    if answer["error"]:
        raise ActRefused(_("Perbuatan tidak dapat dinilai: %(error)s") % {"error": answer["error"]})
    return answer


def allegation_assess(*, case_ref: str, party: int, act: int, by: User, at: datetime) -> Allegation:
    """Assess one party's act by the law of its day. Assessing again replaces a proposal, never an officer's word.

    The discipline regime follows the state of the case (PP 94/2021 Ps 40): nobody was examined before today, so today
    is the earliest examination.
    """
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.allegation_assess", at=at)
        accused = party_of(case, party, by=by, on=localdate(at))
        deed = Act.objects.filter(case=case, ordinal=act).first()
        if deed is None:
            raise NotFound(
                _("Perbuatan nomor %(act)s tidak ada pada perkara %(case)s.") % {"act": act, "case": case.ref}
            )
        allegation = Allegation.objects.filter(party=accused, act=deed).first() or Allegation(party=accused, act=deed)
        if allegation.state != AllegationState.PROPOSED:
            raise ActRefused(
                _(
                    "Penilaian dugaan ini sudah dikonfirmasi atau diubah petugas. Ubah dengan alasan bila ada "
                    "fakta baru."
                )
            )
        answer = assess_allegation(allegation, case, examined=localdate(at), decided=None)
        _keep(allegation, answer, at)
        record(
            chain=case.chain,
            verb="cases.allegation_assess",
            by=by,
            at=at,
            subject=case.chain,
            payload=_reading_kept(case, allegation, party, act),
        )
    return allegation


def read_again(case: Case, allegations: Iterable[Allegation], *, by: User, at: datetime) -> None:
    """Assess anew what rested on a fact that was corrected: each is a proposal again, for an officer to confirm."""
    for allegation in allegations:
        allegation.state, allegation.reason, allegation.decided_by, allegation.decided_at = _UNDECIDED
        allegation.plenary_date = allegation.plenary_members = None
        _keep(allegation, assess_allegation(allegation, case, examined=localdate(at), decided=None), at)
        record(
            chain=case.chain,
            verb="cases.allegation_assess",
            by=by,
            at=at,
            subject=case.chain,
            payload=_reading_kept(case, allegation, allegation.party.ordinal, allegation.act.ordinal),
        )


def read_beside(allegation: Allegation, answer: dict[str, Any], at: datetime) -> None:
    """Keep what the law room says now beside a word of an officer that it bears out; his reading stays his."""
    allegation.assessment, allegation.assessed_at = answer, at
    allegation.phase, allegation.regime = answer["phase"] or "", answer["regime"] or ""
    allegation.needs_review = answer["needs_review"]
    allegation.save(update_fields=["assessment", "assessed_at", "phase", "regime", "needs_review"])


def _reading_kept(case: Case, allegation: Allegation, party: int, act: int) -> dict[str, str | bool]:
    """What the trail keeps of how the law was read for one person and one act."""
    kept: dict[str, str | bool] = {
        "case": case.ref,
        "allegation": f"T{party}/P{act}",
        "category": allegation.category,
        "floor": allegation.level_floor,
        "ceiling": allegation.level_ceiling,
    }
    # Only that it is repeated: what was typed could name a person, and the trail is never erased.
    return {**kept, "repeat": True} if allegation.earlier_decision else kept


def _keep(allegation: Allegation, answer: dict[str, Any], at: datetime) -> None:
    allegation.assessment = answer
    allegation.assessed_at = at
    allegation.phase = answer["phase"] or ""
    allegation.category = answer["category"]
    allegation.level_floor = answer["level_floor"] or ""
    allegation.level_ceiling = answer["level_ceiling"] or ""
    allegation.regime = answer["regime"] or ""
    allegation.needs_review = answer["needs_review"]
    allegation.save()


def allegation_confirm(
    *, case_ref: str, party: int, act: int, reason: str, earlier_decision: str = "", by: User, at: datetime
) -> Allegation:
    """An officer confirms the assessment and says why it holds; the software only proposed it.

    `earlier_decision` names, by number and date, the discipline decision on a breach of the same nature after which
    this one was committed (PP 94/2021 Ps 35(2), PP 53/2010 Ps 30(2)): the law is asked again as for a repeated breach.
    """
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.allegation_confirm", at=at)
        allegation = _allegation(case, party, act)
        if allegation.state != AllegationState.PROPOSED:
            raise ActRefused(
                _(
                    "Dugaan ini sudah diputus petugas; yang dikonfirmasi hanya usulan. Bila Anda membacanya lain, "
                    "ubah dengan alasan."
                )
            )
        refuse_weighed(allegation, allegation.category)
        if earlier_decision.strip():
            allegation.earlier_decision = earlier_decision.strip()
            _keep(allegation, assess_allegation(allegation, case, examined=localdate(at), decided=None), at)
        if not reason.strip():
            raise ActRefused(_without_a_reason(allegation))
        _decide(allegation, AllegationState.CONFIRMED, reason, by, at)
        record(
            chain=case.chain,
            verb="cases.allegation_confirm",
            by=by,
            at=at,
            subject=case.chain,
            payload=_reading_kept(case, allegation, party, act),
        )
        _go_on(case, allegation, by=by, at=at)
    return allegation


def _without_a_reason(allegation: Allegation) -> str:
    if allegation.needs_review:
        return _(
            "Penilaian ini bertanda «perlu ditinjau», jadi konfirmasi memerlukan alasan tertulis. Lihat "
            "bagian «Mengapa perlu ditinjau» lalu tuliskan dasar pilihan Anda."
        )
    return _(
        "Konfirmasi memerlukan alasan tertulis, karena yang memutus petugas, bukan perangkat lunak. Tuliskan fakta "
        "yang memenuhi unsurnya."
    )


def allegation_change(
    *,
    case_ref: str,
    party: int,
    act: int,
    reading: Reading | None,
    reason: str,
    earlier_decision: str = "",
    meeting: Meeting | None = None,
    by: User,
    at: datetime,
) -> Allegation:
    """An officer reads the law otherwise, or drops the allegation (`reading=None`), with a reason.

    The levels are the officer's own, for a repeated breach too; `earlier_decision` says which decision it repeats.
    What a plenary has sent on is dropped by the plenary, in a `meeting`, or the analyst alone (`taking_back`); with the
    last thing that was open the case ends.
    """
    if not reason.strip():
        raise ActRefused(
            _("Mengubah penilaian memerlukan alasan tertulis. Tuliskan pasal dan fakta yang mendasarinya.")
        )
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.allegation_change", at=at)
        allegation = _allegation(case, party, act)
        category = reading.category if reading else ""
        refuse_weighed(allegation, category)
        held = refuse_taking_back(case, allegation, category, meeting=meeting, reason=reason, by=by, at=at)
        allegation.earlier_decision = earlier_decision.strip()
        if reading is None:
            _decide(allegation, AllegationState.DROPPED, reason, by, at, held)
        else:
            _apply(allegation, reading)
            _decide(allegation, AllegationState.CHANGED, reason, by, at, held)
        # Dropping the last one hides the person from the agency, and with him the terms that are about him.
        refresh_next_due(case)
        record(
            chain=case.chain,
            verb="cases.allegation_change",
            by=by,
            at=at,
            subject=case.chain,
            payload=_reading_kept(case, allegation, party, act)
            | ({"date": held.held_date.isoformat()} if held else {}),
        )
        _go_on(case, allegation, by=by, at=at)
    return allegation


def _go_on(case: Case, allegation: Allegation, *, by: User, at: datetime) -> None:
    """What follows after the plenary from an officer's word: a crime that appears has its day, what is over ends."""
    if case.state not in SENT_ON:
        return
    start_handover(case, seen_from(case.region_code, at))
    end_what_is_owed(allegation, case, at=at)
    if allegation.state == AllegationState.DROPPED or case.state == CaseState.PROCEEDING:
        close_if_nothing_is_left(case, by=by, at=at)


def _apply(allegation: Allegation, reading: Reading) -> None:
    if reading.category not in CATEGORIES:
        raise ActRefused(
            _("Kategori %(category)r tidak dikenal. Pilih salah satu: %(known)s.")
            % {"category": reading.category, "known": ", ".join(CATEGORIES)}
        )
    levels = [level for level in (reading.level_floor, reading.level_ceiling) if level]
    if any(level not in LEVELS for level in levels):
        raise ActRefused(_("Tingkat tidak dikenal. Pilih salah satu: %(known)s.") % {"known": ", ".join(LEVELS)})
    refuse_misfit(reading.category, reading.level_ceiling)
    refuse_misfit(reading.category, reading.level_floor, beside=bool(reading.level_ceiling))
    if len(levels) == 2 and LEVELS.index(levels[0]) > LEVELS.index(levels[1]):
        raise ActRefused(_("Batas bawah lebih berat daripada batas atas. Tukar keduanya atau periksa lagi."))
    allegation.category = reading.category
    allegation.level_floor = reading.level_floor
    allegation.level_ceiling = reading.level_ceiling


def refuse_misfit(category: str, level: str, *, beside: bool = False) -> None:
    """A level answers its own category alone; as a floor `beside` a ceiling it may be that of a milder category too.

    Ethics and discipline may be combined (PP 42/2004 Ps 16), so a reading may reach from the one to the other.
    """
    own = Category(category)
    milder = ADMINISTRATIVE[ADMINISTRATIVE.index(own) :] if beside and own in ADMINISTRATIVE else (own,)
    fitting = [each for each in LADDER if any(each in LEVELS_OF[one] for one in milder)]
    if not level or Level(level) in fitting:
        return
    found = {"category": _(CATEGORY_WORDS[own]), "level": _(LEVEL_WORDS[level])}
    if not fitting:
        raise ActRefused(
            _(
                "Untuk «%(category)s» tidak ada tingkat sanksi kepegawaian. Kosongkan tingkatnya, atau pilih "
                "kategori lain."
            )
            % found
        )
    raise ActRefused(
        _("«%(level)s» bukan tingkat untuk «%(category)s». Yang dapat dipilih: %(known)s.")
        % {**found, "known": ", ".join(_(LEVEL_WORDS[each]) for each in fitting)}
    )


def _allegation(case: Case, party: int, act: int) -> Allegation:
    found = Allegation.objects.filter(party__case=case, party__ordinal=party, act__ordinal=act).first()
    if found is None:
        raise NotFound(
            _("Dugaan T%(party)s/P%(act)s belum dinilai pada perkara %(case)s. Nilai dahulu menurut hukum.")
            % {"party": party, "act": act, "case": case.ref}
        )
    return found


def _decide(
    allegation: Allegation,
    state: AllegationState,
    reason: str,
    by: User,
    at: datetime,
    held: Meeting | None = None,
) -> None:
    allegation.state = state
    allegation.reason = reason.strip()
    allegation.decided_by = by.actor_ref
    allegation.decided_at = at
    allegation.plenary_date = held.held_date if held else None
    allegation.plenary_members = held.members if held else None
    allegation.save()
